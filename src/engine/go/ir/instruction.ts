// IR instructions: the flat statement list of a function; pc = index, one instruction = one
// statement of budget. Invariants: control flow is in `next` (default: pc + 1) and the explicit
// targets; an instruction does at most one visible operation; calls and blocking operations store
// their results before the next instruction starts. A list ends in return, panic or a jump back.

import type { Pos } from '../syntax/pos.ts';
import type { Expr, Place } from './expression.ts';
import type { FuncId, InstructionIndex, LocalId, SiteId, TypeId } from './ids.ts';

/** What a call, go or defer statement calls. Arguments are separate and already evaluated. */
export type Callee =
  | { readonly kind: 'static'; readonly func: FuncId }
  /** Function value; nil panics (for go: fatal "go of nil func value"). */
  | { readonly kind: 'closure'; readonly closure: Expr }
  /** Method of the dynamic type of interface value `x`; nil x panics. */
  | {
      readonly kind: 'interface';
      readonly x: Expr;
      readonly method: string;
      /** Package path for an unexported method, else ''. */
      readonly packagePath: string;
    };

export type SelectCase =
  | {
      readonly direction: 'send';
      readonly channel: Expr;
      readonly value: Expr;
      readonly target: InstructionIndex;
    }
  | {
      readonly direction: 'receive';
      readonly channel: Expr;
      /** Registers for the value and ok; null when unused. */
      readonly value: LocalId | null;
      readonly ok: LocalId | null;
      readonly target: InstructionIndex;
    };

interface InstructionBase {
  /** Source position, for stepping, stack traces and locals in scope. */
  readonly pos: Pos;
  /** Following instruction where it is not pc + 1. */
  readonly next?: InstructionIndex;
}

export type Instruction = InstructionBase &
  (
    | { readonly kind: 'nop' }
    /**
     * Store. Into a plain local the value replaces the register; into any other place a struct or
     * array is copied in place, so that pointers to it stay valid. `type` is the place's type.
     */
    | {
        readonly kind: 'assign';
        readonly place: Place;
        readonly value: Expr;
        readonly type: TypeId;
      }
    /** Several stores at once: all operands of places and values are evaluated before any store. */
    | {
        readonly kind: 'assignAll';
        readonly assignments: readonly {
          readonly place: Place;
          readonly value: Expr;
          readonly type: TypeId;
        }[];
        /** Numbers of those that are evaluated before the others; absent: none. */
        readonly first?: readonly number[];
      }
    /** local = new Cell(value): the variable's declaration is executed anew (one per iteration). */
    | { readonly kind: 'newCell'; readonly local: LocalId; readonly value: Expr }
    | {
        readonly kind: 'branch';
        readonly condition: Expr;
        readonly then: InstructionIndex;
        readonly else: InstructionIndex;
      }
    /** Evaluate for its panics only (`_ = a[i]`). */
    | { readonly kind: 'evaluate'; readonly value: Expr }
    | {
        readonly kind: 'call';
        readonly callee: Callee;
        readonly args: readonly Expr[];
        /** Registers for the results; empty when unused. */
        readonly results: readonly LocalId[];
        readonly site: SiteId;
      }
    /**
     * A native of the machine: may record an event, park, choose, print or call back into Go. Also
     * pure natives with several results, the builtins `print` and `println` (one argument, a slice
     * of the operands in interfaces) and `runtime.panicrangestate` (one int, as in Go's runtime).
     */
    | {
        readonly kind: 'callNative';
        readonly name: string;
        readonly args: readonly Expr[];
        readonly results: readonly LocalId[];
        readonly site: SiteId;
      }
    | {
        readonly kind: 'go';
        readonly callee: Callee;
        readonly args: readonly Expr[];
        /** Whether gc puts a function of its own around the call (walk/order.go, wrapGoDefer). */
        readonly isWrapped: boolean;
        /** What runs where the function value is nil; null: that is fatal at once. */
        readonly whenNil: FuncId | null;
        readonly site: SiteId;
      }
    /**
     * Pushes a deferred call on this frame; with `frameToken`, on the frame whose token that
     * register holds (defer inside a range-over-func body).
     */
    | {
        readonly kind: 'defer';
        readonly callee: Callee;
        readonly args: readonly Expr[];
        /** Whether gc puts a function of its own around the call (walk/order.go, wrapGoDefer). */
        readonly isWrapped: boolean;
        /** What runs where the function value is nil; null: the function panics in its name. */
        readonly whenNil: FuncId | null;
        readonly frameToken: LocalId | null;
        readonly site: SiteId;
      }
    /** Register gets a token for this frame's deferred calls. */
    | { readonly kind: 'frameToken'; readonly local: LocalId }
    /**
     * Returns. With values they become the results; without, the registers of Func.results are
     * read after the deferred calls have run. Functions with defers always use the second form.
     */
    | { readonly kind: 'return'; readonly values: readonly Expr[] | null }
    /** value is an interface. */
    | { readonly kind: 'panic'; readonly value: Expr; readonly site: SiteId }
    | {
        readonly kind: 'recover';
        readonly result: LocalId;
        readonly site: SiteId;
        /** `defer recover()`: asks in place of the function that deferred it. */
        readonly isDeferred?: true;
      }
    | {
        readonly kind: 'makeChan';
        readonly result: LocalId;
        readonly type: TypeId;
        readonly capacity: Expr | null;
        readonly site: SiteId;
      }
    | {
        readonly kind: 'send';
        readonly channel: Expr;
        readonly value: Expr;
        readonly site: SiteId;
      }
    | {
        readonly kind: 'receive';
        readonly channel: Expr;
        readonly value: LocalId | null;
        readonly ok: LocalId | null;
        /** Element type: its zero value comes from a closed channel. */
        readonly elem: TypeId;
        readonly site: SiteId;
      }
    | { readonly kind: 'close'; readonly channel: Expr; readonly site: SiteId }
    /** `defaultTarget` null: no default clause, so it may block (for ever with no cases). */
    | {
        readonly kind: 'select';
        readonly cases: readonly SelectCase[];
        readonly defaultTarget: InstructionIndex | null;
        readonly site: SiteId;
      }
    | {
        readonly kind: 'mapGetOk';
        readonly map: Expr;
        readonly mapType: TypeId;
        readonly key: Expr;
        readonly value: LocalId | null;
        readonly ok: LocalId | null;
      }
    | {
        readonly kind: 'mapDelete';
        readonly map: Expr;
        readonly mapType: TypeId;
        readonly key: Expr;
      }
    | { readonly kind: 'clear'; readonly x: Expr; readonly type: TypeId }
    /** copy(to, from); `from` may be a string. */
    | {
        readonly kind: 'copySlice';
        readonly to: Expr;
        readonly from: Expr;
        readonly fromString: boolean;
        readonly result: LocalId | null;
        readonly type: TypeId;
      }
    /** The order is a choice (kind mapOrder), made here. */
    | {
        readonly kind: 'mapRangeStart';
        readonly iterator: LocalId;
        readonly map: Expr;
        readonly mapType: TypeId;
      }
    | {
        readonly kind: 'mapRangeNext';
        readonly iterator: LocalId;
        readonly key: LocalId | null;
        readonly value: LocalId | null;
        readonly done: InstructionIndex;
      }
    /** Decodes the rune at byte `index` of the string; size is 0 at the end. */
    | {
        readonly kind: 'decodeRune';
        readonly string: Expr;
        readonly index: Expr;
        readonly rune: LocalId;
        readonly size: LocalId;
      }
    /** v, ok := x.(T) */
    | {
        readonly kind: 'typeAssertOk';
        readonly x: Expr;
        readonly type: TypeId;
        readonly value: LocalId | null;
        readonly ok: LocalId | null;
      }
  );
