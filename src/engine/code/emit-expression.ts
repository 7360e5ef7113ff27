// JS text of IR expressions. The same text serves every flavour: how a register is named is given
// by the flavour. Invariants: operands are evaluated left to right, once; what can be nil is tested
// before its properties are read, so that a TypeError of JS is always a bug of ours.

import type { Expr } from '../go/ir/expression.ts';
import type { Func } from '../go/ir/program.ts';
import { emitBinary } from './emit-arithmetic.ts';
import { emitCompare } from './emit-compare.ts';
import { emitComposite } from './emit-composite.ts';
import { emitConversion, emitShift } from './emit-conversion.ts';
import * as memory from './emit-memory.ts';
import { emitAddress, emitLoad } from './emit-place.ts';
import {
  isAggregate,
  isComplex,
  isFloat,
  isSmallInteger,
  isWideSigned,
  wrapText,
} from './representation.ts';
import type { Scope } from './scope.ts';
import {
  constantText,
  copyText,
  emitList,
  nonNil,
  numberText,
  operand,
  withPrefix,
  zeroText,
} from './scope.ts';
import type { Unit } from './unit.ts';

/** The scope of a function's expressions, in a flavour that names registers so. */
export function createScope(
  unit: Unit,
  func: Func,
  register: Scope['register'],
  halves: Scope['halves'] = null,
): Scope {
  const emit = (x: Expr): string => halves?.special(x) ?? emitExpression(scope, x);
  const scope: Scope = { unit, func, register, emit, halves };
  return scope;
}

function emitExpression(scope: Scope, x: Expr): string {
  const { unit } = scope;
  switch (x.kind) {
    case 'const':
      return constantText(scope, x.value);
    case 'complexConst':
      return `${unit.helper('newComplex')}(${numberText(x.re)},${numberText(x.im)})`;
    case 'zero':
      return zeroText(unit, x.type);
    case 'register':
      return scope.register(x.local);
    case 'load':
      return emitLoad(scope, x.place, x.type);
    case 'copy':
      return copyText(scope, x.x, x.type);
    case 'addressOfGlobal':
      return `R.globals[${unit.number('global', x.global)}]`;
    case 'addressOf':
      return emitAddress(scope, x.place, x.type);
    case 'newVariable': {
      const value = scope.emit(x.value);
      if (isAggregate(unit.type(x.type))) return memory.initialised(unit, value, x.value);
      const cell = `new ${unit.helper('Cell')}(${value})`;
      return x.value.kind === 'zero' ? cell : memory.variable(unit, 'write', cell);
    }
    case 'negate':
    case 'complement':
      return emitUnary(scope, x.kind, x.type, x.x);
    case 'not':
      return `!${scope.emit(x.x)}`;
    case 'binary': {
      const left = operand(scope, x.x);
      const right = operand(scope, x.y);
      const text = emitBinary(unit, x.op, unit.type(x.type).kind, left, right);
      return withPrefix([left, right], text);
    }
    case 'shift': {
      const left = operand(scope, x.x);
      const right = operand(scope, x.y);
      const [kind, countKind] = [unit.type(x.type).kind, unit.type(x.countType).kind];
      return withPrefix([left, right], emitShift(unit, x.op, kind, left.text, right, countKind));
    }
    case 'compare':
      return emitCompare(scope, x);
    case 'isNil':
      return `(${scope.emit(x.x)}${x.operandKind === 'slice' ? '.array' : ''}===null)`;
    case 'and':
      return `(${scope.emit(x.x)}&&${scope.emit(x.y)})`;
    case 'or':
      return `(${scope.emit(x.x)}||${scope.emit(x.y)})`;
    case 'convertNumber': {
      const value = operand(scope, x.x);
      const text = emitConversion(unit, value.text, unit.type(x.from).kind, unit.type(x.to).kind);
      return withPrefix([value], text);
    }
    case 'pureNative':
      return `${unit.native(x.name)}(${emitList(scope, x.args)})`;
    case 'nilCheck':
      return nonNil(scope, scope.emit(x.x));
    default:
      return emitComposite(scope, x);
  }
}

function emitUnary(scope: Scope, op: 'negate' | 'complement', type: number, x: Expr): string {
  const { unit } = scope;
  const kind = unit.type(type).kind;
  if (op === 'negate' && isWideSigned(kind)) return emitNegation(scope, x);
  const text = scope.emit(x);
  if (isFloat(kind)) return `(-${text})`;
  if (isComplex(kind)) return `${unit.helper('negateComplex')}(${text})`;
  if (isSmallInteger(kind)) return wrapText(kind, `(${op === 'negate' ? '-' : '~'}${text})`);
  return `${unit.helper(`${op}${isWideSigned(kind) ? 'Int64' : 'Uint64'}`)}(${text})`;
}

/** The safe integers lie evenly around 0, and 0 - 0 is no -0. */
function emitNegation(scope: Scope, x: Expr): string {
  const value = operand(scope, x);
  const slow = `${scope.unit.helper('negateInt64')}(${value.text})`;
  return withPrefix([value], `(typeof ${value.text}==='number'?0-${value.text}:${slow})`);
}
