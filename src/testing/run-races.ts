// Running recorded programs under the detector of data races, for tests. Node only.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  isAllowed,
  normaliseOutcome,
  parseExpectation,
  printExpectation,
} from '../../scripts/expectation.mjs';
import { compile, outputOf, racesOf, type Run, type Scheduling, start } from '../engine/engine.ts';
import { evaluate, sourceOf } from './run-corpus.ts';

const root = join(import.meta.dirname, '..');

/** Paths of the programs recorded under Go's own detector, below src/, sorted. */
export function racePaths(): readonly string[] {
  return readdirSync(join(root, 'testdata/race'))
    .filter((name) => name.endsWith('.go'))
    .map((name) => relative(root, join(root, 'testdata/race', name)))
    .sort();
}

/** Runs a program to its end under the detector; null when it does not compile. */
export function runLookingForRaces(path: string, scheduling: Scheduling): Run | null {
  const compiled = compile([{ name: 'prog.go', text: sourceOf(path) }]);
  if (!compiled.ok) return null;
  const input = join(root, path.replace(/\.go$/, '.in'));
  const run = start(compiled.program, {
    scheduling,
    evaluate,
    race: true,
    limits: { statements: 3_000_000 },
    input: existsSync(input) ? readFileSync(input, 'latin1') : '',
  });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  return run;
}

const bytesToText = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

/** Null if the program does what was recorded under Go's detector; else both, for a failing test. */
export function raceDifference(
  path: string,
  scheduling: Scheduling,
): { got: string; want: string } | null {
  const allowed = parseExpectation(sourceOf(path.replace(/\.go$/, '.out')));
  const run = runLookingForRaces(path, scheduling);
  if (run === null) throw new Error(`${path} does not compile`);
  const outcome = normaliseOutcome({
    kind: 'built',
    stdout: bytesToText(outputOf(run, 1)),
    stderr: bytesToText(outputOf(run, 2)),
    exit: run.machine.verdict?.exitCode ?? -1,
  });
  if (isAllowed(outcome, allowed)) return null;
  return { got: printExpectation([outcome]), want: printExpectation(allowed) };
}

/** The program's races, one line each. */
export function racesIn(path: string, scheduling: Scheduling): readonly string[] {
  const run = runLookingForRaces(path, scheduling);
  if (run === null) return [];
  return racesOf(run).map(({ variable, current, previous }) => {
    const sides = [current, previous].map(
      ({ isWrite, stack: [top] }) =>
        `${isWrite ? 'write' : 'read'} in ${top?.func} ${top?.file}:${top?.line}`,
    );
    return `${variable}: ${sides.join(', ')}`;
  });
}
