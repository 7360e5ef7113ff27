// Unary and binary operators, comparisons and conditions (spec, "Operators"; order of evaluation in
// hoists.ts).

import type { BinaryOp, CompareOp, Expr } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import type { BinaryExpr, Expr as AstExpr, UnaryExpr } from '../syntax/ast.ts';
import { comparisonOf, loadLocal, localPlace, not } from './build.ts';
import type { Label } from './code-list.ts';
import type { FuncLowering } from './func-lowering.ts';
import { hoists, unparen } from './hoists.ts';
import { convertImplicit } from './lower-conversion.ts';

export function lowerUnary(f: FuncLowering, x: UnaryExpr, followed: boolean): Expr {
  const type = f.typeOf(x);
  switch (x.op) {
    case '&':
      return f.rules.address(f, x.x, followed);
    case '<-':
      return lowerReceive(f, x, type);
    case '!':
      return not(f.rules.expr(f, x.x, followed));
    case '-':
      return { kind: 'negate', type, x: f.rules.expr(f, x.x, followed) };
    case '^':
      return { kind: 'complement', type, x: f.rules.expr(f, x.x, followed) };
    case '+':
      return f.rules.expr(f, x.x, followed);
    case '~':
      throw new Error('Broken invariant: ~ occurs only in constraints');
  }
}

/** A receive whose value is used. */
function lowerReceive(f: FuncLowering, x: UnaryExpr, type: TypeId): Expr {
  const channel = f.rules.expr(f, x.x, false);
  const value = f.newOwnedTemp(type);
  emitReceive(f, x, channel, value, null);
  return loadLocal(value, type);
}

/** The receive operation `x` into registers. */
export function emitReceive(
  f: FuncLowering,
  x: UnaryExpr,
  channel: Expr,
  value: number | null,
  ok: number | null,
): void {
  const { elem } = f.types.entry(f.typeOf(x.x));
  const site = f.site(f.sourceText(x.x), {}, x.pos);
  f.emit({ kind: 'receive', channel, value, ok, elem, site, pos: x.pos });
}

export function lowerBinary(f: FuncLowering, x: BinaryExpr, followed: boolean): Expr {
  switch (x.op) {
    case '&&':
    case '||':
      return lowerLogical(f, x, followed);
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
      return lowerComparison(f, x.op, x.x, x.y, followed);
    case '<<':
    case '>>': {
      const type = f.typeOf(x);
      const left = f.rules.expr(f, x.x, followed || hoists(f, x.y));
      return lowerShift(f, x.op, type, left, x.y, followed);
    }
    default: {
      const type = f.typeOf(x);
      const left = f.rules.exprTo(f, x.x, type, followed || hoists(f, x.y));
      const right = f.rules.exprTo(f, x.y, type, followed);
      return arithmetic(x.op, type, left, right);
    }
  }
}

export function arithmetic(op: BinaryOp, type: TypeId, x: Expr, y: Expr): Expr {
  return { kind: 'binary', op, type, x, y };
}

/** Shifts x by the count that an expression says; a constant count may be a float such as 1.0. */
export function lowerShift(
  f: FuncLowering,
  op: '<<' | '>>',
  type: TypeId,
  x: Expr,
  count: AstExpr,
  followed: boolean,
): Expr {
  const value = f.constantOrNull(count);
  const countType = value === null ? f.typeOf(count) : f.types.basic('uint');
  const y = f.rules.exprTo(f, count, countType, followed);
  return { kind: 'shift', op, type, x, y, countType };
}

function lowerLogical(f: FuncLowering, x: BinaryExpr, followed: boolean): Expr {
  const type = f.typeOf(x);
  const kind = x.op === '&&' ? 'and' : 'or';
  if (!hoists(f, x.y)) {
    const left = f.rules.expr(f, x.x, false);
    const tree: Expr = { kind, x: left, y: f.rules.expr(f, x.y, false) };
    return followed ? f.spill(tree, type) : tree;
  }
  const result = f.newTemp(type);
  f.assign(localPlace(result), f.rules.expr(f, x.x, false), type);
  const [more, done] = [f.code.newLabel(), f.code.newLabel()];
  const left = loadLocal(result, type);
  f.branch(left, kind === 'and' ? more : done, kind === 'and' ? done : more);
  f.code.bind(more);
  f.assign(localPlace(result), f.rules.expr(f, x.y, false), type);
  f.code.bind(done);
  return loadLocal(result, type);
}

function lowerComparison(
  f: FuncLowering,
  op: CompareOp,
  x: AstExpr,
  y: AstExpr,
  followed: boolean,
): Expr {
  const xFollowed = followed || hoists(f, y);
  if (f.isNilOperand(y)) return nilTest(f, op, f.rules.expr(f, x, followed), f.typeOf(x));
  if (f.isNilOperand(x)) return nilTest(f, op, f.rules.expr(f, y, followed), f.typeOf(y));
  const [xType, yType] = [f.typeOf(x), f.typeOf(y)];
  const left = comparedOperand(f, x, xType, xFollowed);
  const right = comparedOperand(f, y, yType, followed);
  return compareValues(f, op, left, xType, right, yType);
}

// gc hands structs and arrays to the comparison by address, so values without one are evaluated
// in their place in the order.
function comparedOperand(f: FuncLowering, x: AstExpr, type: TypeId, followed: boolean): Expr {
  const value = f.rules.expr(f, x, followed);
  const isEarly = followed && f.isAggregate(type) && !isAddressable(x);
  return isEarly ? f.spill(value, type) : value;
}

/** A syntactic approximation of addressability that is exact for what is read late. */
export function isAddressable(x: AstExpr): boolean {
  const inner = unparen(x);
  return ['Ident', 'SelectorExpr', 'IndexExpr', 'StarExpr'].includes(inner.kind);
}

function nilTest(f: FuncLowering, op: CompareOp, x: Expr, type: TypeId): Expr {
  const test: Expr = { kind: 'isNil', x, operandKind: f.types.kind(type) };
  return op === '!=' ? not(test) : test;
}

/** Compares two values of maybe different types: an interface and what may be in it. */
export function compareValues(
  f: FuncLowering,
  op: CompareOp,
  x: Expr,
  xType: TypeId,
  y: Expr,
  yType: TypeId,
): Expr {
  const xIsInterface = f.types.kind(xType) === 'interface';
  const yIsInterface = f.types.kind(yType) === 'interface';
  const type = xIsInterface || !yIsInterface ? xType : yType;
  const left = xIsInterface === yIsInterface ? x : convertImplicit(f, x, xType, type);
  const right = xIsInterface === yIsInterface ? y : convertImplicit(f, y, yType, type);
  const entry = f.types.entry(type);
  const elemIsAggregate = entry.kind === 'pointer' && f.isAggregate(entry.elem);
  const comparison = comparisonOf(entry.kind, elemIsAggregate);
  return { kind: 'compare', op, comparison, type, x: left, y: right };
}

/** Jumps to `then` if the condition holds, else to `otherwise`. */
export function lowerCondition(f: FuncLowering, x: AstExpr, then: Label, otherwise: Label): void {
  const inner = unparen(x);
  if ((f.info.types.get(inner)?.value ?? null) === null && hoists(f, inner)) {
    if (inner.kind === 'UnaryExpr' && inner.op === '!') {
      f.rules.condition(f, inner.x, otherwise, then);
      return;
    }
    if (inner.kind === 'BinaryExpr' && (inner.op === '&&' || inner.op === '||')) {
      const middle = f.code.newLabel();
      if (inner.op === '&&') f.rules.condition(f, inner.x, middle, otherwise);
      else f.rules.condition(f, inner.x, then, middle);
      f.code.bind(middle);
      f.rules.condition(f, inner.y, then, otherwise);
      return;
    }
  }
  const condition = f.rules.expr(f, inner, false);
  if (condition.kind === 'const') {
    f.jump(condition.value === true ? then : otherwise);
    return;
  }
  f.branch(condition, then, otherwise);
}
