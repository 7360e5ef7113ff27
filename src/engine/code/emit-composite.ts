// JS text of expressions on strings, slices, maps, interfaces and literals. What is more than a few
// operations is a helper of the machine or an operation of the type.

import { assertNever } from '../base/assert.ts';
import type { Expr } from '../go/ir/expression.ts';
import * as memory from './emit-memory.ts';
import type { Scope } from './scope.ts';
import { emitList, emitTarget, operand, withPrefix } from './scope.ts';

type Composite = Exclude<
  Expr,
  {
    readonly kind:
      | 'const'
      | 'complexConst'
      | 'zero'
      | 'register'
      | 'load'
      | 'copy'
      | 'addressOfGlobal'
      | 'addressOf'
      | 'newVariable'
      | 'negate'
      | 'complement'
      | 'not'
      | 'binary'
      | 'shift'
      | 'compare'
      | 'isNil'
      | 'and'
      | 'or'
      | 'convertNumber'
      | 'pureNative'
      | 'nilCheck';
  }
>;

export function emitComposite(scope: Scope, x: Composite): string {
  const { unit } = scope;
  switch (x.kind) {
    case 'stringFromRune':
    case 'stringFromBytes':
    case 'stringFromRunes':
    case 'bytesFromString':
    case 'runesFromString':
      return `${unit.helper(x.kind)}(${scope.emit(x.x)})`;
    case 'arrayFromSlice':
      return `${unit.operations(x.type)}.fromSlice(${scope.emit(x.x)})`;
    case 'arrayPointerFromSlice': {
      // `type` is the pointer type or the array type itself.
      const type = unit.type(x.type);
      const array = type.kind === 'pointer' ? type.elem : x.type;
      return `${unit.operations(array)}.pointerFromSlice(${scope.emit(x.x)})`;
    }
    case 'makeInterface':
      return `new ${unit.helper('Box')}(${unit.number('type', x.type)},${scope.emit(x.x)})`;
    case 'typeAssert':
    case 'typeTest':
      return emitTypeTest(scope, x);
    case 'unbox':
      return `${scope.emit(x.x)}.value`;
    case 'stringIndex':
      return emitStringIndex(scope, x);
    case 'mapGet':
      return `${unit.operations(x.mapType)}.get(${memory.mapAndKey(unit, 'get', scope.emit(x.map), scope.emit(x.key), x.mapType)})`;
    case 'length':
    case 'capacity':
      return emitLength(scope, x);
    case 'slice':
      return emitSlice(scope, x);
    case 'makeSlice': {
      const capacity = x.capacity === null ? 'null' : scope.emit(x.capacity);
      return `${unit.operations(x.type)}.make(${scope.emit(x.length)},${capacity})`;
    }
    case 'makeMap':
      return `new ${unit.helper('GoMap')}()`;
    case 'append': {
      const count = String(x.values.length);
      const slice = memory.growing(unit, scope.emit(x.x), count, x.type);
      const values = emitList(scope, x.values);
      const call =
        x.values.length === 1 ? `append(${slice},${values})` : `appendAll(${slice},[${values}])`;
      return memory.appended(unit, `${unit.operations(x.type)}.${call}`, count, x.type);
    }
    case 'appendSlice': {
      const operation = x.fromString ? 'appendString' : 'appendSlice';
      if (unit.tracksMemory) return emitTrackedAppend(scope, x, operation);
      return `${unit.operations(x.type)}.${operation}(${scope.emit(x.x)},${scope.emit(x.y)})`;
    }
    case 'complex':
    case 'real':
    case 'imag':
      return emitComplexPart(scope, x);
    case 'min':
    case 'max':
      return emitMinMax(scope, x);
    case 'structLiteral':
      return `new ${unit.structClass(x.type)}(${emitList(scope, x.fields)})`;
    case 'arrayLiteral':
    case 'sliceLiteral':
      return emitElements(scope, x);
    case 'closure':
      return `new ${unit.helper('Closure')}(${unit.number('func', x.func)},[${emitList(scope, x.captures)}])`;
    default:
      return assertNever(x, 'expression');
  }
}

function emitTrackedAppend(
  scope: Scope,
  x: Extract<Expr, { readonly kind: 'appendSlice' }>,
  operation: string,
): string {
  const { unit } = scope;
  const [s, m] = [unit.temporary(), unit.temporary()];
  const count = `${m}.length`;
  const slice = memory.growing(unit, s, count, x.type);
  const more = x.fromString ? m : memory.elements(unit, 'read', m, x.type);
  const call = `${unit.operations(x.type)}.${operation}(${slice},${more})`;
  return `(${s}=${scope.emit(x.x)},${m}=${scope.emit(x.y)},${memory.appended(unit, call, count, x.type)})`;
}

function emitTypeTest(
  scope: Scope,
  x: Extract<Expr, { readonly kind: 'typeAssert' | 'typeTest' }>,
): string {
  const { unit } = scope;
  const box = scope.emit(x.x);
  const type = unit.number('type', x.type);
  const from = x.kind === 'typeTest' ? '' : unit.number('type', x.interfaceType);
  if (unit.type(x.type).kind === 'interface') {
    return x.kind === 'typeTest'
      ? `${unit.helper('implementsInterface')}(${box},${type})`
      : `${unit.helper('assertInterface')}(${box},${type},${from})`;
  }
  const t = unit.temporary();
  const test = `((${t}=${box})!==null&&${t}.type===${type})`;
  if (x.kind === 'typeTest') return test;
  return `(${test}?${t}.value:${unit.helper('assertionPanic')}(${t},${type},${from}))`;
}

function emitStringIndex(scope: Scope, x: Extract<Expr, { readonly kind: 'stringIndex' }>): string {
  const string = operand(scope, x.x);
  const index = operand(scope, x.index);
  const s = string.text;
  const i = index.text;
  const panic = `${scope.unit.helper('indexPanic')}(${i},${s}.length)`;
  return withPrefix([string, index], `(${i}>=0&&${i}<${s}.length?${s}.charCodeAt(${i}):${panic})`);
}

function emitLength(
  scope: Scope,
  x: Extract<Expr, { readonly kind: 'length' | 'capacity' }>,
): string {
  switch (x.operandKind) {
    case 'map':
      return `${scope.unit.helper('mapLength')}(${memory.map(scope.unit, 'length', scope.emit(x.x), 0)})`;
    case 'chan': {
      const helper = x.kind === 'length' ? 'channelLength' : 'channelCapacity';
      return `${scope.unit.helper(helper)}(${scope.emit(x.x)})`;
    }
    case 'array':
    case 'pointer':
      return `${emitTarget(scope, x.x)}.length`;
    default:
      return `${scope.emit(x.x)}.${x.kind}`;
  }
}

function emitSlice(scope: Scope, x: Extract<Expr, { readonly kind: 'slice' }>): string {
  const { unit } = scope;
  const container = x.operandKind === 'array' ? emitTarget(scope, x.x) : scope.emit(x.x);
  const limits = [x.low, x.high, x.max].map((limit) =>
    limit === null ? 'null' : scope.emit(limit),
  );
  if (x.operandKind === 'string') {
    return `${unit.helper('sliceString')}(${container},${limits[0]},${limits[1]})`;
  }
  const operation = x.operandKind === 'slice' ? 'slice' : 'sliceArray';
  return `${unit.operations(x.type)}.${operation}(${container},${limits.join(',')})`;
}

function emitComplexPart(
  scope: Scope,
  x: Extract<Expr, { readonly kind: 'complex' | 'real' | 'imag' }>,
): string {
  if (x.kind === 'complex') {
    return `${scope.unit.helper('newComplex')}(${scope.emit(x.re)},${scope.emit(x.im)})`;
  }
  return `${scope.emit(x.x)}.${x.kind === 'real' ? 're' : 'im'}`;
}

function emitMinMax(scope: Scope, x: Extract<Expr, { readonly kind: 'min' | 'max' }>): string {
  const kind = scope.unit.type(x.type).kind;
  if (kind === 'float32' || kind === 'float64')
    return `Math.${x.kind}(${emitList(scope, x.values)})`;
  return `${scope.unit.helper(x.kind === 'min' ? 'least' : 'greatest')}(${emitList(scope, x.values)})`;
}

function emitElements(
  scope: Scope,
  x: Extract<Expr, { readonly kind: 'arrayLiteral' | 'sliceLiteral' }>,
): string {
  const { unit } = scope;
  const isComplete =
    x.elements.length === x.length && x.elements.every(({ index }, i) => index === i);
  const values = x.elements.map(({ value }) => scope.emit(value)).join(',');
  if (isComplete) return `${unit.operations(x.type)}.literal([${values}])`;
  const indices = x.elements.map(({ index }) => index).join(',');
  return `${unit.operations(x.type)}.sparseLiteral(${x.length},[${indices}],[${values}])`;
}
