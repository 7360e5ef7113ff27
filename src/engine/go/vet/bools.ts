// `a || a`, `x != 1 || x != 2`: conditions that repeat themselves or are always the same.

import type { BinaryExpr, Expr } from '../syntax/ast.ts';
import { unparen } from './calls.ts';
import { hasNoEffects } from './effects.ts';
import { expressionText } from './expression-text.ts';
import { type Analyzer, forEachNode, type Pass } from './pass.ts';

/** `badEquality` makes no sense between operands of the operator. */
interface BoolOperator {
  readonly name: string;
  readonly token: '||' | '&&';
  readonly badEquality: '!=' | '==';
}

const or: BoolOperator = { name: 'or', token: '||', badEquality: '!=' };
const and: BoolOperator = { name: 'and', token: '&&', badEquality: '==' };

export const bools: Analyzer = {
  name: 'bools',
  run(pass) {
    const seen = new Set<BinaryExpr>();
    forEachNode(pass, ['BinaryExpr'], (x) => {
      if (seen.has(x) || (x.op !== '||' && x.op !== '&&')) return;
      const operator = x.op === '||' ? or : and;
      for (const operands of commutativeSets(pass, operator, x, seen)) {
        checkRedundant(pass, operator, operands);
        checkSuspect(pass, operator, operands);
      }
    });
  },
};

// Runs of operands without effects, which might stand in any order.
function commutativeSets(
  pass: Pass,
  operator: BoolOperator,
  x: BinaryExpr,
  seen: Set<BinaryExpr>,
): Expr[][] {
  const sets: Expr[][] = [];
  let current: Expr[] = [];
  for (const operand of split(operator, x, seen)) {
    if (hasNoEffects(pass, operand)) {
      current.push(operand);
      continue;
    }
    if (current.length > 0) sets.push(current);
    current = [];
  }
  if (current.length > 0) sets.push(current);
  return sets;
}

// The operands that the operator joins, the last one first.
function split(operator: BoolOperator, x: Expr, seen: Set<BinaryExpr>): Expr[] {
  const operands: Expr[] = [];
  let rest = unparen(x);
  while (rest.kind === 'BinaryExpr' && rest.op === operator.token) {
    seen.add(rest);
    operands.push(...split(operator, rest.y, seen));
    rest = unparen(rest.x);
  }
  operands.push(rest);
  return operands;
}

function checkRedundant(pass: Pass, operator: BoolOperator, operands: readonly Expr[]): void {
  const seen = new Set<string>();
  for (const operand of operands) {
    const text = expressionText(pass, operand);
    if (seen.has(text)) {
      pass.report(operand, `redundant ${operator.name}: ${text} ${operator.token} ${text}`);
    }
    seen.add(text);
  }
}

function checkSuspect(pass: Pass, operator: BoolOperator, operands: readonly Expr[]): void {
  const seen = new Map<string, string>();
  for (const operand of operands) {
    if (operand.kind !== 'BinaryExpr' || operand.op !== operator.badEquality) continue;
    const variable = comparedOrNull(pass, operand);
    if (variable === null) continue;
    const key = expressionText(pass, variable);
    const text = expressionText(pass, operand);
    const previous = seen.get(key);
    if (previous === undefined) seen.set(key, text);
    else if (previous !== text) {
      pass.report(operand, `suspect ${operator.name}: ${text} ${operator.token} ${previous}`);
    }
  }
}

// What is compared with a constant.
function comparedOrNull(pass: Pass, x: BinaryExpr): Expr | null {
  const isConstant = (operand: Expr): boolean =>
    (pass.info.types.get(operand)?.value ?? null) !== null;
  if (isConstant(x.y)) return x.x;
  return isConstant(x.x) ? x.y : null;
}
