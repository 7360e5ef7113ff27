// The functions of package unsafe (types2 builtins.go): sizes are those of gc on amd64.

import { exprString } from '../syntax/print-expr.ts';
import { assignment } from './assignments.ts';
import { byteType, Typ } from './basic.ts';
import { type BuiltinCall, valueOf } from './builtin-call.ts';
import type { Checker } from './checker.ts';
import { makeInt } from './constant.ts';
import { cycleError, firstInSource } from './cycles.ts';
import { invalidArgument } from './errors.ts';
import { expr, use } from './evaluate.ts';
import { isValidIndex } from './index-expressions.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import { Operand } from './operand.ts';
import { derefStructPtr } from './predicates.ts';
import { record, recordSelection } from './recording.ts';
import { unparen } from './signature.ts';
import { alignOf, offsetOfPath, sizeOf } from './sizes.ts';
import { commonUnderOrNull } from './type-set.ts';
import type { Named, Pointer, Type, Var } from './type.ts';
import { rhsOrNull, unalias } from './under.ts';

const bytePointer: Pointer = { kind: 'Pointer', elem: byteType };

export function unsafeAddCall(b: BuiltinCall): boolean {
  const { check, x, call, args } = b;
  check.verifyVersion(call.fun, 'go1.17', 'unsafe.Add');
  assignment(check, x, Typ.unsafePointer, 'argument to unsafe.Add');
  const [, y] = args;
  if (!x.isValid || y === undefined) return false;
  if (!isValidIndex(check, y, 'InvalidUnsafeAdd', 'length', true)) return false;
  return valueOf(b, Typ.unsafePointer, [Typ.unsafePointer, y.type]);
}

function constantOf(x: Operand, value: bigint): true {
  x.mode = 'constant';
  x.value = makeInt(value);
  x.type = Typ.uintptr;
  return true;
}

export function unsafeAlignofCall(b: BuiltinCall): boolean {
  const { check, x } = b;
  assignment(check, x, null, 'argument to unsafe.Alignof');
  if (!x.isValid) return false;
  if (hasVariableSize(check, x.type)) return valueOf(b, Typ.uintptr, [x.type]);
  return constantOf(x, alignOf(x.type));
}

export function unsafeSizeofCall(b: BuiltinCall): boolean {
  const { check, x } = b;
  assignment(check, x, null, 'argument to unsafe.Sizeof');
  if (!x.isValid) return false;
  if (hasVariableSize(check, x.type)) return valueOf(b, Typ.uintptr, [x.type]);
  const size = sizeOf(x.type);
  if (size !== null) return constantOf(x, size);
  check.error(x, 'TypeTooLarge', `${check.operandText(x)} is too large`);
  return false;
}

interface OffsetField {
  readonly base: Type;
  readonly field: Var;
  readonly index: readonly number[];
}

export function unsafeOffsetofCall(b: BuiltinCall): boolean {
  const { check, x, call } = b;
  const found = offsetField(b);
  const selectorExpr = call.args[0] === undefined ? null : unparen(call.args[0]);
  if (found === null || selectorExpr?.kind !== 'SelectorExpr') return false;
  const { base, field, index } = found;
  const type = field.type;
  recordSelection(check, selectorExpr, {
    kind: 'FieldVal',
    recv: base,
    obj: field,
    index,
    indirect: false,
    type,
  });
  const selected = new Operand();
  selected.mode = x.mode === 'variable' ? 'variable' : 'value';
  selected.expr = selectorExpr;
  selected.type = type;
  record(check, selected);
  if (hasVariableSize(check, base)) return valueOf(b, Typ.uintptr, [type]);
  const offset = offsetOfPath(base, index);
  if (offset !== null) return constantOf(x, offset);
  check.error(x, 'TypeTooLarge', `${check.operandText(x)} is too large`);
  return false;
}

function offsetField({ check, x, call }: BuiltinCall): OffsetField | null {
  const [arg] = call.args;
  if (arg === undefined) return null;
  const text = exprString(arg);
  const e = unparen(arg);
  if (e.kind !== 'SelectorExpr') {
    const message = `${text} is not a selector expression`;
    check.error(arg, 'BadOffsetofSyntax', invalidArgument + message);
    use(check, [arg]);
    return null;
  }
  expr(check, null, x, e.x);
  if (!x.isValid) return null;
  const base = derefStructPtr(x.type);
  const name = e.sel.name;
  const { obj, index, indirect } = lookupFieldOrMethod(base, false, check.pkg, name);
  if (obj === null || index === null) {
    const message = `${check.text(base)} has no single field ${name}`;
    check.error(x, 'MissingFieldOrMethod', invalidArgument + message);
    return null;
  }
  if (obj.kind === 'Func') {
    check.error(arg, 'InvalidOffsetof', `${invalidArgument}${text} is a method value`);
    return null;
  }
  if (indirect) {
    const message = `field ${name} is embedded via a pointer in ${check.text(base)}`;
    check.error(x, 'InvalidOffsetof', invalidArgument + message);
    return null;
  }
  return { base, field: obj, index };
}

export function unsafeSliceCall(b: BuiltinCall): boolean {
  const { check, x, call, args } = b;
  check.verifyVersion(call.fun, 'go1.17', 'unsafe.Slice');
  const pointer = commonUnderOrNull(x.type);
  if (pointer?.kind !== 'Pointer') {
    const message = `${check.operandText(x)} is not a pointer`;
    check.error(x, 'InvalidUnsafeSlice', invalidArgument + message);
    return false;
  }
  const [, y] = args;
  if (y === undefined) return false;
  if (!isValidIndex(check, y, 'InvalidUnsafeSlice', 'length', false)) return false;
  return valueOf(b, { kind: 'Slice', elem: pointer.elem }, [pointer, y.type]);
}

export function unsafeDataCall(
  b: BuiltinCall,
  id: 'unsafe.SliceData' | 'unsafe.StringData',
): boolean {
  const { check, x, call } = b;
  check.verifyVersion(call.fun, 'go1.20', id);
  if (id === 'unsafe.StringData') {
    assignment(check, x, Typ.string, `argument to ${id}`);
    return x.isValid && valueOf(b, bytePointer, [Typ.string]);
  }
  const slice = commonUnderOrNull(x.type);
  if (slice?.kind === 'Slice') return valueOf(b, { kind: 'Pointer', elem: slice.elem }, [slice]);
  const message = `${check.operandText(x)} is not a slice`;
  check.error(x, 'InvalidUnsafeSliceData', invalidArgument + message);
  return false;
}

export function unsafeStringCall(b: BuiltinCall): boolean {
  const { check, x, call, args } = b;
  check.verifyVersion(call.fun, 'go1.20', 'unsafe.String');
  assignment(check, x, bytePointer, 'argument to unsafe.String');
  const [, y] = args;
  if (!x.isValid || y === undefined) return false;
  if (!isValidIndex(check, y, 'InvalidUnsafeString', 'length', false)) return false;
  return valueOf(b, Typ.string, [bytePointer, y.type]);
}

// What is known of defined types; a type is asked about once, so that a cycle is reported once.
const variableSizes = new WeakMap<Named, boolean>();

// Whether the size depends on type parameters; also if it is infinite, which is reported.
function hasVariableSize(check: Checker, original: Type): boolean {
  const type = unalias(original);
  switch (type.kind) {
    case 'Named': {
      const known = variableSizes.get(type);
      if (known !== undefined) return known;
      const start = check.pathIndex.get(type.obj);
      if (start !== undefined) {
        const cycle = check.path.slice(start);
        cycleError(check, cycle, firstInSource(cycle));
        return true;
      }
      const rhs = rhsOrNull(type);
      if (rhs === null) return false;
      check.push(type.obj);
      const result = hasVariableSize(check, rhs);
      check.pop();
      variableSizes.set(type, result);
      return result;
    }
    case 'Array':
      return hasVariableSize(check, type.elem);
    case 'Struct':
      return type.fields.some((field) => hasVariableSize(check, field.type));
    case 'TypeParam':
      return true;
    default:
      return false;
  }
}
