// Which of two panics in one statement comes first. gc evaluates some operations early, each into a
// temporary, in source order (cmd/compile/internal/walk/order.go): min, max, len, make, slicing, type
// assertions, && and their like. All others it evaluates with the statement. So what may panic early
// comes before what may panic late, wherever it stands: in `a[i] + max(b[j], 0)` it is b[j].
//
// Marked are the early operations for which that can be told, as two nil pointers on one line cannot;
// a marked one gets an instruction of its own. Calls and receives have one anyway. Marks are made
// once for each text, before `hoists` is asked about it, so that instances of generic code agree.

import type { AssignStmt, Expr, Stmt } from '../syntax/ast.ts';
import type { FuncLowering } from './func-lowering.ts';
import { unparen } from './hoists.ts';
import { isAddressable } from './lower-operator.ts';
import {
  earlyParts,
  isEvaluated,
  type MayPanic,
  type Operand,
  operand,
  operandsOf,
  ownPanic,
  typeOf,
} from './panic-operands.ts';

/** What may be evaluated between the early and the late. */
interface Candidate {
  readonly x: Expr;
  /** What it would overtake. */
  readonly before: readonly MayPanic[];
  readonly own: readonly MayPanic[];
  readonly earlyCount: number;
}

/** What is evaluated together: a statement, a call, an early operation. */
interface Unit {
  /** What may panic in it after all that is early, wherever that stands. */
  readonly late: MayPanic[];
  /** All that may panic in it. */
  readonly all: MayPanic[];
  /** Those of `late` that belong to candidates. */
  readonly between: Set<MayPanic>;
  readonly candidates: Candidate[];
  /** How many of its operations may panic early. */
  earlyCount: number;
  /** Parts of `late` that are done before what comes now: earlier elements, earlier arguments. */
  done: readonly Range[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Marks the early operations in a statement that need an instruction of their own. */
export function markPanicOrder(f: FuncLowering, stmt: Stmt): void {
  switch (stmt.kind) {
    case 'ExprStmt':
    case 'IncDecStmt':
      return markTogether(f, [stmt.x]);
    case 'SendStmt':
      return markTogether(f, [stmt.chan, stmt.value]);
    case 'GoStmt':
    case 'DeferStmt':
      return markTogether(f, [stmt.call]);
    case 'ReturnStmt':
      return markTogether(f, stmt.results);
    case 'IfStmt':
      return markTogether(f, [stmt.cond]);
    case 'ForStmt':
      return markTogether(f, [stmt.cond]);
    case 'RangeStmt':
      return markTogether(f, [stmt.x]);
    case 'SwitchStmt':
      markTogether(f, [stmt.tag]);
      for (const { list } of stmt.body.list) for (const x of list ?? []) markTogether(f, [x]);
      return;
    case 'DeclStmt':
      for (const spec of stmt.decl.specs) {
        if (spec.kind === 'ValueSpec') markTogether(f, spec.values);
      }
      return;
    case 'AssignStmt':
      // The value of a single assignment is evaluated before what it is assigned to.
      if (stmt.tok === '=' && stmt.lhs.length === 1) markAssignment(f, stmt.lhs, stmt.rhs);
      else if (stmt.tok === ':=') markTogether(f, stmt.rhs);
      else if (stmt.tok === '=') markTogether(f, [...stmt.lhs, ...stmt.rhs]);
      else markOperation(f, stmt);
      return;
    default:
      return;
  }
}

/** The same for expressions that are evaluated for one statement, in this order. */
export function markTogether(f: FuncLowering, list: readonly (Expr | null)[]): void {
  const operands = list.filter((x) => x !== null).map((x) => operand(x));
  visitUnit(f, operands, true);
}

// What is assigned comes before the late operations of the place that it is assigned to, and the
// early ones of the place come before all.
function markAssignment(f: FuncLowering, [to]: readonly Expr[], [from]: readonly Expr[]): void {
  if (to === undefined || from === undefined) return;
  const place = visitUnit(f, [operand(to)], false);
  const value = visitUnit(f, [operand(from)], false);
  const isFirst = canBeTold(f, place.late, value.all);
  if (isFirst) f.program.earlyPanics.add(unparen(from));
  visitUnit(f, [operand(to)], false, isFirst ? value.all : value.late);
}

// `m[k] += x` evaluates x before k, but with / and %.
function markOperation(f: FuncLowering, { lhs, tok, rhs }: AssignStmt): void {
  const [to] = lhs;
  const isMap = to?.kind === 'IndexExpr' && typeOf(f.info, to.x)?.kind === 'Map';
  const way = isMap && tok !== '/=' && tok !== '%=' ? 'early' : 'late';
  visitUnit(f, [...lhs.map((x) => operand(x)), ...rhs.map((x) => operand(x, way))], false);
}

/** `inTurn`: of each operand nothing but its early operations is done before the ones before it. */
function visitUnit(
  f: FuncLowering,
  operands: readonly Operand[],
  inTurn: boolean,
  before: readonly MayPanic[] = [],
): Unit {
  const unit: Unit = {
    late: [...before],
    all: [],
    between: new Set(before),
    candidates: [],
    earlyCount: 0,
    done: [],
  };
  for (const each of operands) {
    if (inTurn) unit.done = [{ from: 0, to: unit.late.length }];
    visit(f, each, unit);
  }
  markCandidates(f, unit);
  return unit;
}

function markCandidates(f: FuncLowering, { candidates, earlyCount }: Unit): void {
  const told = candidates.findLastIndex(
    (each) => each.earlyCount === earlyCount && canBeTold(f, each.before, each.own),
  );
  for (const { x } of candidates.slice(0, told + 1)) f.program.earlyPanics.add(x);
}

function visit(f: FuncLowering, { x: source, way }: Operand, unit: Unit): void {
  const { info } = f;
  const x = unparen(source);
  if (!isEvaluated(info, x)) return;
  const parts = earlyParts(info, x);
  if (parts !== null || way === 'early' || (way === 'addressed' && !isAddressable(x))) {
    visitEarly(f, x, parts ?? [operandsOf(info, x)], unit);
    return;
  }
  const from = unit.late.length;
  visitOperands(f, x, unit);
  const own = ownPanic(info, x);
  if (own !== null) {
    unit.late.push(own);
    unit.all.push(own);
  }
  if (way !== 'between' || unit.late.length === from) return;
  const { done, between, earlyCount } = unit;
  const isPending = (panic: MayPanic, i: number): boolean =>
    !between.has(panic) && !done.some((range) => range.from <= i && i < range.to);
  const ofIt = unit.late.slice(from);
  unit.candidates.push({
    x,
    before: unit.late.slice(0, from).filter(isPending),
    own: ofIt,
    earlyCount,
  });
  for (const panic of ofIt) between.add(panic);
}

function visitEarly(
  f: FuncLowering,
  x: Expr,
  parts: readonly (readonly Operand[])[],
  unit: Unit,
): void {
  const inTurn = x.kind === 'CallExpr' && !f.info.builtinCalls.has(x);
  const panics = parts.flatMap((part) => visitUnit(f, part, inTurn).all);
  const own = ownPanic(f.info, x);
  if (own !== null) panics.push(own);
  if (panics.length === 0) return;
  if (canBeTold(f, unit.late, panics)) f.program.earlyPanics.add(x);
  unit.all.push(...panics);
  unit.earlyCount++;
}

function visitOperands(f: FuncLowering, x: Expr, unit: Unit): void {
  const outer = unit.done;
  const from = unit.late.length;
  for (const each of operandsOf(f.info, x)) {
    if (x.kind === 'CompositeLit') unit.done = [...outer, { from, to: unit.late.length }];
    visit(f, each, unit);
  }
  unit.done = outer;
}

/** Whether which of two panics comes first makes a difference. */
function canBeTold(
  f: FuncLowering,
  some: readonly MayPanic[],
  others: readonly MayPanic[],
): boolean {
  const lineOf = ({ pos }: MayPanic): number => f.program.options.fileSet.position(pos).line;
  return some.some((x) => others.some((y) => !(x.isNil && y.isNil) || lineOf(x) !== lineOf(y)));
}
