// Return statements (spec, "Return statements"): results go straight out, or through the results'
// variables where deferred calls and closures can see them.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { LocalId, TypeId } from '../ir/ids.ts';
import type { Expr as AstExpr, ReturnStmt } from '../syntax/ast.ts';
import type { Var } from '../types/type.ts';
import { loadLocal } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { returnsThroughVariables } from './function-body.ts';
import { followedFlags, unparen } from './hoists.ts';
import { storeAll } from './lower-assign.ts';
import { convertImplicit } from './lower-conversion.ts';

export function lowerReturn(f: FuncLowering, stmt: ReturnStmt): void {
  const { pos } = stmt;
  if (stmt.results.length === 0) {
    f.emit({ kind: 'return', values: null, pos }, true);
    return;
  }
  if (returnsThroughVariables(f)) {
    storeResults(f, stmt, f.functionFacts.results);
    f.pos = pos;
    f.emit({ kind: 'return', values: null, pos }, true);
    return;
  }
  const [only] = stmt.results;
  if (only !== undefined && f.isTuple(only)) {
    const values = spreadResults(f, stmt);
    f.emit({ kind: 'return', values, pos }, true);
    return;
  }
  const flags = followedFlags(f, stmt.results, false);
  const isOnly = stmt.results.length === 1;
  const values = stmt.results.map((x, i) => {
    const type = f.ownResultTypes[i] ?? -1;
    const value = f.rules.exprTo(f, x, type, flags[i] ?? false);
    return isOnly && isOwnVariable(f, x) ? value : f.kept(value, type);
  });
  f.emit({ kind: 'return', values, pos }, true);
}

/** A local struct or array that nobody else can see dies here: it needs no copy. */
function isOwnVariable(f: FuncLowering, x: AstExpr): boolean {
  const inner = unparen(x);
  if (inner.kind !== 'Ident') return false;
  const object = f.info.uses.get(inner);
  if (object?.kind !== 'Var' || f.isGlobal(object) || object.varKind === 'receiver') return false;
  const { captured, addressed } = f.facts;
  return !captured.has(object) && !addressed.has(object);
}

/** Stores the operands of a return in the results' variables. */
export function storeResults(f: FuncLowering, stmt: ReturnStmt, results: readonly Var[]): void {
  const types = results.map((result) => f.typeOfVariable(result));
  const destinations = results.map((result, i) => ({
    kind: 'place' as const,
    place: f.placeOfVariable(result),
    type: types[i] ?? -1,
  }));
  const [only] = stmt.results;
  if (only !== undefined && f.isTuple(only)) {
    storeAll(f, destinations, spreadTo(f, only, types), []);
    return;
  }
  const flags = followedFlags(f, stmt.results, false);
  const values = stmt.results.map((x, i) => f.rules.value(f, x, types[i] ?? -1, flags[i] ?? false));
  storeAll(f, destinations, values, []);
}

function spreadResults(f: FuncLowering, stmt: ReturnStmt): readonly Expr[] {
  const [call] = stmt.results;
  assert(call !== undefined, 'return f() has a call');
  return spreadTo(f, call, f.ownResultTypes);
}

function spreadTo(f: FuncLowering, call: AstExpr, types: readonly TypeId[]): readonly Expr[] {
  const from = f.resultTypes(call);
  const locals = from.map((type): LocalId => f.newOwnedTemp(type));
  f.rules.call(f, call, locals);
  return locals.map((local, i) => {
    const type = from[i] ?? -1;
    return convertImplicit(f, loadLocal(local, type), type, types[i] ?? -1);
  });
}
