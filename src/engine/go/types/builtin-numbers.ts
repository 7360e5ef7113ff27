// complex, real, imag, min, max (spec, "Manipulating complex numbers", "Min and max"; types2
// builtins.go).

import { noPos } from '../syntax/pos.ts';
import { exprString } from '../syntax/print-expr.ts';
import { assignment } from './assignments.ts';
import { Typ } from './basic.ts';
import { type BuiltinCall, valueOf } from './builtin-call.ts';
import type { Checker } from './checker.ts';
import { matchTypes } from './comparison.ts';
import { imaginaryPart, makeImaginary, realPart, signOf } from './constant.ts';
import { binaryOperation, compareConstants, toFloat } from './constant-operations.ts';
import type { ErrorCode } from './error-codes.ts';
import { invalidArgument, invalidOperation } from './errors.ts';
import { identical } from './identical.ts';
import { newTypeName } from './object.ts';
import type { Operand } from './operand.ts';
import { isNumeric, isUntyped } from './predicates.ts';
import { newTypeParam } from './type-param.ts';
import { allOrdered, everyTermOfParam } from './type-set.ts';
import type { BasicKind, Type, UnionTerm } from './type.ts';
import { asTypeParamOrNull, emptyInterface, newInterface, under } from './under.ts';
import { convertUntyped, updateExprType } from './untyped.ts';

type KindMap = { readonly [K in BasicKind]?: BasicKind };

const complexOfFloat: KindMap = {
  float32: 'complex64',
  float64: 'complex128',
  untypedFloat: 'untypedComplex',
};
const floatOfComplex: KindMap = {
  complex64: 'float32',
  complex128: 'float64',
  untypedComplex: 'untypedFloat',
};

export function complexCall(b: BuiltinCall): boolean {
  const { check, x, call, args } = b;
  const [, y] = args;
  if (y === undefined) return false;
  matchComplexParts(check, x, y);
  if (!x.isValid || !y.isValid) return false;
  if (!identical(x.type, y.type)) {
    const types = `(mismatched types ${check.text(x.type)} and ${check.text(y.type)})`;
    check.error(x, 'InvalidComplex', `${invalidOperation}${exprString(call)} ${types}`);
    return false;
  }
  const result = mappedType(b, complexOfFloat, 'InvalidComplex');
  if (result === null) {
    const message = `arguments have type ${check.text(x.type)}, expected floating-point`;
    check.error(x, 'InvalidComplex', invalidArgument + message);
    return false;
  }
  if (x.mode !== 'constant' || y.mode !== 'constant') return valueOf(b, result, [x.type, x.type]);
  x.value = binaryOperation(toFloat(x.value), '+', makeImaginary(toFloat(y.value)));
  x.type = result;
  return true;
}

function matchComplexParts(check: Checker, x: Operand, y: Operand): void {
  if (isUntyped(x.type) && !isUntyped(y.type)) return convertUntyped(check, x, y.type);
  if (!isUntyped(x.type) && isUntyped(y.type)) return convertUntyped(check, y, x.type);
  if (!isUntyped(x.type)) return;
  if (x.mode === 'constant' && y.mode === 'constant') {
    for (const part of [x, y]) {
      const isReal = isNumeric(part.type) && signOf(imaginaryPart(part.value)) === 0;
      if (isReal) part.type = Typ.untypedFloat;
    }
    return;
  }
  // An untyped shift in one of them cannot become a float, which is reported.
  convertUntyped(check, x, Typ.float64);
  convertUntyped(check, y, Typ.float64);
}

export function partCall(b: BuiltinCall, id: 'real' | 'imag'): boolean {
  const { check, x } = b;
  if (isUntyped(x.type)) {
    if (x.mode === 'constant') {
      if (isNumeric(x.type)) x.type = Typ.untypedComplex;
    } else {
      convertUntyped(check, x, Typ.complex128);
      if (!x.isValid) return false;
    }
  }
  const code: ErrorCode = id === 'real' ? 'InvalidReal' : 'InvalidImag';
  const result = mappedType(b, floatOfComplex, code);
  if (result === null) {
    const message = `argument has type ${check.text(x.type)}, expected complex type`;
    check.error(x, code, invalidArgument + message);
    return false;
  }
  if (x.mode !== 'constant') return valueOf(b, result, [x.type]);
  x.value = id === 'real' ? realPart(x.value) : imaginaryPart(x.value);
  x.type = result;
  return true;
}

// The type that belongs to the operand's type; null if there is none. Of a type parameter it is a
// new one, but no program may use that yet.
function mappedType({ check, x, name }: BuiltinCall, kinds: KindMap, code: ErrorCode): Type | null {
  const map = (type: Type): Type | null => {
    const underlying = under(type);
    const kind = underlying.kind === 'Basic' ? kinds[underlying.basic] : undefined;
    return kind === undefined ? null : Typ[kind];
  };
  const param = asTypeParamOrNull(x.type);
  if (param === null) return map(x.type);
  const terms: UnionTerm[] = [];
  const ok = everyTermOfParam(param, (term) => {
    const type = term?.type == null ? null : map(term.type);
    if (type !== null) terms.push({ tilde: term?.tilde === true, type });
    return type !== null;
  });
  if (!ok) return null;
  const why = 'for go1.18 (see go.dev/issue/50937)';
  const message = `${check.operandText(x)} not supported as argument to built-in ${name} ${why}`;
  check.error(x, code, message);
  const obj = newTypeName(noPos, check.pkg, param.obj.name);
  const result = newTypeParam(obj, newInterface([], [{ kind: 'Union', terms }]));
  result.index = param.index;
  return result;
}

export function extremeCall(b: BuiltinCall, id: 'max' | 'min'): boolean {
  const { check, x, call, args, name } = b;
  check.verifyVersion(call.fun, 'go1.21', `built-in ${name}`);
  for (const [i, arg] of args.entries()) {
    if (!allOrdered(arg.type)) {
      const message = `${check.operandText(arg)} cannot be ordered`;
      check.error(arg, 'InvalidMinMaxOperand', invalidArgument + message);
      return false;
    }
    if (i > 0 && !combine(check, x, arg, id)) return false;
  }
  if (x.mode !== 'constant') {
    x.mode = 'value';
    // Gives an untyped value its default type.
    assignment(check, x, emptyInterface, `argument to built-in ${name}`);
    if (!x.isValid) return false;
  }
  for (const arg of args) updateExprType(check, arg.expr, x.type, true);
  if (x.mode === 'constant') return true;
  return valueOf(
    b,
    x.type,
    args.map(() => x.type),
  );
}

function combine(check: Checker, x: Operand, arg: Operand, id: 'max' | 'min'): boolean {
  matchTypes(check, x, arg);
  if (!x.isValid) return false;
  if (!identical(x.type, arg.type)) {
    const text = arg.expr === null ? '' : exprString(arg.expr);
    const previous = `${check.text(x.type)} (previous argument)`;
    const message = `mismatched types ${previous} and ${check.text(arg.type)} (type of ${text})`;
    check.error(arg, 'MismatchedTypes', invalidArgument + message);
    return false;
  }
  if (x.mode !== 'constant' || arg.mode !== 'constant') x.mode = 'value';
  else if (compareConstants(arg.value, id === 'max' ? '>' : '<', x.value)) x.copyFrom(arg);
  return true;
}
