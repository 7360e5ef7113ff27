// Which line of a statement of several lines has panicked. Emitted code does not keep count of lines:
// when an instruction has panicked, its expressions are evaluated once more, one by one, until one of
// them panics as it did. Invariant: that is possible because expressions have no side effects; what
// only the instruction itself does is reported last.

import type { Expr, Place } from '../go/ir/expression.ts';
import type { Instruction } from '../go/ir/instruction.ts';
import { exprOperands, mayPanic, partsOf, placeOperands } from '../go/ir/walk-ir.ts';
import type { Scope } from './scope.ts';

type Pos = Instruction['pos'];

/**
 * The body of a closure (R, f, g, at) that calls `at` with the position of each expression that is
 * evaluated next; null when all of the instruction stands in one line.
 */
export function emitLocate(scope: Scope, instruction: Instruction): string | null {
  const lineOf = (pos: Pos): number => scope.unit.program.fileSet.position(pos).line;
  const { exprs, places } = partsOf(instruction);
  const operands = [...places.flatMap(placeOperands), ...exprs];
  const line = lineOf(instruction.pos);
  const isElsewhere = (pos: Pos | undefined): boolean => pos !== undefined && lineOf(pos) !== line;
  if (!operands.some((x) => spreads(x, isElsewhere)) && !places.some((p) => isElsewhere(p.pos))) {
    return null;
  }
  const steps = [
    ...operands.flatMap((x) => evaluation(scope, x)),
    at(instruction.pos),
    ...places.flatMap((place) => access(scope, place)),
  ];
  return steps.join('');
}

function spreads(x: Expr, isElsewhere: (pos: Pos | undefined) => boolean): boolean {
  return isElsewhere(x.pos) || exprOperands(x).some((operand) => spreads(operand, isElsewhere));
}

/** Statements that evaluate the operands of an expression, then the expression itself. */
function evaluation(scope: Scope, x: Expr): readonly string[] {
  if (x.kind === 'and' || x.kind === 'or') {
    const right = evaluation(scope, x.y);
    const test = `${x.kind === 'and' ? '' : '!'}(${scope.emit(x.x)})`;
    const left = evaluation(scope, x.x);
    return right.length === 0 ? left : [...left, `if(${test}){${right.join('')}}`];
  }
  const operands = exprOperands(x).flatMap((operand) => evaluation(scope, operand));
  if (!mayPanic(x) || x.pos === undefined) return operands;
  return [...operands, at(x.pos), `${scope.emit(x)};`];
}

/** A store panics where a load would: no element, no variable. */
function access(scope: Scope, place: Place): readonly string[] {
  if (place.pos === undefined) return [];
  const isElement = place.kind === 'arrayElement' || place.kind === 'sliceElement';
  const type = isElement ? elementType(scope, place) : null;
  if (type === null) return [at(place.pos)];
  return [at(place.pos), `${scope.emit({ kind: 'load', place, type })};`];
}

function elementType(
  scope: Scope,
  place: Extract<Place, { readonly kind: 'arrayElement' | 'sliceElement' }>,
): number | null {
  const id = place.kind === 'sliceElement' ? place.sliceType : place.arrayType;
  const type = scope.unit.type(id);
  return type.kind === 'slice' || type.kind === 'array' ? type.elem : null;
}

function at(pos: Pos): string {
  return `at(${pos});`;
}
