// What formatting must know of the machine: types, the insides of values, and Go methods.
// Invariant: callbacks may leave by an exception of the machine (a call back into Go that has not
// been made yet); formatting keeps no state outside itself, so it can be run again from its start.

import type { TypeId } from '../../go/ir/ids.ts';
import type { RuntimeType, StructRuntimeType } from '../../go/ir/runtime-type.ts';
import type { LaidStruct } from './go-layouts.ts';

/** A value in an interface: its dynamic type and the value in the machine's representation. */
export interface BoxedValue {
  readonly type: TypeId;
  readonly value: unknown;
}

/** A value and the type of the place that it is in, which may be an interface type. */
export interface ReflectedValue extends BoxedValue {
  readonly hidden: boolean;
}

/** What a method of the user's gave: its text, or what it panicked with. */
export type MethodOutcome =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'panic'; readonly value: BoxedValue | null };

export interface FormatHost {
  type(id: TypeId): RuntimeType;
  /** A struct as Go lays it out, if the library's own differs; else null. */
  layout(struct: unknown, type: StructRuntimeType): LaidStruct | null;
  /** Value of field `index` of a struct. */
  field(struct: unknown, index: number): unknown;
  /** Elements of an array or slice, in order. */
  elements(value: unknown): readonly unknown[];
  isNilSlice(value: unknown): boolean;
  /** Bytes of a []byte or [N]byte as a byte string. */
  bytes(value: unknown): string;
  /** Entries of a map, in no particular order. */
  entries(map: unknown): readonly (readonly [unknown, unknown])[];
  complex(value: unknown): { readonly re: number; readonly im: number };
  /** Address as %p shows it, of a value of a type; 0 for nil. */
  address(value: unknown, type: TypeId): number;
  /** Dynamic value of an interface, null when nil. */
  unbox(value: unknown): BoxedValue | null;
  /** The variable that a pointer to `elem` points to. */
  pointee(pointer: unknown, elem: RuntimeType): unknown;
  /** What a reflect.Value stands for: `hidden` if its methods may not be called; null if nothing. */
  reflected(value: unknown): ReflectedValue | null;
  /** Calls value.name() where it returns a string. */
  callText(value: BoxedValue, name: 'Error' | 'String' | 'GoString'): MethodOutcome;
  /** Calls value.Format with the current flags; the text that it wrote. */
  callFormatter(value: BoxedValue, state: FormatterFlags, verb: string): MethodOutcome;
}

/** What a fmt.State passes on; width and precision are -1 when absent. */
export interface FormatterFlags {
  readonly width: number;
  readonly precision: number;
  /** The flags that are set, out of `+-# 0`. */
  readonly flags: string;
}
