// The frame of a function: captures, receiver, parameters and results become locals, the body its
// statement list. Invariants: locals 0 … paramCount-1 arrive as plain values (a captured one as its
// cell or object); a parameter that lives in a cell is moved there by the first instructions.

import type { Func, Storage } from '../ir/program.ts';
import type { BlockStmt } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import type { Signature, Var } from '../types/type.ts';
import { loadLocal, localPlace, zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';

/** Lowers signature and body into `f`, which is new. */
export function lowerFunction(
  f: FuncLowering,
  signature: Signature,
  body: BlockStmt,
  extent: { readonly pos: Pos; readonly end: Pos },
): Func {
  f.pos = extent.pos;
  const captureCount = declareCaptures(f);
  const prologue = declareParams(f, signature);
  const paramCount = captureCount + prologue.count;
  for (const start of prologue.actions) start();
  declareResults(f, signature.results.vars);
  f.rules.list(f, body.list);
  finishBody(f, body.rbrace);
  return f.finish({ ...extent, captureCount, paramCount });
}

/** Captured variables are the leading parameters. */
export function declareCaptures(f: FuncLowering): number {
  const { free } = f.functionFacts;
  for (const variable of free) f.declare(variable);
  return free.length;
}

interface Prologue {
  readonly count: number;
  readonly actions: readonly (() => void)[];
}

function declareParams(f: FuncLowering, signature: Signature): Prologue {
  const actions: (() => void)[] = [];
  const { recv } = signature;
  const params = recv === null ? signature.params.vars : [recv, ...signature.params.vars];
  for (const param of params) {
    const start = declareParam(f, param, param === recv);
    if (start !== null) actions.push(start);
  }
  return { count: params.length, actions };
}

/** Makes the local of a parameter; returns what must run before the body, if anything. */
export function declareParam(
  f: FuncLowering,
  param: Var,
  isReceiver: boolean,
): (() => void) | null {
  const type = f.typeOfVariable(param);
  if (f.storageOf(param) === 'cell') {
    const arrived = f.newLocal({ name: '', type, storage: 'register', declared: null });
    return () => f.initialise(param, loadLocal(arrived, type));
  }
  const local = f.declare(param);
  // The value in an interface is handed to methods as it is, so that one who changes it must copy.
  const isChanged = f.facts.assigned.has(param) || f.facts.addressed.has(param);
  if (!isReceiver || !f.isAggregate(type) || !isChanged) return null;
  return () => {
    f.assign(localPlace(local), { kind: 'copy', x: loadLocal(local, type), type }, type);
  };
}

function declareResults(f: FuncLowering, results: readonly Var[]): void {
  f.ownResultTypes = results.map((result) => f.typeOfVariable(result));
  f.hasDefer = f.functionFacts.hasDefer;
  const isNamed = results.some((result) => result.name !== '');
  const isShared = results.some((result) => f.storageOf(result) !== 'register');
  if (!isNamed && !isShared && !f.hasDefer) return;
  for (const result of results) f.initialise(result, zero(f.typeOfVariable(result)));
  f.resultLocals = results.map((result) => f.localOf(result));
}

/** The return at the end of a body that control can reach. */
export function finishBody(f: FuncLowering, pos: Pos): void {
  f.pos = pos;
  if (!f.code.reachable) return;
  const isBare = f.ownResultTypes.length === 0 || f.resultLocals.length > 0;
  const values = isBare ? null : f.ownResultTypes.map((type) => zero(type));
  f.emit({ kind: 'return', values, pos }, true);
}

/** Whether `return` must store its values in the results' variables first. */
export function returnsThroughVariables(f: FuncLowering): boolean {
  if (f.hasDefer) return true;
  const isShared = (storage: Storage): boolean => storage !== 'register';
  return f.functionFacts.results.some((result) => isShared(f.storageOf(result)));
}
