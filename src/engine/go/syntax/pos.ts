// Source positions, as in go/token: a Pos is an offset into the concatenation of all files of a
// FileSet, 0 is "no position". Offsets count UTF-16 code units of the source string; only
// `position` converts to what Go prints, 1-based lines and 1-based columns in UTF-8 bytes.
// Invariant: files of a set occupy disjoint ranges [base, base + text.length], in order of adding.

/** An absolute source position; compare with `<`; 0 means there is none. */
export type Pos = number & { readonly brand: 'Pos' };

/** The absent position. */
export const noPos = 0 as Pos;

/** The position `count` UTF-16 code units after `pos`. */
export function addToPos(pos: Pos, count: number): Pos {
  return (pos + count) as Pos;
}

/** One Go source file inside a FileSet. `lineStarts` are offsets in `text`, the first is 0. */
export interface SourceFile {
  readonly name: string;
  readonly base: Pos;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** A position for people: `column` counts bytes of UTF-8 from 1, as all Go tools do. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Where the positions of a shared set start, far above those of any program. */
export const sharedBase = 2 ** 40;

/** The files of one program; it only grows, and what was added never changes. */
export class FileSet {
  private readonly added: SourceFile[] = [];
  private readonly firstBase: number;
  /** Files that many programs use; their positions lie above all others. */
  private readonly shared: FileSet | null;

  constructor(shared: FileSet | null = null, firstBase = 1) {
    this.shared = shared;
    this.firstBase = firstBase;
  }

  /** Adds a file after all others and returns it. */
  addFile(name: string, text: string): SourceFile {
    const last = this.added[this.added.length - 1];
    const base = last === undefined ? this.firstBase : last.base + last.text.length + 1;
    const file: SourceFile = { name, base: base as Pos, text, lineStarts: lineStartsOf(text) };
    this.added.push(file);
    return file;
  }

  /** All own files in order of adding. */
  get files(): readonly SourceFile[] {
    return this.added;
  }

  /** Whether a file of this name is its own, not a shared one. */
  hasOwn(name: string): boolean {
    return this.added.some((file) => file.name === name);
  }

  /** The file that holds `pos`, or null for noPos and positions outside the set. */
  fileOrNull(pos: Pos): SourceFile | null {
    if (this.shared !== null && pos >= sharedBase) return this.shared.fileOrNull(pos);
    let low = 0;
    let high = this.added.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const file = this.added[middle];
      if (file !== undefined && file.base <= pos) low = middle + 1;
      else high = middle;
    }
    const file = this.added[low - 1];
    return file !== undefined && pos <= file.base + file.text.length ? file : null;
  }

  /** File, line and byte column of `pos`; an unknown position is file "", line 0, column 0. */
  position(pos: Pos): Position {
    const file = this.fileOrNull(pos);
    if (file === null) return { file: '', line: 0, column: 0 };
    const offset = offsetIn(file, pos);
    const line = lineAt(file, offset);
    const start = file.lineStarts[line - 1] ?? 0;
    return { file: file.name, line, column: byteLength(file.text, start, offset) + 1 };
  }
}

/** The offset of `pos` in the text of `file`. */
export function offsetIn(file: SourceFile, pos: Pos): number {
  return pos - file.base;
}

/** The position of the text offset `offset` of `file`. */
export function posAt(file: SourceFile, offset: number): Pos {
  return (file.base + offset) as Pos;
}

/** The 1-based line that holds the text offset `offset`. */
export function lineAt(file: SourceFile, offset: number): number {
  const starts = file.lineStarts;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text of a 1-based line without its newline; "" when there is no such line. */
export function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1];
  if (start === undefined) return '';
  const next = file.lineStarts[line];
  return file.text.slice(start, next === undefined ? file.text.length : next - 1);
}

/** The position of a 1-based line and byte column; columns past the line's end stop there. */
export function posOfLineColumn(file: SourceFile, line: number, column: number): Pos {
  const start = file.lineStarts[line - 1] ?? file.text.length;
  const end = start + lineText(file, line).length;
  let offset = start;
  let bytes = 1;
  while (offset < end && bytes < column) {
    bytes += byteLength(file.text, offset, offset + 1);
    offset += 1;
  }
  return posAt(file, offset);
}

/**
 * The number of UTF-8 bytes of text[start, end). An unpaired surrogate stands for a byte that is no
 * UTF-8 if it is U+DC80 to U+DCFF, and else counts 3, as U+FFFD does.
 */
export function byteLength(text: string, start: number, end: number): number {
  let bytes = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(i + 1))) {
      // A pair is 4 bytes; a range that ends inside it counts only its first half.
      bytes += i + 1 < end ? 4 : 2;
      i += 1;
    } else bytes += isStrayByte(unit) ? 1 : 3;
  }
  return bytes;
}

function isStrayByte(unit: number): boolean {
  return unit >= 0xdc80 && unit <= 0xdcff;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
