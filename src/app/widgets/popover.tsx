// A button that opens a small menu below or above it, with the browser's own popover: it closes on
// Escape and on a click elsewhere. Arrow keys walk its items.

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icon.tsx';

/** A menu button; `children` gets how to close the menu and is drawn only while it is open. */
export function Popover({
  label,
  icon,
  caption,
  className = 'popover-button',
  children,
}: {
  readonly label: string;
  readonly icon?: IconName;
  readonly caption?: ReactNode;
  readonly className?: string;
  readonly children: (close: () => void) => ReactNode;
}) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => {
    menu.current?.hidePopover();
    button.current?.focus();
  };
  const onToggle = (isOpen: boolean): void => {
    setOpen(isOpen);
    if (isOpen) requestAnimationFrame(() => place(menu.current, button.current));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) {
      if (event.key === ' ' || event.key === 'Enter' || event.key.startsWith('Arrow')) {
        event.stopPropagation();
      }
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitem]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[(at + by + items.length) % items.length]?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
      >
        {caption}
        {icon === undefined ? null : <Icon name={icon} />}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="popover"
        onToggle={(event) => onToggle(event.newState === 'open')}
        onKeyDown={onKeyDown}
      >
        {open ? children(close) : null}
      </div>
    </>
  );
}

/** Below the button if there is room, else above; inside the window; the first item has the focus. */
function place(menu: HTMLElement | null, button: HTMLElement | null): void {
  if (menu === null || button === null) return;
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + 6 + height <= innerHeight;
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - 6 - height)}px`;
  const items = menu.querySelectorAll<HTMLElement>('[role=menuitem]');
  const chosen = menu.querySelector<HTMLElement>('[role=menuitem].on');
  (chosen ?? items[0])?.focus();
}
