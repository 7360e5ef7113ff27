// Ways to evaluate an expression, by what is expected of it: a value, one or many, maybe generic,
// or a value or type (types2 expr.go, call.go). All go through the checker's `rawExpr`.

import type { Expr, Ident } from '../syntax/ast.ts';
import { startPos } from '../syntax/positions.ts';
import { Typ } from './basic.ts';
import type { Checker, Target } from './checker.ts';
import { Operand, type OperandMode } from './operand.ts';
import { commonUnderOrNull } from './type-set.ts';
import type { Type } from './type.ts';
import { errorType } from './universe.ts';

/** A target for inference if values of the type are functions, else null. */
export function newTarget(type: Type, description: string): Target | null {
  const signature = commonUnderOrNull(type);
  return signature?.kind === 'Signature' ? { signature, description } : null;
}

const noValueOrType: readonly OperandMode[] = ['novalue', 'builtin', 'typexpr'];

/** Evaluates an expression that must have one value; a target helps to infer type arguments. */
export function expr(check: Checker, target: Target | null, x: Operand, e: Expr): void {
  check.rawExpr(target, x, e, null, false);
  exclude(check, x, noValueOrType);
  singleValue(check, x);
}

/** As `expr`, but the value may be a generic function. */
export function genericExpr(check: Checker, x: Operand, e: Expr, hint: Type | null = null): void {
  check.rawExpr(null, x, e, hint, true);
  exclude(check, x, noValueOrType);
  singleValue(check, x);
}

/** Evaluates an expression that may be a value or a type. */
export function exprOrType(check: Checker, x: Operand, e: Expr, allowGeneric: boolean): void {
  check.rawExpr(null, x, e, null, allowGeneric);
  exclude(check, x, ['novalue']);
  singleValue(check, x);
}

export interface MultiValue {
  /** At least one; if there is an error the first is invalid. */
  readonly list: readonly Operand[];
  /** The second value is the ok of a comma-ok expression. */
  readonly commaOk: boolean;
}

/** Evaluates an expression with any number of values; with `allowCommaOk` x, ok forms have two. */
export function multiExpr(check: Checker, e: Expr, allowCommaOk: boolean): MultiValue {
  const x = new Operand();
  check.rawExpr(null, x, e, null, false);
  exclude(check, x, noValueOrType);
  if (x.isValid && x.type.kind === 'Tuple') {
    const list = x.type.vars.map((variable, i) =>
      standIn(e, nth(i + 1, 'function result'), variable.type),
    );
    return { list, commaOk: false };
  }
  const hasOk = x.mode === 'mapindex' || x.mode === 'commaok' || x.mode === 'commaerr';
  if (!allowCommaOk || !hasOk) return { list: [x], commaOk: false };
  const second =
    x.mode === 'commaerr'
      ? standIn(e, 'err value of (comma, err) expression', errorType)
      : standIn(e, 'ok value of (comma, ok) expression', Typ.untypedBool);
  return { list: [x, second], commaOk: true };
}

// A value that no expression of its own stands for; messages call it by `name`.
function standIn(e: Expr, name: string, type: Type): Operand {
  const pos = startPos(e);
  const ident: Ident = { kind: 'Ident', pos, end: e.end, name };
  const x = new Operand();
  x.mode = 'value';
  x.expr = ident;
  x.type = type;
  return x;
}

function nth(n: number, what: string): string {
  const ending = n === 1 ? 'st' : n === 2 ? 'nd' : n === 3 ? 'rd' : 'th';
  return `${n}${ending} ${what}`;
}

/** Reports an operand of one of the modes and makes it invalid. */
export function exclude(check: Checker, x: Operand, modes: readonly OperandMode[]): void {
  if (!modes.includes(x.mode)) return;
  const text = check.operandText(x);
  if (x.mode === 'novalue') {
    const orType = modes.includes('typexpr') ? '' : ' or type';
    check.error(x, 'TooManyValues', `${text} used as value${orType}`);
  } else if (x.mode === 'builtin') check.error(x, 'UncalledBuiltin', `${text} must be called`);
  else check.error(x, 'NotAnExpr', `${text} is not an expression`);
  x.invalidate();
}

/** Reports an operand of several values and makes it invalid. */
export function singleValue(check: Checker, x: Operand): void {
  if (x.mode !== 'value' || x.type.kind !== 'Tuple') return;
  const message = `multiple-value ${check.operandText(x)} in single-value context`;
  check.error(x, 'TooManyValues', message);
  x.invalidate();
}

/** Evaluates expressions that an error made useless, so that what they mention counts as used. */
export function use(check: Checker, args: readonly Expr[]): boolean {
  let ok = true;
  for (const e of args) if (!useOne(check, e, false)) ok = false;
  return ok;
}

/** As `use`, but variables that are assigned to do not count as used. */
export function useLHS(check: Checker, args: readonly Expr[]): boolean {
  let ok = true;
  for (const e of args) if (!useOne(check, e, true)) ok = false;
  return ok;
}

function useOne(check: Checker, e: Expr, isLHS: boolean): boolean {
  let inner = e;
  while (inner.kind === 'ParenExpr') inner = inner.x;
  const x = new Operand();
  if (inner.kind !== 'Ident') {
    check.rawExpr(null, x, e, null, true);
    return x.isValid;
  }
  if (inner.name === '_') return true;
  const object = isLHS ? check.lookup(inner.name) : null;
  const variable = object?.kind === 'Var' && object.pkg === check.pkg ? object : null;
  const wasUsed = variable !== null && check.usedVars.has(variable);
  exprOrType(check, x, inner, true);
  if (variable !== null && !wasUsed) check.usedVars.delete(variable);
  return x.isValid;
}
