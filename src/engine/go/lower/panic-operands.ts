// What gc does with the operands of an expression, and which of its operations may panic
// (cmd/compile/internal/walk: order.go, walk.go, expr.go). See panic-order.ts.

import type { BinaryExpr, CallExpr, Expr, IndexExpr, KeyValueExpr } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import type { Info } from '../types/info.ts';
import { isInteger, isString, isUnsigned } from '../types/predicates.ts';
import type { Type } from '../types/type.ts';
import { under } from '../types/under.ts';
import { unparen } from './hoists.ts';

/** Something that may panic; all nil pointers have the same words, so only their lines differ. */
export interface MayPanic {
  readonly isNil: boolean;
  readonly pos: Pos;
}

/**
 * How gc evaluates an operand: with its operation; at once, into a temporary; at once if it has no
 * address, since it is needed in memory; when its operation is made a call or stores (walk.go), that
 * is after all that is early and before all that is late.
 */
export type Way = 'late' | 'early' | 'addressed' | 'between';

export interface Operand {
  readonly x: Expr;
  readonly way: Way;
}

export function isEvaluated(info: Info, x: Expr): boolean {
  if (x.kind === 'FuncLit' || x.kind === 'Ident' || x.kind === 'BasicLit') return false;
  const recorded = info.types.get(x);
  return recorded === undefined || (recorded.value === null && recorded.mode !== 'typexpr');
}

/** The operands of what gc evaluates early, by what is evaluated together; null for all else. */
export function earlyParts(info: Info, x: Expr): readonly (readonly Operand[])[] | null {
  switch (x.kind) {
    case 'BinaryExpr':
      return x.op === '&&' || x.op === '||' ? [[operand(x.x)], [operand(x.y)]] : null;
    case 'UnaryExpr':
      return x.op === '<-' ? [operandsOf(info, x)] : null;
    case 'SliceExpr':
      return [operandsOf(info, x)];
    case 'TypeAssertExpr':
      return isPointerShaped(typeOf(info, x)) ? null : [operandsOf(info, x)];
    case 'CompositeLit':
      if (typeOf(info, x)?.kind !== 'Map') return null;
      return x.elts.map((elt) => (elt.kind === 'KeyValueExpr' ? entryOperands(elt) : []));
    case 'CallExpr':
      return isConversion(info, x) && !makesSlice(info, x) ? null : [operandsOf(info, x)];
    default:
      return null;
  }
}

// An entry of a map literal is an assignment: what is late of the key comes after the value.
function entryOperands({ key, value }: KeyValueExpr): readonly Operand[] {
  return [operand(key), operand(value, 'early')];
}

export function operandsOf(info: Info, x: Expr): readonly Operand[] {
  switch (x.kind) {
    case 'UnaryExpr':
    case 'StarExpr':
    case 'TypeAssertExpr':
      return [operand(x.x)];
    case 'SelectorExpr':
      return info.selections.has(x) ? [operand(x.x)] : [];
    case 'IndexExpr':
      return isInstance(info, x.x) ? [] : indexOperands(info, x);
    case 'SliceExpr': {
      const limits = [x.low, x.high, x.max].filter((limit) => limit !== null);
      return [operand(x.x), ...limits.map((limit) => operand(limit, 'early'))];
    }
    case 'BinaryExpr':
      return [x.x, x.y].map((side) => operand(side, sideWay(info, x)));
    case 'CompositeLit':
      return x.elts.map((elt) => operand(elt.kind === 'KeyValueExpr' ? elt.value : elt, 'between'));
    case 'CallExpr':
      return callOperands(info, x);
    default:
      return [];
  }
}

function indexOperands(info: Info, { x, indices }: IndexExpr): readonly Operand[] {
  const base = typeOf(info, x);
  if (base?.kind !== 'Map') return [x, ...indices].map((each) => operand(each));
  return [
    operand(x, 'between'),
    ...indices.map((key) => operand(key, keyWay(info, base.key, key))),
  ];
}

// The maps of strings and of integers of 32 and 64 bits take their keys by value (mapfast).
function keyWay(info: Info, keyType: Type, key: Expr): Way {
  const type = under(keyType);
  const fast = ['string', 'int', 'uint', 'int32', 'uint32', 'int64', 'uint64', 'uintptr'];
  if (type.kind === 'Basic' && fast.includes(type.basic)) return 'between';
  const isConverted = type.kind === 'Interface' && typeOf(info, key)?.kind !== 'Interface';
  return isConverted ? 'early' : 'addressed';
}

function sideWay(info: Info, { op, x, y }: BinaryExpr): Way {
  const kinds = [x, y].map((side) => typeOf(info, side)?.kind);
  if (kinds.every((kind) => kind === 'Struct' || kind === 'Array')) return 'addressed';
  const isComparison = ['==', '!=', '<', '<=', '>', '>='].includes(op);
  const type = info.types.get(x)?.type;
  const isCall = op === '+' || isComparison;
  return isCall && type !== undefined && isString(type) ? 'between' : 'late';
}

function callOperands(info: Info, call: CallExpr): readonly Operand[] {
  if (isConversion(info, call)) {
    return call.args.map((x) => operand(x, convertedWay(info, call, x)));
  }
  const fun = unparen(call.fun);
  const signature = typeOf(info, fun);
  const args = call.args.map((x, i): Operand => {
    if (signature?.kind !== 'Signature') return operand(x);
    const { params, variadic } = signature;
    const isRest = variadic && call.ellipsis === 0 && i >= params.vars.length - 1;
    const param = params.vars[isRest ? params.vars.length - 1 : i]?.type;
    const target = param === undefined ? undefined : under(param);
    const type = isRest && target?.kind === 'Slice' ? under(target.elem) : target;
    const isBoxed = type?.kind === 'Interface' && isBoxedByAddress(info, x);
    return operand(x, isBoxed ? 'addressed' : 'late');
  });
  return info.builtinCalls.has(call) ? args : [operand(fun), ...args];
}

function convertedWay(info: Info, call: CallExpr, x: Expr): Way {
  const to = typeOf(info, call);
  if (to?.kind === 'Interface') return isBoxedByAddress(info, x) ? 'addressed' : 'between';
  const from = typeOf(info, x);
  const makesString = to?.kind === 'Basic' && isString(to) && from !== undefined && !isString(from);
  return makesString ? 'between' : 'late';
}

/** The panic of an operation itself, its operands apart. */
export function ownPanic(info: Info, x: Expr): MayPanic | null {
  const panics = { isNil: false, pos: x.pos };
  const nil = { isNil: true, pos: x.pos };
  switch (x.kind) {
    case 'StarExpr':
      return nil;
    case 'SelectorExpr': {
      const selection = info.selections.get(x);
      if (selection === undefined || selection.kind === 'MethodExpr') return null;
      const isFree = selection.kind === 'FieldVal' && !selection.indirect;
      return isFree ? null : nil;
    }
    case 'IndexExpr': {
      if (isInstance(info, x.x)) return null;
      const base = typeOf(info, x.x);
      const [index] = x.indices;
      if (base?.kind === 'Map') return hasInterface(base.key) ? panics : null;
      const isFixed = index !== undefined && isConstant(info, index);
      if (base?.kind === 'Pointer' && isFixed) return nil;
      return base?.kind === 'Array' && isFixed ? null : panics;
    }
    case 'SliceExpr':
    case 'TypeAssertExpr':
      return panics;
    case 'BinaryExpr':
      return operatorPanics(info, x.op, x.x, x.y) ? panics : null;
    case 'CallExpr': {
      if (isConversion(info, x)) return convertsToArray(info, x) ? panics : null;
      const sizes = info.builtinCalls.get(x) === 'make' ? x.args.slice(1) : [];
      return sizes.some((size) => !isConstant(info, size)) ? panics : null;
    }
    default:
      return null;
  }
}

function operatorPanics(info: Info, op: string, left: Expr, right: Expr): boolean {
  const type = typeOf(info, left);
  switch (op) {
    case '/':
    case '%':
      return !isConstant(info, right) && type !== undefined && isInteger(type);
    case '<<':
    case '>>': {
      const count = info.types.get(right)?.type;
      return !isConstant(info, right) && count !== undefined && !isUnsigned(count);
    }
    case '==':
    case '!=':
      return [left, right].every((x) => {
        const compared = info.types.get(x)?.type;
        return compared !== undefined && hasInterface(compared);
      });
    default:
      return false;
  }
}

export function operand(x: Expr, way: Way = 'late'): Operand {
  return { x, way };
}

/** The underlying type of an expression. */
export function typeOf(info: Info, x: Expr): Type | undefined {
  const type = info.types.get(x)?.type;
  return type === undefined ? undefined : under(type);
}

function isConstant(info: Info, x: Expr): boolean {
  return (info.types.get(x)?.value ?? null) !== null;
}

function isInstance(info: Info, x: Expr): boolean {
  const fun = unparen(x);
  const ident = fun.kind === 'SelectorExpr' ? fun.sel : fun;
  return ident.kind === 'Ident' && info.instances.has(ident);
}

function isConversion(info: Info, call: CallExpr): boolean {
  return info.types.get(call.fun)?.mode === 'typexpr';
}

/** []byte(s) and []rune(s). */
function makesSlice(info: Info, call: CallExpr): boolean {
  const [arg] = call.args;
  const from = arg === undefined ? undefined : typeOf(info, arg);
  return typeOf(info, call)?.kind === 'Slice' && from?.kind === 'Basic';
}

function convertsToArray(info: Info, call: CallExpr): boolean {
  const [arg] = call.args;
  const to = typeOf(info, call)?.kind;
  const from = arg === undefined ? undefined : typeOf(info, arg);
  return from?.kind === 'Slice' && (to === 'Array' || to === 'Pointer');
}

function isPointerShaped(type: Type | undefined): boolean {
  return type !== undefined && ['Pointer', 'Map', 'Chan', 'Signature'].includes(type.kind);
}

/** Whether the runtime makes an interface of it from its address (reflectdata, dataWordFuncName). */
function isBoxedByAddress(info: Info, x: Expr): boolean {
  const type = typeOf(info, x);
  if (type === undefined || isConstant(info, x)) return false;
  if (type.kind === 'Basic') return ['bool', 'int8', 'uint8'].includes(type.basic);
  return type.kind === 'Struct' || type.kind === 'Array';
}

/** Whether values of the type can hold an interface, whose comparison may panic. */
function hasInterface(type: Type): boolean {
  const underlying = under(type);
  switch (underlying.kind) {
    case 'Interface':
      return true;
    case 'Array':
      return hasInterface(underlying.elem);
    case 'Struct':
      return underlying.fields.some((field) => hasInterface(field.type));
    default:
      return false;
  }
}
