// The data model of checked Go (types2's Type, Object, Package): closed unions on `kind`.
// Types and objects name each other, so they are declared together; functions about them stand in
// the file named after the notion (`under.ts`, `identical.ts`, `lookup.ts`, `object.ts` …).
// Invariants: everything is read-only to other stages. The checker completes a value through
// `Writable` while it still is the only one to know it. What is computed on first need (the
// underlying type of an instance, a type set) is reached by functions only, never by field.

import type { Pos } from '../syntax/pos.ts';
import type { Value } from './constant.ts';
import type { ScopeOf } from './scope.ts';

/** Lets the maker of a value fill it in. */
export type Writable<T> = { -readonly [K in keyof T]: T[K] };

// ---- Packages and scopes ----

/** A block's table of names. */
export type Scope = ScopeOf<Obj>;

/** One package. `name` is "" until the first file is read; `fake` if it could not be imported. */
export interface Package {
  readonly path: string;
  readonly name: string;
  readonly scope: Scope;
  readonly imports: readonly Package[];
  readonly complete: boolean;
  readonly fake: boolean;
  /** The language version it is checked with, like "go1.27"; "" is the newest. */
  readonly goVersion: string;
  /** Checks the declaration of one of its objects on first need; null when all are checked. */
  readonly demand: ((object: Obj) => void) | null;
}

// ---- Types ----

export type Type =
  | Basic
  | Named
  | Alias
  | Pointer
  | GoArray
  | Slice
  | Struct
  | GoMap
  | Chan
  | Signature
  | Tuple
  | Interface
  | Union
  | TypeParam;

export type BasicKind =
  | 'invalid'
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
  | 'untypedBool'
  | 'untypedInt'
  | 'untypedRune'
  | 'untypedFloat'
  | 'untypedComplex'
  | 'untypedString'
  | 'untypedNil';

/** `int`, `untyped float` … `byte` and `rune` are Basics of their own with the kind they alias. */
export interface Basic {
  readonly kind: 'Basic';
  readonly basic: BasicKind;
  /** Bits of `basic.ts`: isBoolean, isInteger, isUnsigned … */
  readonly info: number;
  readonly name: string;
}

/** `*elem` */
export interface Pointer {
  readonly kind: 'Pointer';
  readonly elem: Type;
}

/** `[length]elem`; the length is negative if unknown after an error. */
export interface GoArray {
  readonly kind: 'Array';
  readonly length: number;
  readonly elem: Type;
}

/** `[]elem` */
export interface Slice {
  readonly kind: 'Slice';
  readonly elem: Type;
}

/** `struct { fields }`; `tags` is as long as `fields`, or empty when there is no tag at all. */
export interface Struct {
  readonly kind: 'Struct';
  readonly fields: readonly Var[];
  readonly tags: readonly string[];
}

/** `map[key]elem` */
export interface GoMap {
  readonly kind: 'Map';
  readonly key: Type;
  readonly elem: Type;
}

export type ChanDirection = 'both' | 'send' | 'receive';

/** `chan elem`, `chan<- elem`, `<-chan elem` */
export interface Chan {
  readonly kind: 'Chan';
  readonly dir: ChanDirection;
  readonly elem: Type;
}

/** An ordered list of variables: parameters, results, or the type of a call with many results. */
export interface Tuple {
  readonly kind: 'Tuple';
  readonly vars: readonly Var[];
}

/**
 * A function or method type. `typeParams` are its own; `recvTypeParams` are those that a method of
 * a generic type declares anew in its receiver. The receiver is no part of the type's identity. Of
 * a variadic signature the last parameter has a slice type (or string, for append).
 */
export interface Signature {
  readonly kind: 'Signature';
  readonly typeParams: readonly TypeParam[];
  readonly recvTypeParams: readonly TypeParam[];
  readonly recv: Var | null;
  readonly params: Tuple;
  readonly results: Tuple;
  readonly variadic: boolean;
  /** The scope of its parameters; null for a signature made by substitution. */
  readonly scope: Scope | null;
}

/** `~type` or `type` in a union */
export interface UnionTerm {
  readonly tilde: boolean;
  readonly type: Type;
}

/** `term | term …`, only as an embedded element of an interface */
export interface Union {
  readonly kind: 'Union';
  readonly terms: readonly UnionTerm[];
}

/**
 * `interface { methods; embeddeds }` as written; what it means is its type set (`type-set.ts`).
 * `implicit` stands for the interface around a constraint literal such as `~int | string`.
 */
export interface Interface {
  readonly kind: 'Interface';
  /** The explicitly declared methods, in source order. */
  readonly methods: readonly Func[];
  readonly embeddeds: readonly Type[];
  /** Where each embedded type stands, for errors. */
  readonly embedPos: readonly Pos[];
  readonly implicit: boolean;
  /** False while methods and embedded types are still being collected. */
  readonly complete: boolean;
  /** Hears of errors in the type set; null outside checking. */
  readonly reporter: TypeSetReporter | null;
  /** Computed by `typeSetOf`; null before. */
  typeSet: TypeSet | null;
}

/** A term of a type set; type null stands for the universe of all types. */
export interface Term {
  readonly tilde: boolean;
  readonly type: Type | null;
}

/** A union of disjoint terms; empty is the empty set. */
export type TermList = readonly Term[];

/** What an interface means: the types that have all methods, are in the terms and so on. */
export interface TypeSet {
  /** All methods, of embedded interfaces too, sorted by unique name. */
  readonly methods: readonly Func[];
  readonly terms: TermList;
  /** `comparable` is embedded; then `terms` is the universe. */
  readonly comparable: boolean;
}

/** Who hears of the mistakes that show only when a type set is computed: the checker. */
export interface TypeSetReporter {
  /** A method name declared twice, first at `otherPos`. */
  duplicateMethod(name: string, pos: Pos, otherPos: Pos): void;
  /** A union of more than `max` terms. */
  tooManyTerms(pos: Pos, max: number): void;
  /** Reports `what requires go1.x or later` and returns false if the version forbids it. */
  verifyVersion(pos: Pos, version: string, what: string): boolean;
  /** Whether overlapping embedded interfaces may share methods (go1.14). */
  allowOverlap(): boolean;
  /** Runs `action` when all types are set up. */
  later(action: () => void): void;
  /** Whether `type` is a constraint interface declared in another package. */
  isImportedConstraint(type: Type): boolean;
  /** For messages. */
  typeString(type: Type): string;
}

/** Where an instance gets what it does not know yet; see `instantiate.ts`. */
export interface InstanceExpander {
  /** The right-hand side of the origin with the type arguments in place. */
  expandRHS(instance: Named): Type;
  /** The origin's method `index` with the type arguments in place. */
  expandMethod(instance: Named, index: number): Func;
}

/**
 * A declared type, or an instance of a generic one. A class because its identity matters: two
 * declarations are never identical, two instances are if origin and type arguments are.
 */
export class Named {
  readonly kind = 'Named' as const;
  /** The declared name; instances have one of their own, at the place of the instantiation. */
  readonly obj: TypeName;
  /** The generic type this is an instance of, or this type itself. */
  readonly orig: Named;
  /** Empty unless this is an instance. */
  readonly typeArgs: readonly Type[];
  /** Of a declaration; empty for ordinary types. Instances have those of their origin. */
  typeParams: readonly TypeParam[] = [];
  /** The type on the right of its declaration; null while unknown. Use `under`. */
  fromRHS: Type | null = null;
  /** Cache of `under`; null until it can be computed. */
  underlying: Type | null = null;
  /** The declared methods; of an instance those that were asked for. Use `methodOf`. */
  readonly methods: (Func | undefined)[] = [];
  /** Set if and only if this is an instance. */
  readonly expander: InstanceExpander | null;

  constructor(
    obj: TypeName,
    orig: Named | null,
    typeArgs: readonly Type[],
    expander: InstanceExpander | null,
  ) {
    this.obj = obj;
    this.orig = orig ?? this;
    this.typeArgs = typeArgs;
    this.expander = expander;
  }
}

/** A declared alias, or an instance of a generic one. `unalias` gives what it stands for. */
export class Alias {
  readonly kind = 'Alias' as const;
  readonly obj: TypeName;
  readonly orig: Alias;
  readonly typeArgs: readonly Type[];
  typeParams: readonly TypeParam[] = [];
  /** The type on the right of its declaration, maybe an alias again; null while unknown. */
  fromRHS: Type | null;
  /** Cache of `unalias`: never an Alias. */
  actual: Type | null = null;

  constructor(obj: TypeName, fromRHS: Type | null, orig: Alias | null, typeArgs: readonly Type[]) {
    this.obj = obj;
    this.fromRHS = fromRHS;
    this.orig = orig ?? this;
    this.typeArgs = typeArgs;
  }
}

/** A type parameter; identical only to itself. */
export class TypeParam {
  readonly kind = 'TypeParam' as const;
  /** Unique in this process; orders and hashes, is never printed. */
  readonly id: number;
  readonly obj: TypeName;
  /** Its place in the list that declares it; -1 before it is in one. */
  index = -1;
  /** The constraint; `constraintInterface` of `under.ts` makes an interface of it. */
  bound: Type;
  /** The receiver type's parameter that a method's receiver declares anew; for cycles only. */
  canon: TypeParam | null = null;

  constructor(id: number, obj: TypeName, bound: Type) {
    this.id = id;
    this.obj = obj;
    this.bound = bound;
  }
}

// ---- Objects ----

export type Obj = PkgName | Const | TypeName | Var | Func | Builtin | Nil;

/** What all objects have. `type` is `unknownType` of `basic.ts` until the declaration is checked. */
interface ObjBase {
  readonly name: string;
  /** Null for the universe's objects. */
  readonly pkg: Package | null;
  readonly pos: Pos;
  parent: Scope | null;
  type: Type;
  scopePos: Pos;
  /** The order of package-level declarations over all files, from 1; 0 for others. */
  order: number;
}

/** An imported package under its name in a file. */
export interface PkgName extends ObjBase {
  readonly kind: 'PkgName';
  readonly imported: Package;
}

/** A constant; `value` is of kind unknown after an error. */
export interface Const extends ObjBase {
  readonly kind: 'Const';
  value: Value;
}

/** The name of a declared type, an alias, a type parameter or a predeclared type. */
export interface TypeName extends ObjBase {
  readonly kind: 'TypeName';
}

export type VarKind = 'package' | 'local' | 'receiver' | 'parameter' | 'result' | 'field';

/** A variable, parameter, result or struct field. */
export interface Var extends ObjBase {
  readonly kind: 'Var';
  varKind: VarKind;
  /** An embedded field. */
  readonly embedded: boolean;
  /** The generic original of a field or parameter made by substitution; else the variable itself. */
  readonly origin: Var | null;
}

/** A function, concrete method or interface method; `type` is a Signature unless invalid. */
export interface Func extends ObjBase {
  readonly kind: 'Func';
  /** Known before the signature: the method is declared with a pointer receiver. */
  hasPtrRecv: boolean;
  /** The generic original of a method made by substitution; null if it is one itself. */
  readonly origin: Func | null;
  /** Checks the declaration on first need; null when there is nothing left to do. */
  declare: (() => void) | null;
}

export type BuiltinId =
  | 'append'
  | 'cap'
  | 'clear'
  | 'close'
  | 'complex'
  | 'copy'
  | 'delete'
  | 'imag'
  | 'len'
  | 'make'
  | 'max'
  | 'min'
  | 'new'
  | 'panic'
  | 'print'
  | 'println'
  | 'real'
  | 'recover'
  | 'unsafe.Add'
  | 'unsafe.Alignof'
  | 'unsafe.Offsetof'
  | 'unsafe.Sizeof'
  | 'unsafe.Slice'
  | 'unsafe.SliceData'
  | 'unsafe.String'
  | 'unsafe.StringData'
  | 'assert';

export interface Builtin extends ObjBase {
  readonly kind: 'Builtin';
  readonly id: BuiltinId;
}

/** The predeclared nil. */
export interface Nil extends ObjBase {
  readonly kind: 'Nil';
}

/** The instance that an identifier of a generic function or type stands for. */
export interface Instance {
  readonly typeArgs: readonly Type[];
  readonly type: Type;
}
