// Test files of another library against ours: what does not compile is blanked, declaration by
// declaration, until the rest does; each test that goes is named with the compiler's reason.
// Invariants: nothing is added, lines stay where they are; rounds end because text only shrinks.

import { checkSources, type SourceText } from '../../src/engine/go/compile.ts';
import type { Decl, Expr, File, Spec } from '../../src/engine/go/syntax/ast.ts';
import { parse } from '../../src/engine/go/syntax/parser.ts';
import { FileSet, offsetIn, type Pos } from '../../src/engine/go/syntax/pos.ts';
import { inspect } from '../../src/engine/go/syntax/walk.ts';

export interface Pruned {
  readonly sources: readonly SourceText[];
  /** What is declared or imported by a name and cannot be compiled, and the first reason. */
  readonly dropped: ReadonlyMap<string, string>;
}

/** A declaration, or a row of a table, that may be blanked on its own. */
interface Piece {
  readonly names: readonly string[];
  /** Fields of a struct type that it declares. */
  readonly fields?: readonly string[];
  readonly isRow?: boolean;
  readonly start: number;
  readonly end: number;
}

const maxRounds = 60;

/**
 * The files of `folder` among the sources are pruned; the other files have to be right.
 * `onRound` is called now and then.
 */
export function prune(given: readonly SourceText[], folder: string, onRound: () => void): Pruned {
  const dropped = new Map<string, string>();
  const fields = new Set<string>();
  let sources = given.map((source) =>
    source.name.startsWith(`${folder}/`) ? withoutBenchmarks(source) : source,
  );
  for (let round = 0; round < maxRounds; round++) {
    onRound();
    const complaints = complaintsAbout(sources, folder);
    if (complaints.length === 0) {
      return { sources: sources.map((source) => withoutRowsAbout(fields, source)), dropped };
    }
    sources = sources.map((source) => {
      const own = complaints.filter(({ file }) => file === source.name);
      return own.length === 0 ? source : blankPieces(source, own, dropped, fields);
    });
  }
  throw new Error(`${folder}: still does not compile after ${maxRounds} rounds`);
}

interface Complaint {
  readonly file: string;
  readonly offset: number;
  readonly message: string;
}

function complaintsAbout(sources: readonly SourceText[], folder: string): readonly Complaint[] {
  const target = { kind: 'folder', folder } as const;
  const result = checkSources(sources, { target, tests: () => 'package main\nfunc main() {}\n' });
  return result.diagnostics.map(({ pos, message }) => {
    const file = result.fset.fileOrNull(pos);
    if (file === null) throw new Error(`${folder}: ${message}`);
    return { file: file.name, offset: offsetIn(file, pos), message };
  });
}

/** Benchmarks are measured, not judged. */
function withoutBenchmarks({ name, text }: SourceText): SourceText {
  const { file, piece } = piecesOf(text);
  const pieces = file.decls.flatMap((decl) =>
    decl.kind === 'FuncDecl' && decl.recv === null && /^Benchmark/.test(decl.name.name)
      ? [piece([], decl)]
      : [],
  );
  return { name, text: blank(text, pieces) };
}

function blankPieces(
  { name, text }: SourceText,
  complaints: readonly Complaint[],
  dropped: Map<string, string>,
  fields: Set<string>,
): SourceText {
  const { file, piece } = piecesOf(text);
  const pieces = file.decls.flatMap((decl) => smallestPieces(decl, piece));
  const chosen = complaints.map(({ offset, message }) => {
    const around =
      pieces.find(({ start, end }) => start <= offset && offset < end) ?? directiveAt(text, offset);
    if (around === null) throw new Error(`${name}: ${message}`);
    const isUnused = /imported and not used/.test(message);
    for (const each of isUnused ? [] : around.names) {
      if (!dropped.has(each)) dropped.set(each, reasonOf(message, dropped));
    }
    for (const field of around.fields ?? []) fields.add(field);
    return around;
  });
  return { name, text: blank(text, chosen) };
}

/** Templates and the like name fields in strings: such rows go with a field. */
function withoutRowsAbout(fields: ReadonlySet<string>, { name, text }: SourceText): SourceText {
  if (fields.size === 0 || !name.endsWith('_test.go')) return { name, text };
  const named = new RegExp(`\\b(${[...fields].join('|')})\\b`);
  const { file, piece } = piecesOf(text);
  const rows = file.decls
    .flatMap((decl) => smallestPieces(decl, piece))
    .filter(({ isRow, start, end }) => isRow === true && named.test(text.slice(start, end)));
  return { name, text: blank(text, rows) };
}

/** A comment for the compiler that stands in the complaint's line; it is written before what it is about. */
function directiveAt(text: string, offset: number): Piece | null {
  const start = text.lastIndexOf('\n', offset) + 1;
  const end = text.indexOf('\n', start);
  return text.startsWith('//go:', start) ? { names: [], start, end } : null;
}

/** What is missing because something else was dropped is missing for that one's reason. */
function reasonOf(message: string, dropped: ReadonlyMap<string, string>): string {
  const name = /undefined: (\w+)$/.exec(message)?.[1] ?? '';
  const behind = dropped.get(name);
  if (behind === undefined) return message;
  return behind;
}

type PieceMaker = (names: readonly string[], node: { pos: Pos; end: Pos }) => Piece;

function piecesOf(text: string): { readonly file: File; readonly piece: PieceMaker } {
  const { file } = parse(new FileSet().addFile('pruned.go', text));
  const at = (pos: Pos): number => offsetIn(file.source, pos);
  return { file, piece: (names, { pos, end }) => ({ names, start: at(pos), end: at(end) }) };
}

function smallestPieces(decl: Decl, piece: PieceMaker): readonly Piece[] {
  if (decl.kind === 'BadDecl') return [piece([], decl)];
  if (decl.kind === 'FuncDecl') {
    const whole = piece(decl.recv === null ? [decl.name.name] : [], decl);
    return [...tableRows(decl, piece), whole];
  }
  const specs: readonly Spec[] = decl.specs;
  // Constants count lines: their group goes as a whole, as does what has no parentheses.
  if (decl.tok === 'const' || specs.length === 1) {
    const rows = specs.flatMap((spec) => rowsOf(spec, piece));
    return [...rows, piece(specs.flatMap(namesOf), decl)];
  }
  return specs.flatMap((spec) => [...rowsOf(spec, piece), piece(namesOf(spec), spec)]);
}

function namesOf(spec: Spec): readonly string[] {
  if (spec.kind === 'ImportSpec') {
    return [spec.name?.name ?? /(\w+)"$/.exec(spec.path.value)?.[1] ?? ''];
  }
  return spec.kind === 'TypeSpec' ? [spec.name.name] : spec.names.map(({ name }) => name);
}

/** The fields of a struct type, and what a variable's value consists of: rows of a table or fields. */
function rowsOf(spec: Spec, piece: PieceMaker): readonly Piece[] {
  if (spec.kind === 'TypeSpec') {
    const fields = spec.type.kind === 'StructType' ? spec.type.fields.list : [];
    return fields.map((field) => ({
      ...piece([], field),
      fields: field.names.map(({ name }) => name),
    }));
  }
  if (spec.kind !== 'ValueSpec' || spec.values.length !== 1) return [];
  const [value] = spec.values;
  const literal = value?.kind === 'UnaryExpr' ? value.x : value;
  if (literal?.kind !== 'CompositeLit') return [];
  return literal.elts.map((row: Expr) => ({ ...piece([], row), isRow: true }));
}

/** The rows of the tables in a function: composite literals in one of an array or slice. */
function tableRows(decl: Decl, piece: PieceMaker): readonly Piece[] {
  const rows: Piece[] = [];
  inspect(decl, (node) => {
    const isTable = node.kind === 'CompositeLit' && node.type?.kind === 'ArrayType';
    if (!isTable || !node.elts.some(({ kind }) => kind === 'CompositeLit')) return true;
    rows.push(...node.elts.map((row) => ({ ...piece([], row), isRow: true })));
    return false;
  });
  return rows;
}

/** Blanks the pieces, and the comma after a row. */
function blank(text: string, pieces: readonly Piece[]): string {
  let result = text;
  for (const { start, end } of pieces) {
    const comma = /^\s*,/.exec(result.slice(end))?.[0].length ?? 0;
    const gone = result.slice(start, end + comma).replace(/[^\n]/g, ' ');
    result = result.slice(0, start) + gone + result.slice(end + comma);
  }
  return result;
}
