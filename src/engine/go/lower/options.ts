// What lowering is given besides the packages themselves.

import type { File, FuncDecl } from '../syntax/ast.ts';
import type { FileSet } from '../syntax/pos.ts';
import type { Info, Initializer } from '../types/info.ts';
import type { Package, Var } from '../types/type.ts';

/** A checked package without errors, with its trees. */
export interface LowerPackage {
  readonly pkg: Package;
  readonly info: Info;
  readonly files: readonly File[];
  /** Provided by us: its frames are hidden from people, and only what is used of it is lowered. */
  readonly library: boolean;
  /** Completes `info` for the body of a function before it is lowered. */
  readonly checkBody: (decl: FuncDecl) => void;
  /** The initializers of some variables and of what those need, in the order of execution. */
  readonly initOrderAmong: (variables: Iterable<Var>) => readonly Initializer[];
}

export interface LowerOptions {
  readonly fileSet: FileSet;
  /** Whether the native of this qualified name has no effects, so that it is an expression. */
  readonly isPureNative: (name: string) => boolean;
  /** Methods that natives or the machine call on values of any type, by name. */
  readonly nativeMethods: readonly string[];
  /** Functions and types that the machine needs by name though no program text uses them. */
  readonly roots: readonly string[];
  /** Settings of GODEBUG that the program is built with. */
  readonly godebug: string;
}

/** What the machine itself calls: texts of panic values. */
export const machineMethods: readonly string[] = ['Error', 'String'];
