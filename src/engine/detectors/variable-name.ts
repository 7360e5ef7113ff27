// The name that the source gives a place in memory, as far as it can be told from the goroutine that
// accesses it: `counter`, `account.balance`, `parts[3]`, `stock["nut"]`.

import type { Frame } from '../machine/frame.ts';
import { GoMap } from '../machine/go-map.ts';
import type { Goroutine } from '../machine/goroutine.ts';
import { Cell } from '../machine/pointer.ts';
import type { Runtime } from '../machine/runtime.ts';
import { Slice } from '../machine/value.ts';

/** '' when nobody in sight has a name for it. */
export function variableName(
  runtime: Runtime,
  goroutine: Goroutine,
  object: object,
  place: number,
  key: unknown,
): string {
  const held = holderOf(runtime, goroutine, object);
  if (held === null) return '';
  const { name, type, offset } = held;
  const described = runtime.type(type);
  const whole = described.kind === 'pointer' ? runtime.type(described.elem) : described;
  if (object instanceof GoMap) {
    return key === undefined || place === 0 ? name : `${name}[${keyText(key)}]`;
  }
  if (whole.kind === 'struct') return `${name}.${whole.fields[place]?.name ?? place}`;
  const isElement = whole.kind === 'array' || whole.kind === 'slice';
  return isElement && !(object instanceof Cell) ? `${name}[${place - offset}]` : name;
}

function keyText(key: unknown): string {
  return typeof key === 'string' ? JSON.stringify(key) : String(key);
}

interface Holder {
  readonly name: string;
  readonly type: number;
  /** Where a slice begins in its array. */
  readonly offset: number;
}

/** A variable of the goroutine's frames, or of a package, that is or refers to the object. */
function holderOf(runtime: Runtime, goroutine: Goroutine, object: object): Holder | null {
  for (let frame = goroutine.frame; frame !== null; frame = frame.caller) {
    const local = localOf(frame, object);
    if (local !== null) return local;
  }
  const { globals } = runtime.program;
  for (const { id, name, type } of globals) {
    const offset = refersTo(runtime.globals[id], object);
    if (offset !== null) return { name, type, offset };
  }
  return null;
}

function localOf(frame: Frame, object: object): Holder | null {
  const registers = frame as unknown as Readonly<Record<string, unknown>>;
  for (const [index, { name, type }] of frame.func.locals.entries()) {
    if (name === '') continue;
    const offset = refersTo(registers[`r${index}`], object);
    if (offset !== null) return { name, type, offset };
  }
  return null;
}

/** Null when `value` is not the object nor refers to it. */
function refersTo(value: unknown, object: object): number | null {
  if (value === object) return 0;
  if (value instanceof Slice) return value.array === object ? value.offset : null;
  return value instanceof Cell ? refersTo(value.v, object) : null;
}
