// The addresses of variables, as %p, println and stack traces show them: element i of an array lies
// i times its size after the first, a field at its offset, as gc lays out on amd64; all variables of
// size zero lie at one place. Invariant: who has not asked for addresses pays nothing for them.

import type { RuntimeType } from '../go/ir/runtime-type.ts';
import { elementPlace } from './array-view.ts';
import { Channel } from './channel.ts';
import { type AddressHost, containerOf } from './containers.ts';
import { GoMap } from './go-map.ts';
import type { GoArray } from './heap-object.ts';
import { HeapObject, StructObject } from './heap-object.ts';
import { identityOf } from './identity.ts';
import { ElementPointer, FieldPointer } from './pointer.ts';
import { entryOf } from './stack.ts';
import type { Layout } from './types.ts';
import { structType } from './types.ts';
import { Closure, Slice } from './value.ts';

/** Where the package variables and runtime.zerobase of a small program on amd64 are. */
const dataStart = 0x55a000;
const zeroBase = 0x5a1d20;

const mapHeader: Layout = { size: 48, align: 8, hasPointers: true };
const channelHeader = 96;

/**
 * The address, without looking for what the variable may be a part of if nobody has asked for it yet:
 * for the runtime's own texts, between whose parts the machine cannot stop.
 */
export function quickAddressOf(host: AddressHost, value: unknown, typeId: number): number {
  const { program, state, support } = host;
  const type = (id: number): RuntimeType => host.type(id);
  return addressOf({ program, state, support, type, needFrames: null }, value, typeId);
}

/**
 * The address that a value of a pointer-like type stands for, in bytes; 0 for nil. For a slice that
 * of its first element, for a function that of its code.
 */
export function addressOf(host: AddressHost, value: unknown, typeId: number): number {
  if (value === null || value === undefined) return 0;
  const type = host.type(typeId);
  switch (type.kind) {
    case 'pointer':
      return pointerAddress(host, value, type.elem);
    case 'slice':
      return value instanceof Slice ? sliceAddress(host, value, type.elem) : 0;
    default:
      return value instanceof Closure ? entryOf(value.func) : heapAddress(host, value);
  }
}

function pointerAddress(host: AddressHost, pointer: unknown, elem: number): number {
  const layout = layoutOf(host, elem);
  if (layout.size === 0) return zeroBase;
  if (pointer instanceof FieldPointer) {
    const { object, field } = pointer;
    return fieldAddress(host, object, field);
  }
  if (pointer instanceof ElementPointer) {
    return elementAddress(host, pointer.array, pointer.index, layout);
  }
  if (pointer instanceof StructObject) return structAddress(host, pointer);
  if (pointer instanceof HeapObject) return base(host, pointer, layout);
  const type = host.type(elem);
  if (type.kind !== 'array') return heapAddress(host, pointer);
  return elementAddress(host, pointer as GoArray, 0, layoutOf(host, type.elem));
}

function sliceAddress(host: AddressHost, slice: Slice, elem: number): number {
  if (slice.array === null) return 0;
  const layout = layoutOf(host, elem);
  if (layout.size === 0 || slice.array.length === 0) return zeroBase;
  return elementAddress(host, slice.array, slice.offset, layout);
}

/** The address of an element that there need not be: one past the end. */
function elementAddress(host: AddressHost, of: GoArray, at: number, elem: Layout): number {
  const { array, index } = elementPlace(of, at);
  const whole = { ...elem, size: elem.size * array.length };
  return base(host, array, whole) + index * elem.size;
}

function fieldAddress(host: AddressHost, object: StructObject, field: number): number {
  const offset = host.support.types.offset(structType(object), field);
  return structAddress(host, object) + offset;
}

function structAddress(host: AddressHost, object: StructObject): number {
  return base(host, object, layoutOf(host, structType(object)));
}

/** What is no variable of the program's: a map, a channel, something a pointer of any type points to. */
function heapAddress(host: AddressHost, value: unknown): number {
  if (value instanceof GoMap) return base(host, value, mapHeader);
  if (value instanceof Channel) {
    const elem = layoutOf(host, value.elem);
    return base(host, value, { ...mapHeader, size: channelHeader + elem.size * value.capacity });
  }
  if (value instanceof StructObject) return structAddress(host, value);
  if (value instanceof FieldPointer) {
    const { object, field } = value;
    return fieldAddress(host, object, field);
  }
  return base(host, value as object, { size: 8, align: 8, hasPointers: true });
}

/** The address of an object: known, inside another, a package variable's, or new. */
function base(host: AddressHost, object: object, layout: Layout): number {
  const { addresses } = host.state;
  const known = addresses.of(identityOf(host.state, object));
  if (known !== 0) return known;
  const found = containerOf(host, object);
  const identity = identityOf(host.state, object);
  switch (found?.kind) {
    case 'global':
      return addresses.place(identity, globalAddress(host, found.index));
    case 'part': {
      const container = base(host, found.container, found.layout);
      return addresses.place(identity, container + found.offset);
    }
    default: {
      const { size, align, hasPointers } = layout;
      return addresses.allocate(identity, size, align, hasPointers);
    }
  }
}

function globalAddress(host: AddressHost, global: number): number {
  let address = dataStart;
  for (const { type } of host.program.globals.slice(0, global + 1)) {
    const { size, align } = layoutOf(host, type);
    address = Math.ceil(address / align) * align;
    if (global-- === 0) break;
    address += size;
  }
  return address;
}

function layoutOf(host: AddressHost, type: number): Layout {
  return host.support.types.layout(type);
}
