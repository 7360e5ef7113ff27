// The places that a struct or array consists of.

import type { GoArray, StructObject } from '../machine/heap-object.ts';
import type { Runtime } from '../machine/runtime.ts';

/** Called with each place: an object and the field or element in it. */
export type Visit = (container: object, index: number) => void;

/** Visits all places of a value of a type, nested ones too. What is neither has none. */
export function walkValue(runtime: Runtime, value: unknown, type: number, visit: Visit): void {
  const described = runtime.type(type);
  if (value === null || typeof value !== 'object') return;
  if (described.kind === 'struct') {
    described.fields.forEach((field, index) => {
      const part = (value as StructObject)[`f${index}`];
      if (isAggregate(runtime, field.type)) walkValue(runtime, part, field.type, visit);
      else visit(value, index);
    });
  } else if (described.kind === 'array') {
    const isNested = isAggregate(runtime, described.elem);
    for (let i = 0; i < described.length; i++) {
      if (isNested) walkValue(runtime, (value as GoArray)[i], described.elem, visit);
      else visit(value, i);
    }
  }
}

export function isAggregate(runtime: Runtime, type: number): boolean {
  const { kind } = runtime.type(type);
  return kind === 'struct' || kind === 'array';
}
