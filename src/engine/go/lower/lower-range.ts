// Loops over values (spec, "For statements with range clause"), one rule per kind of operand. The
// operand is evaluated once; hidden counters and iterators are temporaries of the loop.

import type { Expr } from '../ir/expression.ts';
import type { LocalId, TypeId } from '../ir/ids.ts';
import type { Expr as AstExpr, RangeStmt } from '../syntax/ast.ts';
import type { Var } from '../types/type.ts';
import { compareDirect, constant, load, loadLocal, localPlace, zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { hoists } from './hoists.ts';
import { type Destination, destinationOf, registerOf, storeAll } from './lower-assign.ts';
import { intConstant } from './lower-constant.ts';
import { convertImplicit } from './lower-conversion.ts';
import { arithmetic } from './lower-operator.ts';
import { lowerRangeFunc } from './lower-range-func.ts';

export function lowerRange(f: FuncLowering, stmt: RangeStmt): void {
  const name = f.takeLabel();
  f.pos = stmt.pos;
  declareShared(f, stmt);
  const type = f.typeOf(stmt.x);
  const entry = f.types.entry(type);
  switch (entry.kind) {
    case 'func':
      return lowerRangeFunc(f, stmt, name);
    case 'string':
      return rangeString(f, stmt, name, type);
    case 'slice':
    case 'array':
    case 'pointer':
      return rangeElements(f, stmt, name, type);
    case 'map':
      return rangeMap(f, stmt, name, type);
    case 'chan':
      return rangeChan(f, stmt, name, entry.elem);
    default:
      return rangeInt(f, stmt, name, type);
  }
}

// Before Go 1.22 the variables of the loop are declared once.
function declareShared(f: FuncLowering, stmt: RangeStmt): void {
  if (stmt.tok !== ':=' || f.isPerIteration(stmt)) return;
  for (const x of [stmt.key, stmt.value]) {
    const variable = variableOf(f, x);
    if (variable !== null) f.initialise(variable, zero(f.typeOfVariable(variable)));
  }
}

function variableOf(f: FuncLowering, x: AstExpr | null): Var | null {
  if (x?.kind !== 'Ident' || x.name === '_') return null;
  const variable = f.info.defs.get(x);
  return variable?.kind === 'Var' ? variable : null;
}

/** Where the loop puts a key or value in each iteration. */
function destination(f: FuncLowering, stmt: RangeStmt, x: AstExpr | null): Destination {
  if (x === null) return { kind: 'blank' };
  const isNew = stmt.tok === ':=' && f.isPerIteration(stmt);
  const variable = stmt.tok === ':=' ? variableOf(f, x) : null;
  if (variable !== null && !isNew) {
    const place = f.placeOfVariable(variable);
    return { kind: 'place', place, type: f.typeOfVariable(variable) };
  }
  return destinationOf(f, x, isNew, false);
}

function isBlank(x: AstExpr | null): boolean {
  return x === null || (x.kind === 'Ident' && x.name === '_');
}

/** Stores key and value of an iteration, converted to what their variables are. */
function startIteration(
  f: FuncLowering,
  stmt: RangeStmt,
  parts: readonly { readonly x: AstExpr | null; readonly value: Expr; readonly type: TypeId }[],
): void {
  const wanted = parts.filter(({ x }) => !isBlank(x));
  if (wanted.length === 0) return;
  f.pos = stmt.pos;
  const destinations = wanted.map(({ x }) => destination(f, stmt, x));
  const values = wanted.map(({ value, type }, i) => {
    const to = destinations[i];
    const kept = f.kept(value, type);
    return to === undefined || to.kind === 'blank' ? kept : convertImplicit(f, kept, type, to.type);
  });
  storeAll(f, destinations, values, []);
}

/** The loop variable itself, where it can count: new, not shared, never assigned in the body. */
function countingVariable(f: FuncLowering, stmt: RangeStmt, type: TypeId): LocalId | null {
  const variable = stmt.tok === ':=' && f.isPerIteration(stmt) ? variableOf(f, stmt.key) : null;
  if (variable === null || f.storageOf(variable) !== 'register') return null;
  if (f.facts.assigned.has(variable) || f.typeOfVariable(variable) !== type) return null;
  return f.declare(variable);
}

/** A loop that counts from 0 while `condition`; `start` begins an iteration. */
function countingLoop(
  f: FuncLowering,
  stmt: RangeStmt,
  name: string,
  type: TypeId,
  limit: Expr,
  start: (index: Expr, counts: boolean) => void,
): void {
  const own = countingVariable(f, stmt, type);
  const counter = own ?? f.newTemp(type);
  const index = loadLocal(counter, type);
  f.assign(localPlace(counter), constant(type, 0), type);
  const head = f.code.here();
  const [body, post, end] = [f.code.newLabel(), f.code.newLabel(), f.code.newLabel()];
  f.branch(compareDirect('<', type, index, limit), body, end);
  f.code.bind(body);
  f.withTemps(() => start(index, own !== null));
  f.targets.push({ name, breakLabel: end, continueLabel: post });
  f.rules.block(f, stmt.body);
  f.targets.pop();
  f.code.bind(post);
  f.pos = stmt.pos;
  f.assign(localPlace(counter), arithmetic('+', type, index, constant(type, 1)), type);
  f.jump(head);
  f.code.bind(end);
}

function rangeInt(f: FuncLowering, stmt: RangeStmt, name: string, operandType: TypeId): void {
  // An untyped constant takes the type of the variable it counts.
  const isConstant = f.constantOrNull(stmt.x) !== null;
  const keyed = isConstant && !isBlank(stmt.key) && stmt.key !== null;
  const type = keyed && stmt.key !== null ? keyType(f, stmt, stmt.key, operandType) : operandType;
  const limit = f.rules.exprTo(f, stmt.x, type, false);
  const bound = limit.kind === 'const' ? limit : f.spillShared(limit, type);
  countingLoop(f, stmt, name, type, bound, (index, counts) => {
    if (!counts) startIteration(f, stmt, [{ x: stmt.key, value: index, type }]);
  });
}

function keyType(f: FuncLowering, stmt: RangeStmt, key: AstExpr, otherwise: TypeId): TypeId {
  const variable = stmt.tok === ':=' ? variableOf(f, key) : null;
  const type = variable === null ? f.typeOf(key) : f.typeOfVariable(variable);
  return f.types.kind(type) === 'interface' ? otherwise : type;
}

function rangeElements(f: FuncLowering, stmt: RangeStmt, name: string, type: TypeId): void {
  const entry = f.types.entry(type);
  const container = entry.kind === 'pointer' ? f.types.entry(entry.elem) : entry;
  const int = f.types.basic('int');
  const wantsValue = !isBlank(stmt.value);
  const isSlice = container.kind === 'slice';
  const operand = f.rules.expr(f, stmt.x, false);
  // For the keys of an array only its length matters; an array's values come from a copy of it.
  const isNeeded = isSlice || wantsValue;
  const held = isNeeded ? f.spillShared(operand, type) : null;
  if (held === null && hoists(f, stmt.x)) {
    f.emit({ kind: 'evaluate', value: operand, pos: f.pos });
  }
  const limit: Expr =
    isSlice && held !== null
      ? { kind: 'length', x: held, operandKind: 'slice' }
      : intConstant(f, container.length);
  countingLoop(f, stmt, name, int, limit, (index, counts) => {
    const key = { x: counts ? null : stmt.key, value: index, type: int };
    if (held === null || !wantsValue) {
      startIteration(f, stmt, [key]);
      return;
    }
    const place = isSlice
      ? ({ kind: 'sliceElement', slice: held, sliceType: type, index } as const)
      : ({ kind: 'arrayElement', array: held, arrayType: container.id, index } as const);
    const value = load(place, container.elem);
    startIteration(f, stmt, [key, { x: stmt.value, value, type: container.elem }]);
  });
}

function rangeString(f: FuncLowering, stmt: RangeStmt, name: string, type: TypeId): void {
  const int = f.types.basic('int');
  const runeType = f.types.basic('int32');
  const string = f.spillShared(f.rules.expr(f, stmt.x, false), type);
  const [at, rune, size] = [f.newTemp(int), f.newTemp(runeType), f.newTemp(int)];
  const index = loadLocal(at, int);
  f.assign(localPlace(at), constant(int, 0), int);
  const head = f.code.here();
  const [body, post, end] = [f.code.newLabel(), f.code.newLabel(), f.code.newLabel()];
  f.emit({ kind: 'decodeRune', string, index, rune, size, pos: f.pos });
  f.branch(compareDirect('!=', int, loadLocal(size, int), constant(int, 0)), body, end);
  f.code.bind(body);
  f.withTemps(() =>
    startIteration(f, stmt, [
      { x: stmt.key, value: index, type: int },
      { x: stmt.value, value: loadLocal(rune, runeType), type: runeType },
    ]),
  );
  f.targets.push({ name, breakLabel: end, continueLabel: post });
  f.rules.block(f, stmt.body);
  f.targets.pop();
  f.code.bind(post);
  f.pos = stmt.pos;
  f.assign(localPlace(at), arithmetic('+', int, index, loadLocal(size, int)), int);
  f.jump(head);
  f.code.bind(end);
}

function rangeMap(f: FuncLowering, stmt: RangeStmt, name: string, type: TypeId): void {
  const { key: keyType, elem } = f.types.entry(type);
  const iterator = f.newTemp(f.types.basic('unsafePointer'));
  const map = f.rules.expr(f, stmt.x, false);
  f.emit({ kind: 'mapRangeStart', iterator, map, mapType: type, pos: f.pos });
  const head = f.code.here();
  const end = f.code.newLabel();
  const parts = [
    { x: stmt.key, type: keyType },
    { x: stmt.value, type: elem },
  ].map(({ x, type: partType }) => {
    if (isBlank(x)) return { x, type: partType, local: null, isDirect: false };
    const to = destination(f, stmt, x);
    const direct = to.kind !== 'blank' && to.type === partType ? registerOf(f, to) : null;
    const isDirect = direct !== null && !f.isAggregate(partType);
    return { x, type: partType, local: isDirect ? direct : f.newTemp(partType), isDirect };
  });
  const [key, value] = [parts[0]?.local ?? null, parts[1]?.local ?? null];
  f.emit({ kind: 'mapRangeNext', iterator, key, value, done: end, pos: f.pos });
  const stored = parts.flatMap(({ x, type: partType, local, isDirect }) =>
    local === null || isDirect ? [] : [{ x, value: loadLocal(local, partType), type: partType }],
  );
  f.withTemps(() => startIteration(f, stmt, stored));
  f.targets.push({ name, breakLabel: end, continueLabel: head });
  f.rules.block(f, stmt.body);
  f.targets.pop();
  f.pos = stmt.pos;
  f.jump(head);
  f.code.bind(end);
}

function rangeChan(f: FuncLowering, stmt: RangeStmt, name: string, elem: TypeId): void {
  const bool = f.types.basic('bool');
  const channel = f.spillShared(f.rules.expr(f, stmt.x, false), f.typeOf(stmt.x));
  const ok = f.newTemp(bool);
  const head = f.code.here();
  const [body, end] = [f.code.newLabel(), f.code.newLabel()];
  const to = destination(f, stmt, stmt.key);
  // At the end of the channel the register gets a zero value, which an older variable must not.
  const direct = to.kind === 'new' && to.type === elem ? registerOf(f, to) : null;
  const value = isBlank(stmt.key) ? null : (direct ?? f.newOwnedTemp(elem));
  const site = f.site(f.sourceText(stmt.x), {}, stmt.pos);
  f.emit({ kind: 'receive', channel, value, ok, elem, site, pos: stmt.pos });
  f.branch(loadLocal(ok, bool), body, end);
  f.code.bind(body);
  if (value !== null && direct === null) {
    f.withTemps(() =>
      startIteration(f, stmt, [{ x: stmt.key, value: loadLocal(value, elem), type: elem }]),
    );
  }
  f.targets.push({ name, breakLabel: end, continueLabel: head });
  f.rules.block(f, stmt.body);
  f.targets.pop();
  f.pos = stmt.pos;
  f.jump(head);
  f.code.bind(end);
}
