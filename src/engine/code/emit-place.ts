// JS text of reading, addressing and storing to places. Invariants: a place of struct or array type
// that is not a register is stored to in place, so that pointers into it stay valid; bool elements
// live as 0 and 1 in byte arrays.

import { assertNever } from '../base/assert.ts';
import type { Expr, Place } from '../go/ir/expression.ts';
import type { TypeId } from '../go/ir/ids.ts';
import * as memory from './emit-memory.ts';
import { isAggregate } from './representation.ts';
import type { Scope } from './scope.ts';
import type { PreparedOperand } from './scope.ts';
import { copyText, emitTarget, isNeverNil, nonNil, operand } from './scope.ts';

type ElementPlace = Extract<Place, { readonly kind: 'arrayElement' | 'sliceElement' }>;

/** The value in a place. Structs and arrays: the object itself, not a copy. */
export function emitLoad(scope: Scope, place: Place, type: TypeId): string {
  const { unit } = scope;
  switch (place.kind) {
    case 'local':
      return scope.register(place.local);
    case 'cell':
      return `${memory.variable(unit, 'read', scope.register(place.local))}.v`;
    case 'global': {
      const global = `R.globals[${unit.number('global', place.global)}]`;
      return isAggregate(unit.type(type)) ? global : `${memory.variable(unit, 'read', global)}.v`;
    }
    case 'deref': {
      const target = nonNil(scope, scope.emit(place.pointer));
      return isAggregate(unit.type(type)) ? target : `${memory.variable(unit, 'read', target)}.v`;
    }
    case 'field': {
      const object = emitTarget(scope, place.object);
      const isWhole = isAggregate(unit.type(type));
      const read = isWhole ? object : memory.field(unit, 'read', object, place.field);
      return `${read}.f${place.field}`;
    }
    case 'arrayElement':
    case 'sliceElement': {
      const { prefix, array, index } = emitElement(scope, place);
      const element = `${array}[${index}]`;
      const value = unit.type(type).kind === 'bool' ? `${element}!==0` : element;
      const told = isAggregate(unit.type(type)) ? [] : memory.element(unit, 'read', array, index);
      return `(${[prefix, ...told, value].join(',')})`;
    }
    case 'mapElement':
      throw new Error('Broken invariant: a map element is read by mapGet');
    default:
      return assertNever(place, 'place');
  }
}

/** A pointer to the place; for a struct or array in it, that object. */
export function emitAddress(
  scope: Scope,
  place: Extract<Expr, { readonly kind: 'addressOf' }>['place'],
  type: TypeId,
): string {
  const { unit } = scope;
  const pointed = pointedType(scope, place, type);
  switch (place.kind) {
    case 'deref':
      return nonNil(scope, scope.emit(place.pointer));
    case 'field': {
      const object = emitTarget(scope, place.object);
      if (isAggregate(unit.type(pointed))) return `${object}.f${place.field}`;
      return `new ${unit.helper('FieldPointer')}(${object},${place.field})`;
    }
    default: {
      const { prefix, array, index } = emitElement(scope, place);
      if (isAggregate(unit.type(pointed))) return `(${prefix},${array}[${index}])`;
      const isBool = unit.type(pointed).kind === 'bool';
      return `(${prefix},new ${unit.helper('ElementPointer')}(${array},${index},${isBool}))`;
    }
  }
}

/** The type of the variable; `type` of an addressOf may be it or the pointer to it. */
function pointedType(scope: Scope, place: Place, type: TypeId): TypeId {
  const { unit } = scope;
  switch (place.kind) {
    case 'field': {
      const struct = unit.type(place.struct);
      return struct.kind === 'struct' ? (struct.fields[place.field]?.type ?? type) : type;
    }
    case 'arrayElement':
    case 'sliceElement': {
      const container = unit.type(
        place.kind === 'arrayElement' ? place.arrayType : place.sliceType,
      );
      return container.kind === 'array' || container.kind === 'slice' ? container.elem : type;
    }
    default:
      return type;
  }
}

/** Evaluates array and index, tests the bounds, and names the JS array and the JS index. */
function emitElement(
  scope: Scope,
  place: ElementPlace,
): { readonly prefix: string; readonly array: string; readonly index: string } {
  const { unit } = scope;
  const isSlice = place.kind === 'sliceElement';
  const container = isSlice ? scope.emit(place.slice) : emitTarget(scope, place.array);
  const t = unit.temporary();
  const at = operand(scope, place.index);
  const steps = [`${t}=${container}`];
  if (at.prefix !== '') steps.push(at.prefix);
  const type = unit.type(isSlice ? place.sliceType : place.arrayType);
  const length = isSlice
    ? `${t}.length`
    : type.kind === 'array'
      ? String(type.length)
      : `${t}.length`;
  const isInside =
    typeof at.constant === 'number' && type.kind === 'array' && at.constant < type.length;
  if (!isInside) {
    const test = typeof at.constant === 'number' ? '' : `${at.text}>=0&&`;
    steps.push(`${test}${at.text}<${length}||${unit.helper('indexPanic')}(${at.text},${length})`);
  }
  if (!isSlice) return { prefix: steps.join(','), array: t, index: at.text };
  return { prefix: steps.join(','), array: `${t}.array`, index: `${t}.offset+${at.text}` };
}

/** A store split in two: what is evaluated first, and the store itself. */
export interface SplitStore {
  readonly evaluate: readonly string[];
  readonly store: string;
}

/** How operands are kept until the store: `operand`, or `captured` when other stores come first. */
export type Prepare = (scope: Scope, x: Expr) => PreparedOperand;

/**
 * The statements of `place = value`. Operands of the place and the value are evaluated into
 * temporaries; nil and bounds are tested when the store happens, as Go orders it.
 */
export function emitStore(
  scope: Scope,
  place: Place,
  value: Expr,
  type: TypeId,
  prepare: Prepare,
  copies: 'keepCopies' | 'copyOnce',
): SplitStore {
  const { unit } = scope;
  const aggregate = isAggregate(unit.type(type));
  // A single store in place copies by itself; among several, values are copied before any store.
  const inPlace = (): Expr => (value.kind === 'copy' && copies === 'copyOnce' ? value.x : value);
  switch (place.kind) {
    case 'local':
      if (scope.halves?.has(place.local) === true) {
        return scope.halves.evaluate(place.local, value);
      }
      return evaluated(
        scope,
        copyOrSelf(scope, value),
        (v) => `${scope.register(place.local)}=${v}`,
      );
    case 'cell':
      return evaluated(
        scope,
        scope.emit(value),
        (v) => `${memory.variable(unit, 'write', scope.register(place.local))}.v=${v}`,
      );
    case 'global': {
      const global = `R.globals[${unit.number('global', place.global)}]`;
      return aggregate
        ? evaluated(scope, scope.emit(inPlace()), (v) => assignText(scope, type, global, v))
        : evaluated(
            scope,
            scope.emit(value),
            (v) => `${memory.variable(unit, 'write', global)}.v=${v}`,
          );
    }
    case 'deref':
    case 'field': {
      const object = place.kind === 'deref' ? place.pointer : place.object;
      const base = prepare(scope, object);
      const v = unit.temporary();
      const checked = isNeverNil(scope, object) ? base.text : nonNil(scope, base.text);
      const evaluate = [base.prefix, `${v}=${scope.emit(aggregate ? inPlace() : value)}`];
      let store: string;
      if (aggregate) {
        const part = place.kind === 'deref' ? checked : `${checked}.f${place.field}`;
        store = assignText(scope, type, part, v);
      } else if (place.kind === 'deref') {
        store = `${memory.variable(unit, 'write', checked)}.v=${v}`;
      } else {
        store = `${memory.field(unit, 'write', checked, place.field)}.f${place.field}=${v}`;
      }
      return { evaluate: evaluate.filter((text) => text !== ''), store };
    }
    case 'arrayElement':
    case 'sliceElement':
      return emitElementStore(scope, place, aggregate ? inPlace() : value, type, prepare);
    case 'mapElement': {
      const map = prepare(scope, place.map);
      const key = prepare(scope, place.key);
      const v = unit.temporary();
      const evaluate = [map.prefix, key.prefix, `${v}=${scope.emit(value)}`];
      return {
        evaluate: evaluate.filter((text) => text !== ''),
        store: `${unit.operations(place.mapType)}.store(${memory.mapAndKey(unit, 'set', map.text, key.text, place.mapType)},${v})`,
      };
    }
    default:
      return assertNever(place, 'place');
  }
}

function emitElementStore(
  scope: Scope,
  place: ElementPlace,
  value: Expr,
  type: TypeId,
  prepare: Prepare,
): SplitStore {
  const { unit } = scope;
  const isSlice = place.kind === 'sliceElement';
  const target = isSlice ? place.slice : place.array;
  const container = prepare(scope, target);
  const index = prepare(scope, place.index);
  const v = unit.temporary();
  const evaluate = [container.prefix, index.prefix, `${v}=${scope.emit(value)}`];
  const array =
    isSlice || isNeverNil(scope, target) ? container.text : nonNil(scope, container.text);
  const t = unit.temporary();
  const at = index.text;
  const test = `${t}=${array},${at}>=0&&${at}<${t}.length||${unit.helper('indexPanic')}(${at},${t}.length)`;
  const element = isSlice ? `${t}.array[${t}.offset+${at}]` : `${t}[${at}]`;
  const kind = unit.type(type).kind;
  const store = isAggregate(unit.type(type))
    ? assignText(scope, type, element, v)
    : `${element}=${kind === 'bool' ? `${v}?1:0` : v}`;
  const told = isAggregate(unit.type(type))
    ? []
    : isSlice
      ? memory.element(unit, 'write', `${t}.array`, `${t}.offset+${at}`)
      : memory.element(unit, 'write', t, at);
  return {
    evaluate: evaluate.filter((text) => text !== ''),
    store: [test, ...told, store].join(','),
  };
}

function evaluated(scope: Scope, text: string, store: (value: string) => string): SplitStore {
  const v = scope.unit.temporary();
  return { evaluate: [`${v}=${text}`], store: store(v) };
}

function copyOrSelf(scope: Scope, value: Expr): string {
  return value.kind === 'copy' ? copyText(scope, value.x, value.type) : scope.emit(value);
}

/** Copies a struct or array into an existing one. */
function assignText(scope: Scope, type: TypeId, to: string, from: string): string {
  const { unit } = scope;
  const target = memory.whole(unit, 'write', to, type);
  const source = memory.whole(unit, 'read', from, type);
  if (unit.type(type).kind === 'struct') return `${target}.assign(${source})`;
  return `${unit.operations(type)}.assign(${target},${source})`;
}

/** One store as a sequence of JS expressions. */
export function storeText(scope: Scope, place: Place, value: Expr, type: TypeId): string {
  // Without operands to keep, the value goes straight into its place.
  if (place.kind === 'local' && scope.halves?.has(place.local) === true) {
    return scope.halves.assign(place.local, value);
  }
  if (place.kind === 'local') return `${scope.register(place.local)}=${copyOrSelf(scope, value)}`;
  if (place.kind === 'cell' && !scope.unit.tracksMemory) {
    return `${scope.register(place.local)}.v=${scope.emit(value)}`;
  }
  const { evaluate, store } = emitStore(scope, place, value, type, operand, 'copyOnce');
  return [...evaluate, store].join(',');
}
