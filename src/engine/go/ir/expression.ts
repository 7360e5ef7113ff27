// IR expressions: trees without calls and without blocking, evaluated within one instruction.
// They may panic (index, nil, divide) but never suspend; calls are hoisted into instructions.
//
// Values, by kind of Go type (the one representation that code, machine and natives share):
//   bool                      JS boolean
//   8/16/32-bit ints          JS number, wrapped
//   int int64 uint uint64 uintptr   JS number while a safe integer, else bigint (canonical, so
//                             === compares and Map keys work; never -0)
//   float32 (rounded), float64  JS number
//   complex64, complex128     Complex {re, im}, immutable
//   string                    JS string holding one char (0–255) per byte of UTF-8
//   array                     JS array, or typed array for bool(Uint8Array) and ≤32-bit ints and
//                             floats; a value with identity, copied on assignment
//   struct                    object of a generated class with fields f0, f1…; copied likewise
//   pointer to struct/array   that object itself; null is nil
//   pointer to anything else  object with a property `v`: Cell, FieldPointer or ElementPointer
//   slice                     Slice {array, offset, length, capacity}, immutable;
//                             nil slice: array === null, length 0
//   map                       GoMap or null; chan: Channel or null
//   func                      Closure {func, captures} or null
//   interface                 Box {type, value} (immutable) or null
// A struct or array read from a place is NOT copied by `load`: lowering wraps it in `copy` where
// the value is kept (assigned to a register, passed, sent, boxed, put into a literal).

import type { Pos } from '../syntax/pos.ts';
import type { FuncId, GlobalId, LocalId, TypeId } from './ids.ts';
import type { Kind } from './runtime-type.ts';

export type BinaryOp = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^' | '&^';
export type CompareOp = '==' | '!=' | '<' | '<=' | '>' | '>=';

/** How two operands of equal type are compared; `number` also covers bool, string, chan, func=nil. */
export type Comparison =
  | 'direct' // === and < on the representation: bool, ints, floats, strings, chan, map/func/slice with nil
  | 'pointer' // pointers to non-struct: FieldPointer and ElementPointer compare by place
  | 'complex'
  | 'interface' // may panic: comparing uncomparable type
  | 'struct'
  | 'array';

/** Where in the source it stands, for what may panic: the line that a stack trace shows. */
interface Placed {
  readonly pos?: Pos;
}

/** A variable: something that can be read, and except for map elements has an address. */
export type Place = Placed & PlaceParts;

type PlaceParts =
  /** Register holding the value itself. */
  | { readonly kind: 'local'; readonly local: LocalId }
  /** Register holding a Cell; the variable is its `v` (captured or address-taken scalar). */
  | { readonly kind: 'cell'; readonly local: LocalId }
  | { readonly kind: 'global'; readonly global: GlobalId }
  /** *pointer; for struct and array pointees the variable is the object itself. */
  | { readonly kind: 'deref'; readonly pointer: Expr; readonly type: TypeId }
  /** Field of the struct that `object` refers to; object may be a nil pointer (panics). */
  | {
      readonly kind: 'field';
      readonly object: Expr;
      readonly struct: TypeId;
      readonly field: number;
    }
  /** Element of the array that `array` refers to (may be a nil pointer to array). */
  | {
      readonly kind: 'arrayElement';
      readonly array: Expr;
      readonly arrayType: TypeId;
      readonly index: Expr;
    }
  | {
      readonly kind: 'sliceElement';
      readonly slice: Expr;
      readonly sliceType: TypeId;
      readonly index: Expr;
    }
  /** Only stored to (and read by `mapGet`); not addressable. */
  | {
      readonly kind: 'mapElement';
      readonly map: Expr;
      readonly mapType: TypeId;
      readonly key: Expr;
    };

export type Expr = Placed & ExprParts;

type ExprParts =
  /** Constant in its final representation; printed as Go prints it. */
  | {
      readonly kind: 'const';
      readonly type: TypeId;
      readonly value: boolean | number | bigint | string;
    }
  | {
      readonly kind: 'complexConst';
      readonly type: TypeId;
      readonly re: number;
      readonly im: number;
    }
  /** Fresh zero value of any type (nil for pointer, map, chan, func, interface, slice). */
  | { readonly kind: 'zero'; readonly type: TypeId }
  /** Content of a register as it is: for a `cell` local, the Cell (that is, the pointer). */
  | { readonly kind: 'register'; readonly local: LocalId }
  | { readonly kind: 'load'; readonly place: Place; readonly type: TypeId }
  /** Copy of a struct or array value. */
  | { readonly kind: 'copy'; readonly x: Expr; readonly type: TypeId }
  | { readonly kind: 'addressOfGlobal'; readonly global: GlobalId }
  /** Pointer to a field / element; for struct- and array-typed ones: the nested object. */
  | {
      readonly kind: 'addressOf';
      readonly place: Extract<
        Place,
        { readonly kind: 'field' | 'arrayElement' | 'sliceElement' | 'deref' }
      >;
      readonly type: TypeId;
    }
  /** new(T): a fresh variable holding `value` (a zero or copied value). */
  | { readonly kind: 'newVariable'; readonly type: TypeId; readonly value: Expr }
  | { readonly kind: 'negate' | 'complement'; readonly type: TypeId; readonly x: Expr }
  | { readonly kind: 'not'; readonly x: Expr }
  /** Arithmetic at the width of `type`; '+' also joins strings. Division by zero panics. */
  | {
      readonly kind: 'binary';
      readonly op: BinaryOp;
      readonly type: TypeId;
      readonly x: Expr;
      readonly y: Expr;
    }
  /** Shift of x (of `type`) by y; a negative signed count panics. */
  | {
      readonly kind: 'shift';
      readonly op: '<<' | '>>';
      readonly type: TypeId;
      readonly x: Expr;
      readonly y: Expr;
      readonly countType: TypeId;
    }
  | {
      readonly kind: 'compare';
      readonly op: CompareOp;
      readonly comparison: Comparison;
      /** Type of both operands. */
      readonly type: TypeId;
      readonly x: Expr;
      readonly y: Expr;
    }
  /** x == nil for slices, maps, funcs, chans, pointers, interfaces. */
  | { readonly kind: 'isNil'; readonly x: Expr; readonly operandKind: Kind }
  /** Short-circuit; both sides free of calls. */
  | { readonly kind: 'and' | 'or'; readonly x: Expr; readonly y: Expr }
  /** Numeric to numeric, with Go's truncation and rounding. Same-representation: lowered away. */
  | { readonly kind: 'convertNumber'; readonly x: Expr; readonly from: TypeId; readonly to: TypeId }
  | { readonly kind: 'stringFromRune' | 'stringFromBytes' | 'stringFromRunes'; readonly x: Expr }
  | { readonly kind: 'bytesFromString' | 'runesFromString'; readonly x: Expr }
  /** [N]T(slice) and (*[N]T)(slice): panic when the slice is too short. */
  | {
      readonly kind: 'arrayFromSlice' | 'arrayPointerFromSlice';
      readonly x: Expr;
      readonly type: TypeId;
    }
  /** Box a value of concrete `type` into an interface. */
  | { readonly kind: 'makeInterface'; readonly type: TypeId; readonly x: Expr }
  /** x.(T): the value (for an interface T: the same box); panics with Go's text. */
  | {
      readonly kind: 'typeAssert';
      readonly x: Expr;
      readonly type: TypeId;
      /** Static interface type of x, for the panic text. */
      readonly interfaceType: TypeId;
    }
  /** Does the box x hold T (or implement interface T)? nil: false. */
  | { readonly kind: 'typeTest'; readonly x: Expr; readonly type: TypeId }
  /** The value in a box already known to hold concrete `type`. */
  | { readonly kind: 'unbox'; readonly x: Expr; readonly type: TypeId }
  | { readonly kind: 'stringIndex'; readonly x: Expr; readonly index: Expr }
  | { readonly kind: 'mapGet'; readonly map: Expr; readonly mapType: TypeId; readonly key: Expr }
  | { readonly kind: 'length' | 'capacity'; readonly x: Expr; readonly operandKind: Kind }
  | {
      readonly kind: 'slice';
      /** 'array' slices through a pointer to an array. */
      readonly operandKind: 'string' | 'slice' | 'array';
      readonly x: Expr;
      /** Type of the operand (string, slice or array type). */
      readonly type: TypeId;
      readonly low: Expr | null;
      readonly high: Expr | null;
      readonly max: Expr | null;
    }
  | {
      readonly kind: 'makeSlice';
      readonly type: TypeId;
      readonly length: Expr;
      readonly capacity: Expr | null;
    }
  | { readonly kind: 'makeMap'; readonly type: TypeId }
  /** append(x, values...); `values` already copied. */
  | {
      readonly kind: 'append';
      readonly type: TypeId;
      readonly x: Expr;
      readonly values: readonly Expr[];
    }
  /** append(x, y...); y may be a string for []byte. */
  | {
      readonly kind: 'appendSlice';
      readonly type: TypeId;
      readonly x: Expr;
      readonly y: Expr;
      readonly fromString: boolean;
    }
  | { readonly kind: 'complex'; readonly type: TypeId; readonly re: Expr; readonly im: Expr }
  | { readonly kind: 'real' | 'imag'; readonly x: Expr }
  | {
      readonly kind: 'min' | 'max';
      readonly type: TypeId;
      readonly values: readonly Expr[];
    }
  /** All fields, in order. */
  | { readonly kind: 'structLiteral'; readonly type: TypeId; readonly fields: readonly Expr[] }
  /** Array or slice literal: listed elements at their indices, zero elsewhere. */
  | {
      readonly kind: 'arrayLiteral' | 'sliceLiteral';
      readonly type: TypeId;
      readonly length: number;
      readonly elements: readonly { readonly index: number; readonly value: Expr }[];
    }
  /** Function value; captures are the callee's leading parameters (Cells, objects or copies). */
  | { readonly kind: 'closure'; readonly func: FuncId; readonly captures: readonly Expr[] }
  /** A native without side effects, clock, choice or call-back; may panic. */
  | { readonly kind: 'pureNative'; readonly name: string; readonly args: readonly Expr[] }
  /** x must be a non-nil pointer; yields it (for &*p, method calls through embedded pointers). */
  | { readonly kind: 'nilCheck'; readonly x: Expr };
