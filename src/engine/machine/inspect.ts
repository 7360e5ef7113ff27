// What can be seen inside a goroutine: its stack with the locals in scope, as texts and trees for
// people. The library's frames, wrappers and the entry are left out. Reads the state, changes none.

import { decodeUtf8 } from '../base/utf8.ts';
import type { Func } from '../go/ir/program.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import { describe, elementAt, sortedEntries } from './describe.ts';
import type { Frame } from './frame.ts';
import { GoMap } from './go-map.ts';
import type { GoArray, StructObject } from './heap-object.ts';
import { Cell, type Pointer } from './pointer.ts';
import type { Runtime } from './runtime.ts';
import { framesOf, placeOf } from './stack.ts';
import { Box, Slice } from './value.ts';

/** A Go value: its text in a line, and its parts, if it has any worth opening. */
export interface InspectedValue {
  /** Variable, field, index or key. */
  readonly name: string;
  /** As %T prints it; for an interface the dynamic type. */
  readonly type: string;
  readonly text: string;
  readonly parts: readonly InspectedValue[];
}

export interface InspectedFrame {
  /** As in stack traces: `main.worker`. */
  readonly func: string;
  readonly file: string;
  readonly line: number;
  readonly locals: readonly InspectedValue[];
}

const maxTextLength = 200;
const maxParts = 50;
const maxDepth = 3;

/** The stack of a goroutine, innermost first; empty when it is dead or unknown. */
export function inspect(runtime: Runtime, goroutine: number): readonly InspectedFrame[] {
  const found = runtime.state.goroutines[goroutine - 1];
  if (!found) return [];
  return framesOf(runtime.program, found)
    .filter((frame) => !frame.func.library)
    .map((frame) => {
      const { func, file, line } = placeOf(runtime.program, found, frame, runtime.shownPc(frame));
      return { func: decodeUtf8(func), file, line, locals: localsOf(runtime, frame) };
    });
}

/** Variables in scope where the frame is, in order of declaration; shadowed ones are left out. */
function localsOf(runtime: Runtime, frame: Frame): readonly InspectedValue[] {
  const { func } = frame;
  const pc = runtime.shownPc(frame);
  const pos = func.code[pc]?.pos ?? func.end;
  const first = firstStores(func);
  const visible = new Map<string, number>();
  func.locals.forEach((local, index) => {
    const { declared, name } = local;
    if (declared === null || name === '_' || name === '') return;
    const isParameter = index < func.paramCount || func.results.includes(index);
    if (!isParameter && (declared.pos > pos || pos > declared.scopeEnd)) return;
    if (!isParameter && pc <= (first.get(index) ?? -1)) return;
    const hiding = visible.get(name);
    const other = hiding === undefined ? null : (func.locals[hiding]?.declared ?? null);
    if (other === null || other.pos <= declared.pos) visible.set(name, index);
  });
  const locals: InspectedValue[] = [];
  for (const index of [...visible.values()].sort((a, b) => a - b)) {
    const local = func.locals[index];
    if (local === undefined) continue;
    const held = frame[`r${index}`];
    if (local.storage !== 'register' && held === null) continue;
    const value = local.storage === 'cell' && held instanceof Cell ? held.v : held;
    const type = runtime.type(local.type);
    if (value === null && (type.kind === 'struct' || type.kind === 'array')) continue;
    locals.push(inspectValue(runtime, local.name, value, type, 0));
  }
  return locals;
}

const storesByFunc = new WeakMap<Func, ReadonlyMap<number, number>>();

/** The first instruction that stores to each local: before it the variable is not there yet. */
function firstStores(func: Func): ReadonlyMap<number, number> {
  const known = storesByFunc.get(func);
  if (known !== undefined) return known;
  const first = new Map<number, number>();
  func.code.forEach((instruction, index) => {
    for (const local of storedLocals(instruction)) if (!first.has(local)) first.set(local, index);
  });
  storesByFunc.set(func, first);
  return first;
}

/** Locals whose register an instruction sets. */
function storedLocals(instruction: Func['code'][number]): readonly number[] {
  switch (instruction.kind) {
    case 'assign':
      return instruction.place.kind === 'local' ? [instruction.place.local] : [];
    case 'assignAll':
      return instruction.assignments.flatMap(({ place }) =>
        place.kind === 'local' ? [place.local] : [],
      );
    case 'newCell':
      return [instruction.local];
    case 'call':
    case 'callNative':
      return instruction.results;
    case 'select':
      return instruction.cases.flatMap((one) =>
        one.direction === 'receive' ? present([one.value, one.ok]) : [],
      );
    case 'receive':
    case 'mapGetOk':
    case 'typeAssertOk':
      return present([instruction.value, instruction.ok]);
    case 'mapRangeNext':
      return present([instruction.key, instruction.value]);
    case 'decodeRune':
      return [instruction.rune, instruction.size];
    case 'makeChan':
    case 'recover':
      return [instruction.result];
    case 'copySlice':
      return present([instruction.result]);
    default:
      return [];
  }
}

function present(locals: readonly (number | null)[]): readonly number[] {
  return locals.filter((local) => local !== null);
}

/** A value and its parts, `depth` levels inside what was asked for. */
function inspectValue(
  runtime: Runtime,
  name: string,
  value: unknown,
  type: RuntimeType,
  depth: number,
): InspectedValue {
  if (type.kind === 'interface' && value instanceof Box) {
    return inspectValue(runtime, name, value.value, runtime.type(value.type), depth);
  }
  const quoted = type.kind === 'string';
  const text = describe(runtime, value, type, maxTextLength);
  return {
    name,
    type: decodeUtf8(type.string),
    text: quoted ? JSON.stringify(text) : text,
    parts: depth >= maxDepth ? [] : partsOf(runtime, value, type, depth + 1),
  };
}

function partsOf(
  runtime: Runtime,
  value: unknown,
  type: RuntimeType,
  depth: number,
): readonly InspectedValue[] {
  switch (type.kind) {
    case 'struct': {
      const struct = value as StructObject;
      return type.fields.map((field, index) =>
        inspectValue(
          runtime,
          decodeUtf8(field.name),
          struct[`f${index}`],
          runtime.type(field.type),
          depth,
        ),
      );
    }
    case 'array':
      return elements(runtime, value as GoArray, 0, type.length, runtime.type(type.elem), depth);
    case 'slice': {
      if (!(value instanceof Slice) || value.array === null) return [];
      const { array, offset, length } = value;
      return elements(runtime, array, offset, length, runtime.type(type.elem), depth);
    }
    case 'map': {
      if (!(value instanceof GoMap)) return [];
      const [keyType, elem] = [runtime.type(type.key), runtime.type(type.elem)];
      return sortedEntries(value)
        .slice(0, maxParts)
        .map(([key, each]) => {
          const name = describe(runtime, key, keyType, maxTextLength);
          return inspectValue(runtime, name, each, elem, depth);
        });
    }
    case 'pointer': {
      if (value === null) return [];
      const elem = runtime.type(type.elem);
      if (elem.kind === 'struct' || elem.kind === 'array') {
        return partsOf(runtime, value, elem, depth);
      }
      return [inspectValue(runtime, '*', (value as Pointer).v, elem, depth)];
    }
    default:
      return [];
  }
}

function elements(
  runtime: Runtime,
  array: GoArray,
  offset: number,
  length: number,
  elem: RuntimeType,
  depth: number,
): readonly InspectedValue[] {
  return Array.from({ length: Math.min(length, maxParts) }, (_, index) => {
    const value = elementAt(array, offset + index, elem);
    return inspectValue(runtime, `[${index}]`, value, elem, depth);
  });
}
