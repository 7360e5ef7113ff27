// Which variable a reference refers to, as a number: what maps are keyed by and what objects of the
// host are found by. Invariants: equal pointers have equal numbers, others different ones; numbers
// are given from 1 in order of asking.

import { elementPlace } from './array-view.ts';
import type { GoArray } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import { ElementPointer, FieldPointer } from './pointer.ts';
import type { MachineState } from './state.ts';

/** Places inside an object are fractions of its identity. */
const places = 2 ** 32;

/** The number of what a reference refers to; 0 for nil. */
export function identityOf(state: MachineState, reference: unknown): number {
  if (reference === null || reference === undefined) return 0;
  if (reference instanceof FieldPointer) {
    return identityOf(state, reference.object) + (reference.field + 1) / places;
  }
  if (reference instanceof ElementPointer) {
    const { array, index } = elementPlace(reference.array, reference.index);
    return identityOf(state, array) + (index + 1) / places;
  }
  if (reference instanceof HeapObject) {
    if (reference.identity === 0) reference.identity = state.nextIdentity++;
    return reference.identity;
  }
  const array = reference as GoArray;
  let identity = state.arrayIdentities.get(array);
  if (identity === undefined) {
    identity = state.nextIdentity++;
    state.arrayIdentities.set(array, identity);
  }
  return identity;
}
