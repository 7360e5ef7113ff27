// Natives of package flag: a variable of any type is given its default.

import type { NativeContext } from '../machine/native.ts';
import type { Box } from '../machine/value.ts';

interface Copyable {
  copy(): object;
}

type Parts = Record<string, unknown>;

/** Makes *target the value, or what the value points to; returns why that cannot be. */
function setText(context: NativeContext, target: Box | null, value: Box | null): string {
  if (target === null || value === null) return 'variable value type must be a pointer';
  const pointer = context.type(target.type);
  if (pointer.kind !== 'pointer') return 'variable value type must be a pointer';
  const given = context.type(value.type);
  const elem = context.type(pointer.elem);
  const type = given.kind === 'pointer' ? context.type(given.elem) : given;
  if (type.id !== elem.id) {
    return `default type does not match variable type: ${type.string} != ${elem.string}`;
  }
  if (elem.kind === 'struct') {
    const copied = (value.value as Copyable).copy() as Parts;
    const fields = target.value as Parts;
    for (const key of elem.fields.keys()) fields[`f${key}`] = copied[`f${key}`];
  } else if (elem.kind === 'array') {
    const source = value.value as unknown[];
    for (const [index, element] of source.entries()) (target.value as unknown[])[index] = element;
  } else {
    const source = value.value;
    (target.value as { v: unknown }).v =
      given.kind === 'pointer' ? (source as { v: unknown }).v : source;
  }
  return '';
}

export const flagNatives = { 'flag.setText': setText };
