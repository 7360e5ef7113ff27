// Traversal of IR: the one place that knows which expressions, places and registers an instruction
// has.

import { assertNever } from '../../base/assert.ts';
import type { Expr, Place } from './expression.ts';
import type { LocalId } from './ids.ts';
import type { Callee, Instruction } from './instruction.ts';

/** The expressions inside a place. */
export function placeOperands(place: Place): readonly Expr[] {
  switch (place.kind) {
    case 'local':
    case 'cell':
    case 'global':
      return [];
    case 'deref':
      return [place.pointer];
    case 'field':
      return [place.object];
    case 'arrayElement':
      return [place.array, place.index];
    case 'sliceElement':
      return [place.slice, place.index];
    case 'mapElement':
      return [place.map, place.key];
    default:
      return assertNever(place);
  }
}

/** The direct operands of an expression; those of its place for a load. */
export function exprOperands(x: Expr): readonly Expr[] {
  switch (x.kind) {
    case 'const':
    case 'complexConst':
    case 'zero':
    case 'register':
    case 'addressOfGlobal':
    case 'makeMap':
      return [];
    case 'load':
    case 'addressOf':
      return placeOperands(x.place);
    case 'newVariable':
      return [x.value];
    case 'binary':
    case 'shift':
    case 'compare':
    case 'and':
    case 'or':
    case 'appendSlice':
      return [x.x, x.y];
    case 'stringIndex':
      return [x.x, x.index];
    case 'mapGet':
      return [x.map, x.key];
    case 'slice':
      return present([x.x, x.low, x.high, x.max]);
    case 'makeSlice':
      return present([x.length, x.capacity]);
    case 'append':
      return [x.x, ...x.values];
    case 'complex':
      return [x.re, x.im];
    case 'min':
    case 'max':
      return x.values;
    case 'structLiteral':
      return x.fields;
    case 'arrayLiteral':
    case 'sliceLiteral':
      return x.elements.map(({ value }) => value);
    case 'closure':
      return x.captures;
    case 'pureNative':
      return x.args;
    case 'copy':
    case 'negate':
    case 'complement':
    case 'not':
    case 'isNil':
    case 'convertNumber':
    case 'stringFromRune':
    case 'stringFromBytes':
    case 'stringFromRunes':
    case 'bytesFromString':
    case 'runesFromString':
    case 'arrayFromSlice':
    case 'arrayPointerFromSlice':
    case 'makeInterface':
    case 'typeAssert':
    case 'typeTest':
    case 'unbox':
    case 'length':
    case 'capacity':
    case 'real':
    case 'imag':
    case 'nilCheck':
      return [x.x];
    default:
      return assertNever(x);
  }
}

/** Whether evaluating the expression itself, its operands apart, may panic. */
export function mayPanic(x: Expr): boolean {
  switch (x.kind) {
    case 'load':
      return !['local', 'cell', 'global'].includes(x.place.kind);
    case 'binary':
      return x.op === '/' || x.op === '%';
    case 'compare':
      return ['interface', 'struct', 'array'].includes(x.comparison);
    case 'addressOf':
    case 'shift':
    case 'arrayFromSlice':
    case 'arrayPointerFromSlice':
    case 'typeAssert':
    case 'stringIndex':
    case 'mapGet':
    case 'slice':
    case 'makeSlice':
    case 'pureNative':
    case 'nilCheck':
      return true;
    default:
      return false;
  }
}

function present(list: readonly (Expr | null)[]): readonly Expr[] {
  return list.filter((x) => x !== null);
}

/** What an instruction evaluates, stores to, and where it may lead. */
export interface Parts {
  readonly exprs: readonly Expr[];
  readonly places: readonly Place[];
  /** Registers that get a value. */
  readonly writes: readonly LocalId[];
  readonly reads: readonly LocalId[];
  /** Explicit targets, without `next`. */
  readonly targets: readonly number[];
}

const none: Parts = { exprs: [], places: [], writes: [], reads: [], targets: [] };

export function partsOf(instruction: Instruction): Parts {
  switch (instruction.kind) {
    case 'nop':
      return none;
    case 'assign':
      return { ...none, exprs: [instruction.value], places: [instruction.place] };
    case 'assignAll':
      return {
        ...none,
        exprs: instruction.assignments.map(({ value }) => value),
        places: instruction.assignments.map(({ place }) => place),
      };
    case 'newCell':
      return { ...none, exprs: [instruction.value], writes: [instruction.local] };
    case 'branch':
      return {
        ...none,
        exprs: [instruction.condition],
        targets: [instruction.then, instruction.else],
      };
    case 'evaluate':
    case 'panic':
      return { ...none, exprs: [instruction.value] };
    case 'call':
      return {
        ...none,
        exprs: [...calleeOperands(instruction.callee), ...instruction.args],
        writes: instruction.results,
      };
    case 'callNative':
      return { ...none, exprs: instruction.args, writes: instruction.results };
    case 'go':
      return { ...none, exprs: [...calleeOperands(instruction.callee), ...instruction.args] };
    case 'defer': {
      const exprs = [...calleeOperands(instruction.callee), ...instruction.args];
      const { frameToken } = instruction;
      return { ...none, exprs, reads: frameToken === null ? [] : [frameToken] };
    }
    case 'frameToken':
      return { ...none, writes: [instruction.local] };
    case 'return':
      return { ...none, exprs: instruction.values ?? [] };
    case 'recover':
      return { ...none, writes: [instruction.result] };
    case 'makeChan': {
      const { capacity } = instruction;
      return {
        ...none,
        exprs: capacity === null ? [] : [capacity],
        writes: [instruction.result],
      };
    }
    case 'send':
      return { ...none, exprs: [instruction.channel, instruction.value] };
    case 'receive':
      return {
        ...none,
        exprs: [instruction.channel],
        writes: registers(instruction.value, instruction.ok),
      };
    case 'close':
      return { ...none, exprs: [instruction.channel] };
    case 'select': {
      const exprs = instruction.cases.flatMap((c) =>
        c.direction === 'send' ? [c.channel, c.value] : [c.channel],
      );
      const writes = instruction.cases.flatMap((c) =>
        c.direction === 'send' ? [] : registers(c.value, c.ok),
      );
      const targets = instruction.cases.map((c) => c.target);
      const { defaultTarget } = instruction;
      if (defaultTarget !== null) targets.push(defaultTarget);
      return { ...none, exprs, writes, targets };
    }
    case 'mapGetOk':
      return {
        ...none,
        exprs: [instruction.map, instruction.key],
        writes: registers(instruction.value, instruction.ok),
      };
    case 'mapDelete':
      return { ...none, exprs: [instruction.map, instruction.key] };
    case 'clear':
      return { ...none, exprs: [instruction.x] };
    case 'copySlice':
      return {
        ...none,
        exprs: [instruction.to, instruction.from],
        writes: registers(instruction.result),
      };
    case 'mapRangeStart':
      return { ...none, exprs: [instruction.map], writes: [instruction.iterator] };
    case 'mapRangeNext':
      return {
        ...none,
        reads: [instruction.iterator],
        writes: registers(instruction.key, instruction.value),
        targets: [instruction.done],
      };
    case 'decodeRune':
      return {
        ...none,
        exprs: [instruction.string, instruction.index],
        writes: [instruction.rune, instruction.size],
      };
    case 'typeAssertOk':
      return {
        ...none,
        exprs: [instruction.x],
        writes: registers(instruction.value, instruction.ok),
      };
    default:
      return assertNever(instruction);
  }
}

function calleeOperands(callee: Callee): readonly Expr[] {
  switch (callee.kind) {
    case 'static':
      return [];
    case 'closure':
      return [callee.closure];
    case 'interface':
      return [callee.x];
    default:
      return assertNever(callee);
  }
}

function registers(...locals: readonly (LocalId | null)[]): readonly LocalId[] {
  return locals.filter((local) => local !== null);
}

/** Whether control can go on behind an instruction (to `next`, or to the one after it). */
export function fallsThrough(instruction: Instruction): boolean {
  switch (instruction.kind) {
    case 'branch':
    case 'return':
    case 'panic':
    case 'select':
      return false;
    default:
      return true;
  }
}
