// Which of two panics in one statement comes first. gc evaluates some operations early, each into a
// temporary, in source order (cmd/compile/internal/walk/order.go): min, max, len, make, slicing, type
// assertions, && and their like. All others it evaluates with the statement. So what may panic early
// comes before what may panic late, wherever it stands: in `a[i] + max(b[j], 0)` it is b[j].
//
// Marked are the early operations for which that can be told, as two nil pointers on one line cannot;
// a marked one gets an instruction of its own. Calls and receives have one anyway. Marks are made
// once for each text, before `hoists` is asked about it: instances of generic code agree, and those
// of the library are known to all programs.

import type { AssignStmt, Expr, Stmt } from '../syntax/ast.ts';
import type { FileSet } from '../syntax/pos.ts';
import type { Info } from '../types/info.ts';
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

/** What is known of the texts of a package. */
interface Marking {
  readonly info: Info;
  readonly fileSet: FileSet;
  /** The early operations that need an instruction of their own. */
  readonly found: Expr[];
}

const none: readonly Expr[] = [];
const known = new WeakMap<Info, Map<Stmt | Expr, readonly Expr[]>>();

/** Marks the early operations in a statement that need an instruction of their own. */
export function markPanicOrder(f: FuncLowering, stmt: Stmt): void {
  mark(f, stmt, (marking) => markStatement(marking, stmt));
}

/** The same for the value that a package variable starts with. */
export function markInitializer(f: FuncLowering, x: Expr): void {
  mark(f, x, (marking) => markTogether(marking, [x]));
}

function mark(f: FuncLowering, node: Stmt | Expr, find: (marking: Marking) => void): void {
  const { info, program } = f;
  const marks = known.get(info) ?? new Map<Stmt | Expr, readonly Expr[]>();
  known.set(info, marks);
  let found = marks.get(node);
  if (found === undefined) {
    const marking: Marking = { info, fileSet: program.options.fileSet, found: [] };
    find(marking);
    found = marking.found.length === 0 ? none : marking.found;
    marks.set(node, found);
  }
  for (const x of found) program.earlyPanics.add(x);
}

function markStatement(marking: Marking, stmt: Stmt): void {
  switch (stmt.kind) {
    case 'ExprStmt':
    case 'IncDecStmt':
      return markTogether(marking, [stmt.x]);
    case 'SendStmt':
      return markTogether(marking, [stmt.chan, stmt.value]);
    case 'GoStmt':
    case 'DeferStmt':
      return markTogether(marking, [stmt.call]);
    case 'ReturnStmt':
      return markTogether(marking, stmt.results);
    case 'IfStmt':
      return markTogether(marking, [stmt.cond]);
    case 'ForStmt':
      return markTogether(marking, [stmt.cond]);
    case 'RangeStmt':
      return markTogether(marking, [stmt.x]);
    case 'SwitchStmt':
      markTogether(marking, [stmt.tag]);
      for (const { list } of stmt.body.list) for (const x of list ?? []) markTogether(marking, [x]);
      return;
    case 'DeclStmt':
      for (const spec of stmt.decl.specs) {
        if (spec.kind === 'ValueSpec') markTogether(marking, spec.values);
      }
      return;
    case 'AssignStmt':
      // The value of a single assignment is evaluated before what it is assigned to.
      if (stmt.tok === '=' && stmt.lhs.length === 1) markAssignment(marking, stmt.lhs, stmt.rhs);
      else if (stmt.tok === ':=') markTogether(marking, stmt.rhs);
      else if (stmt.tok === '=') markTogether(marking, [...stmt.lhs, ...stmt.rhs]);
      else markOperation(marking, stmt);
      return;
    default:
      return;
  }
}

/** The same for expressions that are evaluated for one statement, in this order. */
function markTogether(marking: Marking, list: readonly (Expr | null)[]): void {
  const operands = list.filter((x) => x !== null).map((x) => operand(x));
  visitUnit(marking, operands, true);
}

// What is assigned comes before the late operations of the place that it is assigned to, and the
// early ones of the place come before all.
function markAssignment(marking: Marking, [to]: readonly Expr[], [from]: readonly Expr[]): void {
  if (to === undefined || from === undefined) return;
  const place = visitUnit(marking, [operand(to)], false);
  const value = visitUnit(marking, [operand(from)], false);
  const isFirst = canBeTold(marking, place.late, value.all);
  if (isFirst) marking.found.push(unparen(from));
  visitUnit(marking, [operand(to)], false, isFirst ? value.all : value.late);
}

// `m[k] += x` evaluates x before k, but with / and %.
function markOperation(marking: Marking, { lhs, tok, rhs }: AssignStmt): void {
  const [to] = lhs;
  const isMap = to?.kind === 'IndexExpr' && typeOf(marking.info, to.x)?.kind === 'Map';
  const way = isMap && tok !== '/=' && tok !== '%=' ? 'early' : 'late';
  visitUnit(marking, [...lhs.map((x) => operand(x)), ...rhs.map((x) => operand(x, way))], false);
}

/** `inTurn`: of each operand nothing but its early operations is done before the ones before it. */
function visitUnit(
  marking: Marking,
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
    visit(marking, each, unit);
  }
  markCandidates(marking, unit);
  return unit;
}

function markCandidates(marking: Marking, { candidates, earlyCount }: Unit): void {
  const told = candidates.findLastIndex(
    (each) => each.earlyCount === earlyCount && canBeTold(marking, each.before, each.own),
  );
  for (const { x } of candidates.slice(0, told + 1)) marking.found.push(x);
}

function visit(marking: Marking, { x: source, way }: Operand, unit: Unit): void {
  const { info } = marking;
  const x = unparen(source);
  if (!isEvaluated(info, x)) return;
  const parts = earlyParts(info, x);
  if (parts !== null || way === 'early' || (way === 'addressed' && !isAddressable(x))) {
    visitEarly(marking, x, parts ?? [operandsOf(info, x)], unit);
    return;
  }
  const from = unit.late.length;
  visitOperands(marking, x, unit);
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
  marking: Marking,
  x: Expr,
  parts: readonly (readonly Operand[])[],
  unit: Unit,
): void {
  const inTurn = x.kind === 'CallExpr' && !marking.info.builtinCalls.has(x);
  const panics = parts.flatMap((part) => visitUnit(marking, part, inTurn).all);
  const own = ownPanic(marking.info, x);
  if (own !== null) panics.push(own);
  if (panics.length === 0) return;
  if (canBeTold(marking, unit.late, panics)) marking.found.push(x);
  unit.all.push(...panics);
  unit.earlyCount++;
}

function visitOperands(marking: Marking, x: Expr, unit: Unit): void {
  const outer = unit.done;
  const from = unit.late.length;
  for (const each of operandsOf(marking.info, x)) {
    if (x.kind === 'CompositeLit') unit.done = [...outer, { from, to: unit.late.length }];
    visit(marking, each, unit);
  }
  unit.done = outer;
}

/** Whether which of two panics comes first makes a difference. */
function canBeTold(
  marking: Marking,
  some: readonly MayPanic[],
  others: readonly MayPanic[],
): boolean {
  const lineOf = ({ pos }: MayPanic): number => marking.fileSet.position(pos).line;
  return some.some((x) => others.some((y) => !(x.isNil && y.isNil) || lineOf(x) !== lineOf(y)));
}
