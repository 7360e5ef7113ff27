// Loops over functions (spec, "For statements with range clause"; cmd/compile/internal/rangefunc).
// The body becomes a function that is handed to the iterator; it says true to go on and false to
// stop. A state variable per loop finds iterators that call the body when they must not; what
// leaves the body for elsewhere is noted in the exit variable of the function and carried out after
// the iterator has returned.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import type { RangeStmt, ReturnStmt } from '../syntax/ast.ts';
import type { Var } from '../types/type.ts';
import { inspect } from '../syntax/walk.ts';
import { compareDirect, constant, loadLocal } from './build.ts';
import { type BodyExit, FuncLowering } from './func-lowering.ts';
import { declareCaptures } from './function-body.ts';
import { destinationOf, storeAll } from './lower-assign.ts';
import { convertImplicit } from './lower-conversion.ts';
import { storeResults } from './lower-return.ts';

// The states of a loop, as in internal/abi: what the body finds or leaves behind.
const stateDone = 0;
const stateReady = 1;
const statePanic = 2;
const stateExhausted = 3;
const stateMissingPanic = 4;

export function lowerRangeFunc(f: FuncLowering, stmt: RangeStmt, name: string): void {
  const state = f.facts.rangeStates.get(stmt);
  assert(state !== undefined, 'loops over functions were analysed');
  const int = f.types.basic('int');
  if (f.rangeBody === null) prepareHome(f);
  f.initialise(state, constant(int, stateReady));
  const iterator = f.rules.expr(f, stmt.x, false);
  const { body, exits } = lowerBody(f, stmt, name, state);
  f.emit({
    kind: 'call',
    callee: { kind: 'closure', closure: iterator },
    args: [body],
    results: [],
    site: f.site('', {}, stmt.pos),
    pos: stmt.pos,
  });
  // An iterator that recovers from the body's panic must not return as if nothing had happened.
  const [swallowed, fine] = [f.code.newLabel(), f.code.newLabel()];
  f.branch(isState(f, state, statePanic), swallowed, fine);
  f.code.bind(swallowed);
  panicState(f, constant(int, stateMissingPanic));
  f.code.bind(fine);
  setVariable(f, state, stateExhausted);
  for (const exit of exits) carryOut(f, exit);
}

/** The exit variable and, for defers in bodies, the token of this frame. */
function prepareHome(f: FuncLowering): void {
  const { exit, token } = f.functionFacts;
  f.initialise(exit, constant(f.types.basic('int'), 0));
  if (!f.functionFacts.hasDefer) return;
  f.emit({ kind: 'frameToken', local: f.declare(token), pos: f.pos });
}

function lowerBody(
  f: FuncLowering,
  stmt: RangeStmt,
  name: string,
  state: Var,
): { readonly body: Expr; readonly exits: readonly BodyExit[] } {
  const facts = f.facts.functions.get(stmt);
  assert(facts !== undefined, 'bodies of loops over functions were analysed');
  const id = f.program.newFunc();
  const child = new FuncLowering(f, id, f.name + facts.suffix, stmt);
  const { code } = child;
  const exits: BodyExit[] = [];
  const rangeBody = {
    stmt,
    parent: f,
    exits,
    continueLabel: code.newLabel(),
    breakLabel: code.newLabel(),
  };
  child.rangeBody = rangeBody;
  child.pos = stmt.pos;
  const captureCount = declareCaptures(child);
  const yieldType = f.types.entry(f.types.entry(f.typeOf(stmt.x)).params[0] ?? -1);
  const params = yieldType.params.map((type) =>
    child.newLocal({ name: '', type, storage: 'register', declared: null }),
  );
  child.ownResultTypes = yieldType.results;
  enterBody(child, state);
  child.withTemps(() =>
    startIteration(
      child,
      stmt,
      params.map((local, i) => loadLocal(local, yieldType.params[i] ?? -1)),
      yieldType.params,
    ),
  );
  const { breakLabel, continueLabel } = rangeBody;
  child.targets.push({ name, breakLabel, continueLabel });
  child.rules.block(child, stmt.body);
  child.pos = stmt.body.rbrace;
  code.bind(continueLabel);
  leave(child, state, stateReady, true);
  code.bind(breakLabel);
  leave(child, state, stateDone, false);
  const paramCount = captureCount + params.length;
  f.program.setFunc(child.finish({ pos: stmt.pos, end: stmt.end, captureCount, paramCount }));
  const captures = facts.free.map((variable) => f.captureOf(variable));
  return { body: { kind: 'closure', func: id, captures }, exits };
}

/** The body runs only while its loop is ready for it. */
function enterBody(child: FuncLowering, state: Var): void {
  const [ready, misused] = [child.code.newLabel(), child.code.newLabel()];
  child.branch(isState(child, state, stateReady), ready, misused);
  child.code.bind(misused);
  const found = child.spillShared(child.readVariable(state), child.types.basic('int'));
  setVariable(child, state, statePanic);
  panicState(child, found);
  child.code.bind(ready);
  setVariable(child, state, statePanic);
}

function startIteration(
  child: FuncLowering,
  stmt: RangeStmt,
  params: readonly Expr[],
  types: readonly TypeId[],
): void {
  const define = stmt.tok === ':=';
  const parts = [stmt.key, stmt.value].flatMap((x, i) => (x === null ? [] : [{ x, i }]));
  if (parts.length === 0) return;
  const destinations = parts.map(({ x }) => destinationOf(child, x, define, false));
  const values = parts.map(({ i }, n) => {
    const [param, type] = [params[i], types[i]];
    assert(param !== undefined && type !== undefined, 'the iterator yields what the loop takes');
    const to = destinations[n];
    return to === undefined || to.kind === 'blank'
      ? param
      : convertImplicit(child, param, type, to.type);
  });
  storeAll(child, destinations, values, []);
}

/** Ends a run of the body. */
function leave(child: FuncLowering, state: Var, next: number, goOn: boolean): void {
  if (!child.code.reachable) return;
  setVariable(child, state, next);
  const values = [constant(child.types.basic('bool'), goOn)];
  child.emit({ kind: 'return', values, pos: child.pos }, true);
}

/** break, continue and goto, wherever they lead. */
export function jumpOut(f: FuncLowering, kind: 'break' | 'continue' | 'goto', name: string): void {
  if (kind === 'goto') {
    if (f.rangeBody === null || hasLabel(f.rangeBody.stmt, name)) f.jump(f.gotoLabel(name));
    else leaveBody(f, kind, name);
    return;
  }
  for (let i = f.targets.length - 1; i >= 0; i--) {
    const target = f.targets[i];
    assert(target !== undefined, 'targets are counted');
    const label = kind === 'break' ? target.breakLabel : target.continueLabel;
    if (label === null || (name !== '' && target.name !== name)) continue;
    f.jump(label);
    return;
  }
  leaveBody(f, kind, name);
}

export function lowerReturnFromBody(f: FuncLowering, stmt: ReturnStmt): void {
  if (stmt.results.length > 0) storeResults(f, stmt, f.home.functionFacts.results);
  f.pos = stmt.pos;
  leaveBody(f, 'return', '');
}

/** Notes where to go on, and stops the loop. */
function leaveBody(f: FuncLowering, kind: BodyExit['kind'], label: string): void {
  const { rangeBody } = f;
  assert(rangeBody !== null, 'a jump that leaves its function stands in a loop body');
  let exit = rangeBody.exits.find((other) => other.kind === kind && other.label === label);
  if (exit === undefined) {
    exit = { code: rangeBody.exits.length + 1, kind, label };
    rangeBody.exits.push(exit);
  }
  setVariable(f, f.home.functionFacts.exit, exit.code);
  f.jump(rangeBody.breakLabel);
}

/** After the iterator has returned: goes where the body wanted to go. */
function carryOut(f: FuncLowering, exit: BodyExit): void {
  const variable = f.home.functionFacts.exit;
  const int = f.types.basic('int');
  const [taken, next] = [f.code.newLabel(), f.code.newLabel()];
  const isTaken = compareDirect('==', int, f.readVariable(variable), constant(int, exit.code));
  f.branch(isTaken, taken, next);
  f.code.bind(taken);
  if (exit.kind !== 'return') {
    setVariable(f, variable, 0);
    jumpOut(f, exit.kind, exit.label);
  } else if (f.rangeBody !== null) leaveBody(f, 'return', '');
  else f.emit({ kind: 'return', values: null, pos: f.pos }, true);
  f.code.bind(next);
}

function hasLabel(stmt: RangeStmt, name: string): boolean {
  let found = false;
  inspect(stmt.body, (node) => {
    if (node.kind === 'LabeledStmt' && node.label.name === name) found = true;
    return !found && node.kind !== 'FuncLit';
  });
  return found;
}

function isState(f: FuncLowering, state: Var, value: number): Expr {
  const int = f.types.basic('int');
  return compareDirect('==', int, f.readVariable(state), constant(int, value));
}

function setVariable(f: FuncLowering, variable: Var, value: number): void {
  const int = f.types.basic('int');
  f.assign(f.placeOfVariable(variable), constant(int, value), int);
}

function panicState(f: FuncLowering, state: Expr): void {
  const { pos } = f;
  f.emit({
    kind: 'callNative',
    name: 'runtime.panicrangestate',
    args: [state],
    results: [],
    site: f.site(''),
    pos,
  });
}
