// Running the recorded test packages of src/testdata/tests as `go test` would. Node only.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printTestRecord, testFlags } from '../../scripts/test-expectation.mjs';
import {
  type GivenFile,
  type Run,
  type Scheduling,
  type SourceText,
  start,
} from '../engine/engine.ts';
import { parseTxtar } from '../engine/go/archive/txtar.ts';
import { type CompiledTests, compileTests, testReport } from '../engine/go-test.ts';
import { evaluate } from './run-corpus.ts';

const folder = join(import.meta.dirname, '../testdata/tests');

/** Names of the recorded archives, sorted, without their ending. */
export function testArchives(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txtar'))
    .map((name) => name.replace(/\.txtar$/, ''))
    .sort();
}

/** What the real `go test` did. */
export function recordOf(name: string): string {
  return readFileSync(join(folder, `${name}.out`), 'utf8');
}

interface TestArchive {
  readonly flags: readonly string[];
  readonly files: readonly SourceText[];
}

/** Files of an archive, with the go.mod that the real toolchain was given if there is none. */
function archiveOf(name: string): TestArchive {
  const text = readFileSync(join(folder, `${name}.txtar`), 'utf8');
  const { files } = parseTxtar(text);
  const goMod = { name: 'go.mod', text: 'module play\n\ngo 1.27\n' };
  const hasGoMod = files.some((file) => file.name === 'go.mod');
  return { flags: testFlags(text), files: hasGoMod ? files : [...files, goMod] };
}

/** Arguments of the test program for flags of `go test`. */
function argumentsOf(flags: readonly string[]): readonly string[] {
  const given = flags.map((flag) => flag.replace(/^-(\w+)$/, '-$1=true').replace(/^-/, '-test.'));
  return ['-test.paniconexit0=true', '-test.timeout=10m0s', ...given];
}

const compiledTests = new Map<string, CompiledTests>();

/** Compiled once for all tests of a file. */
function compiledOf(name: string, files: readonly SourceText[]): CompiledTests {
  const compiled = compiledTests.get(name) ?? compileTests(files);
  compiledTests.set(name, compiled);
  return compiled;
}

/** The archive's files, as the tests find them. */
function given(files: readonly SourceText[]): readonly GivenFile[] {
  return files.map(({ name, text }) => ({ name, bytes: Buffer.from(text).toString('latin1') }));
}

/** Starts the tests of an archive; null if they do not compile. */
export function startTests(
  name: string,
  scheduling: Scheduling,
  tracksObjects = false,
): Run | null {
  const { flags, files } = archiveOf(name);
  const compiled = compiledOf(name, files);
  if (compiled.kind !== 'program') return null;
  const args = argumentsOf(flags);
  return start(compiled.program, {
    scheduling,
    evaluate,
    args,
    tracksObjects,
    files: given(files),
  });
}

/** What happens here, in the form of the records. */
export function recordHere(name: string, scheduling: Scheduling): string {
  const { flags, files } = archiveOf(name);
  const compiled = compiledOf(name, files);
  if (compiled.kind !== 'program') {
    const last = compiled.exitCode === 0 ? '' : 'FAIL\n';
    return printTestRecord(`${compiled.errors}${compiled.output}${last}`, compiled.exitCode);
  }
  const args = argumentsOf(flags);
  const run = start(compiled.program, { scheduling, evaluate, args, files: given(files) });
  run.machine.runTo(Number.POSITIVE_INFINITY);
  const { verdict } = run.machine;
  if (verdict === null) throw new Error('Broken invariant: the run is over');
  const report = testReport({
    path: compiled.path,
    output: run.machine.output.map(({ bytes }) => bytes).join(''),
    verdict,
    elapsedNs: run.machine.now,
    isShown: flags.some((flag) => /^-(v|list|bench)\b/.test(flag)),
    isStreamed: flags.some((flag) => flag.startsWith('-bench=')),
  });
  const exit = verdict.exitCode === 0 ? 0 : 1;
  const bytes = Buffer.from(report, 'latin1').toString('utf8');
  return printTestRecord(`${bytes}${exit === 0 ? '' : 'FAIL\n'}`, exit);
}
