// The wrapper that gc puts around the call of a go or defer statement that has arguments or results.
// Of a goroutine it is the outermost function in reports, as `main.main.gowrap1`; in a stack it is
// shown only where it panics itself, because what it calls is no function (`defer panic(x)`).

import type { Instruction } from '../go/ir/instruction.ts';
import type { Func, Program } from '../go/ir/program.ts';
import type { CodePlace } from '../trace/detected.ts';
import type { Frame } from './frame.ts';
import type { Goroutine } from './goroutine.ts';

/** Of the go statement a frame is at; null when there is none. */
export function goWrapperOf(program: Program, frame: Frame | null): CodePlace | null {
  if (frame === null) return null;
  const { func, pc } = frame;
  const instruction = func.code[pc];
  if (instruction?.kind !== 'go') return null;
  return wrapperOf(program, func, instruction);
}

/** What the stack shows of a frame that calls no function and has panicked; null: nothing. */
export function panickedWrapperOf(
  program: Program,
  goroutine: Goroutine,
  frame: Frame,
): CodePlace | null {
  const { func, pc, caller } = frame;
  const isCall = ['panic', 'call', 'callNative'].includes(func.code[pc]?.kind ?? '');
  if (!isCall || func.wrapper !== true || !panicsItself(goroutine, frame)) return null;
  const isDeferred = caller !== null;
  const site = program.sites[isDeferred ? frame.site : goroutine.goSite];
  const around = program.funcs[site?.func ?? -1];
  const kind = isDeferred ? 'defer' : 'go';
  const statement = around?.code.find((each) => each.kind === kind && each.site === site?.id);
  if (around === undefined || statement === undefined) return null;
  return wrapperOf(program, around, statement);
}

/** By panic(x) or a nil pointer; else the runtime's functions are between, and hide it. */
function panicsItself(goroutine: Goroutine, frame: Frame): boolean {
  for (let panic = goroutine.panic; panic !== null; panic = panic.link) {
    if (panic.top === frame) {
      return panic.cause === '' || panic.cause.startsWith('invalid memory address');
    }
  }
  return false;
}

function wrapperOf(program: Program, func: Func, statement: Instruction): CodePlace | null {
  if (!isWrapped(statement)) return null;
  // Wrappers are numbered in the order of the source, those of both statements together.
  const number = func.code.filter((each) => each.pos <= statement.pos && isWrapped(each)).length;
  const { file, line } = program.fileSet.position(statement.pos);
  const kind = statement.kind === 'go' ? 'gowrap' : 'deferwrap';
  return { func: `${func.name}.${kind}${number}`, file, line };
}

function isWrapped(instruction: Instruction): boolean {
  const { kind } = instruction;
  return (kind === 'go' || kind === 'defer') && instruction.isWrapped;
}
