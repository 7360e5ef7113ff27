// Calls of built-in functions (types2 builtins.go).

import type { CallExpr, Expr } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { byteType, Typ } from '../types/basic.ts';
import {
  bytesOf,
  imaginaryPart,
  makeImaginary,
  makeInt,
  realPart,
  signOf,
  unknownValue,
  type Value,
} from '../types/constant.ts';
import { binaryOperation, compareConstants, toFloat } from '../types/constant-operations.ts';
import { identical } from '../types/identical.ts';
import { newParam } from '../types/object.ts';
import { Operand } from '../types/operand.ts';
import { isNumeric, isString, isTypeParam, isUntyped } from '../types/predicates.ts';
import { newTypeParam } from '../types/type-param.ts';
import { newTypeName } from '../types/object.ts';
import {
  allOrdered,
  allString,
  commonUnder,
  typeSetOfParam,
  typesOf,
  underIs,
} from '../types/type-set.ts';
import type { BuiltinId, Signature, Tuple, Type } from '../types/type.ts';
import { asTypeParamOrNull, emptyInterface, isInvalid, newInterface, under } from '../types/under.ts';
import { builtins } from '../types/universe.ts';
import { invalidArgument, invalidOperation } from './checker.ts';
import { IndexExpressions } from './index-expressions.ts';

const byteSlice: Type = { kind: 'Slice', elem: byteType };

export abstract class BuiltinCalls extends IndexExpressions {
  abstract arguments(
    call: CallExpr,
    signature: Signature,
    typeArgs: readonly Type[],
    typeArgExprs: readonly Expr[],
    args: readonly Operand[],
    partial: readonly (readonly Type[])[],
  ): Signature;

  /** False after an error. */
  builtinCall(x: Operand, call: CallExpr, id: BuiltinId): boolean {
    this.info.builtinCalls.set(call, id);
    const { name, arguments: least, variadic } = builtins[id];
    if (call.ellipsis !== noPos && id !== 'append') {
      this.error(call, 'InvalidDotDotDot', `${invalidOperation}invalid use of ... with built-in ${name}`);
      this.use(...call.args);
      return false;
    }
    const outer = this.env.hasCallOrRecv;
    if (id === 'len' || id === 'cap') this.env.hasCallOrRecv = false;
    const ok = this.checkBuiltin(x, call, id, name, least, variadic);
    if (id === 'len' || id === 'cap') this.env.hasCallOrRecv = outer;
    return ok;
  }

  private checkBuiltin(
    x: Operand,
    call: CallExpr,
    id: BuiltinId,
    name: string,
    least: number,
    variadic: boolean,
  ): boolean {
    let args: Operand[] = [];
    let count = call.args.length;
    if (id !== 'make' && id !== 'new') {
      args = this.exprList(call.args);
      count = args.length;
      if (args.some((arg) => !arg.isValid)) return false;
      if (args[0] !== undefined) x.copyFrom(args[0]);
    }
    const wrong = count < least ? 'not enough' : !variadic && count > least ? 'too many' : '';
    if (wrong !== '') {
      this.error(
        call.rparen,
        'WrongArgCount',
        `${invalidOperation}${wrong} arguments for ${exprString(call)} (expected ${least}, found ${count})`,
      );
      return false;
    }
    return this.dispatch(x, call, id, name, args);
  }

  private dispatch(x: Operand, call: CallExpr, id: BuiltinId, name: string, args: Operand[]): boolean {
    switch (id) {
      case 'append':
        return this.append(x, call, args);
      case 'cap':
      case 'len':
        return this.length(x, call, id);
      case 'clear':
        return this.clear(x, call);
      case 'close':
        return this.close(x, call);
      case 'complex':
        return this.complex(x, call, args);
      case 'copy':
        return this.copy(x, call, args);
      case 'delete':
        return this.deleteKey(x, call, args);
      case 'imag':
      case 'real':
        return this.part(x, call, id);
      case 'make':
        return this.make(x, call);
      case 'max':
      case 'min':
        return this.extreme(x, call, id, args);
      case 'new':
        return this.newValue(x, call);
      case 'panic':
        if ((this.env.signature?.results.vars.length ?? 0) > 0) this.env.panics?.add(call);
        this.assignment(x, emptyInterface, 'argument to panic');
        return this.noValue(x, call, [emptyInterface]);
      case 'print':
      case 'println':
        for (const arg of args) this.assignment(arg, null, `argument to built-in ${name}`);
        if (args.some((arg) => !arg.isValid)) return false;
        x.mode = 'novalue';
        this.recordBuiltinType(call.fun, makeSignature(null, args.map((arg) => arg.type)));
        return true;
      case 'recover':
        x.mode = 'value';
        x.type = emptyInterface;
        this.recordBuiltinType(call.fun, makeSignature(emptyInterface, []));
        return true;
      default:
        this.error(call, 'InvalidCall', `${name} is not available in Interleave: there is no memory layout to look into`);
        return false;
    }
  }

  private noValue(x: Operand, call: CallExpr, params: readonly Type[]): boolean {
    if (!x.isValid) return false;
    x.mode = 'novalue';
    this.recordBuiltinType(call.fun, makeSignature(null, params));
    return true;
  }

  private sliceElem(x: Operand): Type | string {
    let elem: Type | null = null;
    for (const { under: u } of typesOf(x.type)) {
      if (u?.kind !== 'Slice') {
        return `argument must be a slice; have ${x.isNil ? 'untyped nil' : this.operandString(x)}`;
      }
      if (elem === null) elem = u.elem;
      else if (!identical(elem, u.elem)) {
        return `mismatched slice element types ${this.typeString(elem)} and ${this.typeString(u.elem)} in ${this.operandString(x)}`;
      }
    }
    return elem ?? 'argument must be a slice';
  }

  private append(x: Operand, call: CallExpr, args: Operand[]): boolean {
    const elem = this.sliceElem(x);
    if (typeof elem === 'string') {
      this.error(x, 'InvalidAppend', `invalid append: ${elem}`);
      return false;
    }
    const S = x.type;
    const second = args[1];
    let signature: Signature | null = null;
    if (args.length === 2 && second !== undefined && call.ellipsis !== noPos) {
      if (this.assignableTo(x, byteSlice, null) === null && isBytesOrString(second.type)) {
        if (isUntyped(second.type)) this.convertUntyped(second, Typ.string);
        signature = { ...makeSignature(S, [S, second.type]), variadic: true };
      }
    }
    if (signature === null) {
      signature = { ...makeSignature(S, [S, { kind: 'Slice', elem }]), variadic: true };
      this.arguments(call, signature, [], [], args, []);
    }
    this.recordBuiltinType(call.fun, signature);
    x.mode = 'value';
    x.type = S;
    return true;
  }

  private length(x: Operand, call: CallExpr, id: 'len' | 'cap'): boolean {
    let mode: 'invalid' | 'value' | 'constant' = 'invalid';
    let value: Value = unknownValue;
    const t = arrayOf(under(x.type));
    if (t.kind === 'Interface') {
      const ok = isTypeParam(x.type) && underIs(x.type, (u) => u !== null && hasLength(arrayOf(u), id));
      if (ok) mode = 'value';
    } else if (hasLength(t, id)) {
      mode = 'value';
      if (t.kind === 'Basic' && x.mode === 'constant') {
        mode = 'constant';
        value = makeInt(bytesOf(x.value).length);
      } else if (t.kind === 'Array' && !this.env.hasCallOrRecv) {
        mode = 'constant';
        if (t.length >= 0) value = makeInt(t.length);
      }
    }
    if (mode === 'invalid') {
      if (!isInvalid(under(x.type))) {
        const code = id === 'len' ? 'InvalidLen' : 'InvalidCap';
        this.error(x, code, `${invalidArgument}${this.operandString(x)} for built-in ${id}`);
      }
      return false;
    }
    if (mode !== 'constant') this.recordBuiltinType(call.fun, makeSignature(Typ.int, [x.type]));
    x.mode = mode;
    x.type = Typ.int;
    x.value = value;
    return true;
  }

  private clear(x: Operand, call: CallExpr): boolean {
    this.verifyVersion(startPos(call.fun), 'go1.21', 'clear');
    const ok = underIs(x.type, (u) => u?.kind === 'Map' || u?.kind === 'Slice');
    if (!ok) {
      this.error(x, 'InvalidClear', `${invalidArgument}cannot clear ${this.operandString(x)}: argument must be (or constrained by) map or slice`);
      return false;
    }
    return this.noValue(x, call, [x.type]);
  }

  private close(x: Operand, call: CallExpr): boolean {
    const ok = underIs(x.type, (u) => {
      if (u?.kind === 'Chan' && u.dir !== 'receive') return true;
      const what = u?.kind === 'Chan' ? 'receive-only channel' : 'non-channel';
      this.error(x, 'InvalidClose', `${invalidOperation}cannot close ${what} ${this.operandString(x)}`);
      return false;
    });
    return ok && this.noValue(x, call, [x.type]);
  }

  private complex(x: Operand, call: CallExpr, args: Operand[]): boolean {
    const y = args[1];
    if (y === undefined) return false;
    const [xUntyped, yUntyped] = [isUntyped(x.type), isUntyped(y.type)];
    if (xUntyped && !yUntyped) this.convertUntyped(x, y.type);
    else if (!xUntyped && yUntyped) this.convertUntyped(y, x.type);
    else if (xUntyped && yUntyped) {
      if (x.mode === 'constant' && y.mode === 'constant') {
        for (const each of [x, y]) {
          if (isNumeric(each.type) && signOf(imaginaryPart(each.value)) === 0) each.type = Typ.untypedFloat;
        }
      } else {
        this.convertUntyped(x, Typ.float64);
        this.convertUntyped(y, Typ.float64);
      }
    }
    if (!x.isValid || !y.isValid) return false;
    if (!identical(x.type, y.type)) {
      this.error(
        x,
        'InvalidComplex',
        `${invalidOperation}${exprString(call)} (mismatched types ${this.typeString(x.type)} and ${this.typeString(y.type)})`,
      );
      return false;
    }
    const result = this.applyTypeFunction(x, complexOfFloat);
    if (result === null) {
      this.error(x, 'InvalidComplex', `${invalidArgument}arguments have type ${this.typeString(x.type)}, expected floating-point`);
      return false;
    }
    if (x.mode === 'constant' && y.mode === 'constant') {
      x.value = binaryOperation(toFloat(x.value), '+', makeImaginary(toFloat(y.value)));
    } else x.mode = 'value';
    if (x.mode !== 'constant') this.recordBuiltinType(call.fun, makeSignature(result, [x.type, x.type]));
    x.type = result;
    return true;
  }

  private part(x: Operand, call: CallExpr, id: 'real' | 'imag'): boolean {
    if (isUntyped(x.type)) {
      if (x.mode === 'constant') {
        if (isNumeric(x.type)) x.type = Typ.untypedComplex;
      } else this.convertUntyped(x, Typ.complex128);
      if (!x.isValid) return false;
    }
    const result = this.applyTypeFunction(x, floatOfComplex);
    if (result === null) {
      const code = id === 'imag' ? 'InvalidImag' : 'InvalidReal';
      this.error(x, code, `${invalidArgument}argument has type ${this.typeString(x.type)}, expected complex type`);
      return false;
    }
    if (x.mode === 'constant') x.value = id === 'real' ? realPart(x.value) : imaginaryPart(x.value);
    else {
      x.mode = 'value';
      this.recordBuiltinType(call.fun, makeSignature(result, [x.type]));
    }
    x.type = result;
    return true;
  }

  /** The result type; for a type parameter one whose types are the results for its types. */
  private applyTypeFunction(x: Operand, f: (type: Type) => Type | null): Type | null {
    const param = asTypeParamOrNull(x.type);
    if (param === null) return f(x.type);
    const terms = [];
    for (const term of typeSetOfParam(param).terms) {
      const type = term.type === null ? null : f(term.type);
      if (type === null) return null;
      terms.push({ tilde: term.tilde, type });
    }
    const obj = newTypeName(param.obj.pos, this.pkg, param.obj.name);
    const result = newTypeParam(obj, newInterface([], [{ kind: 'Union', terms }], true));
    result.index = param.index;
    return result;
  }

  private copy(x: Operand, call: CallExpr, args: Operand[]): boolean {
    const y = args[1];
    if (y === undefined) return false;
    const to = this.sliceElem(x);
    if (typeof to === 'string') {
      this.error(x, 'InvalidCopy', `invalid copy: ${to}`);
      return false;
    }
    const special = this.assignableTo(x, byteSlice, null) === null && isBytesOrString(y.type);
    if (!special) {
      const from = allString(y.type) ? byteType : this.sliceElem(y);
      if (typeof from === 'string') {
        this.error(y, 'InvalidCopy', `invalid copy: ${from}`);
        return false;
      }
      if (!identical(to, from)) {
        this.error(
          x,
          'InvalidCopy',
          `invalid copy: arguments ${this.operandString(x)} and ${this.operandString(y)} have different element types ${this.typeString(to)} and ${this.typeString(from)}`,
        );
        return false;
      }
    }
    if (isUntyped(y.type)) this.convertUntyped(y, Typ.string);
    this.recordBuiltinType(call.fun, makeSignature(Typ.int, [x.type, y.type]));
    x.mode = 'value';
    x.type = Typ.int;
    return true;
  }

  private deleteKey(x: Operand, call: CallExpr, args: Operand[]): boolean {
    const map = x.type;
    let key: Type | null = null;
    const ok = underIs(map, (u) => {
      if (u?.kind !== 'Map') {
        this.error(x, 'InvalidDelete', `${invalidArgument}${this.operandString(x)} is not a map`);
        return false;
      }
      if (key !== null && !identical(u.key, key)) {
        this.error(x, 'InvalidDelete', `${invalidArgument}maps of ${this.operandString(x)} must have identical key types`);
        return false;
      }
      key = u.key;
      return true;
    });
    const second = args[1];
    if (!ok || second === undefined || key === null) return false;
    x.copyFrom(second);
    this.assignment(x, key, 'argument to delete');
    return this.noValue(x, call, [map, key]);
  }

  private make(x: Operand, call: CallExpr): boolean {
    const first = call.args[0];
    if (first === undefined) return false;
    const T = this.varType(first);
    if (isInvalid(T)) {
      this.use(...call.args.slice(1));
      return false;
    }
    const { type, error } = commonUnder(T, (each) => {
      if (each.under === null) return () => 'no specific type';
      const { kind } = each.under;
      if (kind === 'Slice' || kind === 'Map' || kind === 'Chan') return null;
      return () => 'type must be slice, map, or channel';
    });
    if (type === null) {
      const cause = error?.((t) => this.typeString(t)) ?? '';
      this.error(first, 'InvalidMake', `${invalidArgument}cannot make ${exprString(first)}: ${cause}`);
      return false;
    }
    const least = type.kind === 'Slice' ? 2 : 1;
    const count = call.args.length;
    if (count < least || least + 1 < count) {
      this.error(
        call,
        'WrongArgCount',
        `${invalidOperation}${exprString(call)} expects ${least} or ${least + 1} arguments; found ${count}`,
      );
      return false;
    }
    const sizes = call.args.slice(1).map((arg) => this.index(arg, -1));
    const [length, capacity] = sizes;
    if (length !== undefined && capacity !== undefined && length.value >= 0 && capacity.value >= 0) {
      if (length.value > capacity.value && call.args[1] !== undefined) {
        this.error(call.args[1], 'SwappedMakeArgs', `${invalidArgument}length and capacity swapped`);
      }
    }
    x.mode = 'value';
    x.type = T;
    this.recordBuiltinType(call.fun, makeSignature(T, [T, ...sizes.map((size) => size.type)]));
    return true;
  }

  private extreme(x: Operand, call: CallExpr, id: 'max' | 'min', args: Operand[]): boolean {
    this.verifyVersion(startPos(call.fun), 'go1.21', `built-in ${id}`);
    for (const [i, arg] of args.entries()) {
      if (!allOrdered(arg.type)) {
        this.error(arg, 'InvalidMinMaxOperand', `${invalidArgument}${this.operandString(arg)} cannot be ordered`);
        return false;
      }
      if (i === 0) continue;
      this.matchTypes(x, arg);
      if (!x.isValid) return false;
      if (!identical(x.type, arg.type)) {
        const e = arg.expr === null ? '' : exprString(arg.expr);
        this.error(
          arg,
          'MismatchedTypes',
          `${invalidArgument}mismatched types ${this.typeString(x.type)} (previous argument) and ${this.typeString(arg.type)} (type of ${e})`,
        );
        return false;
      }
      if (x.mode === 'constant' && arg.mode === 'constant') {
        if (compareConstants(arg.value, id === 'max' ? '>' : '<', x.value)) x.copyFrom(arg);
      } else x.mode = 'value';
    }
    if (x.mode !== 'constant') {
      x.mode = 'value';
      this.assignment(x, emptyInterface, `argument to built-in ${id}`);
      if (!x.isValid) return false;
    }
    for (const arg of args) if (arg.expr !== null) this.updateExprType(arg.expr, x.type, true);
    if (x.mode !== 'constant') {
      this.recordBuiltinType(call.fun, makeSignature(x.type, args.map(() => x.type)));
    }
    return true;
  }

  private newValue(x: Operand, call: CallExpr): boolean {
    const arg = call.args[0];
    if (arg === undefined) return false;
    this.exprOrType(x, arg, false);
    if (x.mode === 'novalue' || x.mode === 'builtin') {
      this.error(x, 'NotAnExpr', `${this.operandString(x)} ${x.mode === 'builtin' ? 'must be called' : 'used as value or type'}`);
      return false;
    }
    if (!x.isValid) return false;
    if (x.mode === 'typexpr') this.validVarType(arg, x.type);
    else {
      if (isUntyped(x.type)) this.assignment(x, null, 'argument to new');
      if (!x.isValid) return false;
      this.verifyVersion(startPos(call.fun), 'go1.26', `new(${exprString(arg)})`);
    }
    const T = x.type;
    x.mode = 'value';
    x.type = { kind: 'Pointer', elem: T };
    this.recordBuiltinType(call.fun, makeSignature(x.type, [T]));
    return true;
  }
}

function tupleOf(types: readonly Type[]): Tuple {
  return { kind: 'Tuple', vars: types.map((type) => newParam(noPos, null, '', type)) };
}

function makeSignature(result: Type | null, params: readonly Type[]): Signature {
  return {
    kind: 'Signature',
    typeParams: [],
    recvTypeParams: [],
    recv: null,
    params: tupleOf(params),
    results: tupleOf(result === null ? [] : [result]),
    variadic: false,
    scope: null,
  };
}

function isBytesOrString(type: Type): boolean {
  return typesOf(type).every(
    ({ under: u }) => u !== null && (isString(u) || (u.kind === 'Slice' && identical(u.elem, byteType))),
  );
}

function arrayOf(type: Type): Type {
  if (type.kind !== 'Pointer') return type;
  const elem = under(type.elem);
  return elem.kind === 'Array' ? elem : type;
}

function hasLength(type: Type, id: 'len' | 'cap'): boolean {
  switch (type.kind) {
    case 'Basic':
      return id === 'len' && isString(type);
    case 'Array':
    case 'Slice':
    case 'Chan':
      return true;
    case 'Map':
      return id === 'len';
    default:
      return false;
  }
}

function complexOfFloat(type: Type): Type | null {
  const basic = under(type);
  if (basic.kind !== 'Basic') return null;
  if (basic.basic === 'float32') return Typ.complex64;
  if (basic.basic === 'float64') return Typ.complex128;
  return basic.basic === 'untypedFloat' ? Typ.untypedComplex : null;
}

function floatOfComplex(type: Type): Type | null {
  const basic = under(type);
  if (basic.kind !== 'Basic') return null;
  if (basic.basic === 'complex64') return Typ.float32;
  if (basic.basic === 'complex128') return Typ.float64;
  return basic.basic === 'untypedComplex' ? Typ.untypedFloat : null;
}
