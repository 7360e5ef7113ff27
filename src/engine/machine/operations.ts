// What can be done with the values of a type without knowing more than the type: zero, copy,
// compare, encode as a map key. Arrays, slices and maps extend this in files of their own.

import { isZeroSize, type RuntimeType } from '../go/ir/runtime-type.ts';
import type { EncodedKey } from './go-map.ts';
import { runtimeErrorPanic } from './go-panic.ts';
import { samePlace } from './pointer.ts';
import type { StructClass, StructValue, TypeTable } from './types.ts';
import type { Box, Complex } from './value.ts';
import { complexZero, nilSlice } from './value.ts';

/** What operations need besides their type. */
export interface OperationsHost {
  readonly types: TypeTable;
  operations(type: number): Operations;
  structClass(type: number): StructClass;
  /** Identity of an object, or of what a pointer points to. */
  address(reference: unknown): number;
}

export class Operations {
  readonly type: RuntimeType;
  protected readonly host: OperationsHost;
  private isEmptyTarget: boolean | null = null;

  constructor(host: OperationsHost, type: RuntimeType) {
    this.host = host;
    this.type = type;
  }

  /** A fresh zero value. */
  zero(): unknown {
    switch (this.type.kind) {
      case 'bool':
        return false;
      case 'string':
        return '';
      case 'slice':
        return nilSlice;
      case 'complex64':
      case 'complex128':
        return complexZero;
      case 'pointer':
      case 'unsafePointer':
      case 'func':
      case 'interface':
      case 'map':
      case 'chan':
        return null;
      default:
        return 0;
    }
  }

  /** A value of its own. */
  copy(value: unknown): unknown {
    return value;
  }

  equal(a: unknown, b: unknown): boolean {
    switch (this.type.kind) {
      case 'pointer':
        return this.pointsToNothing() ? (a === null) === (b === null) : samePlace(a, b);
      case 'interface':
        return equalInterfaces(this.host, a as Box | null, b as Box | null);
      case 'complex64':
      case 'complex128':
        return (a as Complex).re === (b as Complex).re && (a as Complex).im === (b as Complex).im;
      default:
        return a === b;
    }
  }

  /** Whether all that the pointers of the type may point to lies at one place. */
  private pointsToNothing(): boolean {
    const { type } = this;
    if (type.kind !== 'pointer') return false;
    this.isEmptyTarget ??= isZeroSize((id) => this.host.types.type(id), type.elem);
    return this.isEmptyTarget;
  }

  /** The value as a JS primitive; equal values of one type have equal keys. */
  key(value: unknown): EncodedKey {
    switch (this.type.kind) {
      case 'float32':
      case 'float64':
        return floatKey(value as number);
      case 'complex64':
      case 'complex128': {
        const { re, im } = value as Complex;
        return `${floatKey(re)},${floatKey(im)}`;
      }
      case 'pointer':
        return this.pointsToNothing() && value !== null ? -1 : this.host.address(value);
      case 'unsafePointer':
      case 'chan':
        return this.host.address(value);
      case 'interface':
        return interfaceKey(this.host, value as Box | null);
      default:
        return value as EncodedKey;
    }
  }
}

let notANumbers = 0;

/** NaN equals nothing, so each gets a key that is never found again. */
function floatKey(value: number): EncodedKey {
  if (Number.isNaN(value)) return `NaN${notANumbers++}`;
  return value + 0;
}

/** a == b on interfaces. Panics when both hold the same uncomparable type. */
export function equalInterfaces(host: OperationsHost, a: Box | null, b: Box | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.type !== b.type) return false;
  const type = host.types.type(a.type);
  if (!type.comparable) runtimeErrorPanic(`comparing uncomparable type ${type.string}`);
  return host.operations(a.type).equal(a.value, b.value);
}

function interfaceKey(host: OperationsHost, box: Box | null): EncodedKey {
  if (box === null) return 'nil';
  const type = host.types.type(box.type);
  if (!type.comparable) runtimeErrorPanic(`hash of unhashable type ${type.string}`);
  return `${box.type}:${partKey(host.operations(box.type).key(box.value))}`;
}

/** A key inside a composite key: told apart by kind and length. */
export function partKey(key: EncodedKey): string {
  return typeof key === 'string' ? `${key.length}"${key}` : String(key);
}

export class StructOperations extends Operations {
  private readonly structClass: StructClass;

  constructor(host: OperationsHost, type: RuntimeType) {
    super(host, type);
    this.structClass = host.structClass(type.id);
  }

  override zero(): StructValue {
    return this.structClass.zero();
  }

  override copy(value: StructValue): StructValue {
    return value.copy();
  }

  assign(to: StructValue, from: StructValue): void {
    to.assign(from);
  }

  override equal(a: StructValue, b: StructValue): boolean {
    return a.equal(b);
  }

  override key(value: StructValue): EncodedKey {
    if (this.type.kind !== 'struct') return '';
    const parts = this.type.fields.map((field, index) =>
      field.name === '_' ? '' : partKey(this.host.operations(field.type).key(value[`f${index}`])),
    );
    return parts.join(';');
  }
}
