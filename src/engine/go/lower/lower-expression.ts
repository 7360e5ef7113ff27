// Expressions: one rule per kind of node. Results are trees without calls; what must run before the
// statement is emitted on the way (see hoists.ts).

import { assert, assertNever } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import type {
  Expr as AstExpr,
  Ident,
  IndexExpr,
  SelectorExpr,
  SliceExpr,
  TypeAssertExpr,
} from '../syntax/ast.ts';
import { gcPos } from '../syntax/positions.ts';
import { mayPanic } from '../ir/walk-ir.ts';
import { load, zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { followedFlags, unparen } from './hoists.ts';
import { lowerCallValue } from './lower-call.ts';
import { constantOf } from './lower-constant.ts';
import { convertOperand } from './lower-conversion.ts';
import { lowerFuncLit } from './lower-function-literal.ts';
import { functionValue, methodExpression, methodValue } from './lower-function-value.ts';
import { lowerCompositeLit } from './lower-literal.ts';
import { lowerBinary, lowerUnary } from './lower-operator.ts';
import { fieldPath, variableOfIdent } from './lower-place.ts';

/** The value of an expression, in its own type. */
export function lowerExpr(f: FuncLowering, x: AstExpr, followed: boolean): Expr {
  const node = lowerNode(f, x, followed);
  const tree = node.pos === undefined && mayPanic(node) ? { ...node, pos: gcPos(x) } : node;
  if (!f.program.earlyPanics.has(x)) return tree;
  const isDone = tree.kind === 'load' && tree.place.kind === 'local';
  return isDone ? tree : f.spill(tree, f.typeOf(x));
}

function lowerNode(f: FuncLowering, x: AstExpr, followed: boolean): Expr {
  const value = f.constantOrNull(x);
  if (value !== null) return constantOf(f, value, f.typeOf(x));
  switch (x.kind) {
    case 'Ident':
      return lowerIdent(f, x);
    case 'ParenExpr':
      return lowerExpr(f, x.x, followed);
    case 'FuncLit':
      return lowerFuncLit(f, x);
    case 'CompositeLit':
      return lowerCompositeLit(f, x, followed);
    case 'SelectorExpr':
      return lowerSelector(f, x, followed);
    case 'IndexExpr':
      return lowerIndex(f, x, followed);
    case 'SliceExpr':
      return lowerSlice(f, x, followed);
    case 'TypeAssertExpr':
      return lowerTypeAssert(f, x, followed);
    case 'CallExpr':
      return lowerCallValue(f, x, followed);
    case 'StarExpr': {
      const pointer = lowerExpr(f, x.x, followed);
      const type = f.typeOf(x);
      return load({ kind: 'deref', pointer, type }, type);
    }
    case 'UnaryExpr':
      return lowerUnary(f, x, followed);
    case 'BinaryExpr':
      return lowerBinary(f, x, followed);
    case 'BasicLit':
    case 'BadExpr':
    case 'Ellipsis':
    case 'KeyValueExpr':
    case 'ArrayType':
    case 'StructType':
    case 'FuncType':
    case 'InterfaceType':
    case 'MapType':
    case 'ChanType':
      throw new Error(`Broken invariant: ${x.kind} is no value`);
    default:
      return assertNever(x);
  }
}

/** The value of an expression, converted to `target` as by assignment. */
export function lowerExprTo(f: FuncLowering, x: AstExpr, target: TypeId, followed: boolean): Expr {
  if (f.isNilOperand(x)) return zero(target);
  const value = f.constantOrNull(x);
  if (value !== null && f.types.kind(target) !== 'interface') return constantOf(f, value, target);
  return convertOperand(f, x, lowerExpr(f, x, followed), target, followed);
}

/** The same, as a value that may be kept: in a variable, a message, a parameter. */
export function lowerValue(f: FuncLowering, x: AstExpr, target: TypeId, followed: boolean): Expr {
  return f.kept(lowerExprTo(f, x, target, followed), target);
}

function lowerIdent(f: FuncLowering, x: Ident): Expr {
  const object = f.info.uses.get(x);
  switch (object?.kind) {
    case 'Nil':
      return zero(f.typeOf(x));
    case 'Func':
      return functionValue(f, object, x);
    default:
      return f.readVariable(variableOfIdent(f, x));
  }
}

function lowerSelector(f: FuncLowering, x: SelectorExpr, followed: boolean): Expr {
  const selection = f.info.selections.get(x);
  if (selection === undefined) {
    const object = f.info.uses.get(x.sel);
    if (object?.kind === 'Func') return functionValue(f, object, x.sel);
    assert(object?.kind === 'Var', `${x.sel.name} is a variable`);
    return f.readVariable(object);
  }
  switch (selection.kind) {
    case 'FieldVal': {
      const base = lowerExpr(f, x.x, followed);
      const { place, type } = fieldPath(f, base, f.typeOf(x.x), selection.index);
      return load(place, type);
    }
    case 'MethodVal':
      return methodValue(f, x, followed);
    case 'MethodExpr':
      return methodExpression(f, x);
    default:
      return assertNever(selection.kind);
  }
}

function lowerIndex(f: FuncLowering, x: IndexExpr, followed: boolean): Expr {
  const fun = unparen(x.x);
  const ident = fun.kind === 'SelectorExpr' ? fun.sel : fun;
  if (ident.kind === 'Ident' && f.info.instances.has(ident)) return lowerExpr(f, x.x, followed);

  const type = f.typeOf(x);
  const [indexExpr] = x.indices;
  assert(indexExpr !== undefined, 'an index expression has an index');
  const baseType = f.typeOf(x.x);
  const entry = f.types.entry(baseType);
  if (entry.kind === 'string') {
    const [baseFollowed] = followedFlags(f, [x.x, indexExpr], followed);
    const string = lowerExpr(f, x.x, baseFollowed ?? followed);
    return { kind: 'stringIndex', x: string, index: lowerExpr(f, indexExpr, followed) };
  }
  const place = f.rules.place(f, x, followed);
  if (place.kind === 'mapElement') {
    return { kind: 'mapGet', map: place.map, mapType: place.mapType, key: place.key };
  }
  return load(place, type);
}

function lowerSlice(f: FuncLowering, x: SliceExpr, followed: boolean): Expr {
  const limits = [x.low, x.high, x.max];
  const flags = followedFlags(f, [x.x, ...limits], followed);
  const baseType = f.typeOf(x.x);
  const { kind } = f.types.entry(baseType);
  const isArray = kind === 'array' || kind === 'pointer';
  const base =
    kind === 'array'
      ? f.rules.address(f, x.x, flags[0] ?? followed)
      : lowerExpr(f, x.x, flags[0] ?? followed);
  const [low, high, max] = limits.map((limit, i) =>
    limit === null ? null : lowerExpr(f, limit, flags[i + 1] ?? followed),
  );
  const type = kind === 'pointer' ? f.types.entry(baseType).elem : baseType;
  const tree: Expr = {
    kind: 'slice',
    operandKind: kind === 'string' ? 'string' : isArray ? 'array' : 'slice',
    x: base,
    type,
    low: low ?? null,
    high: high ?? null,
    max: max ?? null,
  };
  return followed ? f.spill(tree, f.typeOf(x)) : tree;
}

function lowerTypeAssert(f: FuncLowering, x: TypeAssertExpr, followed: boolean): Expr {
  const type = f.typeOf(x);
  const box = lowerExpr(f, x.x, followed);
  const tree: Expr = { kind: 'typeAssert', x: box, type, interfaceType: f.typeOf(x.x) };
  const isPointer = ['pointer', 'map', 'chan', 'func'].includes(f.types.kind(type));
  return followed && !isPointer ? f.spill(tree, type) : tree;
}
