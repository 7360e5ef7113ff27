// The one way tests of lowering reach it: Go source in, verified program and listing out.

import { expect } from 'vitest';
import { type CheckedProgram, checkSources, diagnosticText } from '../../compile.ts';
import { printFunc } from '../../ir/print-ir.ts';
import type { Program } from '../../ir/program.ts';
import { verify } from '../../ir/verify.ts';
import { lower } from '../lower.ts';

/** Lowers a program that has no errors, and checks the invariants of the result. */
export function lowerSource(source: string): Program {
  const result = checkSources([{ name: 'prog.go', text: source }]);
  if (result.program === null) throw new Error(diagnosticText(result));
  return lowerChecked(result.program);
}

/** Lowers a checked program, and checks the invariants of the result. */
export function lowerChecked({ packages, fset, godebug }: CheckedProgram): Program {
  const main = packages[packages.length - 1];
  const program = lower(
    packages.map((checked) => ({ ...checked, library: checked !== main })),
    {
      fileSet: fset,
      isPureNative: (native) => /^(strings|strconv|math|unicode)\./.test(native),
      nativeMethods: ['Error', 'String'],
      roots: [],
      godebug,
    },
  );
  verify(program);
  return program;
}

/** The listing of all functions of the user's, in order of their ids. */
export function listing(program: Program): string {
  return program.funcs
    .filter((func) => !func.library && func.wrapper !== true)
    .map((func) => printFunc(program, func, { library: false, source: false }))
    .join('\n');
}

/** Lowers declarations of package main and demands this listing. */
export function checkLowering(declarations: string, expected: string): void {
  const program = lowerSource(`package main\n\n${declarations}`);
  expect(`\n${listing(program)}\n`).toBe(expected);
}
