// Calls of builtin functions (spec, "Built-in functions"). Those with a result are trees where they
// can be; gc evaluates most of them in their place in the order (see `followed` in hoists.ts).

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { LocalId, TypeId } from '../ir/ids.ts';
import type { CallExpr, Expr as AstExpr } from '../syntax/ast.ts';
import type { BuiltinId } from '../types/type.ts';
import { loadLocal, zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { followedFlags, hoists } from './hoists.ts';
import { intConstant } from './lower-constant.ts';

/** The value of a builtin call. */
export function lowerBuiltin(
  f: FuncLowering,
  call: CallExpr,
  builtin: BuiltinId,
  followed: boolean,
): Expr {
  const tree = builtinTree(f, call, builtin, followed);
  const isInTemp = tree.kind === 'load' || tree.kind === 'const';
  return followed && !isInTemp ? f.spill(tree, f.typeOf(call)) : tree;
}

function builtinTree(
  f: FuncLowering,
  call: CallExpr,
  builtin: BuiltinId,
  followed: boolean,
): Expr {
  const type = f.typeOf(call);
  const arg = (i: number): AstExpr => argument(call, i);
  switch (builtin) {
    case 'len':
    case 'cap':
      return lengthOf(f, arg(0), builtin === 'len' ? 'length' : 'capacity', followed);
    case 'append':
      return lowerAppend(f, call, type, followed);
    case 'make':
      return lowerMake(f, call, type, followed);
    case 'new':
      return lowerNew(f, arg(0), type, followed);
    case 'min':
    case 'max': {
      const values = evaluated(f, call.args, type, followed);
      return { kind: builtin, type, values };
    }
    case 'complex': {
      const part = f.types.basic(f.types.kind(type) === 'complex64' ? 'float32' : 'float64');
      const [re, im] = evaluated(f, call.args, part, followed);
      assert(re !== undefined && im !== undefined, 'complex has two operands');
      return { kind: 'complex', type, re, im };
    }
    case 'real':
    case 'imag':
      return { kind: builtin, x: f.rules.expr(f, arg(0), followed) };
    case 'copy': {
      const result = f.newTemp(type);
      emitCopy(f, call, result);
      return loadLocal(result, type);
    }
    case 'recover': {
      const result = f.newTemp(type);
      f.emit({ kind: 'recover', result, site: f.site('', {}, call.pos), pos: call.pos });
      return loadLocal(result, type);
    }
    default:
      throw new Error(`Broken invariant: ${builtin} has no value`);
  }
}

/** A builtin call as a statement. */
export function lowerBuiltinStatement(f: FuncLowering, call: CallExpr, builtin: BuiltinId): void {
  if (builtin === 'copy') {
    emitCopy(f, call, null);
    return;
  }
  if (builtin === 'recover') {
    lowerBuiltin(f, call, builtin, false);
    return;
  }
  const flags = followedFlags(f, call.args, false);
  const types = call.args.map((arg) => f.typeOf(arg));
  if (builtin === 'print' || builtin === 'println') {
    const list = f.types.sliceOf(emptyInterface(f));
    emitPrint(f, builtin, list, call.args.map((arg, i) => printed(f, arg, flags[i] ?? false)));
    return;
  }
  const args = call.args.map((arg, i) => {
    const param = builtinParam(f, builtin, types, i);
    return f.rules.value(f, arg, param, flags[i] ?? false);
  });
  emitBuiltin(f, builtin, args, types, f.sourceText(argument(call, 0)));
}

/** What the i-th operand of close, panic, delete or clear is converted to. */
export function builtinParam(
  f: FuncLowering,
  builtin: BuiltinId,
  types: readonly TypeId[],
  i: number,
): TypeId {
  const [first] = types;
  assert(first !== undefined, `${builtin} has an operand`);
  if (builtin === 'panic') return emptyInterface(f);
  if (builtin === 'delete' && i === 1) return f.types.entry(first).key;
  return types[i] ?? first;
}

/** The instruction of close, panic, delete or clear. `operand` is the text of the first operand. */
export function emitBuiltin(
  f: FuncLowering,
  builtin: BuiltinId,
  args: readonly Expr[],
  types: readonly TypeId[],
  operand: string,
): void {
  const [x, y] = args;
  const [type] = types;
  assert(x !== undefined && type !== undefined, `${builtin} has an operand`);
  const { pos } = f;
  switch (builtin) {
    case 'close':
      f.emit({ kind: 'close', channel: x, site: f.site(operand), pos });
      return;
    case 'panic':
      f.emit({ kind: 'panic', value: x, site: f.site(''), pos }, true);
      return;
    case 'delete':
      assert(y !== undefined, 'delete has two operands');
      f.emit({ kind: 'mapDelete', map: x, mapType: type, key: y, pos });
      return;
    case 'clear':
      f.emit({ kind: 'clear', x, type, pos });
      return;
    default:
      throw new Error(`Broken invariant: ${builtin} is no statement`);
  }
}

/** print and println are natives that take a slice of boxed operands. */
export function emitPrint(
  f: FuncLowering,
  builtin: 'print' | 'println',
  list: TypeId,
  values: readonly Expr[],
): void {
  const elements = values.map((value, index) => ({ index, value }));
  const slice: Expr = { kind: 'sliceLiteral', type: list, length: values.length, elements };
  const { pos } = f;
  f.emit({ kind: 'callNative', name: builtin, args: [slice], results: [], site: f.site(''), pos });
}

/** An operand of print, boxed. */
export function printed(f: FuncLowering, arg: AstExpr, followed: boolean): Expr {
  return f.rules.value(f, arg, emptyInterface(f), followed);
}

export function emptyInterface(f: FuncLowering): TypeId {
  return f.types.emptyInterface();
}

function argument(call: CallExpr, i: number): AstExpr {
  const arg = call.args[i];
  assert(arg !== undefined, 'a builtin call has its operands');
  return arg;
}

function evaluated(
  f: FuncLowering,
  args: readonly AstExpr[],
  type: TypeId,
  followed: boolean,
): Expr[] {
  const flags = followedFlags(f, args, followed);
  return args.map((arg, i) => f.rules.exprTo(f, arg, type, flags[i] ?? followed));
}

function lengthOf(
  f: FuncLowering,
  x: AstExpr,
  kind: 'length' | 'capacity',
  followed: boolean,
): Expr {
  const type = f.typeOf(x);
  const entry = f.types.entry(type);
  const array = entry.kind === 'pointer' ? f.types.entry(entry.elem) : entry;
  if (array.kind === 'array') {
    // The length is known, but calls and receives in the operand happen.
    if (hoists(f, x)) f.rules.expr(f, x, followed);
    return intConstant(f, array.length);
  }
  return { kind, x: f.rules.expr(f, x, followed), operandKind: entry.kind };
}

function lowerAppend(f: FuncLowering, call: CallExpr, type: TypeId, followed: boolean): Expr {
  const [first, ...rest] = call.args;
  assert(first !== undefined, 'append has an operand');
  const flags = followedFlags(f, call.args, followed);
  const slice = f.rules.exprTo(f, first, type, flags[0] ?? followed);
  const [more] = rest;
  if (more === undefined) return slice;
  if (call.ellipsis !== 0) {
    if (f.isNilOperand(more)) return slice;
    const fromString = f.kindOf(more) === 'string';
    return { kind: 'appendSlice', type, x: slice, y: f.rules.expr(f, more, followed), fromString };
  }
  const { elem } = f.types.entry(type);
  const values = rest.map((arg, i) => f.rules.value(f, arg, elem, flags[i + 1] ?? followed));
  return { kind: 'append', type, x: slice, values };
}

function lowerMake(f: FuncLowering, call: CallExpr, type: TypeId, followed: boolean): Expr {
  const [, first, second] = call.args;
  const sizeFollowed = followed || (second !== undefined && hoists(f, second));
  const size = first === undefined ? null : sizeOperand(f, first, sizeFollowed);
  const capacity = second === undefined ? null : sizeOperand(f, second, followed);
  switch (f.types.kind(type)) {
    case 'chan': {
      const result = f.newTemp(type);
      emitMakeChan(f, call, result, type, size);
      return loadLocal(result, type);
    }
    case 'map':
      // The size is a hint; only what evaluating it does matters.
      if (size !== null && size.kind !== 'const') {
        f.emit({ kind: 'evaluate', value: size, pos: f.pos });
      }
      return { kind: 'makeMap', type };
    default:
      assert(size !== null, 'making a slice needs a length');
      return { kind: 'makeSlice', type, length: size, capacity };
  }
}

/** A size; constants may be untyped floats such as 1e3. */
function sizeOperand(f: FuncLowering, x: AstExpr, followed: boolean): Expr {
  if (f.constantOrNull(x) !== null) return f.rules.exprTo(f, x, f.types.basic('int'), followed);
  return f.rules.expr(f, x, followed);
}

/** Makes a channel, named after what it is assigned to. */
export function emitMakeChan(
  f: FuncLowering,
  call: CallExpr,
  result: LocalId,
  type: TypeId,
  capacity: Expr | null,
): void {
  const site = f.site(f.targetText, {}, call.pos);
  f.emit({ kind: 'makeChan', result, type, capacity, site, pos: call.pos });
}

function lowerNew(f: FuncLowering, x: AstExpr, pointer: TypeId, followed: boolean): Expr {
  const type = f.types.entry(pointer).elem;
  const isType = f.info.types.get(x)?.mode === 'typexpr';
  const value = isType ? zero(type) : f.rules.value(f, x, type, followed);
  return { kind: 'newVariable', type, value };
}

function emitCopy(f: FuncLowering, call: CallExpr, result: LocalId | null): void {
  const [to, from] = [argument(call, 0), argument(call, 1)];
  const target = f.rules.expr(f, to, hoists(f, from));
  const source = f.rules.expr(f, from, false);
  const fromString = f.kindOf(from) === 'string';
  const type = f.typeOf(to);
  f.emit({ kind: 'copySlice', to: target, from: source, fromString, result, type, pos: f.pos });
}
