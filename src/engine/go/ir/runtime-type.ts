// Runtime types: what the machine must know of a Go type, as plain data indexed by TypeId.
// Invariants: identical Go types have one TypeId; ids are dense and in order of first use;
// methods are sorted by name; every TypeId named here is an index of Program.types.

import type { FuncId, TypeId } from './ids.ts';

/** The kinds of reflect.Kind, in Go's words. */
export type Kind =
  | 'bool'
  | 'int'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'uintptr'
  | 'float32'
  | 'float64'
  | 'complex64'
  | 'complex128'
  | 'string'
  | 'unsafePointer'
  | 'array'
  | 'slice'
  | 'struct'
  | 'pointer'
  | 'func'
  | 'interface'
  | 'map'
  | 'chan';

export interface RuntimeField {
  readonly name: string;
  readonly type: TypeId;
  readonly embedded: boolean;
  readonly exported: boolean;
  /** Package path for an unexported field, '' for an exported one. */
  readonly packagePath: string;
  readonly tag: string;
}

/** A method in the method set of a type, ready to be called through an interface. */
export interface RuntimeMethod {
  readonly name: string;
  /** '' for an exported method, else the package path: unexported names differ by package. */
  readonly packagePath: string;
  /**
   * Takes the interface's dynamic value as its first argument; a struct or array is not copied for
   * it. -1 when nothing in the program calls a method of this name through an interface.
   */
  readonly func: FuncId;
  /** The method's func type, without receiver. */
  readonly type: TypeId;
}

export interface InterfaceMethod {
  readonly name: string;
  readonly packagePath: string;
  readonly type: TypeId;
}

/**
 * Common to all: `string` is what %T prints (`main.Point`, `[]int`). It and the names of types and
 * fields are Go strings: bytes of UTF-8, one in each character.
 */
interface TypeBase {
  readonly id: TypeId;
  readonly kind: Kind;
  readonly string: string;
  /** Name without package for a defined type (`Point`, `Pair[int]`), '' for a type literal. */
  readonly name: string;
  readonly packagePath: string;
  readonly comparable: boolean;
  /** The method set; empty for types of which no value is ever put into an interface. */
  readonly methods: readonly RuntimeMethod[];
}

export interface BasicRuntimeType extends TypeBase {
  readonly kind: Exclude<
    Kind,
    'array' | 'slice' | 'struct' | 'pointer' | 'func' | 'interface' | 'map' | 'chan'
  >;
}
export interface ArrayRuntimeType extends TypeBase {
  readonly kind: 'array';
  readonly elem: TypeId;
  readonly length: number;
}
export interface SliceRuntimeType extends TypeBase {
  readonly kind: 'slice';
  readonly elem: TypeId;
}
export interface PointerRuntimeType extends TypeBase {
  readonly kind: 'pointer';
  readonly elem: TypeId;
}
export interface StructRuntimeType extends TypeBase {
  readonly kind: 'struct';
  readonly fields: readonly RuntimeField[];
}
export interface MapRuntimeType extends TypeBase {
  readonly kind: 'map';
  readonly key: TypeId;
  readonly elem: TypeId;
}
export interface ChanRuntimeType extends TypeBase {
  readonly kind: 'chan';
  readonly elem: TypeId;
  readonly direction: 'both' | 'send' | 'receive';
}
export interface FuncRuntimeType extends TypeBase {
  readonly kind: 'func';
  readonly params: readonly TypeId[];
  readonly results: readonly TypeId[];
  readonly variadic: boolean;
}
export interface InterfaceRuntimeType extends TypeBase {
  readonly kind: 'interface';
  readonly interfaceMethods: readonly InterfaceMethod[];
}

export type RuntimeType =
  | BasicRuntimeType
  | ArrayRuntimeType
  | SliceRuntimeType
  | PointerRuntimeType
  | StructRuntimeType
  | MapRuntimeType
  | ChanRuntimeType
  | FuncRuntimeType
  | InterfaceRuntimeType;

/** Whether variables of the type have no room: gc puts them all at one place (runtime.zerobase). */
export function isZeroSize(typeOf: (id: TypeId) => RuntimeType, id: TypeId): boolean {
  const type = typeOf(id);
  if (type.kind === 'array') return type.length === 0 || isZeroSize(typeOf, type.elem);
  return type.kind === 'struct' && type.fields.every((field) => isZeroSize(typeOf, field.type));
}
