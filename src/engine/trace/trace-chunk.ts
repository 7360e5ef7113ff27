// How the events of a trace lie in memory: rows of 32-bit words, 4096 rows in one array, so that an
// event is written and read in one place. A row has 4 words; 6 where an id is above 16,383; and 2 more
// with several processors. Invariants: all rows of a chunk have one form; a chunk begins as narrow as
// its first event; ids are below 2³¹, kinds below 64, kinds of values below 4.
//
//     narrow: kind 6 bits, value kind 2, goroutine 14, site (low) 10 | object 14, other 14, site (high) 4
//     wide:   kind 6 bits, value kind 2, site 24 | goroutine | object | other
//     both:   … | statements since the base | value
//     placed: … | processor 16 bits, ticks since the base (high) 16 | ticks (low) 32

export const chunkBits = 12;
export const chunkLength = 1 << chunkBits;

/** The largest id in a narrow row. */
export const maxNarrowId = 2 ** 14 - 1;
/** The largest site in any row. */
const maxSite = 2 ** 24 - 1;

/** Words of a row before statements and value, and after them. */
const narrowIdWords = 2;
const wideIdWords = 4;
const placeWords = 2;
/** Words in a narrow row, and in a wide one. */
export const narrowWords: number = narrowIdWords + 2;
export const wideWords: number = wideIdWords + 2;

/** The rows of 4096 events; unused rows of the last chunk are 0. */
export interface TraceChunk {
  words: Int32Array<ArrayBuffer>;
  isWide: boolean;
  isPlaced: boolean;
  /**
   * What rows count statements from: a row, the statements for it and the rows after it, and so on.
   * There is a second pair only where more than 2³¹ statements lie within a chunk.
   */
  readonly bases: number[];
  /** Records of selects are counted from here. */
  readonly auxBase: number;
}

/** One row, decoded. */
export interface TraceRow {
  kind: number;
  valueKind: number;
  goroutine: number;
  object: number;
  other: number;
  site: number;
  statements: number;
  value: number;
  processor: number;
  ticks: number;
}

export function newChunk(
  isWide: boolean,
  isPlaced: boolean,
  statements: number,
  auxBase: number,
): TraceChunk {
  return { words: newWords(isWide, isPlaced), isWide, isPlaced, bases: [0, statements], auxBase };
}

function newWords(isWide: boolean, isPlaced: boolean): Int32Array<ArrayBuffer> {
  return new Int32Array(chunkLength * wordsOf(isWide, isPlaced));
}

function wordsOf(isWide: boolean, isPlaced: boolean): number {
  return (isWide ? wideWords : narrowWords) + (isPlaced ? placeWords : 0);
}

/** Writes the part of a narrow row that says who did what where; the ids must fit. */
function writeNarrow(
  words: Int32Array<ArrayBuffer>,
  at: number,
  kind: number,
  valueKind: number,
  goroutine: number,
  object: number,
  other: number,
  site: number,
): void {
  words[at] = kind | (valueKind << 6) | (goroutine << 8) | (site << 22);
  words[at + 1] = object | (other << 14) | ((site >>> 10) << 28);
}

/** Likewise for a wide row. */
export function writeWide(
  words: Int32Array<ArrayBuffer>,
  at: number,
  kind: number,
  valueKind: number,
  goroutine: number,
  object: number,
  other: number,
  site: number,
): void {
  if (site > maxSite) throw new Error(`Broken invariant: site ${site}`);
  words[at] = kind | (valueKind << 6) | (site << 8);
  words[at + 1] = goroutine;
  words[at + 2] = object;
  words[at + 3] = other;
}

/** Gives the first `rows` rows of a chunk, and those to come, a wider form. */
export function reform(chunk: TraceChunk, rows: number, isWide: boolean, isPlaced: boolean): void {
  const former = { ...chunk };
  chunk.words = newWords(isWide, isPlaced);
  chunk.isWide = isWide;
  chunk.isPlaced = isPlaced;
  for (let row = 0; row < rows; row++) writeRow(chunk, row, readRow(former, row));
}

function writeRow(chunk: TraceChunk, row: number, written: TraceRow): void {
  const { kind, valueKind, goroutine, object, other, site } = written;
  const at = writeIds(chunk, row, kind, valueKind, goroutine, object, other, site);
  const base = baseOf(chunk, row);
  chunk.words[at] = written.statements - base;
  chunk.words[at + 1] = written.value;
  if (chunk.isPlaced) writePlace(chunk.words, at + 2, written.processor, written.ticks - base);
}

/** Writes who did what where in a row of any form; the ids must fit. Where in words it goes on. */
export function writeIds(
  { words, isWide, isPlaced }: TraceChunk,
  row: number,
  kind: number,
  valueKind: number,
  goroutine: number,
  object: number,
  other: number,
  site: number,
): number {
  const at = row * wordsOf(isWide, isPlaced);
  if (isWide) {
    writeWide(words, at, kind, valueKind, goroutine, object, other, site);
    return at + wideIdWords;
  }
  writeNarrow(words, at, kind, valueKind, goroutine, object, other, site);
  return at + narrowIdWords;
}

/** Writes where and when it happened: ticks since the base. */
export function writePlace(
  words: Int32Array<ArrayBuffer>,
  at: number,
  processor: number,
  ticks: number,
): void {
  words[at] = processor | (Math.floor(ticks * 2 ** -32) << 16);
  words[at + 1] = ticks;
}

export function readRow(chunk: TraceChunk, row: number): TraceRow {
  const { words, isWide, isPlaced } = chunk;
  let at = row * wordsOf(isWide, isPlaced);
  const head = words[at++] ?? 0;
  const first = words[at++] ?? 0;
  const base = baseOf(chunk, row);
  const decoded: TraceRow = {
    kind: head & 0x3f,
    valueKind: (head >>> 6) & 0x3,
    goroutine: isWide ? first : (head >>> 8) & maxNarrowId,
    object: isWide ? (words[at++] ?? 0) : first & maxNarrowId,
    other: isWide ? (words[at++] ?? 0) : (first >>> 14) & maxNarrowId,
    site: isWide ? head >>> 8 : (head >>> 22) | ((first >>> 28) << 10),
    statements: base + (words[at++] ?? 0),
    value: words[at++] ?? 0,
    processor: 1,
    ticks: 0,
  };
  const place = isPlaced ? (words[at] ?? 0) : 1;
  decoded.processor = place & 0xffff;
  decoded.ticks = isPlaced
    ? base + (place >> 16) * 2 ** 32 + ((words[at + 1] ?? 0) >>> 0)
    : decoded.statements;
  return decoded;
}

/** What a row counts statements from. */
export function baseOf({ bases }: TraceChunk, row: number): number {
  let at = bases.length - 2;
  while ((bases[at] ?? 0) > row) at -= 2;
  return bases[at + 1] ?? 0;
}
