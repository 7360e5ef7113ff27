// What an analysis of the vet pass is given and what it gives: a checked package in, findings out.
// Invariants: analyses change nothing but the facts; they report in source order of the files, as
// the analyzers of `go vet` do, because that order shows.

import type { Expr, File, Node } from '../syntax/ast.ts';
import { type FileSet, noPos, type Pos } from '../syntax/pos.ts';
import { inspect } from '../syntax/walk.ts';
import { Typ } from '../types/basic.ts';
import type { Info } from '../types/info.ts';
import { formatType, plainFormat, type TypeFormat } from '../types/type-string.ts';
import type { Func, Obj, Package, Type } from '../types/type.ts';

/** One thing that is probably a mistake. `end` is `pos` where vet knows no extent. */
export interface Finding {
  /** Name of the analysis, as `go vet` has it; ours that Go lacks begin with "interleave:". */
  readonly analyzer: string;
  readonly pos: Pos;
  readonly end: Pos;
  readonly message: string;
}

/** How a function forwards its arguments to fmt. */
export type PrintKind = 'print' | 'printf' | 'errorf';

/** What is known of functions beyond one package; packages add to it, those they import first. */
export interface Facts {
  readonly printKinds: Map<Obj, PrintKind>;
  readonly noReturn: Set<Func>;
}

/** A checked package, and the way to report. */
export interface Pass {
  readonly fset: FileSet;
  readonly pkg: Package;
  readonly files: readonly File[];
  readonly info: Info;
  readonly facts: Facts;
  /** How types and functions of this package are qualified in messages. */
  readonly format: TypeFormat;
  /** Reports at a node or extent, or at a lone position. */
  report(range: Range | Pos, message: string): void;
}

export interface Range {
  readonly pos: Pos;
  readonly end: Pos;
}

/** One analysis over a package. */
export interface Analyzer {
  readonly name: string;
  readonly run: (pass: Pass) => void;
}

/** The format of types in messages: names of `pkg` qualified by the path that vet shows for it. */
export function vetFormat(pkg: Package, shownPath: string): TypeFormat {
  return { ...plainFormat, qualifier: (other) => (other === pkg ? shownPath : other.path) };
}

/** The finding that `report` makes of its arguments. */
export function findingOf(analyzer: string, range: Range | Pos, message: string): Finding {
  if (typeof range === 'number') return { analyzer, pos: range, end: range, message };
  const { pos, end } = range;
  return { analyzer, pos, end: end === noPos ? pos : end, message };
}

/** Visits all nodes of all files, parents first; `visit` returns false to skip the children. */
export function inspectFiles(pass: Pass, visit: (node: Node) => boolean): void {
  for (const file of pass.files) inspect(file, visit);
}

/** Visits all nodes of one kind, parents first. */
export function forEachNode<K extends Node['kind']>(
  pass: Pass,
  kinds: readonly K[],
  visit: (node: Extract<Node, { readonly kind: K }>) => void,
): void {
  const wanted = new Set<string>(kinds);
  const matches = (node: Node): node is Extract<Node, { readonly kind: K }> =>
    wanted.has(node.kind);
  inspectFiles(pass, (node) => {
    if (matches(node)) visit(node);
    return true;
  });
}

/** The type of an expression or of the variable an identifier declares; null if none. */
export function typeOrNull(pass: Pass, x: Expr): Type | null {
  const known = pass.info.types.get(x);
  if (known !== undefined) return known.mode === 'nilvalue' ? Typ.untypedNil : known.type;
  if (x.kind !== 'Ident') return null;
  return objectOrNull(pass, x)?.type ?? null;
}

/** What an identifier declares or denotes. */
export function objectOrNull(pass: Pass, x: Expr): Obj | null {
  if (x.kind !== 'Ident') return null;
  return pass.info.defs.get(x) ?? pass.info.uses.get(x) ?? null;
}

/** A type as vet shows it. */
export function typeText(pass: Pass, type: Type): string {
  return formatType(type, pass.format);
}

/** Whether the package imports `path` itself. */
export function imports(pass: Pass, path: string): boolean {
  return pass.pkg.imports.some((other) => other.path === path);
}
