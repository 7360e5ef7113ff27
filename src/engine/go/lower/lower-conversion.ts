// Conversions, explicit and implied by assignment (spec, "Conversions", "Assignability").

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { TypeId } from '../ir/ids.ts';
import type { CallExpr, Expr as AstExpr } from '../syntax/ast.ts';
import { isInteger, isNumeric, sameRepresentation, zero } from './build.ts';
import type { FuncLowering } from './func-lowering.ts';
import { unparen } from './hoists.ts';
import { constantOf } from './lower-constant.ts';

/** A value of type `from` as a value of type `to`, to which it is assignable. */
export function convertImplicit(f: FuncLowering, x: Expr, from: TypeId, to: TypeId): Expr {
  if (f.types.kind(to) !== 'interface' || f.types.kind(from) === 'interface') return x;
  f.program.useDynamically(from);
  return { kind: 'makeInterface', type: from, x: f.kept(x, from) };
}

/**
 * The same for an operand in source. gc copies an operand without address into the interface where
 * it stands in the order, unless it is of a kind that is boxed by value.
 */
export function convertOperand(
  f: FuncLowering,
  source: AstExpr,
  x: Expr,
  to: TypeId,
  followed: boolean,
): Expr {
  const from = f.typeOf(source);
  const converted = convertImplicit(f, x, from, to);
  if (!followed || converted === x || isBoxedByValue(f, from)) return converted;
  const inner = unparen(source);
  const hasAddress =
    inner.kind === 'Ident' ||
    inner.kind === 'SelectorExpr' ||
    inner.kind === 'StarExpr' ||
    (inner.kind === 'IndexExpr' && !['map', 'string'].includes(f.kindOf(inner.x)));
  return hasAddress ? converted : f.spill(converted, to);
}

// runtime.convT16, convT32, convT64, convTstring and convTslice take the value itself.
function isBoxedByValue(f: FuncLowering, type: TypeId): boolean {
  const { kind } = f.types.entry(type);
  return (
    (isNumeric(kind) && kind !== 'int8' && kind !== 'uint8') ||
    kind === 'string' ||
    kind === 'slice'
  );
}

/** The explicit conversion T(x). */
export function lowerConversion(f: FuncLowering, call: CallExpr, followed: boolean): Expr {
  const [arg] = call.args;
  assert(arg !== undefined, 'a conversion has an operand');
  const to = f.typeOf(call);
  if (f.isNilOperand(arg)) return zero(to);
  const from = f.typeOf(arg);
  const value = f.constantOrNull(arg);
  // In generic code the conversion of a constant may be a constant here, of any numeric kind.
  if (value !== null && isNumeric(f.types.kind(to)) && isNumeric(f.types.kind(from))) {
    return constantOf(f, value, to);
  }
  if (f.types.kind(to) === 'interface') {
    return convertOperand(f, arg, f.rules.expr(f, arg, followed), to, followed);
  }
  const converted = convertValue(f, f.rules.expr(f, arg, followed), from, to);
  const isEarly = converted.kind === 'bytesFromString' || converted.kind === 'runesFromString';
  return followed && isEarly ? f.spill(converted, to) : converted;
}

function convertValue(f: FuncLowering, x: Expr, from: TypeId, to: TypeId): Expr {
  const source = f.types.entry(from);
  const target = f.types.entry(to);
  if (target.kind === 'string') {
    if (isInteger(source.kind)) return { kind: 'stringFromRune', x };
    if (source.kind !== 'slice') return x;
    const isBytes = f.types.kind(source.elem) === 'uint8';
    return { kind: isBytes ? 'stringFromBytes' : 'stringFromRunes', x };
  }
  if (source.kind === 'string' && target.kind === 'slice') {
    const isBytes = f.types.kind(target.elem) === 'uint8';
    return { kind: isBytes ? 'bytesFromString' : 'runesFromString', x };
  }
  if (isNumeric(target.kind) && isNumeric(source.kind)) {
    if (sameRepresentation(source.kind, target.kind)) return x;
    return { kind: 'convertNumber', x, from, to };
  }
  if (source.kind === 'slice' && target.kind === 'array') {
    return { kind: 'arrayFromSlice', x, type: to };
  }
  if (source.kind === 'slice' && target.kind === 'pointer') {
    return { kind: 'arrayPointerFromSlice', x, type: to };
  }
  // All others keep the representation.
  return x;
}
