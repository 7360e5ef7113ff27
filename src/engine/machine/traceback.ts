// Stacks as Go prints them: `goroutine 1 [chan receive]:`, a function and its place per frame, who
// started the goroutine. Wrappers are left out; arguments are not shown.

import type { Func, Program } from '../go/ir/program.ts';
import type { Frame } from './frame.ts';
import type { Goroutine } from './goroutine.ts';
import type { CallerPlace } from './native.ts';

/** Where the Go playground keeps the program, and where Go keeps its library. */
const programFolder = '/tmp/sandbox/';
const libraryFolder = '/usr/local/go/src/';

/** The stack of one goroutine with its heading, ending in a newline. */
export function goroutineTrace(program: Program, goroutine: Goroutine): string {
  const lines = [`goroutine ${goroutine.id} [${statusText(goroutine)}]:`];
  for (const frame of framesOf(program, goroutine)) {
    const { func } = frame;
    lines.push(`${func.name}(${func.paramCount > func.captureCount ? '...' : ''})`);
    lines.push(
      `\t${placeText(placeOf(program, goroutine, frame))} +0x${offsetOf(frame).toString(16)}`,
    );
  }
  if (goroutine.creator !== '') {
    lines.push(`created by ${goroutine.creator} in goroutine ${goroutine.parent}`);
    const site = program.sites[goroutine.goSite] ?? program.sites[0];
    if (site === undefined) return `${lines.join('\n')}\n`;
    const { file, line } = program.fileSet.position(site.pos);
    lines.push(`\t${placeText({ file, line })} +0x1d`);
  }
  return `${lines.join('\n')}\n`;
}

/** Go's word for what the goroutine does. */
function statusText(goroutine: Goroutine): string {
  switch (goroutine.status) {
    case 'runnable':
    case 'running':
      return goroutine.status;
    case 'sleeping':
      return 'sleep';
    default:
      return goroutine.waitReason;
  }
}

/** Frames that Go shows, innermost first. */
export function framesOf(program: Program, goroutine: Goroutine): readonly Frame[] {
  const frames: Frame[] = [];
  for (let frame = goroutine.frame; frame !== null; frame = frame.caller) {
    const { func } = frame;
    if (func.wrapper !== true && func.id !== program.entry) frames.push(frame);
  }
  return frames;
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
      return { ...place, line: program.fileSet.position(panic.pos).line };
    }
  }
  return place;
}

function placeIn(program: Program, func: Func, pc: number): CallerPlace {
  const { file, line } = program.fileSet.position(func.code[pc]?.pos ?? func.end);
  return { pc: func.id * instructionsPerFunc + pc + 1, func: func.name, file, line };
}

/** Room for the instructions of a function in the numbers that stand for places. */
const instructionsPerFunc = 2 ** 20;

/** The place that a number stands for, as programs are told: with a full path. */
export function placeAt(program: Program, pc: number): CallerPlace | null {
  const func = program.funcs[Math.floor(pc / instructionsPerFunc)];
  if (func === undefined || pc <= 0) return null;
  const place = placeIn(program, func, (pc % instructionsPerFunc) - 1);
  return { ...place, file: pathOf(place.file) };
}

function placeText({ file, line }: Pick<CallerPlace, 'file' | 'line'>): string {
  return `${pathOf(file)}:${line}`;
}

function pathOf(file: string): string {
  return `${file.includes('/') ? libraryFolder : programFolder}${file}`;
}

/** Something like a code offset: grows with the instruction, as Go's does. */
function offsetOf(frame: Frame): number {
  return 0x1d + 8 * frame.pc;
}
