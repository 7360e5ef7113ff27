// Running the recorded programs of this folder and of the menu, for the tests that demand of each
// what the real toolchain did. Node only.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  isAllowed,
  normaliseOutcome,
  parseExpectation,
  printExpectation,
} from '../../scripts/expectation.mjs';
import type { Evaluate } from '../engine/code/unit.ts';
import { unpackOrNull } from '../engine/go/archive/archive.ts';
import { compile, outputOf, type Run, type Scheduling, start } from '../engine/engine.ts';

const root = join(import.meta.dirname, '..');

/** Paths of all recorded programs, below src/, sorted. */
export function corpusPaths(): readonly string[] {
  return ['testdata/programs', 'testdata/gmp', 'testdata/modules', 'programs']
    .map((folder) => join(root, folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(go|txtar)$/.test(name))
        .map((name) => relative(root, join(folder, name))),
    )
    .sort();
}

const programName = /\.(go|txtar)$/;

/** Path of what was recorded of a program. */
export function recordOf(path: string): string {
  return path.replace(programName, '.out');
}

/** What the normal form of an outcome needs to know of a program of several files. */
export function moduleOf(path: string): { directory: string; files: string[] } | null {
  const unpacked = path.endsWith('.txtar') ? unpackOrNull(sourceOf(path)) : null;
  if (unpacked?.kind !== 'files') return null;
  return { directory: '/tmp/sandbox', files: unpacked.files.map(({ name }) => name) };
}

/** Whether the real toolchain refuses to compile the program. */
export function isRefused(path: string): boolean {
  return parseExpectation(sourceOf(recordOf(path))).some((outcome) => outcome.kind === 'refused');
}

export function sourceOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The standard input that the program was recorded with, as bytes. */
export function inputOf(path: string): string {
  const input = join(root, path.replace(programName, '.in'));
  return existsSync(input) ? readFileSync(input, 'latin1') : '';
}

export const evaluate: Evaluate = (names, body) =>
  new Function(...names, body) as ReturnType<Evaluate>;

/** Starts a program that compiles; throws the compiler's text otherwise. */
export function startProgram(path: string, scheduling: Scheduling, tracksObjects = false): Run {
  const compiled = compile([{ name: 'prog.go', text: sourceOf(path) }]);
  if (!compiled.ok) throw new Error(compiled.text);
  return start(compiled.program, { scheduling, evaluate, input: inputOf(path), tracksObjects });
}

const bytesToText = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

/** What the program does here, in the form of the recorded expectations. */
export function outcomeOf(path: string, scheduling: Scheduling, processors = 1) {
  const compiled = compile([{ name: 'prog.go', text: sourceOf(path) }]);
  if (!compiled.ok)
    return normaliseOutcome({ kind: 'refused', build: compiled.text, exit: 1 }, moduleOf(path));
  const input = inputOf(path);
  const run = start(compiled.program, { scheduling, evaluate, input, processors });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const outcome = {
    kind: 'built',
    stdout: bytesToText(outputOf(run, 1)),
    stderr: bytesToText(outputOf(run, 2)),
    exit: run.machine.verdict?.exitCode ?? -1,
  } as const;
  return normaliseOutcome(outcome, moduleOf(path));
}

/** Null if the program does what the real toolchain recorded; else both, for a failing test. */
export function difference(
  path: string,
  scheduling: Scheduling,
  processors = 1,
): { got: string; want: string } | null {
  const allowed = parseExpectation(sourceOf(recordOf(path)));
  const outcome = outcomeOf(path, scheduling, processors);
  if (isAllowed(outcome, allowed)) return null;
  return { got: printExpectation([outcome]), want: printExpectation(allowed) };
}
