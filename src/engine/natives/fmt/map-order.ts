// The order in which fmt prints map keys (internal/fmtsort): by kind of key, nil and NaN first,
// structs field by field, arrays element by element, interfaces by type and then by value.

import type { RuntimeType } from '../../go/ir/runtime-type.ts';
import type { FormatHost } from './format-host.ts';

/** Negative, zero or positive as key `a` comes before, with or after `b`; both of `type`. */
export function compareKeys(host: FormatHost, type: RuntimeType, a: unknown, b: unknown): number {
  switch (type.kind) {
    case 'bool':
      return Number(a) - Number(b);
    case 'string':
      return compareOrdered(a as string, b as string);
    case 'float32':
    case 'float64':
      return compareFloats(a as number, b as number);
    case 'complex64':
    case 'complex128': {
      const x = host.complex(a);
      const y = host.complex(b);
      return compareFloats(x.re, y.re) || compareFloats(x.im, y.im);
    }
    case 'pointer':
    case 'chan':
    case 'unsafePointer':
      return host.address(a, type.id) - host.address(b, type.id);
    case 'struct':
      return compareStructs(host, type, a, b);
    case 'array':
      return compareArrays(host, host.type(type.elem), a, b);
    case 'interface':
      return compareInterfaces(host, a, b);
    case 'func':
    case 'map':
    case 'slice':
      return 0;
    default:
      return compareOrdered(a as number | bigint, b as number | bigint);
  }
}

function compareOrdered<T extends string | number | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** NaN sorts before every other number. */
function compareFloats(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return compareOrdered(a, b);
}

function compareStructs(
  host: FormatHost,
  type: Extract<RuntimeType, { kind: 'struct' }>,
  a: unknown,
  b: unknown,
): number {
  for (const [index, field] of type.fields.entries()) {
    const order = compareKeys(
      host,
      host.type(field.type),
      host.field(a, index),
      host.field(b, index),
    );
    if (order !== 0) return order;
  }
  return 0;
}

function compareArrays(host: FormatHost, elem: RuntimeType, a: unknown, b: unknown): number {
  const others = host.elements(b);
  for (const [index, element] of host.elements(a).entries()) {
    const order = compareKeys(host, elem, element, others[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareInterfaces(host: FormatHost, a: unknown, b: unknown): number {
  const x = host.unbox(a);
  const y = host.unbox(b);
  if (x === null || y === null) return Number(x !== null) - Number(y !== null);
  // Go orders by the address of the type; any fixed order of types will do.
  if (x.type !== y.type) return x.type - y.type;
  return compareKeys(host, host.type(x.type), x.value, y.value);
}
