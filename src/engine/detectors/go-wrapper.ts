// The wrapper that gc puts around the call of a go statement that has arguments or results: it is the
// outermost function of the goroutine in reports, as `main.main.gowrap1`.

import type { Instruction } from '../go/ir/instruction.ts';
import type { Program } from '../go/ir/program.ts';
import type { Frame } from '../machine/frame.ts';
import type { CodePlace } from '../trace/detected.ts';

/** Of the go statement a frame is at; null when there is none. */
export function goWrapperOf(program: Program, frame: Frame | null): CodePlace | null {
  if (frame === null) return null;
  const { func, pc } = frame;
  const instruction = func.code[pc];
  if (instruction?.kind !== 'go' || !isWrapped(program, instruction)) return null;
  // Wrappers are numbered in the order of the source, those of defer statements too.
  const number = func.code.filter(
    (each) => each.pos <= instruction.pos && isWrapped(program, each),
  ).length;
  const { file, line } = program.fileSet.position(instruction.pos);
  return { func: `${func.name}.gowrap${number}`, file, line };
}

function isWrapped(program: Program, instruction: Instruction): boolean {
  if (instruction.kind !== 'go' && instruction.kind !== 'defer') return false;
  const { callee, args } = instruction;
  if (args.length > 0 || callee.kind === 'interface') return true;
  return callee.kind === 'static' && (program.funcs[callee.func]?.resultTypes.length ?? 0) > 0;
}
