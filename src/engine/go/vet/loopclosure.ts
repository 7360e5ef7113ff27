// Loop variables in function literals that run later: before go1.22 all iterations share one
// variable, so the goroutine sees the last value.

import type { CallExpr, Expr, ForStmt, RangeStmt, Stmt } from '../syntax/ast.ts';
import { inspect } from '../syntax/walk.ts';
import type { Obj } from '../types/type.ts';
import { versionAllows } from '../types/version.ts';
import { calleeOrNull, isMethodNamed } from './calls.ts';
import { type Analyzer, objectOrNull, type Pass } from './pass.ts';

export const loopclosure: Analyzer = {
  name: 'loopclosure',
  run(pass) {
    for (const file of pass.files) {
      if (versionAllows(pass.info.fileVersions.get(file.source.name) ?? '', 'go1.22')) continue;
      inspect(file, (node) => {
        if (node.kind === 'ForStmt' || node.kind === 'RangeStmt') checkLoop(pass, node);
        return true;
      });
    }
  },
};

function checkLoop(pass: Pass, loop: ForStmt | RangeStmt): void {
  const variables = new Set<Obj>();
  for (const x of updatedBy(loop)) {
    const object = objectOrNull(pass, x);
    if (object !== null) variables.add(object);
  }
  if (variables.size === 0) return;
  const report = (statements: readonly Stmt[]): void => {
    for (const statement of statements) reportCaptured(pass, variables, statement);
  };
  forEachLast(loop.body.list, (last) => report(laterStatements(pass, last)));
  for (const statement of loop.body.list) {
    if (statement.kind !== 'ExprStmt' || statement.x.kind !== 'CallExpr') continue;
    report(parallelSubtest(pass, statement.x));
  }
}

function updatedBy(loop: ForStmt | RangeStmt): readonly Expr[] {
  if (loop.kind === 'RangeStmt') return [loop.key, loop.value].filter((x) => x !== null);
  if (loop.post?.kind === 'AssignStmt') return loop.post.lhs;
  return loop.post?.kind === 'IncDecStmt' ? [loop.post.x] : [];
}

// Whether a go statement is followed by a wait is hard to tell, so only last statements count.
function forEachLast(list: readonly Stmt[], visit: (last: Stmt) => void): void {
  const last = list.at(-1);
  if (last === undefined) return;
  switch (last.kind) {
    case 'IfStmt':
      forEachLast(last.body.list, visit);
      if (last.else?.kind === 'BlockStmt') forEachLast(last.else.list, visit);
      else if (last.else !== null) forEachLast([last.else], visit);
      return;
    case 'ForStmt':
    case 'RangeStmt':
      return forEachLast(last.body.list, visit);
    case 'SwitchStmt':
    case 'TypeSwitchStmt':
    case 'SelectStmt':
      for (const clause of last.body.list) forEachLast(clause.body, visit);
      return;
    default:
      return visit(last);
  }
}

// The body of the function literal that a go, defer or errgroup's Go runs later.
function laterStatements(pass: Pass, statement: Stmt): readonly Stmt[] {
  const bodyOf = (x: Expr | undefined): readonly Stmt[] =>
    x?.kind === 'FuncLit' ? x.body.list : [];
  if (statement.kind === 'GoStmt' || statement.kind === 'DeferStmt') {
    return statement.call.kind === 'CallExpr' ? bodyOf(statement.call.fun) : [];
  }
  if (statement.kind !== 'ExprStmt' || statement.x.kind !== 'CallExpr') return [];
  const callee = calleeOrNull(pass, statement.x);
  if (!isMethodNamed(callee, 'golang.org/x/sync/errgroup', 'Group', 'Go')) return [];
  return bodyOf(statement.x.args[0]);
}

// The statements of a subtest after its call of t.Parallel, as far as no label stands before them.
function parallelSubtest(pass: Pass, call: CallExpr): readonly Stmt[] {
  if (!isMethodNamed(calleeOrNull(pass, call), 'testing', 'T', 'Run')) return [];
  const literal = call.args[1];
  if (call.args.length !== 2 || literal?.kind !== 'FuncLit') return [];
  const name = literal.type.params.list[0]?.names[0];
  const t = name === undefined ? null : (pass.info.defs.get(name) ?? null);
  if (t === null) return [];
  let statements: Stmt[] = [];
  let isParallel = false;
  for (const outer of literal.body.list) {
    let statement = outer;
    while (statement.kind === 'LabeledStmt') statement = statement.stmt;
    if (outer.kind === 'LabeledStmt') {
      statements = [];
      isParallel = false;
    }
    if (isParallel) statements.push(statement);
    else if (statement.kind === 'ExprStmt') isParallel = isCallOfParallel(pass, statement.x, t);
  }
  return statements;
}

function isCallOfParallel(pass: Pass, x: Expr, t: Obj): boolean {
  if (x.kind !== 'CallExpr' || x.fun.kind !== 'SelectorExpr' || x.fun.x.kind !== 'Ident') {
    return false;
  }
  const isParallel = isMethodNamed(calleeOrNull(pass, x), 'testing', 'T', 'Parallel');
  return isParallel && pass.info.uses.get(x.fun.x) === t;
}

function reportCaptured(pass: Pass, variables: ReadonlySet<Obj>, statement: Stmt): void {
  inspect(statement, (node) => {
    if (node.kind !== 'Ident') return true;
    const object = pass.info.uses.get(node);
    if (object !== undefined && variables.has(object)) {
      pass.report(node, `loop variable ${node.name} captured by func literal`);
    }
    return true;
  });
}
