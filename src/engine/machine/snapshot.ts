// Snapshots: a state cloned with the identity of all its objects kept. A snapshot is never run; to go
// back, it is cloned again. Invariants: the clone shares only what cannot change (dead goroutines,
// code); cloning is iterative, so that long lists do not overflow the host's stack.

import { partOf, viewOf } from './array-view.ts';
import type { Cloner, GoArray } from './heap-object.ts';
import { HeapObject } from './heap-object.ts';
import { MachineState } from './state.ts';
import { Complex, nilSlice } from './value.ts';

/** A state of its own, equal to `state` in everything that decides what happens next. */
export function cloneState(state: MachineState): MachineState {
  const copy = new MachineState(0);
  const cloner = new CloneWork();
  copy.fill(state, cloner);
  cloner.finish();
  return copy;
}

class CloneWork implements Cloner {
  private readonly copies = new Map<object, object>();
  private readonly work: HeapObject[] = [];
  private readonly arrays: unknown[][] = [];

  copy<T>(reference: T): T {
    if (typeof reference !== 'object' || reference === null) return reference;
    const known = this.copies.get(reference);
    // The map gives each object a copy of its own class.
    if (known !== undefined) return known as T;
    const made = this.shell(reference);
    this.copies.set(reference, made);
    return made as T;
  }

  /** The copy of an object, still to be filled. */
  private shell(object: object): object {
    if (object instanceof HeapObject) {
      if (object instanceof Complex || object === nilSlice) return object;
      this.work.push(object);
      return object.shell();
    }
    const array = object as GoArray;
    const part = partOf(array);
    if (part !== null) return viewOf(this.copy(part.array), part.offset, part.length);
    const copy = array.slice();
    if (Array.isArray(copy) && mayHoldReferences(copy)) this.arrays.push(copy);
    return copy;
  }

  finish(): void {
    for (;;) {
      const source = this.work.pop();
      if (source !== undefined) {
        const copy = this.copies.get(source);
        if (copy instanceof HeapObject) copy.fill(source, this);
        continue;
      }
      const array = this.arrays.pop();
      if (array === undefined) return;
      for (let i = 0; i < array.length; i++) array[i] = this.copy(array[i]);
    }
  }
}

/** Arrays hold values of one representation: numbers, strings and bools need no second look. */
function mayHoldReferences(array: readonly unknown[]): boolean {
  const [first] = array;
  return array.length > 0 && (typeof first === 'object' || first === undefined);
}
