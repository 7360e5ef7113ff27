// append, cap, clear, close, copy, delete, len, make, new (spec, "Built-in functions"; types2
// builtins.go).

import { noPos } from '../syntax/pos.ts';
import { exprString } from '../syntax/print-expr.ts';
import { checkArguments } from './arguments.ts';
import { isAssignable } from './assignable.ts';
import { assignment } from './assignments.ts';
import { byteType, Typ } from './basic.ts';
import { type BuiltinCall, builtinSignature, noValue, valueOf } from './builtin-call.ts';
import type { Checker } from './checker.ts';
import { bytesOf, makeInt, unknownValue, type Value } from './constant.ts';
import type { ErrorCode } from './error-codes.ts';
import { invalidArgument, invalidOperation } from './errors.ts';
import { exclude, exprOrType } from './evaluate.ts';
import { identical } from './identical.ts';
import { checkIndex } from './index-expressions.ts';
import type { Operand } from './operand.ts';
import { isString, isTypeParam, isUntyped } from './predicates.ts';
import { recordBuiltinType } from './recording.ts';
import { allString, commonUnder, typesOf, underIs } from './type-set.ts';
import type { Type } from './type.ts';
import { isInvalid, unalias, under } from './under.ts';
import { validVarType, varType } from './var-type.ts';

const byteSlice: Type = { kind: 'Slice', elem: byteType };

type SliceElement =
  | { readonly elem: Type; readonly problem: null }
  | { readonly elem: null; readonly problem: string };

// The element type of a slice, or of all slices of a type parameter.
function sliceElement(check: Checker, x: Operand): SliceElement {
  let elem: Type | null = null;
  for (const { under: u } of typesOf(x.type)) {
    if (u?.kind !== 'Slice') {
      const have = x.isNil ? 'untyped nil' : check.operandText(x);
      return { elem: null, problem: `argument must be a slice; have ${have}` };
    }
    if (elem === null) elem = u.elem;
    else if (!identical(elem, u.elem)) {
      const types = `${check.text(elem)} and ${check.text(u.elem)}`;
      const problem = `mismatched slice element types ${types} in ${check.operandText(x)}`;
      return { elem: null, problem };
    }
  }
  return elem === null ? { elem, problem: 'argument must be a slice' } : { elem, problem: null };
}

/** Whether all types are []byte or strings, and which of them occur. */
function bytesOrStrings(type: Type): { readonly all: boolean; readonly hasString: boolean } {
  let hasString = false;
  const all = underIs(type, (u) => {
    if (u?.kind === 'Slice' && identical(u.elem, byteType)) return true;
    if (u === null || !isString(u)) return false;
    hasString = true;
    return true;
  });
  return { all, hasString };
}

export function appendCall({ check, x, call, args }: BuiltinCall): boolean {
  const { elem, problem } = sliceElement(check, x);
  if (elem === null) {
    check.error(x, 'InvalidAppend', `invalid append: ${problem}`);
    return false;
  }
  const [, second] = args;
  const isSpread = args.length === 2 && call.ellipsis !== noPos;
  let signature = builtinSignature(x.type, [x.type, { kind: 'Slice', elem }], true);
  let isString = false;
  if (isSpread && second !== undefined && isAssignable(check, x, byteSlice)) {
    // append([]byte, string...)
    const { all, hasString } = bytesOrStrings(second.type);
    isString = all && hasString;
    if (isString) signature = builtinSignature(x.type, [x.type, second.type], true);
  }
  if (!isString) {
    const { type } = x;
    checkArguments(check, call, { signature, typeArgs: [], argExprs: [] }, args, []);
    x.type = type;
  }
  recordBuiltinType(check, call.fun, signature);
  x.mode = 'value';
  return true;
}

export function lengthCall(b: BuiltinCall, id: 'cap' | 'len'): boolean {
  const { check, x, name } = b;
  const underlying = arrayOfPointer(under(x.type));
  let constant: Value | null = null;
  let ok = false;
  if (underlying.kind === 'Interface') {
    ok = isTypeParam(x.type) && underIs(x.type, (u) => u !== null && hasLength(u, id));
  } else {
    ok = hasLength(underlying, id);
    if (underlying.kind === 'Array' && !check.env.hasCallOrRecv) {
      constant = underlying.length >= 0 ? makeInt(underlying.length) : unknownValue;
    } else if (ok && isString(underlying) && x.mode === 'constant') {
      constant = makeInt(bytesOf(x.value).length);
    }
  }
  if (!ok) {
    if (!isInvalid(under(x.type))) {
      const code: ErrorCode = id === 'len' ? 'InvalidLen' : 'InvalidCap';
      const message = `${check.operandText(x)} for built-in ${name}`;
      check.error(x, code, invalidArgument + message);
    }
    return false;
  }
  if (constant === null) return valueOf(b, Typ.int, [x.type]);
  x.mode = 'constant';
  x.type = Typ.int;
  x.value = constant;
  return true;
}

function hasLength(type: Type, id: 'cap' | 'len'): boolean {
  const inner = arrayOfPointer(type);
  switch (inner.kind) {
    case 'Array':
    case 'Slice':
    case 'Chan':
      return true;
    case 'Map':
      return id === 'len';
    case 'Basic':
      return id === 'len' && isString(inner);
    default:
      return false;
  }
}

function arrayOfPointer(type: Type): Type {
  const actual = unalias(type);
  if (actual.kind !== 'Pointer') return type;
  const base = under(actual.elem);
  return base.kind === 'Array' ? base : type;
}

export function clearCall(b: BuiltinCall): boolean {
  const { check, x, call } = b;
  check.verifyVersion(call.fun, 'go1.21', 'clear');
  const ok = underIs(x.type, (u) => u?.kind === 'Map' || u?.kind === 'Slice');
  if (ok) return noValue(b, [x.type]);
  const need = 'argument must be (or constrained by) map or slice';
  const message = `cannot clear ${check.operandText(x)}: ${need}`;
  check.error(x, 'InvalidClear', invalidArgument + message);
  return false;
}

export function closeCall(b: BuiltinCall): boolean {
  const { check, x } = b;
  const fail = (what: string): false => {
    const message = `cannot close ${what} ${check.operandText(x)}`;
    check.error(x, 'InvalidClose', invalidOperation + message);
    return false;
  };
  const ok = underIs(x.type, (u) => {
    if (u?.kind !== 'Chan') return fail('non-channel');
    return u.dir === 'receive' ? fail('receive-only channel') : true;
  });
  return ok && noValue(b, [x.type]);
}

export function copyCall(b: BuiltinCall): boolean {
  const { check, x, args } = b;
  const [, y] = args;
  if (y === undefined) return false;
  const target = sliceElement(check, x);
  if (target.elem === null) {
    check.error(x, 'InvalidCopy', `invalid copy: ${target.problem}`);
    return false;
  }
  const isBytes = isAssignable(check, x, byteSlice) && bytesOrStrings(y.type).all;
  if (!isBytes) {
    const source = sliceElement(check, y);
    if (source.elem === null && !allString(y.type)) {
      check.error(y, 'InvalidCopy', `invalid copy: ${source.problem}`);
      return false;
    }
    const elem = source.elem ?? byteType;
    if (!identical(target.elem, elem)) {
      const operands = `arguments ${check.operandText(x)} and ${check.operandText(y)}`;
      const types = `${check.text(target.elem)} and ${check.text(elem)}`;
      const message = `invalid copy: ${operands} have different element types ${types}`;
      check.error(x, 'InvalidCopy', message);
      return false;
    }
  }
  return valueOf(b, Typ.int, [x.type, y.type]);
}

export function deleteCall(b: BuiltinCall): boolean {
  const { check, x, args } = b;
  const mapType = x.type;
  const fail = (message: string): false => {
    check.error(x, 'InvalidDelete', invalidArgument + message);
    return false;
  };
  let key: Type | null = null;
  const ok = underIs(mapType, (u) => {
    if (u?.kind !== 'Map') return fail(`${check.operandText(x)} is not a map`);
    if (key !== null && !identical(u.key, key)) {
      return fail(`maps of ${check.operandText(x)} must have identical key types`);
    }
    key = u.key;
    return true;
  });
  const [, second] = args;
  if (!ok || key === null || second === undefined) return false;
  x.copyFrom(second);
  assignment(check, x, key, 'argument to delete');
  return x.isValid && noValue(b, [mapType, key]);
}

export function makeCall(b: BuiltinCall): boolean {
  const { check, call } = b;
  const [first, ...sizes] = call.args;
  if (first === undefined) return false;
  const T = varType(check, first);
  if (isInvalid(T)) return false;
  const { type, error } = commonUnder(T, ({ under: u }) => {
    if (u === null) return () => 'no specific type';
    const ok = u.kind === 'Slice' || u.kind === 'Map' || u.kind === 'Chan';
    return ok ? null : () => 'type must be slice, map, or channel';
  });
  if (type === null) {
    const why = error?.((each) => check.text(each)) ?? '';
    const message = `cannot make ${exprString(first)}: ${why}`;
    check.error(first, 'InvalidMake', invalidArgument + message);
    return false;
  }
  const least = type.kind === 'Slice' ? 2 : 1;
  const count = call.args.length;
  if (count < least || count > least + 1) {
    const expected = `expects ${least} or ${least + 1} arguments; found ${count}`;
    check.error(call, 'WrongArgCount', `${invalidOperation}${exprString(call)} ${expected}`);
    return false;
  }
  const checked = sizes.map((size) => checkIndex(check, size, -1));
  const [length, capacity] = checked.map((size) => size?.value ?? -1);
  if (length !== undefined && capacity !== undefined && capacity >= 0 && length > capacity) {
    const message = `${invalidArgument}length and capacity swapped`;
    check.error(sizes[0] ?? first, 'SwappedMakeArgs', message);
  }
  return valueOf(b, T, [T, ...checked.map((size) => size?.type ?? Typ.invalid)]);
}

export function newCall(b: BuiltinCall): boolean {
  const { check, x, call } = b;
  const [arg] = call.args;
  if (arg === undefined) return false;
  exprOrType(check, x, arg, false);
  exclude(check, x, ['novalue', 'builtin']);
  if (!x.isValid) return false;
  if (x.mode === 'typexpr') validVarType(check, arg, x.type);
  else {
    if (isUntyped(x.type)) {
      assignment(check, x, null, 'argument to new');
      if (!x.isValid) return false;
    }
    check.verifyVersion(call.fun, 'go1.26', `new(${exprString(arg)})`);
  }
  return valueOf(b, { kind: 'Pointer', elem: x.type }, [x.type]);
}
