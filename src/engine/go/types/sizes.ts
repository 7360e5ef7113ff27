// Sizes of types as gc lays them out on amd64 (types2 gcsizes.go): for unsafe.Sizeof and for
// constants that depend on it. A size of null is too large for the address space.

import { isComplex } from './predicates.ts';
import type { BasicKind, Struct, Type, Var } from './type.ts';
import { under } from './under.ts';

const wordSize = 8n;
const maxAlign = 8n;
const maxInt64 = 2n ** 63n - 1n;

const basicSizes: { readonly [K in BasicKind]?: bigint } = {
  bool: 1n,
  int8: 1n,
  int16: 2n,
  int32: 4n,
  int64: 8n,
  uint8: 1n,
  uint16: 2n,
  uint32: 4n,
  uint64: 8n,
  float32: 4n,
  float64: 8n,
  complex64: 8n,
  complex128: 16n,
  string: 16n,
};

/** The alignment of variables of the type, at least 1. */
export function alignOf(type: Type): bigint {
  const underlying = under(type);
  switch (underlying.kind) {
    case 'Array':
      return alignOf(underlying.elem);
    case 'Struct':
      return underlying.fields.reduce((most, field) => {
        const align = alignOf(field.type);
        return align > most ? align : most;
      }, 1n);
    case 'Slice':
    case 'Interface':
      return wordSize;
    case 'Basic':
      if (underlying.basic === 'string') return wordSize;
      break;
    default:
      break;
  }
  let align = sizeOf(type) ?? 1n;
  if (align < 1n) return 1n;
  if (isComplex(type)) align /= 2n;
  return align > maxAlign ? maxAlign : align;
}

/** The offset of each field in bytes. */
export function offsetsOf(fields: readonly Var[]): (bigint | null)[] {
  let offset: bigint | null = 0n;
  return fields.map((field) => {
    if (offset === null) return null;
    const start: bigint = alignUp(offset, alignOf(field.type));
    const size = sizeOf(field.type);
    offset = size === null || start + size > maxInt64 ? null : start + size;
    return start > maxInt64 ? null : start;
  });
}

/** The offset of the field at the end of an index path through embedded structs. */
export function offsetOfPath(type: Type, index: readonly number[]): bigint | null {
  let offset = 0n;
  let current = type;
  for (const i of index) {
    const struct = under(current);
    const field = struct.kind === 'Struct' ? struct.fields[i] : undefined;
    if (struct.kind !== 'Struct' || field === undefined) return null;
    const step = offsetsOf(struct.fields)[i] ?? null;
    if (step === null || offset + step > maxInt64) return null;
    offset += step;
    current = field.type;
  }
  return offset;
}

/** The size of variables of the type in bytes. */
export function sizeOf(type: Type): bigint | null {
  const underlying = under(type);
  switch (underlying.kind) {
    case 'Basic':
      return basicSizes[underlying.basic] ?? wordSize;
    case 'Array': {
      if (underlying.length <= 0) return 0n;
      const elem = sizeOf(underlying.elem);
      if (elem === null) return null;
      const size = elem * BigInt(underlying.length);
      return size > maxInt64 ? null : size;
    }
    case 'Slice':
      return wordSize * 3n;
    case 'Interface':
      return wordSize * 2n;
    case 'Struct':
      return structSize(underlying);
    default:
      return wordSize;
  }
}

function structSize(struct: Struct): bigint | null {
  const last = struct.fields[struct.fields.length - 1];
  if (last === undefined) return 0n;
  const offset = offsetsOf(struct.fields)[struct.fields.length - 1] ?? null;
  let size = sizeOf(last.type);
  if (offset === null || size === null) return null;
  // A pointer just past the struct must not be made by taking the address of an empty last field.
  if (offset > 0n && size === 0n) size = 1n;
  const total = alignUp(offset + size, alignOf(struct));
  return total > maxInt64 ? null : total;
}

function alignUp(offset: bigint, align: bigint): bigint {
  return ((offset + align - 1n) / align) * align;
}
