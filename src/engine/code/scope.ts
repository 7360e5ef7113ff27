// Where an expression is emitted, and what all emitters of expressions share: operands that are
// read more than once, constants, zero values, copies, and the tests for nil.

import type { Expr } from '../go/ir/expression.ts';
import type { Instruction } from '../go/ir/instruction.ts';
import type { Func } from '../go/ir/program.ts';
import type { Operand } from './emit-arithmetic.ts';
import * as memory from './emit-memory.ts';
import { isAggregate, sharedZeroText } from './representation.ts';
import type { Unit } from './unit.ts';

/** An expression's unit and function, and how the flavour names its registers. */
export interface Scope {
  readonly unit: Unit;
  readonly func: Func;
  /** `f.r3` on a frame, `r3` as a JS local. */
  register(local: number): string;
  /** The JS text of any expression. */
  emit(x: Expr): string;
  /** The registers that are kept in another form; null: none is. */
  readonly halves: RegisterHalves | null;
}

/** 64-bit integers that are computed in two halves (fast/emit-halves.ts). Texts are JS expressions. */
export interface RegisterHalves {
  /** Whether a register is kept so. */
  has(local: number): boolean;
  /** Puts what is represented as elsewhere into such a register. */
  put(local: number, text: string): string;
  /** Puts the value of an expression into such a register. */
  assign(local: number, value: Expr): string;
  /** The same in two steps. */
  evaluate(local: number, value: Expr): { evaluate: readonly string[]; store: string };
  /** Text of an expression that is better computed in halves; null: it is not. */
  special(x: Expr): string | null;
  /** How many of the first statements update one variable, so that it is stored to once. */
  countUpdates(statements: readonly Instruction[]): number;
  /** Text of such statements. */
  update(statements: readonly Instruction[]): string;
}

/** The expressions as JS arguments. */
export function emitList(scope: Scope, list: readonly Expr[]): string {
  return list.map((x) => scope.emit(x)).join(',');
}

/** An operand with the text that must be evaluated before it is read. */
export interface PreparedOperand extends Operand {
  /** `t0=…`, or '' when the text can be read as often as wanted. */
  readonly prefix: string;
}

/**
 * Prepares an operand whose text is read more than once. Registers are read in place: within one
 * expression nothing assigns to them.
 */
export function operand(scope: Scope, x: Expr): PreparedOperand {
  if (x.kind === 'const' && (typeof x.value === 'number' || typeof x.value === 'bigint')) {
    return { text: constantText(scope, x.value), constant: x.value, prefix: '' };
  }
  const text = scope.emit(x);
  const isWord = isRepeatable(x) && !text.includes('(');
  if (isWord || /^[\w$.]+$/.test(text)) return { text, constant: null, prefix: '' };
  const t = scope.unit.temporary();
  return { text: t, constant: null, prefix: `${t}=${text}` };
}

/** Prepares an operand that must keep its value although registers are assigned to meanwhile. */
export function captured(scope: Scope, x: Expr): PreparedOperand {
  const prepared = operand(scope, x);
  if (x.kind === 'const' || prepared.prefix !== '') return prepared;
  const t = scope.unit.temporary();
  return { text: t, constant: null, prefix: `${t}=${prepared.text}` };
}

function isRepeatable(x: Expr): boolean {
  return (
    x.kind === 'const' || x.kind === 'register' || (x.kind === 'load' && x.place.kind === 'local')
  );
}

/** Evaluates the operands that need it, in order, and then `text`. */
export function withPrefix(operands: readonly PreparedOperand[], text: string): string {
  const prefixes = operands.map(({ prefix }) => prefix).filter((prefix) => prefix !== '');
  return prefixes.length === 0 ? text : `(${[...prefixes, text].join(',')})`;
}

/** The text of a constant: numbers as they are, strings from the pool. */
export function constantText(scope: Scope, value: boolean | number | bigint | string): string {
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      return numberText(value);
    case 'bigint':
      return value < 0n ? `(${value}n)` : `${value}n`;
    default:
      return value === '' ? "''" : scope.unit.constant(value);
  }
}

export function numberText(value: number): string {
  if (Object.is(value, -0)) return '(-0)';
  return value < 0 ? `(${value})` : String(value);
}

export function zeroText(unit: Unit, type: number): string {
  const shared = sharedZeroText(unit.type(type).kind);
  if (shared === null) return `${unit.operations(type)}.zero()`;
  return /^[a-z]+[A-Z]/.test(shared) ? unit.helper(shared) : shared;
}

/** A value of its own: what is fresh anyway is not copied again. */
export function copyText(scope: Scope, x: Expr, type: number): string {
  const kind = scope.unit.type(type).kind;
  if (isFresh(x)) return scope.emit(x);
  const isShared = x.kind !== 'register' || scope.func.locals[x.local]?.storage === 'object';
  const text = isShared ? memory.whole(scope.unit, 'read', scope.emit(x), type) : scope.emit(x);
  if (kind === 'struct') return `${text}.copy()`;
  if (kind === 'array') return `${scope.unit.operations(type)}.copy(${text})`;
  return text;
}

function isFresh(x: Expr): boolean {
  switch (x.kind) {
    case 'zero':
    case 'copy':
    case 'structLiteral':
    case 'arrayLiteral':
    case 'newVariable':
      return true;
    default:
      return false;
  }
}

/** The value, which must not be nil. */
export function nonNil(scope: Scope, text: string): string {
  return `(${text}??${scope.unit.helper('nilDereference')}())`;
}

/** The struct or array that `x` stands for: itself when it is a value, checked when a pointer. */
export function emitTarget(scope: Scope, x: Expr): string {
  const text = scope.emit(x);
  return isNeverNil(scope, x) ? text : nonNil(scope, text);
}

/** Structs and arrays themselves, and pointers that were just made. */
export function isNeverNil(scope: Scope, x: Expr): boolean {
  switch (x.kind) {
    case 'load':
    case 'mapGet':
    case 'typeAssert':
    case 'unbox':
      return x.kind !== 'mapGet' && isAggregate(scope.unit.type(x.type));
    case 'register': {
      const local = scope.func.locals[x.local];
      return (
        local !== undefined &&
        (local.storage === 'object' || isAggregate(scope.unit.type(local.type)))
      );
    }
    case 'addressOfGlobal':
    case 'addressOf':
    case 'newVariable':
    case 'copy':
    case 'zero':
    case 'structLiteral':
    case 'arrayLiteral':
    case 'nilCheck':
      return x.kind !== 'zero' || isAggregate(scope.unit.type(x.type));
    default:
      return false;
  }
}
