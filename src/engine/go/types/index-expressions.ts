// Index and slice expressions (spec, "Index expressions", "Slice expressions"; types2 index.go).

import type { Expr, IndexExpr, SliceExpr } from '../syntax/ast.ts';
import { gcPos } from '../syntax/positions.ts';
import { assignment } from './assignments.ts';
import { byteType, Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { bytesOf, int64OrNull, signOf } from './constant.ts';
import { constantString } from './constant-format.ts';
import { representConst } from './constant-representable.ts';
import { isComplete } from './cycles.ts';
import type { ErrorCode } from './error-codes.ts';
import { invalidArgument, invalidOperation } from './errors.ts';
import { expr, exprOrType, genericExpr, use } from './evaluate.ts';
import { identical } from './identical.ts';
import { nonGeneric } from './instantiate-function.ts';
import { Operand } from './operand.ts';
import { isString, isTypeParam, isUntyped } from './predicates.ts';
import { allInteger, typesOf, underIs } from './type-set.ts';
import type { GoMap, Type } from './type.ts';
import { isInvalid, under } from './under.ts';
import { convertUntyped } from './untyped.ts';
import { varType } from './var-type.ts';

/**
 * Makes `x` the value of an index expression, or the type of an instantiated type. Returns true if
 * instead `x` is a generic function, whose instantiation is left to the caller.
 */
export function indexExpr(check: Checker, x: Operand, e: IndexExpr): boolean {
  exprOrType(check, x, e.x, true);
  if (!x.isValid) {
    use(check, e.indices);
    return false;
  }
  if (x.mode === 'typexpr') {
    x.invalidate();
    x.type = varType(check, e);
    if (!isInvalid(x.type)) x.mode = 'typexpr';
    return false;
  }
  if (x.mode === 'value') {
    const signature = under(x.type);
    if (signature.kind === 'Signature' && signature.typeParams.length > 0) return true;
  }
  nonGeneric(check, null, x);
  if (!x.isValid) return false;
  if (!isComplete(check, x.type) || !isComplete(check, elementOf(x.type))) {
    x.invalidate();
    return false;
  }
  indexValue(check, x, e);
  return false;
}

// What indexing looks through or gives, and must be complete too.
function elementOf(type: Type): Type {
  const underlying = under(type);
  return underlying.kind === 'Pointer' || underlying.kind === 'Map' ? underlying.elem : type;
}

interface Indexed {
  readonly elem: Type;
  readonly mode: 'variable' | 'value';
  /** The number of elements if it is known, else -1. */
  readonly length: number;
}

function indexValue(check: Checker, x: Operand, e: IndexExpr): void {
  const map = mapOrNull(x);
  if (map !== null) {
    const index = singleIndex(check, e);
    if (index === null) {
      x.invalidate();
      return;
    }
    const key = new Operand();
    genericExpr(check, key, index);
    assignment(check, key, map.key, 'map index');
    x.mode = 'mapindex';
    x.type = map.elem;
    x.expr = e;
    return;
  }
  const indexed = indexedOrNull(x);
  if (indexed === null) {
    check.error(gcPos(e), 'NonSliceableOperand', `cannot index ${check.operandText(x)}`);
    use(check, e.indices);
    x.invalidate();
    return;
  }
  x.mode = indexed.mode;
  x.type = indexed.elem;
  const index = singleIndex(check, e);
  if (index === null) x.invalidate();
  else checkIndex(check, index, indexed.length);
}

// The map type to index, of a type parameter one whose types are all maps with equal parts.
function mapOrNull(x: Operand): GoMap | null {
  let map: GoMap | null = null;
  const allMaps = underIs(x.type, (u) => {
    if (u?.kind !== 'Map') return false;
    const same = map === null || (identical(map.key, u.key) && identical(map.elem, u.elem));
    map ??= u;
    return same;
  });
  return allMaps ? map : null;
}

function indexedOrNull(x: Operand): Indexed | null {
  if (!isTypeParam(x.type)) return indexedTypeOrNull(under(x.type), x);
  let result: Indexed | null = null;
  const ok = underIs(x.type, (u) => {
    const each = u === null ? null : indexedTypeOrNull(u, x);
    if (each === null) return false;
    if (result === null) {
      result = each;
      return true;
    }
    if (!identical(result.elem, each.elem)) return false;
    // Of several types only what all allow: the least length, and no assignment if one forbids it.
    const length = each.length >= 0 && each.length < result.length ? each.length : result.length;
    const mode = each.mode === 'value' ? 'value' : result.mode;
    result = { elem: result.elem, mode, length };
    return true;
  });
  return ok ? result : null;
}

function indexedTypeOrNull(type: Type, x: Operand): Indexed | null {
  switch (type.kind) {
    case 'Basic': {
      if (!isString(type)) return null;
      const length = x.mode === 'constant' ? bytesOf(x.value).length : -1;
      return { elem: byteType, mode: 'value', length };
    }
    case 'Array': {
      const mode = x.mode === 'variable' ? 'variable' : 'value';
      return { elem: type.elem, mode, length: type.length };
    }
    case 'Pointer': {
      const array = under(type.elem);
      if (array.kind !== 'Array') return null;
      return { elem: array.elem, mode: 'variable', length: array.length };
    }
    case 'Slice':
      return { elem: type.elem, mode: 'variable', length: -1 };
    default:
      return null;
  }
}

function singleIndex(check: Checker, e: IndexExpr): Expr | null {
  const [first, second] = e.indices;
  if (second !== undefined) {
    check.error(second, 'InvalidIndex', `${invalidOperation}more than one index`);
  }
  return first ?? null;
}

/** A valid index: its type, and its value if it is constant, else -1; null after an error. */
export function checkIndex(
  check: Checker,
  index: Expr,
  length: number,
): { readonly type: Type; readonly value: number } | null {
  const x = new Operand();
  expr(check, null, x, index);
  if (!isValidIndex(check, x, 'InvalidIndex', 'index', false)) return null;
  if (x.mode !== 'constant') return { type: x.type, value: -1 };
  const value = int64OrNull(x.value);
  if (value === null) return null;
  if (length >= 0 && value >= BigInt(length)) {
    const text = constantString(x.value);
    const message = `index ${text} out of bounds [0:${length}]`;
    check.error(x, 'InvalidIndex', invalidArgument + message);
    return null;
  }
  return { type: x.type, value: Number(value) };
}

/** Whether `x` can be an index or size; untyped constants become ints. Errors name it `what`. */
export function isValidIndex(
  check: Checker,
  x: Operand,
  code: ErrorCode,
  what: string,
  allowNegative: boolean,
): boolean {
  if (!x.isValid) return false;
  convertUntyped(check, x, Typ.int);
  if (!x.isValid) return false;
  const fail = (problem: string): false => {
    check.error(x, code, `${invalidArgument}${what} ${check.operandText(x)} ${problem}`);
    return false;
  };
  if (!allInteger(x.type)) return fail('must be integer');
  if (x.mode !== 'constant') return true;
  if (!allowNegative && signOf(x.value) < 0) return fail('must not be negative');
  const value = representConst(x.value, Typ.int);
  if (value === null) return fail('overflows int');
  x.value = value;
  return true;
}

/** Makes `x` the value of a slice expression, or invalid. */
export function sliceExpr(check: Checker, x: Operand, e: SliceExpr): void {
  const indices = [e.low, e.high, e.max];
  expr(check, null, x, e.x);
  if (!x.isValid) {
    use(
      check,
      indices.filter((index) => index !== null),
    );
    return;
  }
  const common = slicedTypeOrNull(check, x);
  const pointer = under(x.type);
  const complete = pointer.kind !== 'Pointer' || isComplete(check, pointer.elem);
  if (common === null || !complete) {
    x.invalidate();
    return;
  }
  const length = sliceOperand(check, x, e, common);
  if (length === null) {
    x.invalidate();
    return;
  }
  x.mode = 'value';
  if (e.slice3 && (e.high === null || e.max === null)) {
    check.error(e, 'InvalidSyntaxTree', '2nd and 3rd index required in 3-index slice');
    x.invalidate();
    return;
  }
  checkSliceIndices(check, indices, length);
}

// The underlying type to slice; strings count as byte slices among other types.
function slicedTypeOrNull(check: Checker, x: Operand): Type | null {
  let common: { type: Type; under: Type } | null = null;
  let hasString = false;
  for (const each of typesOf(x.type)) {
    const fail = (why: string): null => {
      const message = `cannot slice ${check.operandText(x)}: ${why}`;
      check.error(x, 'NonSliceableOperand', message);
      return null;
    };
    if (each.under === null) return fail(`no specific type in ${check.text(x.type)}`);
    const isText = isString(each.under);
    if (isText) hasString = true;
    const underlying: Type = isText ? { kind: 'Slice', elem: byteType } : each.under;
    if (common === null) common = { type: each.type, under: underlying };
    else if (!identical(common.under, underlying)) {
      const types = `${check.text(common.type)} and ${check.text(each.type)}`;
      return fail(`${types} have different underlying types`);
    }
  }
  if (hasString) return isTypeParam(x.type) ? Typ.string : under(x.type);
  return common?.under ?? null;
}

// Gives `x` the type of the slice; returns the length if it is known, else -1, null for an error.
function sliceOperand(check: Checker, x: Operand, e: SliceExpr, common: Type): number | null {
  switch (common.kind) {
    case 'Basic': {
      if (!isString(common)) break;
      if (e.slice3) {
        const message = `${invalidOperation}3-index slice of string`;
        check.error(e.max ?? e, 'InvalidSliceExpr', message);
        return null;
      }
      const length = x.mode === 'constant' ? bytesOf(x.value).length : -1;
      if (isUntyped(x.type)) x.type = Typ.string;
      return length;
    }
    case 'Array':
      if (x.mode !== 'variable') {
        const message = `cannot slice unaddressable value ${check.operandText(x)}`;
        check.error(x, 'NonSliceableOperand', message);
        return null;
      }
      x.type = { kind: 'Slice', elem: common.elem };
      return common.length;
    case 'Pointer': {
      const array = under(common.elem);
      if (array.kind !== 'Array') break;
      x.type = { kind: 'Slice', elem: array.elem };
      return array.length;
    }
    case 'Slice':
      return -1;
    default:
      break;
  }
  check.error(x, 'NonSliceableOperand', `cannot slice ${check.operandText(x)}`);
  return null;
}

function checkSliceIndices(
  check: Checker,
  indices: readonly (Expr | null)[],
  length: number,
): void {
  const values = indices.map((index, i) => {
    if (index !== null) return checkIndex(check, index, length >= 0 ? length + 1 : -1)?.value ?? -1;
    return i === 0 ? 0 : length;
  });
  for (const [i, x] of values.entries()) {
    if (x <= 0) continue;
    for (let j = i + 1; j < values.length; j++) {
      const y = values[j] ?? -1;
      const at = indices[j] ?? null;
      if (y < 0 || y >= x || at === null) continue;
      check.error(at, 'SwappedSliceIndices', `invalid slice indices: ${y} < ${x}`);
      return;
    }
  }
}
