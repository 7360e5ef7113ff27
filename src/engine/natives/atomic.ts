// sync/atomic: one step each, with an event that says the value afterwards. A function gets a
// pointer to the variable, a method the struct whose f0 is the variable.

import {
  addInt64,
  addUint64,
  andInt64,
  andUint64,
  orInt64,
  orUint64,
  type Wide,
} from '../machine/arithmetic.ts';
import type { MachineNative, NativeContext } from '../machine/native.ts';
import type { Pointer } from '../machine/pointer.ts';
import type { Box } from '../machine/value.ts';
import { EventKind } from '../trace/trace-event.ts';

/** The event's column `other`. */
const Operation = {
  load: 0,
  store: 1,
  add: 2,
  swap: 3,
  swapDone: 4,
  swapFailed: 5,
  bits: 6,
} as const;

/** A failed exchange only reads. */
function writes(operation: number): boolean {
  return operation !== Operation.load && operation !== Operation.swapFailed;
}

/** The arithmetic of a kind of integer. */
interface Integer {
  add(x: Wide, y: Wide): Wide;
  and(x: Wide, y: Wide): Wide;
  or(x: Wide, y: Wide): Wide;
}

const small = (wrap: (x: number) => number): Integer => ({
  add: (x, y) => wrap(Number(x) + Number(y)),
  and: (x, y) => wrap(Number(x) & Number(y)),
  or: (x, y) => wrap(Number(x) | Number(y)),
});
const unsigned: Integer = { add: addUint64, and: andUint64, or: orUint64 };

const integers: Readonly<Record<string, Integer>> = {
  Int32: small((x) => x | 0),
  Uint32: small((x) => x >>> 0),
  Int64: { add: addInt64, and: andInt64, or: orInt64 },
  Uint64: unsigned,
  Uintptr: unsigned,
};

/** A variable that natives are given: by pointer or in a struct. */
interface Variable<T> {
  get(): T;
  set(value: T): void;
}

interface Holder<T> {
  f0: T;
}

function atPointer<T>(context: NativeContext, pointer: Pointer | null): Variable<T> {
  if (pointer === null) {
    return context.runtimePanic('invalid memory address or nil pointer dereference');
  }
  return {
    get: () => pointer.v as T,
    set: (value) => {
      pointer.v = value;
    },
  };
}

function inStruct<T>(context: NativeContext, struct: Holder<T> | null): Variable<T> {
  if (struct === null) {
    return context.runtimePanic('invalid memory address or nil pointer dereference');
  }
  return {
    get: () => struct.f0,
    set: (value) => {
      struct.f0 = value;
    },
  };
}

type Access = <T>(context: NativeContext, reference: never) => Variable<T>;
type Call = MachineNative['call'];

function record(
  context: NativeContext,
  reference: unknown,
  operation: number,
  value: unknown,
): void {
  const object = context.object('atomic', reference);
  context.atomicAccess(reference as object, object, writes(operation));
  object.text = typeof value === 'number' ? value : String(value);
  context.event(EventKind.atomic, object.id, operation, 0, object.text);
}

/** Load, Store, Swap and CompareAndSwap of any type that === compares. */
function common(access: Access): Readonly<Record<string, Call>> {
  return {
    Load: (context, reference: never) => {
      const value = access<unknown>(context, reference).get();
      record(context, reference, Operation.load, value);
      return value;
    },
    Store: (context, reference: never, value: unknown) => {
      access(context, reference).set(value);
      record(context, reference, Operation.store, value);
    },
    Swap: (context, reference: never, value: unknown) => {
      const variable = access<unknown>(context, reference);
      const old = variable.get();
      variable.set(value);
      record(context, reference, Operation.swap, value);
      return old;
    },
    CompareAndSwap: (context, reference: never, old: unknown, value: unknown) => {
      const variable = access<unknown>(context, reference);
      const isOld = variable.get() === old;
      if (isOld) variable.set(value);
      const operation = isOld ? Operation.swapDone : Operation.swapFailed;
      record(context, reference, operation, variable.get());
      return isOld;
    },
  };
}

/** Add gives the new value, And and Or the old one. */
function numeric(access: Access, integer: Integer): Readonly<Record<string, Call>> {
  const change =
    (compute: (x: Wide, y: Wide) => Wide, operation: number, gives: 'new' | 'old'): Call =>
    (context, reference: never, operand: Wide) => {
      const variable = access<Wide>(context, reference);
      const old = variable.get();
      const value = compute(old, operand);
      variable.set(value);
      record(context, reference, operation, value);
      return gives === 'new' ? value : old;
    };
  return {
    Add: change(integer.add, Operation.add, 'new'),
    And: change(integer.and, Operation.bits, 'old'),
    Or: change(integer.or, Operation.bits, 'old'),
  };
}

function makeNatives(): Readonly<Record<string, Call>> {
  const natives: Record<string, Call> = {};
  for (const [name, integer] of Object.entries(integers)) {
    const functions = { ...common(atPointer), ...numeric(atPointer, integer) };
    for (const [operation, call] of Object.entries(functions)) {
      natives[`sync/atomic.${operation}${name}`] = call;
    }
    const methods = { ...common(inStruct), ...numeric(inStruct, integer) };
    for (const [operation, call] of Object.entries(methods)) {
      natives[`sync/atomic.(*${name}).${operation}`] = call;
    }
  }
  for (const [operation, call] of Object.entries(common(inStruct))) {
    natives[`sync/atomic.(*Bool).${operation}`] = call;
  }
  return natives;
}

/** For the types in Go: the event of an operation on the struct in a box. */
function observe(context: NativeContext, holder: Box, operation: number, value: Box | null): void {
  const object = context.object('atomic', holder.value);
  context.atomicAccess(holder.value as object, object, writes(Number(operation)));
  object.text = value === null ? '<nil>' : context.text(value.value, value.type);
  context.event(EventKind.atomic, object.id, Number(operation), 0, object.text);
}

export const atomicNatives: Readonly<Record<string, Call>> = {
  ...makeNatives(),
  'sync/atomic.observe': observe,
  'sync/atomic.sameType': (_context, x: Box, y: Box) => x.type === y.type,
};
