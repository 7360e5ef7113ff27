// Assignments, declarations of variables, ++ and -- (spec, "Assignment statements").
// One statement is one instruction where no call is involved: several values are stored at once,
// after all operands have been evaluated.

import { assert } from '../../base/assert.ts';
import type { BinaryOp, Expr, Place } from '../ir/expression.ts';
import type { LocalId, TypeId } from '../ir/ids.ts';
import { placeOperands } from '../ir/walk-ir.ts';
import type {
  AssignStmt,
  AssignToken,
  CallExpr,
  Expr as AstExpr,
  Ident,
  IncDecStmt,
} from '../syntax/ast.ts';
import type { Var } from '../types/type.ts';
import { constant, load, loadLocal, localPlace, zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { makesTimer } from './lower-call.ts';
import { evaluatedFirst, type OrderedStore } from './evaluation-order.ts';
import { anyHoists, calledFuncOrNull, followedFlags, hoists, unparen } from './hoists.ts';
import { emitMakeChan } from './lower-builtin.ts';
import { convertImplicit } from './lower-conversion.ts';
import { arithmetic, emitReceive, lowerShift } from './lower-operator.ts';

/** Where a value goes: nowhere, into a new variable, or into a place evaluated before. */
export type Destination =
  | { readonly kind: 'blank' }
  | { readonly kind: 'new'; readonly variable: Var; readonly type: TypeId }
  | { readonly kind: 'place'; readonly place: Place; readonly type: TypeId };

export function lowerAssign(f: FuncLowering, stmt: AssignStmt): void {
  f.pos = stmt.pos;
  if (stmt.tok !== '=' && stmt.tok !== ':=') {
    const [left] = stmt.lhs;
    const [right] = stmt.rhs;
    assert(left !== undefined && right !== undefined, 'x op= y has two operands');
    lowerAssignOp(f, left, stmt.tok, right);
    return;
  }
  assignAll(f, stmt.lhs, stmt.rhs, stmt.tok === ':=');
}

/** lhs = rhs or lhs := rhs, for any number of each that the language allows. */
function assignAll(
  f: FuncLowering,
  lhs: readonly AstExpr[],
  rhs: readonly AstExpr[],
  define: boolean,
): void {
  const [left] = lhs;
  const [right] = rhs;
  assert(left !== undefined && right !== undefined, 'an assignment has operands');
  const valuesHoist = anyHoists(f, rhs);
  const flags = followedFlags(f, lhs, valuesHoist);
  const destinations = lhs.map((x, i) => destinationOf(f, x, define, flags[i] ?? valuesHoist));
  if (lhs.length === rhs.length) {
    if (lhs.length === 1) assignOne(f, left, right, destinations[0] ?? { kind: 'blank' });
    else assignParallel(f, lhs, rhs, destinations);
  } else assignMany(f, right, destinations);
}

/** var names type = values, in a function. */
export function declareVars(
  f: FuncLowering,
  names: readonly Ident[],
  values: readonly AstExpr[],
): void {
  if (values.length > 0) {
    assignAll(f, names, values, true);
    return;
  }
  for (const name of names) {
    const variable = f.info.defs.get(name);
    if (variable?.kind !== 'Var') continue;
    if (name.name === '_') continue;
    f.pos = name.pos;
    f.initialise(variable, zero(f.typeOfVariable(variable)));
  }
}

export function destinationOf(
  f: FuncLowering,
  x: AstExpr,
  define: boolean,
  followed: boolean,
): Destination {
  const inner = unparen(x);
  if (inner.kind === 'Ident') {
    if (inner.name === '_') return { kind: 'blank' };
    const declared = define ? f.info.defs.get(inner) : undefined;
    if (declared?.kind === 'Var') {
      return { kind: 'new', variable: declared, type: f.typeOfVariable(declared) };
    }
  }
  return { kind: 'place', place: f.rules.place(f, inner, followed), type: f.typeOf(inner) };
}

/** The plain register that a value may be put into directly, or null. */
export function registerOf(f: FuncLowering, destination: Destination): LocalId | null {
  switch (destination.kind) {
    case 'blank':
      return null;
    case 'new':
      return f.storageOf(destination.variable) === 'register'
        ? f.declare(destination.variable)
        : null;
    case 'place':
      return destination.place.kind === 'local' ? destination.place.local : null;
  }
}

/** Stores a value that may be kept. */
export function storeTo(f: FuncLowering, destination: Destination, value: Expr): void {
  switch (destination.kind) {
    case 'blank':
      return;
    case 'new':
      f.initialise(destination.variable, value);
      return;
    case 'place':
      f.assign(destination.place, value, destination.type);
  }
}

function assignOne(f: FuncLowering, left: AstExpr, right: AstExpr, to: Destination): void {
  if (to.kind === 'blank') {
    discard(f, right);
    return;
  }
  f.targetText = nameForTarget(f, left, right);
  const direct = registerOf(f, to);
  const call = unparen(right);
  if (direct !== null && call.kind === 'CallExpr' && isPlainCall(f, call)) {
    if (f.resultTypes(call)[0] === to.type) {
      f.rules.call(f, call, [direct]);
      f.targetText = '';
      return;
    }
  }
  if (direct !== null && isMakeChan(f, call) && f.typeOf(call) === to.type) {
    const size = call.args[1];
    const capacity = size === undefined ? null : f.rules.expr(f, size, false);
    emitMakeChan(f, call, direct, to.type, capacity);
    f.targetText = '';
    return;
  }
  if (direct !== null && call.kind === 'UnaryExpr' && call.op === '<-') {
    if (f.typeOf(call) === to.type) {
      emitReceive(f, call, f.rules.expr(f, call.x, false), direct, null);
      return;
    }
  }
  const value = f.rules.value(f, right, to.type, false);
  f.targetText = '';
  storeTo(f, to, value);
}

function isMakeChan(f: FuncLowering, x: AstExpr): x is CallExpr {
  if (x.kind !== 'CallExpr' || f.info.builtinCalls.get(x) !== 'make') return false;
  return f.kindOf(x) === 'chan';
}

/** A call that is an instruction: no conversion, no builtin, no native without effects. */
function isPlainCall(f: FuncLowering, call: CallExpr): boolean {
  if (f.info.builtinCalls.has(call)) return false;
  if (f.info.types.get(call.fun)?.mode === 'typexpr') return false;
  const func = calledFuncOrNull(f.info, call);
  return func === null || !f.program.isPure(func);
}

// Only channels and timers are named after variables; texts of other targets are not worth making.
function nameForTarget(f: FuncLowering, left: AstExpr, right: AstExpr): string {
  const made = unparen(right);
  if (made.kind !== 'CallExpr') return '';
  return isMakeChan(f, made) || makesTimer(f, made) ? f.sourceText(left) : '';
}

function assignParallel(
  f: FuncLowering,
  lhs: readonly AstExpr[],
  rhs: readonly AstExpr[],
  destinations: readonly Destination[],
): void {
  const flags = followedFlags(f, rhs, false);
  const values = rhs.map((x, i) => {
    const to = destinations[i] ?? { kind: 'blank' };
    const type = to.kind === 'blank' ? f.typeOf(x) : to.type;
    f.targetText = nameForTarget(f, lhs[i] ?? x, x);
    return f.rules.value(f, x, type, flags[i] ?? false);
  });
  f.targetText = '';
  storeAll(
    f,
    destinations,
    values,
    rhs.map((x) => f.typeOf(x)),
  );
}

/** Stores several kept values at once; variables in cells are made after the others. */
export function storeAll(
  f: FuncLowering,
  destinations: readonly Destination[],
  values: readonly Expr[],
  blankTypes: readonly TypeId[],
): void {
  const assignments: { place: Place; value: Expr; type: TypeId }[] = [];
  const cells: { variable: Var; value: Expr }[] = [];
  const ordered: OrderedStore[] = [];
  const add = (place: Place, value: Expr, type: TypeId, to: Destination): void => {
    assignments.push({ place, value, type });
    const isShared = to.kind === 'new' && f.storageOf(to.variable) === 'cell';
    ordered.push({ place: to.kind === 'blank' ? null : place, value, isShared });
  };
  destinations.forEach((to, i) => {
    const value = values[i];
    assert(value !== undefined, 'there is a value for each destination');
    if (to.kind === 'blank') {
      // A value that nobody wants may still panic, in its place in the order.
      const type = blankTypes[i];
      if (type === undefined || isHarmless(value)) return;
      add(localPlace(f.newTemp(type)), value, type, to);
    } else if (to.kind === 'place') {
      add(to.place, value, to.type, to);
    } else if (f.storageOf(to.variable) === 'cell') {
      const temp = f.newTemp(to.type);
      add(localPlace(temp), value, to.type, to);
      cells.push({ variable: to.variable, value: loadLocal(temp, to.type) });
    } else {
      add(localPlace(f.declare(to.variable)), value, to.type, to);
    }
  });
  const [only] = assignments;
  if (assignments.length === 1 && only !== undefined) f.assign(only.place, only.value, only.type);
  else if (assignments.length > 1) {
    const first = evaluatedFirst(ordered);
    const order = first.length > 0 ? { first } : {};
    f.emit({ kind: 'assignAll', assignments, ...order, pos: f.pos });
  }
  for (const { variable, value } of cells) f.initialise(variable, value);
}

function isHarmless(x: Expr): boolean {
  if (x.kind === 'const' || x.kind === 'zero' || x.kind === 'closure') return true;
  return x.kind === 'load' && (x.place.kind === 'local' || x.place.kind === 'cell');
}

/** Several destinations for one operand: a call, or a comma-ok form. */
export function assignMany(
  f: FuncLowering,
  right: AstExpr,
  destinations: readonly Destination[],
): void {
  const source = unparen(right);
  const types =
    f.isTuple(source) && source.kind === 'CallExpr'
      ? f.resultTypes(source)
      : commaOkTypes(f, source);
  // Operands of all left sides are evaluated before anything is assigned (`p, *p = f()`).
  const isSimple = destinations.every(
    (to) => to.kind !== 'place' || placeOperands(to.place).length === 0,
  );
  const registers = destinations.map((to, i) => {
    const direct = isSimple || to.kind === 'new' ? registerOf(f, to) : null;
    return direct !== null && to.kind !== 'blank' && to.type === types[i] ? direct : null;
  });
  const locals = destinations.map((to, i) => {
    const direct = registers[i] ?? null;
    if (direct !== null || to.kind === 'blank') return direct;
    return f.newOwnedTemp(types[i] ?? -1);
  });
  emitMany(f, source, locals);
  const rest = destinations.filter((to, i) => to.kind !== 'blank' && registers[i] === null);
  if (rest.length === 0) return;
  const values: Expr[] = [];
  destinations.forEach((to, i) => {
    const local = locals[i] ?? null;
    if (to.kind === 'blank' || registers[i] !== null || local === null) return;
    const type = types[i] ?? -1;
    const value = fromResult(f, source, local, type);
    values.push(convertImplicit(f, value, type, to.type));
  });
  storeAll(f, rest, values, []);
}

/** What an instruction left in a register, as a value that may be kept. */
function fromResult(f: FuncLowering, source: AstExpr, local: LocalId, type: TypeId): Expr {
  const value = loadLocal(local, type);
  if (source.kind === 'CallExpr' || source.kind === 'UnaryExpr') return value;
  // A map element or the content of an interface is somebody else's.
  return f.isAggregate(type) ? { kind: 'copy', x: value, type } : value;
}

function commaOkTypes(f: FuncLowering, source: AstExpr): readonly TypeId[] {
  const bool = f.types.basic('bool');
  switch (source.kind) {
    case 'IndexExpr':
      return [f.types.entry(f.typeOf(source.x)).elem, bool];
    case 'TypeAssertExpr':
      assert(source.type !== null, 'x.(type) occurs only in type switches');
      return [f.typeOf(source.type), bool];
    case 'UnaryExpr':
      return [f.types.entry(f.typeOf(source.x)).elem, bool];
    default:
      throw new Error(`Broken invariant: ${source.kind} has one value`);
  }
}

function emitMany(f: FuncLowering, source: AstExpr, locals: readonly (LocalId | null)[]): void {
  const [value = null, ok = null] = locals;
  const { pos } = f;
  switch (source.kind) {
    case 'CallExpr': {
      const needed = locals.map((local, i) => local ?? blankResult(f, source, locals, i));
      f.rules.call(f, source, needed);
      return;
    }
    case 'IndexExpr': {
      const place = f.rules.place(f, source, false);
      assert(place.kind === 'mapElement', 'comma-ok indexes a map');
      const { map, mapType, key } = place;
      f.emit({ kind: 'mapGetOk', map, mapType, key, value, ok, pos });
      keepAggregate(f, value);
      return;
    }
    case 'TypeAssertExpr': {
      assert(source.type !== null, 'x.(type) occurs only in type switches');
      const x = f.rules.expr(f, source.x, false);
      f.emit({ kind: 'typeAssertOk', x, type: f.typeOf(source.type), value, ok, pos });
      keepAggregate(f, value);
      return;
    }
    case 'UnaryExpr':
      emitReceive(f, source, f.rules.expr(f, source.x, false), value, ok);
      return;
    default:
      throw new Error(`Broken invariant: ${source.kind} has one value`);
  }
}

// A struct that came straight out of a map or interface into a variable must be its own.
function keepAggregate(f: FuncLowering, local: LocalId | null): void {
  if (local === null) return;
  const type = f.localType(local);
  if (!f.isAggregate(type) || f.isOwnedTemp(local)) return;
  f.assign(localPlace(local), { kind: 'copy', x: loadLocal(local, type), type }, type);
}

/** A register for a result that nobody wants, when another one is wanted. */
function blankResult(
  f: FuncLowering,
  source: AstExpr,
  locals: readonly (LocalId | null)[],
  i: number,
): LocalId | null {
  if (locals.every((local) => local === null)) return null;
  return f.newTemp(f.resultTypes(source)[i] ?? -1);
}

/** Evaluates for effects and panics only: `_ = x`, or an expression statement. */
export function discard(f: FuncLowering, x: AstExpr): void {
  const inner = unparen(x);
  if (f.isNilOperand(inner) || f.constantOrNull(inner) !== null) return;
  if (inner.kind === 'CallExpr' && isPlainCall(f, inner)) {
    f.rules.call(
      f,
      inner,
      f.resultTypes(inner).map(() => null),
    );
    return;
  }
  if (inner.kind === 'UnaryExpr' && inner.op === '<-') {
    emitReceive(f, inner, f.rules.expr(f, inner.x, false), null, null);
    return;
  }
  const value = f.rules.expr(f, inner, false);
  const isDone = hoists(f, inner) && value.kind === 'load' && value.place.kind === 'local';
  if (!isDone) f.emit({ kind: 'evaluate', value, pos: f.pos });
}

const arithmeticOps: Readonly<Partial<Record<AssignToken, BinaryOp>>> = {
  '+=': '+',
  '-=': '-',
  '*=': '*',
  '/=': '/',
  '%=': '%',
  '&=': '&',
  '|=': '|',
  '^=': '^',
  '&^=': '&^',
};

function lowerAssignOp(f: FuncLowering, left: AstExpr, tok: AssignToken, right: AstExpr): void {
  const type = f.typeOf(left);
  const place = stable(f, f.rules.place(f, left, hoists(f, right)));
  const x = readPlace(place, type);
  if (tok === '<<=' || tok === '>>=') {
    const op = tok === '<<=' ? '<<' : '>>';
    f.assign(place, lowerShift(f, op, type, x, right, false), type);
    return;
  }
  const op = arithmeticOps[tok];
  assert(op !== undefined, `${tok} is an operator`);
  const y = f.rules.exprTo(f, right, type, false);
  f.assign(place, arithmetic(op, type, x, y), type);
}

export function lowerIncDec(f: FuncLowering, stmt: IncDecStmt): void {
  f.pos = stmt.pos;
  const type = f.typeOf(stmt.x);
  const place = stable(f, f.rules.place(f, stmt.x, false));
  const one = oneOf(f, type);
  f.assign(
    place,
    arithmetic(stmt.tok === '++' ? '+' : '-', type, readPlace(place, type), one),
    type,
  );
}

function oneOf(f: FuncLowering, type: TypeId): Expr {
  const { kind } = f.types.entry(type);
  if (kind === 'complex64' || kind === 'complex128') {
    return { kind: 'complexConst', type, re: 1, im: 0 };
  }
  return constant(type, 1);
}

function readPlace(place: Place, type: TypeId): Expr {
  if (place.kind !== 'mapElement') return load(place, type);
  return { kind: 'mapGet', map: place.map, mapType: place.mapType, key: place.key };
}

/** A place whose operands can be evaluated twice at little cost and with equal outcome. */
function stable(f: FuncLowering, place: Place): Place {
  const keep = (x: Expr, type: TypeId): Expr => (isCheap(x) ? x : f.spillShared(x, type));
  const int = f.types.basic('int');
  switch (place.kind) {
    case 'local':
    case 'cell':
    case 'global':
      return place;
    case 'deref':
      return { ...place, pointer: keep(place.pointer, f.types.pointerTo(place.type)) };
    case 'field':
      return { ...place, object: keep(place.object, f.types.pointerTo(place.struct)) };
    case 'arrayElement':
      return {
        ...place,
        array: keep(place.array, f.types.pointerTo(place.arrayType)),
        index: keep(place.index, int),
      };
    case 'sliceElement':
      return { ...place, slice: keep(place.slice, place.sliceType), index: keep(place.index, int) };
    case 'mapElement': {
      const { key } = f.types.entry(place.mapType);
      return { ...place, map: keep(place.map, place.mapType), key: keep(place.key, key) };
    }
  }
}

function isCheap(x: Expr): boolean {
  switch (x.kind) {
    case 'const':
    case 'register':
    case 'zero':
      return true;
    case 'load':
      return isCheapPlace(x.place);
    case 'binary':
      return isCheap(x.x) && isCheap(x.y);
    case 'convertNumber':
    case 'length':
      return isCheap(x.x);
    default:
      return false;
  }
}

function isCheapPlace(place: Place): boolean {
  switch (place.kind) {
    case 'local':
    case 'cell':
    case 'global':
      return true;
    case 'deref':
      return isCheap(place.pointer);
    case 'field':
      return isCheap(place.object);
    case 'arrayElement':
      return isCheap(place.array) && isCheap(place.index);
    case 'sliceElement':
      return isCheap(place.slice) && isCheap(place.index);
    case 'mapElement':
      return false;
  }
}
