// The stage as a list: what a screen reader reads and what a keyboard walks. Arrow keys go to the
// nearest part in their direction, Enter selects.
// Invariant: exactly one item is in the tab order.

import { type KeyboardEvent, useRef } from 'react';
import type { Box } from '../../views/geometry.ts';
import type { PartShape } from '../../views/shapes.ts';

interface PartListProps {
  readonly parts: readonly PartShape[];
  readonly label: string;
  readonly focusedKey: string | null;
  readonly onFocus: (key: string | null) => void;
  readonly onPick: (part: PartShape) => void;
}

/** The list; it is seen only as the ring around the part that has the focus. */
export function PartList({ parts, label, focusedKey, onFocus, onPick }: PartListProps) {
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const entry = parts.find((part) => part.key === focusedKey) ?? parts[0];
  const onKeyDown = (event: KeyboardEvent, from: PartShape): void => {
    const direction = directions[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = nearestPart(parts, from, direction);
    if (next !== null) buttons.current.get(next.key)?.focus();
  };
  return (
    <ul className="unseen part-list" aria-label={label}>
      {parts.map((part) => (
        <li key={part.key}>
          <button
            type="button"
            ref={(element) => {
              if (element === null) buttons.current.delete(part.key);
              else buttons.current.set(part.key, element);
            }}
            tabIndex={part === entry ? 0 : -1}
            aria-pressed={part.selected}
            onFocus={() => onFocus(part.key)}
            onBlur={() => onFocus(null)}
            onKeyDown={(event) => onKeyDown(event, part)}
            onClick={() => onPick(part)}
          >
            {part.label}
          </button>
        </li>
      ))}
    </ul>
  );
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The part whose middle lies nearest in a direction; ways aside count double. */
function nearestPart(
  parts: readonly PartShape[],
  from: PartShape,
  [dx, dy]: readonly [number, number],
): PartShape | null {
  const start = middle(from.box);
  let best: PartShape | null = null;
  let bestCost = Infinity;
  for (const part of parts) {
    const at = middle(part.box);
    const ahead = (at.x - start.x) * dx + (at.y - start.y) * dy;
    if (ahead <= 1) continue;
    const aside = Math.abs((at.x - start.x) * dy) + Math.abs((at.y - start.y) * dx);
    const cost = ahead + 2 * aside;
    if (cost < bestCost) {
      bestCost = cost;
      best = part;
    }
  }
  return best;
}

function middle(box: Box): { readonly x: number; readonly y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
