// `//line file:line` and `/*line file:line:column*/` comments, by which generated files say what they
// were made from: positions that people see count from there (syntax/parser.go, updateBase). Whoever
// wants the place in the text itself asks FileSet.position.

import { byteLength, lineAt, offsetIn, type Pos, posAt, type SourceFile } from './pos.ts';

/** A position as messages and stacks show it. */
export interface ShownPosition {
  readonly file: string;
  readonly line: number;
  /** null: not known, because a comment gave the line only. */
  readonly column: number | null;
  /** How many comments stand before it: positions of one base are compared with one another. */
  readonly base: number;
}

/** From `offset` on, positions count from here. */
interface LineBase {
  readonly offset: number;
  readonly line: number;
  readonly column: number | null;
  readonly file: string;
}

/** A comment that names no line. */
export interface LineProblem {
  readonly pos: Pos;
  readonly end: Pos;
  readonly message: string;
}

interface LineTable {
  readonly bases: readonly LineBase[];
  readonly problems: readonly LineProblem[];
}

const noBases: LineTable = { bases: [], problems: [] };
const tables = new WeakMap<SourceFile, LineTable>();

/** Where a position is, for people. */
export function shownPosition(file: SourceFile, pos: Pos): ShownPosition {
  const offset = offsetIn(file, pos);
  const line = lineAt(file, offset);
  const column = byteLength(file.text, file.lineStarts[line - 1] ?? 0, offset) + 1;
  const { bases } = tableOf(file);
  const index = bases.findLastIndex((each) => each.offset <= offset);
  const base = bases[index];
  if (base === undefined) return { file: file.name, line, column, base: 0 };
  const lines = line - lineAt(file, base.offset);
  const from =
    lines === 0 ? byteLength(file.text, base.offset, offset) + (base.column ?? 0) : column;
  return {
    file: base.file,
    line: base.line + lines,
    column: base.column === null ? null : from,
    base: index + 1,
  };
}

/** What gc says of such comments that name no line. */
export function lineProblems(file: SourceFile): readonly LineProblem[] {
  return tableOf(file).problems;
}

function tableOf(file: SourceFile): LineTable {
  let table = tables.get(file);
  if (table === undefined) {
    table = /\/[/*]line /.test(file.text) ? read(file) : noBases;
    tables.set(file, table);
  }
  return table;
}

/** Comments, and what only looks like one because it stands in a literal. */
const token = /`[^`]*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

function read(file: SourceFile): LineTable {
  const bases: LineBase[] = [];
  const problems: LineProblem[] = [];
  for (const { 0: comment, index } of file.text.matchAll(token)) {
    if (!/^\/[/*]line /.test(comment)) continue;
    const isLine = comment.startsWith('//');
    const isFirst = file.lineStarts[lineAt(file, index) - 1] === index;
    if (isLine && !isFirst) continue;
    const from = index + '//line '.length;
    const text = comment.slice('//line '.length, isLine ? undefined : -'*/'.length);
    const previous = bases.at(-1)?.file ?? file.name;
    const parsed = parse(text.replace(/\r$/, ''), previous);
    if (parsed === null) continue;
    if ('problem' in parsed) {
      const [pos, end] = [posAt(file, from + parsed.at), posAt(file, from + text.length)];
      const message = `${parsed.problem}: ${text.slice(parsed.at)}`;
      problems.push({ pos, end, message });
      continue;
    }
    const name = parsed.name === null ? previous : besides(file.name, parsed.name);
    const offset = index + comment.length + (isLine ? 1 : 0);
    bases.push({ offset, line: parsed.line, column: parsed.column, file: name });
  }
  return { bases, problems };
}

type Parsed =
  | { readonly name: string | null; readonly line: number; readonly column: number | null }
  | { readonly problem: string; readonly at: number };

const maxNumber = 2 ** 30;

/** `name:line` or `name:line:column`; null if it is no directive. */
function parse(text: string, previous: string): Parsed | null {
  const last = text.lastIndexOf(':') + 1;
  if (last === 0) return null;
  const invalidLine = 'invalid line number';
  if (!isNumber(text.slice(last))) return { problem: invalidLine, at: last };
  const before = text.lastIndexOf(':', last - 2) + 1;
  const hasColumn = before > 0 && isNumber(text.slice(before, last - 1));
  const column = hasColumn ? Number(text.slice(last)) : null;
  if (column !== null && (column === 0 || column > maxNumber)) {
    return { problem: 'invalid column number', at: last };
  }
  const at = hasColumn ? before : last;
  const line = Number(text.slice(at, hasColumn ? last - 1 : undefined));
  if (line === 0 || line > maxNumber) return { problem: invalidLine, at };
  const name = text.slice(0, at - 1);
  return { name: name === '' && hasColumn ? (previous === '' ? '' : null) : name, line, column };
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

/** A file beside another one, unless its name says where it is. */
function besides(other: string, name: string): string {
  if (name === '' || name.startsWith('/')) return name;
  const parts = [...other.split('/').slice(0, -1), ...name.split('/')];
  const kept: string[] = [];
  for (const part of parts) {
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (part !== '.' && (part !== '' || kept.length === 0)) kept.push(part);
  }
  return kept.join('/');
}
