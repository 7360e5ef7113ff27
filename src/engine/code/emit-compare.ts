// JS text of comparisons.

import type { Expr } from '../go/ir/expression.ts';
import { isZeroSize } from '../go/ir/runtime-type.ts';
import { assertNever } from '../base/assert.ts';
import * as memory from './emit-memory.ts';
import { areApart } from './empty-variables.ts';
import type { Scope } from './scope.ts';

type Compare = Extract<Expr, { readonly kind: 'compare' }>;

export function emitCompare(scope: Scope, compare: Compare): string {
  const { unit } = scope;
  const x = scope.emit(compare.x);
  const y = scope.emit(compare.y);
  const not = compare.op === '!=' ? '!' : '';
  const type = unit.type(compare.type);
  const toEmpty = type.kind === 'pointer' && isZeroSize((id) => unit.type(id), type.elem);
  if (toEmpty && !areApart(scope.func, compare.x, compare.y)) {
    return `((${x}===null)${not === '' ? '===' : '!=='}(${y}===null))`;
  }
  switch (compare.comparison) {
    case 'direct': {
      const op = compare.op === '==' ? '===' : compare.op === '!=' ? '!==' : compare.op;
      return `(${x}${op}${y})`;
    }
    case 'pointer':
      return `${not}${unit.helper('samePlace')}(${x},${y})`;
    case 'complex':
      return `${not}${unit.helper('equalComplex')}(${x},${y})`;
    case 'interface':
      return `${not}${unit.helper('equalInterfaces')}(${x},${y})`;
    case 'struct':
    case 'array':
      return `${not}${unit.operations(compare.type)}.equal(${memory.whole(unit, 'read', x, compare.type)},${memory.whole(unit, 'read', y, compare.type)})`;
    default:
      return assertNever(compare.comparison, 'comparison');
  }
}
