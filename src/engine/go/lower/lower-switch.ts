// Switches (spec, "Switch statements"): a chain of tests, clause after clause.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import type { CaseClause, Expr as AstExpr, SwitchStmt, TypeSwitchStmt } from '../syntax/ast.ts';
import type { Label } from './code-list.ts';
import type { FuncLowering } from './func-lowering.ts';
import { anyHoists, unparen } from './hoists.ts';
import { compareValues } from './lower-operator.ts';

export function lowerSwitch(f: FuncLowering, stmt: SwitchStmt): void {
  const name = f.takeLabel();
  if (stmt.init !== null) f.rules.statement(f, stmt.init);
  f.pos = stmt.tag?.pos ?? stmt.pos;
  const tag = stmt.tag === null ? null : tagOf(f, stmt.tag);
  lowerClauses(f, name, stmt.body.list, (clause, body, next) => {
    for (const group of grouped(f, clause.list ?? [])) {
      const more = group.isLast ? next : f.code.newLabel();
      f.pos = group.tests[0]?.pos ?? clause.pos;
      f.withTemps(() => testGroup(f, tag, group.tests, body, more));
      if (!group.isLast) f.code.bind(more);
    }
  });
}

interface Tag {
  readonly value: Expr;
  readonly type: TypeId;
}

/** The tag is evaluated once, before all cases. */
function tagOf(f: FuncLowering, tag: AstExpr): Tag {
  const type = f.typeOf(tag);
  const inner = unparen(tag);
  const value = f.rules.expr(f, tag, true);
  if (value.kind === 'const') return { value, type };
  // A variable that only this function knows cannot change while the cases are tested.
  const isRegister =
    inner.kind === 'Ident' && value.kind === 'load' && value.place.kind === 'local';
  if (isRegister && !f.isAggregate(type)) return { value, type };
  return { value: f.spillShared(value, type), type };
}

interface Group {
  readonly tests: readonly AstExpr[];
  readonly isLast: boolean;
}

/** Cases of one clause that one instruction can test: those without calls, side by side. */
function grouped(f: FuncLowering, list: readonly AstExpr[]): readonly Group[] {
  const groups: AstExpr[][] = [];
  for (const x of list) {
    const last = groups[groups.length - 1];
    if (last === undefined || anyHoists(f, [x]) || anyHoists(f, last)) groups.push([x]);
    else last.push(x);
  }
  return groups.map((tests, i) => ({ tests, isLast: i === groups.length - 1 }));
}

function testGroup(
  f: FuncLowering,
  tag: Tag | null,
  tests: readonly AstExpr[],
  body: Label,
  next: Label,
): void {
  const [only] = tests;
  if (tag === null && tests.length === 1 && only !== undefined) {
    f.rules.condition(f, only, body, next);
    return;
  }
  const conditions = tests.map((x) =>
    tag === null ? f.rules.expr(f, x, false) : matches(f, tag, x),
  );
  const all = conditions.reduce((x, y): Expr => ({ kind: 'or', x, y }));
  f.branch(all, body, next);
}

function matches(f: FuncLowering, tag: Tag, x: AstExpr): Expr {
  if (f.isNilOperand(x)) {
    return { kind: 'isNil', x: tag.value, operandKind: f.types.kind(tag.type) };
  }
  const value = f.rules.expr(f, x, false);
  return compareValues(f, '==', tag.value, tag.type, value, f.typeOf(x));
}

/** Emits tests and bodies of all clauses; the default clause is taken when no test succeeds. */
function lowerClauses(
  f: FuncLowering,
  name: string,
  clauses: readonly CaseClause[],
  test: (clause: CaseClause, body: Label, next: Label) => void,
  start: (clause: CaseClause) => void = () => {},
): void {
  const end = f.code.newLabel();
  const bodies = clauses.map(() => f.code.newLabel());
  let otherwise = end;
  clauses.forEach((clause, i) => {
    const body = bodies[i];
    assert(body !== undefined, 'each clause has a label');
    if (clause.list === null) {
      otherwise = body;
      return;
    }
    const next = f.code.newLabel();
    test(clause, body, next);
    f.code.bind(next);
  });
  f.jump(otherwise);
  f.targets.push({ name, breakLabel: end, continueLabel: null });
  clauses.forEach((clause, i) => {
    f.code.bind(bodies[i] ?? end);
    const outer = f.fallthroughLabel;
    f.fallthroughLabel = bodies[i + 1] ?? null;
    f.pos = clause.pos;
    start(clause);
    f.rules.list(f, clause.body);
    f.fallthroughLabel = outer;
    f.jump(end);
  });
  f.targets.pop();
  f.code.bind(end);
}

export function lowerTypeSwitch(f: FuncLowering, stmt: TypeSwitchStmt): void {
  const name = f.takeLabel();
  if (stmt.init !== null) f.rules.statement(f, stmt.init);
  f.pos = stmt.guard.pos;
  const boxType = f.typeOf(stmt.guard.x);
  const box = f.spillShared(f.rules.expr(f, stmt.guard.x, false), boxType);
  const test = (clause: CaseClause, body: Label, next: Label): void => {
    f.pos = clause.pos;
    const tests = (clause.list ?? []).map((x): Expr => {
      if (f.isNilOperand(x)) return { kind: 'isNil', x: box, operandKind: 'interface' };
      return { kind: 'typeTest', x: box, type: f.typeOf(x) };
    });
    f.branch(
      tests.reduce((x, y): Expr => ({ kind: 'or', x, y })),
      body,
      next,
    );
  };
  const start = (clause: CaseClause): void => {
    const variable = f.info.implicits.get(clause);
    if (variable?.kind !== 'Var' || !isUsed(f, stmt, clause)) return;
    f.initialise(variable, clauseValue(f, clause, box, f.typeOfVariable(variable), boxType));
  };
  lowerClauses(f, name, stmt.body.list, test, start);
}

/** A clause's variable costs nothing where the clause is empty. */
function isUsed(f: FuncLowering, stmt: TypeSwitchStmt, clause: CaseClause): boolean {
  return stmt.bind !== null && clause.body.length > 0 && f.code.reachable;
}

/** What the switch's variable is in a clause: the content for one type, else the interface. */
function clauseValue(
  f: FuncLowering,
  clause: CaseClause,
  box: Expr,
  type: TypeId,
  boxType: TypeId,
): Expr {
  const [only] = clause.list ?? [];
  const isSingle = clause.list?.length === 1 && only !== undefined && !f.isNilOperand(only);
  if (!isSingle || f.types.kind(type) === 'interface') return box;
  assert(type !== boxType, 'a concrete type is not the interface');
  return f.kept({ kind: 'unbox', x: box, type }, type);
}
