// What natives read and write of memory that goroutines can share: formatting reads what it prints,
// streams read and fill slices, sorting exchanges elements. All others work on values.

import { GoMap } from '../machine/go-map.ts';
import type { GoArray } from '../machine/heap-object.ts';
import type { Pointer } from '../machine/pointer.ts';
import { ElementPointer, FieldPointer } from '../machine/pointer.ts';
import type { Runtime } from '../machine/runtime.ts';
import { Box, Slice } from '../machine/value.ts';
import { isAggregate, walkValue } from './whole-value.ts';

/** Called with each access: an object and the field or element in it. */
export type VisitAccess = (container: object, index: number, isWrite: boolean) => void;

/** Formatting stops here, as it does at pointers within what is printed. */
const maxDepth = 8;

/** Methods by which a value prints itself. */
const ownWords = ['Error', 'String', 'Format', 'GoString'];

/** Visits what a call of the native accesses. */
export function accessesOf(
  runtime: Runtime,
  name: string,
  args: readonly unknown[],
  visit: VisitAccess,
): void {
  const read = (container: object, index: number): void => visit(container, index, false);
  switch (name) {
    case 'fmt.sprint':
    case 'fmt.sprintf':
    case 'fmt.sprintfWrapped':
    case 'fmt.sprintln':
      for (const arg of args) {
        if (!(arg instanceof Slice)) continue;
        for (const operand of elementsOf(arg)) {
          if (operand instanceof Box) printed(runtime, operand, 0, read);
        }
      }
      return;
    case 'internal/streams.Read':
    case 'internal/streams.Write':
      for (const arg of args) {
        if (!(arg instanceof Slice) || arg.array === null) continue;
        for (let i = 0; i < arg.length; i++) {
          visit(arg.array, arg.offset + i, name.endsWith('Read'));
        }
      }
      return;
    case 'sort.swap':
      swapped(runtime, args, visit);
      return;
    case 'fmt.store':
    case 'reflect.store':
      storedTo(args[0], visit);
      return;
    default:
  }
}

function elementsOf({ array, offset, length }: Slice): readonly unknown[] {
  return array === null ? [] : Array.from(array).slice(offset, offset + length);
}

/** What formatting with %v reads of a value. */
function printed(
  runtime: Runtime,
  box: Box,
  depth: number,
  read: (container: object, index: number) => void,
): void {
  printedValue(runtime, box.value, box.type, depth, read);
}

function printedValue(
  runtime: Runtime,
  value: unknown,
  type: number,
  depth: number,
  read: (container: object, index: number) => void,
): void {
  if (value === null || typeof value !== 'object' || depth > maxDepth) return;
  const { support } = runtime;
  if (ownWords.some((method) => support.methodOrNull(type, method, '') !== null)) return;
  const described = runtime.type(type);
  switch (described.kind) {
    case 'pointer':
      // &{…}: only what is printed itself is followed.
      if (depth === 0 && isAggregate(runtime, described.elem)) {
        walkValue(runtime, value, described.elem, read);
      }
      return;
    case 'interface':
      if (value instanceof Box) printed(runtime, value, depth + 1, read);
      return;
    case 'slice': {
      const slice = value as Slice;
      for (let i = 0; i < slice.length && slice.array !== null; i++) {
        if (isAggregate(runtime, described.elem)) {
          walkValue(runtime, slice.array[slice.offset + i], described.elem, read);
        } else {
          read(slice.array, slice.offset + i);
          const element: unknown = slice.array[slice.offset + i];
          printedValue(runtime, element, described.elem, depth + 1, read);
        }
      }
      return;
    }
    case 'map':
      if (!(value instanceof GoMap)) return;
      read(value, 0);
      for (const [, element] of value.entries()) {
        printedValue(runtime, element, described.elem, depth + 1, read);
      }
      return;
    default:
      // A struct or array in an interface is a copy, nobody else's.
      return;
  }
}

function swapped(runtime: Runtime, args: readonly unknown[], visit: VisitAccess): void {
  const [box, ...indices] = args;
  if (!(box instanceof Box) || !(box.value instanceof Slice) || box.value.array === null) return;
  const type = runtime.type(box.type);
  const elem = type.kind === 'slice' ? type.elem : box.type;
  for (const index of indices) {
    const at = box.value.offset + Number(index);
    if (isAggregate(runtime, elem)) {
      const element = (box.value.array as GoArray)[at];
      walkValue(runtime, element, elem, (container, place) => visit(container, place, true));
    } else visit(box.value.array, at, true);
  }
}

/** The variable that a pointer in an interface points to. */
function storedTo(target: unknown, visit: VisitAccess): void {
  const pointer: unknown = target instanceof Box ? target.value : target;
  if (pointer instanceof FieldPointer) visit(pointer.object, pointer.field, true);
  else if (pointer instanceof ElementPointer) visit(pointer.array, pointer.index, true);
  else if (isCell(pointer)) visit(pointer, 0, true);
}

function isCell(x: unknown): x is Pointer {
  return typeof x === 'object' && x !== null && 'v' in x;
}
