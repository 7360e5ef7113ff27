// The call stack of a goroutine with the runtime's own frames where Go has them: below main, between
// a deferred call and the frame that panicked. Their places are those of Go 1.27. Invariant: a number
// that stands for a place is > 0, and the same for the same instruction; like a return address it
// is past its call, so that programs may subtract 1 from it.

import { encodeUtf8 } from '../base/utf8.ts';
import type { Func, Program } from '../go/ir/program.ts';
import { shownPlace } from '../go/ir/shown-place.ts';
import type { Frame, Panic } from './frame.ts';
import { Role } from './frame.ts';
import type { Goroutine } from './goroutine.ts';
import { panickedWrapperOf } from './go-wrapper.ts';
import type { CallerPlace } from './native.ts';

/** Where the Go playground keeps the program, and where Go keeps its library. */
export const programFolder = '/tmp/sandbox/';
const libraryFolder = '/usr/local/go/src/';

/** Room for the instructions of a function in the numbers that stand for places, two for each. */
const instructionsPerFunc = 2 ** 20;
/** The numbers of the runtime's places begin here. */
const runtimePlacesFrom = 2 ** 44;

export interface StackEntry {
  readonly place: CallerPlace;
  /** Null for a function of the runtime. */
  readonly frame: Frame | null;
}

/** Frames of Go code, innermost first, without wrappers and the program's entry. */
export function framesOf(program: Program, goroutine: Goroutine): readonly Frame[] {
  const frames: Frame[] = [];
  for (let frame = goroutine.frame; frame !== null; frame = frame.caller) {
    if (isGoCode(program, frame)) frames.push(frame);
  }
  return frames;
}

function isGoCode(program: Program, { func }: Frame): boolean {
  return func.wrapper !== true && func.id !== program.entry;
}

/** All that is on the stack, innermost first. */
export function stackOf(program: Program, goroutine: Goroutine): readonly StackEntry[] {
  const entries: StackEntry[] = [];
  const pushRuntime = (names: readonly RuntimeFunc[]): void => {
    for (const name of names) entries.push({ place: runtimePlace(name), frame: null });
  };
  for (let frame = goroutine.frame; frame !== null; frame = frame.caller) {
    if (isGoCode(program, frame)) {
      entries.push({ place: placeOf(program, goroutine, frame), frame });
    } else {
      const place = panickedWrapperOf(program, goroutine, frame);
      if (place !== null) entries.push({ place: { pc: entryOf(frame.func.id), ...place }, frame });
    }
    // A native that is deferred is called by a wrapper.
    if (frame.role === Role.panicDeferred && frame.panic !== null) {
      pushRuntime(framesOfPanic(frame.panic));
    }
  }
  pushRuntime(goroutine.id === 1 ? ['main', 'goexit'] : ['goexit']);
  return entries;
}

/** Function, file and line that a frame of a goroutine is at. */
export function placeOf(
  program: Program,
  goroutine: Goroutine,
  frame: Frame,
  pc = frame.pc,
): CallerPlace {
  const place = placeIn(program, frame.func, pc);
  for (let panic = goroutine.panic; panic !== null; panic = panic.link) {
    if (panic.top === frame && panic.pos !== null) {
      return { ...place, line: shownPlace(program, panic.pos, programFolder).line };
    }
  }
  return place;
}

function placeIn(program: Program, func: Func, pc: number): CallerPlace {
  const pos = pc < 0 ? func.pos : (func.code[pc]?.pos ?? func.end);
  const { file, line } = shownPlace(program, pos, programFolder);
  const number = func.id * instructionsPerFunc + pastCall(pc + 1);
  return { pc: number, func: encodeUtf8(func.name), file, line };
}

function pastCall(index: number): number {
  return 2 * index + 1;
}

/** What stands for the beginning of a function: its address, as reflection tells it. */
export function entryOf(func: number): number {
  return func * instructionsPerFunc;
}

/** The place that a number stands for, as programs are told: with a full path. */
export function placeAt(program: Program, pc: number): CallerPlace | null {
  const place =
    pc >= runtimePlacesFrom ? runtimePlaces[Math.floor((pc - runtimePlacesFrom) / 2)] : null;
  if (place !== undefined && place !== null) return { ...place, file: fullPath(place.file) };
  const func = program.funcs[Math.floor(pc / instructionsPerFunc)];
  if (func === undefined || pc <= 0) return null;
  const found = placeIn(program, func, Math.floor((pc % instructionsPerFunc) / 2) - 1);
  return { ...found, file: fullPath(found.file, program) };
}

/** Where the function begins that a place is in. */
export function entryOfPlace(pc: number): number {
  return pc <= 0 || pc >= runtimePlacesFrom ? pc : pc - (pc % instructionsPerFunc);
}

/** A file's path as Go prints it; without the program's files, those in folders are the library's. */
export function fullPath(file: string, { fileSet }: Partial<Program> = {}): string {
  if (file.startsWith('/')) return file;
  const isOwn = !file.includes('/') || fileSet?.hasOwn(file) === true;
  return isOwn ? programFolder + file.replace(/^(\.\.?\/)+/, '') : libraryFolder + file;
}

// The runtime's own

const runtimeFuncs = {
  main: 'runtime/proc.go:302',
  goexit: 'runtime/asm_amd64.s:1264',
  gopanic: 'runtime/panic.go:859',
  Goexit: 'runtime/panic.go:694',
  panicBounds64: 'runtime/panic.go:236',
  panicBounds: 'runtime/asm_amd64.s:1622',
  panicdivide: 'runtime/panic.go:315',
  panicshift: 'runtime/panic.go:307',
  panicmem: 'runtime/panic.go:336',
  sigpanic: 'runtime/signal_unix.go:931',
  panicdottypeE: 'runtime/iface.go:293',
  closechan: 'runtime/chan.go:425',
  chansend: 'runtime/chan.go:226',
  chansend1: 'runtime/chan.go:161',
} as const;
type RuntimeFunc = keyof typeof runtimeFuncs;

const runtimePlaces: readonly CallerPlace[] = Object.entries(runtimeFuncs).map(
  ([name, place], index) => {
    const [file = '', line = ''] = place.split(':');
    const pc = runtimePlacesFrom + pastCall(index);
    return { pc, func: `runtime.${name}`, file, line: Number(line) };
  },
);

function runtimePlace(name: RuntimeFunc): CallerPlace {
  const place = runtimePlaces[Object.keys(runtimeFuncs).indexOf(name)];
  if (place === undefined) throw new Error(`Broken invariant: no runtime.${name}`);
  return place;
}

/** The functions between a deferred call and what panicked, by the runtime error's text. */
const panickingFuncs: readonly (readonly [RegExp, readonly RuntimeFunc[]])[] = [
  [
    /^(index out of range|slice bounds out of range|cannot convert slice)/,
    ['panicBounds64', 'panicBounds'],
  ],
  [/^integer divide by zero/, ['panicdivide']],
  [/^negative shift amount/, ['panicshift']],
  [/^invalid memory address/, ['panicmem', 'sigpanic']],
  [/^interface conversion/, ['panicdottypeE']],
  [/^close of /, ['closechan']],
  [/^send on closed/, ['chansend', 'chansend1']],
];

function framesOfPanic(panic: Panic): readonly RuntimeFunc[] {
  if (panic.isGoexit) return ['Goexit'];
  const made = panickingFuncs.find(([text]) => text.test(panic.cause))?.[1] ?? [];
  return ['gopanic', ...made];
}
