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
import { convertImplicit } from './lower-conversion.ts';

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

function builtinTree(f: FuncLowering, call: CallExpr, builtin: BuiltinId, followed: boolean): Expr {
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
      const values = operandsOf(f, call, () => type, followed);
      return { kind: builtin, type, values };
    }
    case 'complex': {
      const part = f.types.basic(f.types.kind(type) === 'complex64' ? 'float32' : 'float64');
      const [re, im] = operandsOf(f, call, () => part, followed);
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
  const types = operandTypes(f, call);
  if (builtin === 'print' || builtin === 'println') {
    const list = f.types.sliceOf(emptyInterface(f));
    emitPrint(f, builtin, list, printOperands(f, call));
    return;
  }
  const args = operandsOf(f, call, (i) => builtinParam(f, builtin, types, i), false);
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

/** The operands of print, boxed; an interface is boxed once more, as it prints as two words. */
export function printOperands(f: FuncLowering, call: CallExpr): readonly Expr[] {
  const types = operandTypes(f, call);
  const values = operandsOf(f, call, () => emptyInterface(f), false);
  return values.map((x, i): Expr => {
    const type = types[i] ?? emptyInterface(f);
    return f.types.kind(type) === 'interface' ? { kind: 'makeInterface', type, x } : x;
  });
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

export function emptyInterface(f: FuncLowering): TypeId {
  return f.types.emptyInterface();
}

function argument(call: CallExpr, i: number): AstExpr {
  const arg = call.args[i];
  assert(arg !== undefined, 'a builtin call has its operands');
  return arg;
}

/** The types of the operands; those of f's results in builtin(f()). */
export function operandTypes(f: FuncLowering, call: CallExpr): readonly TypeId[] {
  const [only] = call.args;
  if (only !== undefined && f.isTuple(only)) return f.resultTypes(only);
  return call.args.map((arg) => f.typeOf(arg));
}

/** The operands as values that may be kept, converted to what `paramOf` says. */
export function operandsOf(
  f: FuncLowering,
  call: CallExpr,
  paramOf: (i: number) => TypeId,
  followed: boolean,
): readonly Expr[] {
  const [only] = call.args;
  if (only !== undefined && f.isTuple(only)) {
    const types = f.resultTypes(only);
    const results = f.rules.call(f, only, null);
    return results.map((result, i) => convertImplicit(f, result, types[i] ?? -1, paramOf(i)));
  }
  const flags = followedFlags(f, call.args, followed);
  return call.args.map((arg, i) => f.rules.value(f, arg, paramOf(i), flags[i] ?? followed));
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
    if (hoists(f, x)) {
      f.emit({ kind: 'evaluate', value: f.rules.expr(f, x, followed), pos: f.pos });
    }
    return intConstant(f, array.length);
  }
  return { kind, x: f.rules.expr(f, x, followed), operandKind: entry.kind };
}

function lowerAppend(f: FuncLowering, call: CallExpr, type: TypeId, followed: boolean): Expr {
  const [, more] = call.args;
  if (call.ellipsis !== 0 && more !== undefined) {
    const first = argument(call, 0);
    const slice = f.rules.exprTo(f, first, type, followed || hoists(f, more));
    if (f.isNilOperand(more)) return slice;
    const fromString = f.kindOf(more) === 'string';
    return { kind: 'appendSlice', type, x: slice, y: f.rules.expr(f, more, followed), fromString };
  }
  const { elem } = f.types.entry(type);
  const [slice, ...values] = operandsOf(f, call, (i) => (i === 0 ? type : elem), followed);
  assert(slice !== undefined, 'append has an operand');
  return values.length === 0 ? slice : { kind: 'append', type, x: slice, values };
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
  const types = operandTypes(f, call);
  const [target, source] = operandsOf(f, call, (i) => types[i] ?? -1, false);
  const [type, fromType] = types;
  assert(target !== undefined && source !== undefined, 'copy has two operands');
  assert(type !== undefined && fromType !== undefined, 'copy has two operands');
  emitCopySlice(f, target, source, [type, fromType], result);
}

/** copy(to, from), with the types of both. */
export function emitCopySlice(
  f: FuncLowering,
  to: Expr,
  from: Expr,
  types: readonly [TypeId, TypeId],
  result: LocalId | null,
): void {
  const [type, fromType] = types;
  const fromString = f.types.kind(fromType) === 'string';
  f.emit({ kind: 'copySlice', to, from, fromString, result, type, pos: f.pos });
}
