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

/**
 * Go loses the stacks of some accesses (a read of a map, the marks of a WaitGroup): where a record
 * has none, ours does not count.
 */
function withoutLost(got: string, want: string): string {
  const wanted = want.split('\n\n');
  const sides = got.split('\n\n').map((side, index) => {
    const lines = wanted[index]?.split('\n') ?? [];
    return lines.at(-1)?.endsWith(':') === true
      ? side.split('\n').slice(0, lines.length).join('\n')
      : side;
  });
  return sides.join('\n\n');
}

/** Null if the program does what was recorded under Go's detector; else both, for a failing test. */
export function raceDifference(
  path: string,
  scheduling: Scheduling,
): { got: string; want: string } | null {
  const allowed = parseExpectation(sourceOf(path.replace(/\.go$/, '.out')));
  const run = runLookingForRaces(path, scheduling);
  if (run === null) throw new Error(`${path} does not compile`);
  let outcome = normaliseOutcome({
    kind: 'built',
    stdout: bytesToText(outputOf(run, 1)),
    stderr: bytesToText(outputOf(run, 2)),
    exit: run.machine.verdict?.exitCode ?? -1,
  });
  const [first] = allowed;
  if (first?.kind === 'built' && outcome.kind === 'built') {
    outcome = { ...outcome, stderr: withoutLost(outcome.stderr, first.stderr) };
  }
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
