// The intermediate representation of a whole program: what lowering makes and the machine runs.
// Invariants: plain data; no text of the user's source ever becomes generated code: names are for
// people (captions, traces), registers and fields are numbered.

import type { FileSet, Pos } from '../syntax/pos.ts';
import type { FuncId, GlobalId, LocalId, SiteId, TypeId } from './ids.ts';
import type { Instruction } from './instruction.ts';
import type { RuntimeType } from './runtime-type.ts';

/**
 * How a local keeps its variable:
 * register – the value itself, invisible from outside;
 * cell     – a Cell (captured or address-taken, not struct or array);
 * object   – a struct or array with identity (captured or address-taken), stored to in place.
 */
export type Storage = 'register' | 'cell' | 'object';

export interface Local {
  readonly name: string;
  readonly type: TypeId;
  readonly storage: Storage;
  /** null for temporaries, which the inspector does not show. */
  readonly declared: { readonly pos: Pos; readonly scopeEnd: Pos } | null;
}

export interface Func {
  readonly id: FuncId;
  /** As in Go's stack traces: `main.worker`, `main.main.func1`, `main.(*Pool).Run`. */
  readonly name: string;
  /** A function of the provided library: its frames are hidden from stepping and the inspector. */
  readonly library: boolean;
  /**
   * Only adapts a receiver and calls on, like gc's wrappers: stack traces leave its frames out, and
   * recover looks through them (a method called through it counts as called by its caller).
   */
  readonly wrapper?: boolean;
  readonly pos: Pos;
  readonly end: Pos;
  readonly locals: readonly Local[];
  /** First the captures, then receiver and parameters: locals 0 … paramCount-1. */
  readonly captureCount: number;
  readonly paramCount: number;
  /**
   * The results' variables, where `return` without values finds them (a struct or array in an
   * object is copied out); empty if every return has values.
   */
  readonly results: readonly LocalId[];
  readonly resultTypes: readonly TypeId[];
  readonly hasDefer: boolean;
  readonly code: readonly Instruction[];
}

export interface Global {
  readonly id: GlobalId;
  readonly name: string;
  readonly type: TypeId;
  readonly packagePath: string;
}

/** A place in the source where something visible can happen. */
export interface Site {
  readonly id: SiteId;
  readonly pos: Pos;
  readonly func: FuncId;
  /** Source text of the operand that names the object: `jobs`, `c.mu`, `wg`; '' if none. */
  readonly operand: string;
  /** go statement: name for its goroutines (comment on the line, or function name). */
  readonly goroutineName?: string;
  /** select statement: the text of each case of the instruction, then `default` if there is one. */
  readonly caseTexts?: readonly string[];
}

export interface Program {
  readonly fileSet: FileSet;
  readonly types: readonly RuntimeType[];
  readonly funcs: readonly Func[];
  readonly globals: readonly Global[];
  /** sites[0] is the unknown place. */
  readonly sites: readonly Site[];
  /** Initialises all packages in order, then calls main.main. */
  readonly entry: FuncId;
  /** Well-known types natives need (error, string, runtime.Error, …) by their %T string. */
  readonly typeByString: ReadonlyMap<string, TypeId>;
  /** Functions that the machine itself calls or compares with, by qualified name. */
  readonly funcByName: ReadonlyMap<string, FuncId>;
  /** Settings `name=value` that hold where the environment's GODEBUG says nothing, with commas. */
  readonly godebug: string;
}
