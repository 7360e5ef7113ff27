// Texts of Go values for events and the inspector: as %v prints them, but without calling methods
// (a String method is code of the user's), cut short, and safe on cyclic data.

import { decodeUtf8 } from '../base/utf8.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import { quickAddressOf } from './addresses.ts';
import type { AddressHost } from './containers.ts';
import { GoMap } from './go-map.ts';
import type { GoArray, StructObject } from './heap-object.ts';
import { Box, Closure, type Complex, Slice } from './value.ts';

/** What a text needs to know of the program and of addresses. */
export interface DescribeHost extends AddressHost {
  /** Name of a function, for func values. */
  funcName(id: number): string;
}

const maxElements = 16;
const maxDepth = 4;
const maxPlainExponent = 6;

/** A value as people read it; `maxLength` in UTF-16 units. */
export function describe(
  host: DescribeHost,
  value: unknown,
  type: RuntimeType,
  maxLength: number,
): string {
  const text = valueText(host, value, type, 0);
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
}

function valueText(host: DescribeHost, value: unknown, type: RuntimeType, depth: number): string {
  switch (type.kind) {
    case 'string':
      return decodeUtf8(String(value));
    case 'float32':
    case 'float64':
      return floatText(value as number, type.kind === 'float32');
    case 'complex64':
    case 'complex128': {
      const { re, im } = value as Complex;
      const isSingle = type.kind === 'complex64';
      const sign = im < 0 || Object.is(im, -0) ? '' : '+';
      return `(${floatText(re, isSingle)}${sign}${floatText(im, isSingle)}i)`;
    }
    case 'interface':
      if (!(value instanceof Box)) return '<nil>';
      return valueText(host, value.value, host.type(value.type), depth);
    case 'pointer':
      return pointerText(host, value, type, depth);
    case 'struct':
      return structText(host, value as StructObject, type, depth);
    case 'array':
      return `[${elementsText(host, value as GoArray, 0, type.length, host.type(type.elem), depth)}]`;
    case 'slice': {
      if (!(value instanceof Slice) || value.array === null) return '[]';
      const elem = host.type(type.elem);
      return `[${elementsText(host, value.array, value.offset, value.length, elem, depth)}]`;
    }
    case 'map':
      return value instanceof GoMap ? mapText(host, value, type, depth) : 'map[]';
    case 'func':
      return value instanceof Closure ? host.funcName(value.func) : '<nil>';
    case 'chan':
    case 'unsafePointer':
      return addressText(quickAddressOf(host, value, type.id));
    default:
      return String(value);
  }
}

/** An address as %v prints one. */
function addressText(address: number): string {
  return address === 0 ? '<nil>' : `0x${address.toString(16)}`;
}

function pointerText(
  host: DescribeHost,
  value: unknown,
  type: Extract<RuntimeType, { readonly kind: 'pointer' }>,
  depth: number,
): string {
  if (value === null || value === undefined) return '<nil>';
  const elem = host.type(type.elem);
  if (depth === 0 && (elem.kind === 'struct' || elem.kind === 'array')) {
    return `&${valueText(host, value, elem, depth + 1)}`;
  }
  return addressText(quickAddressOf(host, value, type.id));
}

function structText(
  host: DescribeHost,
  value: StructObject,
  type: Extract<RuntimeType, { readonly kind: 'struct' }>,
  depth: number,
): string {
  if (depth >= maxDepth) return '{…}';
  const parts = type.fields.map((field, index) =>
    valueText(host, value[`f${index}`], host.type(field.type), depth + 1),
  );
  return `{${parts.join(' ')}}`;
}

function elementsText(
  host: DescribeHost,
  array: GoArray,
  offset: number,
  length: number,
  elem: RuntimeType,
  depth: number,
): string {
  if (depth >= maxDepth && length > 0) return '…';
  const parts: string[] = [];
  for (let i = 0; i < Math.min(length, maxElements); i++) {
    parts.push(valueText(host, elementAt(array, offset + i, elem), elem, depth + 1));
  }
  if (length > maxElements) parts.push('…');
  return parts.join(' ');
}

/** Element of an array as a Go value: bools live as 0 and 1. */
export function elementAt(array: GoArray, index: number, elem: RuntimeType): unknown {
  const value: unknown = array[index];
  return elem.kind === 'bool' ? value !== 0 : value;
}

function mapText(
  host: DescribeHost,
  map: GoMap,
  type: Extract<RuntimeType, { readonly kind: 'map' }>,
  depth: number,
): string {
  if (depth >= maxDepth) return 'map[…]';
  const entries = sortedEntries(map);
  const parts = entries.slice(0, maxElements).map(([key, value]) => {
    const keyText = valueText(host, key, host.type(type.key), depth + 1);
    return `${keyText}:${valueText(host, value, host.type(type.elem), depth + 1)}`;
  });
  if (entries.length > maxElements) parts.push('…');
  return `map[${parts.join(' ')}]`;
}

/** Entries with number and string keys in their order, others in order of insertion. */
export function sortedEntries(map: GoMap): readonly (readonly [unknown, unknown])[] {
  const isOrdered = (key: unknown): key is number | string | bigint =>
    typeof key === 'number' || typeof key === 'string' || typeof key === 'bigint';
  return [...map.entries()].sort(([a], [b]) =>
    isOrdered(a) && isOrdered(b) ? (a < b ? -1 : a > b ? 1 : 0) : 0,
  );
}

/** A float as %v prints it: shortest, with an exponent below -4 and from 6 on. */
export function floatText(value: number, isSingle: boolean): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (Object.is(value, -0)) return '-0';
  const [mantissa = '', exponentText = '0'] = shortest(value, isSingle).split('e');
  const exponent = Number(exponentText);
  if (value === 0) return '0';
  if (exponent < -4 || exponent >= maxPlainExponent) {
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  return plain(mantissa, exponent);
}

/** Fewest digits that read back as the value, in the form d.ddde±x. */
function shortest(value: number, isSingle: boolean): string {
  if (!isSingle) return value.toExponential();
  for (let digits = 0; digits < 9; digits++) {
    const text = value.toExponential(digits);
    if (Math.fround(Number(text)) === value) return text;
  }
  return value.toExponential();
}

/** The decimal number without exponent. */
function plain(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const digits = mantissa.replace('-', '').replace('.', '');
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  if (digits.length <= exponent + 1) return `${sign}${digits.padEnd(exponent + 1, '0')}`;
  return `${sign}${digits.slice(0, exponent + 1)}.${digits.slice(exponent + 1)}`;
}
