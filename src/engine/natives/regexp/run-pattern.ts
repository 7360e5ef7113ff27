// Runs programs of regular expressions over bytes. Two ways with the same results: backtracking
// that never tries a state twice, for small tasks, and all threads side by side (Pike) for others.
// Invariant: time grows with instructions × bytes at most.

import { decodeRunePacked, packedRune, packedSize } from '../../base/utf8.ts';
import { Op, type Program } from './compile-pattern.ts';
import { Assertion } from './syntax-tree.ts';

/** States (instruction, place) that backtracking may remember. */
const maxStates = 256 * 1024;

/** Where a match and its groups are, -1 for what took no part; null when there is no match. */
export type Places = number[] | null;

/**
 * The leftmost match at or after `from`: the first that Perl would find, or the longest. `slots`
 * says how many places are wanted, two for each group.
 */
export function runPattern(
  program: Program,
  text: string,
  from: number,
  slots: number,
  longest: boolean,
): Places {
  if (program.anchored && from > 0) return null;
  const states = program.ops.length * (text.length - from + 1);
  if (states > maxStates) return runThreads(program, text, from, slots, longest);
  return backtrack(program, text, from, slots, longest);
}

/**
 * Whether what is found in a text that may go on is decided by what there is of it, as one who reads
 * it rune by rune and knows one rune more than he looks at would say.
 */
export function isDecided(
  program: Program,
  text: string,
  slots: number,
  longest: boolean,
): boolean {
  return runThreads(program, text, 0, slots, longest, true) !== undecided;
}

function isWordByte(byte: number): boolean {
  return (
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x5f
  );
}

/** The assertions that hold between two bytes. */
function assertionsAt(text: string, at: number): number {
  const isStart = at === 0;
  const isEnd = at >= text.length;
  let held = 0;
  if (isStart) held |= Assertion.beginText | Assertion.beginLine;
  else if (text.charCodeAt(at - 1) === 10) held |= Assertion.beginLine;
  if (isEnd) held |= Assertion.endText | Assertion.endLine;
  else if (text.charCodeAt(at) === 10) held |= Assertion.endLine;
  const before = !isStart && isWordByte(text.charCodeAt(at - 1));
  const after = !isEnd && isWordByte(text.charCodeAt(at));
  return held | (before === after ? Assertion.noWordBoundary : Assertion.wordBoundary);
}

/** How many bytes the rune at a place has if the instruction takes it, else 0. */
function taken(program: Program, pc: number, text: string, at: number): number {
  if (at >= text.length) return 0;
  const byte = text.charCodeAt(at);
  const packed = byte < 0x80 ? (1 << 21) | byte : decodeRunePacked(text, at);
  const rune = packedRune(packed);
  const arg = program.args[pc] ?? 0;
  switch (program.ops[pc]) {
    case Op.rune:
      return rune === arg ? packedSize(packed) : 0;
    case Op.set:
      return program.sets[arg]?.has(rune) === true ? packedSize(packed) : 0;
    case Op.any:
      return packedSize(packed);
    default:
      return rune === 10 ? 0 : packedSize(packed);
  }
}

function runeSize(text: string, at: number): number {
  return at >= text.length ? 1 : packedSize(decodeRunePacked(text, at));
}

/** The next place where a match may begin, -1 if there is none. */
function nextStart(program: Program, text: string, at: number): number {
  if (program.prefix === '') return at <= text.length ? at : -1;
  return text.indexOf(program.prefix, at);
}

// ---- Backtracking ----

function backtrack(
  program: Program,
  text: string,
  from: number,
  slots: number,
  longest: boolean,
): Places {
  const search = new Backtracking(program, text, from, slots, longest);
  if (program.anchored) {
    const found = search.tryAt(0);
    return found;
  }
  for (let at = nextStart(program, text, from); at >= 0 && at <= text.length; ) {
    const found = search.tryAt(at);
    if (found !== null) return found;
    at = nextStart(program, text, at + runeSize(text, at));
  }
  return null;
}

class Backtracking {
  private readonly program: Program;
  private readonly text: string;
  private readonly from: number;
  private readonly longest: boolean;
  private readonly visited: Uint8Array;
  private readonly places: number[];
  private best: number[] | null = null;
  /** Triples: an instruction and a place to go on from; or −1, a slot and what to put back. */
  private readonly jobs: number[] = [];

  constructor(program: Program, text: string, from: number, slots: number, longest: boolean) {
    this.program = program;
    this.text = text;
    this.from = from;
    this.longest = longest;
    this.visited = new Uint8Array(program.ops.length * (text.length - from + 1));
    this.places = new Array<number>(slots).fill(-1);
  }

  tryAt(start: number): Places {
    const { jobs, places, text } = this;
    if (places.length > 0) places[0] = start;
    jobs.push(this.program.start, start, 0);
    while (jobs.length > 0) {
      const value = jobs.pop() ?? 0;
      const at = jobs.pop() ?? 0;
      const pc = jobs.pop() ?? 0;
      if (pc < 0) {
        places[at] = value;
        continue;
      }
      const end = this.follow(pc, at);
      if (end < 0) continue;
      if (places.length > 1) places[1] = end;
      if (this.best === null || end > (this.best[1] ?? -1)) this.best = [...places];
      if (!this.longest || end === text.length) {
        jobs.length = 0;
        break;
      }
    }
    return this.best;
  }

  /** Follows one thread until it matches, at the place it gives, or fails: −1. */
  private follow(first: number, start: number): number {
    const { program, text, jobs, places, visited } = this;
    const { ops, next, args } = program;
    const width = text.length - this.from + 1;
    let pc = first;
    let at = start;
    for (;;) {
      const state = pc * width + at - this.from;
      if (visited[state] === 1) return -1;
      visited[state] = 1;
      const arg = args[pc] ?? 0;
      switch (ops[pc]) {
        case Op.fail:
          return -1;
        case Op.match:
          return at;
        case Op.split:
          jobs.push(arg, at, 0);
          break;
        case Op.assertion:
          if ((assertionsAt(text, at) & arg) !== arg) return -1;
          break;
        case Op.capture:
          if (arg < places.length) {
            jobs.push(-1, arg, places[arg] ?? -1);
            places[arg] = at;
          }
          break;
        case Op.nop:
          break;
        default: {
          const size = taken(program, pc, text, at);
          if (size === 0) return -1;
          at += size;
        }
      }
      pc = next[pc] ?? 0;
    }
  }
}

// ---- Threads side by side ----

/** Threads by priority: instructions, each at most once, with their places. */
class Threads {
  readonly pcs: number[] = [];
  readonly places: number[][] = [];
  private readonly seen: Uint32Array;
  private generation = 0;

  constructor(size: number) {
    this.seen = new Uint32Array(size);
  }

  clear(): void {
    this.pcs.length = 0;
    this.places.length = 0;
    this.generation++;
  }

  /** Whether the instruction is new here. */
  enter(pc: number): boolean {
    if (this.seen[pc] === this.generation) return false;
    this.seen[pc] = this.generation;
    return true;
  }
}

const undecided: number[] = [];

/** `isOpen`: the text may go on; then the result may be `undecided`. */
function runThreads(
  program: Program,
  text: string,
  from: number,
  slots: number,
  longest: boolean,
  isOpen = false,
): Places {
  let current = new Threads(program.ops.length);
  let following = new Threads(program.ops.length);
  let best: number[] | null = null;
  current.clear();
  const needsNext = (at: number): boolean => isOpen && at + runeSize(text, at) >= text.length;
  for (let at = from; ; ) {
    // Go knows the rune after the next one before it looks whether there are threads left, but for
    // patterns that begin with ^, which it runs in another way.
    if (!program.anchored && needsNext(at)) return undecided;
    if (current.pcs.length === 0) {
      if (best !== null || (program.anchored && at > 0)) break;
      const start = program.anchored ? at : nextStart(program, text, at);
      if (start < 0) return isOpen ? undecided : best;
      at = start;
    }
    if (best === null && (!program.anchored || at === 0)) {
      const places = new Array<number>(slots).fill(-1);
      if (slots > 0) places[0] = at;
      addThread(program, current, program.start, text, at, places);
    }
    following.clear();
    const size = runeSize(text, at);
    if (needsNext(at)) return undecided;
    best = stepThreads(program, current, following, text, at, longest, best);
    if (at >= text.length || (best !== null && slots === 0)) break;
    at += size;
    [current, following] = [following, current];
  }
  return best;
}

/** Lets every thread take the rune at a place; the best match so far is given and returned. */
function stepThreads(
  program: Program,
  current: Threads,
  following: Threads,
  text: string,
  at: number,
  longest: boolean,
  before: number[] | null,
): number[] | null {
  let best = before;
  for (let i = 0; i < current.pcs.length; i++) {
    const pc = current.pcs[i] ?? 0;
    const places = current.places[i] ?? [];
    if (longest && best !== null && (best[0] ?? 0) < (places[0] ?? 0)) continue;
    if (program.ops[pc] !== Op.match) {
      const size = taken(program, pc, text, at);
      if (size > 0) {
        addThread(program, following, program.next[pc] ?? 0, text, at + size, places);
      }
      continue;
    }
    if (!longest || best === null || (best[1] ?? -1) < at) {
      best = [...places];
      if (best.length > 1) best[1] = at;
    }
    // Threads after this one are of less worth.
    if (!longest) break;
  }
  return best;
}

/** Adds a thread for every rune instruction that is reached without taking one. */
function addThread(
  program: Program,
  threads: Threads,
  first: number,
  text: string,
  at: number,
  start: readonly number[],
): void {
  const stack: { pc: number; places: readonly number[] }[] = [{ pc: first, places: start }];
  const held = assertionsAt(text, at);
  for (let job = stack.pop(); job !== undefined; job = stack.pop()) {
    let { pc, places } = job;
    while (threads.enter(pc)) {
      const arg = program.args[pc] ?? 0;
      const op = program.ops[pc];
      if (op === Op.split) stack.push({ pc: arg, places });
      else if (op === Op.assertion) {
        if ((held & arg) !== arg) break;
      } else if (op === Op.capture) {
        if (arg < places.length) {
          const noted = [...places];
          noted[arg] = at;
          places = noted;
        }
      } else if (op !== Op.nop) {
        if (op !== Op.fail) {
          threads.pcs.push(pc);
          threads.places.push(places as number[]);
        }
        break;
      }
      pc = program.next[pc] ?? 0;
    }
  }
}
