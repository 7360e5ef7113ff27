// Obtains what Go programs do from the real toolchain and records it beside them: `npm run oracle`.
// Invariants: only Node's built-in modules; a program is recorded only if it is formatted, vet-clean
// (but for what its comment names) and does the same in every run at several numbers of processors.
//
//   npm run oracle -- [--check] [--missing] [--runs N] [file or folder …]
//
// `--check` compares instead of writing; `--missing` takes only programs whose record is absent or
// older than they are. Go is found as $GO, on the PATH, or in /opt/go and /usr/local/go.
// A txtar archive is a program of several files, with a go.mod of its own or as module play.
// A comment line `// vet: printf, copylocks` allows those complaints; `// gomaxprocs: 1` runs the
// program on one processor and records the outcome of most of 20 runs; `// race` builds with the
// race detector; a file `<name>.in` is its standard input. In a folder `nondeterministic` and among
// the programs of the menu, runs may differ: every outcome seen is added to the record.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { copyFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { splitArchive } from './archive.mjs';
import { normaliseOutcome, parseExpectation, printExpectation, sortLines } from './expectation.mjs';

/** @typedef {import('./expectation.mjs').Outcome} Outcome */
/** @typedef {import('./expectation.mjs').Module} Module */
/**
 * @typedef {object} Program
 * @property {string} path the Go file or archive
 * @property {string} source
 * @property {string} expectation path of the record
 * @property {string} folder where it is built, holding only its files
 * @property {Module | null} module null for a single file
 * @property {string[]} vet names of the analyses whose complaints are wanted
 * @property {number | null} processors
 * @property {boolean} race
 */

const timeLimitMs = 10_000;
const folders = [
  ...['src/testdata/programs', 'src/testdata/gmp', 'src/testdata/race', 'src/testdata/modules'],
  'src/programs',
];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean', default: false },
    missing: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
  },
});

const go = findGo();
const goEnvironment = {
  ...process.env,
  GOFLAGS: '-mod=mod',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  GOPROXY: 'off',
};

/** With the default of -mod, so that complaints are those that people see. */
const moduleEnvironment = { ...goEnvironment, GOFLAGS: '', GO111MODULE: 'on' };

const workspace = mkdtempSync(join(tmpdir(), 'interleave-oracle-'));
try {
  process.exitCode = (await main()) ? 0 : 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}

/** @returns {Promise<boolean>} whether every program is as it should be */
async function main() {
  const roots =
    positionals.length > 0 ? positionals : folders.filter((folder) => existsSync(folder));
  const programs = roots
    .flatMap((root) => goFiles(resolve(root)))
    .map(prepare)
    .filter((program) => !options.missing || isStale(program));
  if (programs.length === 0) {
    console.log('Every program has its record.');
    return true;
  }
  writeFileSync(join(workspace, 'go.mod'), 'module playground\n\ngo 1.27\n');
  /** @type {Map<Program, string[]>} */
  const complaints = new Map(programs.map((program) => [program, []]));
  const complain = (/** @type {Program} */ program, /** @type {string} */ text) =>
    complaints.get(program)?.push(text);

  checkFormat(programs, complain);
  const built = buildAll(programs);
  checkVet(built, complain);
  for (const program of programs) {
    const outcomes = built.includes(program)
      ? await observe(program, complain)
      : [buildFailure(program)];
    for (const outcome of outcomes) {
      if (outcome.kind === 'refused' && !program.path.includes('/compile-errors/')) {
        complain(program, `gc refuses it:\n${outcome.build}`);
      }
    }
    if ((complaints.get(program) ?? []).length > 0) continue;
    settle(program, outcomes, complain);
  }
  return report(complaints);
}

/** @returns {string} */
function findGo() {
  const candidates = [process.env.GO, 'go', '/opt/go/bin/go', '/usr/local/go/bin/go'];
  for (const candidate of candidates) {
    if (candidate === undefined || candidate === '') continue;
    if (spawnSync(candidate, ['version']).status === 0) return candidate;
  }
  console.error('No Go toolchain found. Install Go or set GO to its executable.');
  process.exit(2);
}

/** @param {string} root @returns {string[]} */
function goFiles(root) {
  if (isProgram(root)) return [root];
  return readdirSync(root, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return goFiles(join(root, entry.name));
      return isProgram(entry.name) ? [join(root, entry.name)] : [];
    });
}

/** @param {string} name */
function isProgram(name) {
  return name.endsWith('.go') || name.endsWith('.txtar');
}

/** @param {string} path @param {number} index @returns {Program} */
function prepare(path, index) {
  const source = readFileSync(path, 'utf8');
  const folder = join(workspace, `p${index}`);
  mkdirSync(folder);
  const module = path.endsWith('.txtar') ? unpack(source, folder) : null;
  if (module === null) copyFileSync(path, join(folder, 'prog.go'));
  const vet = /^\/\/ vet: (.*)$/m.exec(source)?.[1] ?? '';
  const processors = /^\/\/ gomaxprocs: (\d+)$/m.exec(source)?.[1];
  return {
    path,
    source,
    expectation: path.replace(/\.(go|txtar)$/, '.out'),
    folder,
    module,
    vet: vet.split(/,\s*/).filter((name) => name !== ''),
    processors: processors === undefined ? null : Number(processors),
    race: /^\/\/ race$/m.test(source),
  };
}

/**
 * Writes the files of an archive, as a module of their own.
 * @param {string} source
 * @param {string} directory
 * @returns {Module}
 */
function unpack(source, directory) {
  const files = splitArchive(source);
  const names = files.map(({ name }) => name);
  if (!names.includes('go.mod')) files.push({ name: 'go.mod', text: 'module play\n\ngo 1.27\n' });
  for (const { name, text } of files) {
    mkdirSync(join(directory, dirname(name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
  return { directory, files: names };
}

/** @param {Program} program */
function isStale(program) {
  if (!existsSync(program.expectation)) return true;
  return statSync(program.expectation).mtimeMs < statSync(program.path).mtimeMs;
}

/**
 * @param {Program[]} programs
 * @param {(program: Program, text: string) => void} complain
 */
function checkFormat(programs, complain) {
  const gofmt = join(dirname(goRoot()), 'bin', 'gofmt');
  const result = spawnSync(gofmt, ['-l', workspace], { encoding: 'utf8' });
  const listed = result.stdout.split('\n');
  for (const program of programs) {
    if (program.path.includes('/compile-errors/')) continue;
    if (listed.some((name) => name.startsWith(`${program.folder}/`)))
      complain(program, 'is not gofmt-formatted');
  }
}

/** The folder of the toolchain's `pkg`, `src` and `bin`, with a name below it. */
function goRoot() {
  const result = spawnSync(go, ['env', 'GOROOT'], { encoding: 'utf8', env: goEnvironment });
  return join(result.stdout.trim(), 'src');
}

/**
 * Builds everything at once; -l keeps functions from being inlined into one another, which would
 * show in the names of a trace. The race detector knows inlined functions, and loses others by -l.
 * @param {Program[]} programs
 * @returns {Program[]} those that gc accepts
 */
function buildAll(programs) {
  for (const race of [false, true]) {
    const some = programs.filter((program) => program.race === race && program.module === null);
    if (some.length === 0) continue;
    const binaries = some.map((program) => `./${basename(program.folder)}`);
    const flags = race ? ['-race'] : ['-gcflags=-l'];
    for (let at = 0; at < binaries.length; at += 50) {
      const part = binaries.slice(at, at + 50);
      spawnSync(go, ['build', ...flags, '-o', join(workspace, 'bin/'), ...part], {
        cwd: workspace,
        env: goEnvironment,
      });
      // One package that fails keeps the others of its batch from being written.
      for (const name of part) {
        if (existsSync(binary(name))) continue;
        spawnSync(go, ['build', ...flags, '-o', join(workspace, 'bin/'), name], {
          cwd: workspace,
          env: goEnvironment,
        });
      }
    }
  }
  for (const program of programs) if (program.module !== null) buildModule(program);
  return programs.filter((program) => existsSync(binary(program.folder)));
}

/** @param {Program} program */
function buildModule(program) {
  const goMod = readFileSync(join(program.folder, 'go.mod'), 'utf8');
  const name = /^module (.*)$/m.exec(goMod)?.[1] ?? '';
  const flags = [`-gcflags=${name}/...=-l`, ...(program.race ? ['-race'] : [])];
  spawnSync(go, ['build', ...flags, '-o', binary(program.folder), '.'], {
    cwd: program.folder,
    env: moduleEnvironment,
  });
}

/** @param {string} folder */
function binary(folder) {
  return join(workspace, 'bin', basename(folder));
}

/**
 * @param {Program[]} programs
 * @param {(program: Program, text: string) => void} complain
 */
function checkVet(programs, complain) {
  if (programs.length === 0) return;
  for (const program of programs) {
    if (program.module === null) continue;
    for (const [, analysis, text] of vetFindings(program.folder, ['.'])) {
      if (!program.vet.includes(analysis)) complain(program, `vet ${analysis}: ${text}`);
    }
  }
  const single = programs.filter((program) => program.module === null);
  const names = single.map((program) => `./${basename(program.folder)}`);
  for (const [name, analysis, text] of names.length === 0 ? [] : vetFindings(workspace, names)) {
    const program = single.find((each) => basename(each.folder) === basename(name));
    if (program === undefined || program.vet.includes(analysis)) continue;
    complain(program, `vet ${analysis}: ${text}`);
  }
}

/**
 * @param {string} cwd
 * @param {string[]} patterns
 * @returns {[name: string, analysis: string, text: string][]}
 */
function vetFindings(cwd, patterns) {
  const result = spawnSync(go, ['vet', '-json', ...patterns], {
    cwd,
    env: goEnvironment,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  /** @type {[string, string, string][]} */
  const found = [];
  const objects = `${result.stdout}${result.stderr}`.replace(/^# .*\n/gm, '').split(/^(?=\{)/m);
  for (const text of objects.filter((part) => part.startsWith('{'))) {
    for (const [name, analyses] of Object.entries(JSON.parse(text))) {
      for (const [analysis, findings] of Object.entries(analyses)) {
        for (const finding of findings) found.push([name, analysis, finding.message]);
      }
    }
  }
  return found;
}

/** @param {Program} program @returns {Outcome} */
function buildFailure(program) {
  if (program.module !== null) {
    const { stderr, status } = spawnSync(go, ['build', '-o', join(workspace, 'refused'), '.'], {
      cwd: program.folder,
      env: moduleEnvironment,
      encoding: 'utf8',
    });
    const outcome = /** @type {const} */ ({ kind: 'refused', build: stderr, exit: status ?? -1 });
    return normaliseOutcome(outcome, program.module);
  }
  rmSync(join(workspace, 'go.mod'), { force: true });
  const result = spawnSync(go, ['build', '-o', join(workspace, 'refused'), 'prog.go'], {
    cwd: program.folder,
    env: goEnvironment,
    encoding: 'utf8',
  });
  return normaliseOutcome({ kind: 'refused', build: result.stderr, exit: result.status ?? -1 });
}

/**
 * Runs a program until its outcome is sure: the same every time, or the one of most runs where the
 * program says so, or all that were seen where the schedule decides.
 * @param {Program} program
 * @param {(program: Program, text: string) => void} complain
 * @returns {Promise<Outcome[]>}
 */
async function observe(program, complain) {
  const free = /\/nondeterministic\/|\/src\/programs\//.test(program.path);
  const count = free ? 100 : program.processors !== null ? 20 : Number(options.runs);
  /** @type {Map<string, { outcome: Outcome, times: number }>} */
  const seen = new Map();
  for (let run = 0; run < count; run++) {
    const processors = program.processors ?? [0, 1, 0, 8, 2][run % 5] ?? 0;
    const outcome = await runOnce(program, processors);
    if (outcome === null) {
      complain(program, `still runs after ${timeLimitMs / 1000} s`);
      return [];
    }
    const key = printExpectation([outcome]);
    const entry = seen.get(key) ?? { outcome, times: 0 };
    entry.times++;
    seen.set(key, entry);
  }
  const entries = [...seen.values()].sort((one, other) => other.times - one.times);
  const outcomes = entries.map((entry) => entry.outcome);
  if (free) return sameInAnyOrder(outcomes) ?? merge(program, outcomes);
  const first = entries[0];
  if (program.processors !== null && first !== undefined && first.times * 2 > count) {
    return [first.outcome];
  }
  if (outcomes.length > 1) {
    complain(
      program,
      `did different things:\n${outcomes.map((each) => printExpectation([each])).join('\n')}`,
    );
  }
  return outcomes;
}

/**
 * @param {Program} program
 * @param {number} processors 0 for the machine's own number
 * @returns {Promise<Outcome | null>} null when the program had to be stopped
 */
function runOnce(program, processors) {
  const env = { ...process.env, ...(processors > 0 ? { GOMAXPROCS: String(processors) } : {}) };
  const input = program.path.replace(/\.(go|txtar)$/, '.in');
  return new Promise((done) => {
    const child = spawn(binary(program.folder), [], { cwd: program.folder, env });
    let stopped = false;
    const timer = setTimeout(() => {
      stopped = true;
      child.kill('SIGKILL');
    }, timeLimitMs);
    const stdout = collect(child.stdout);
    const stderr = collect(child.stderr);
    child.stdin.on('error', () => {});
    child.stdin.end(existsSync(input) ? readFileSync(input) : '');
    child.on('close', (code) => {
      clearTimeout(timer);
      if (stopped) return done(null);
      const outcome = /** @type {const} */ ({
        kind: 'built',
        stdout: stdout(),
        stderr: stderr(),
        exit: code ?? -1,
      });
      done(normaliseOutcome(outcome, program.module));
    });
  });
}

/** @param {import('node:stream').Readable} stream @returns {() => string} */
function collect(stream) {
  /** @type {Buffer[]} */
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/**
 * One outcome for all when they differ in nothing but the order of the lines that were printed.
 * @param {Outcome[]} outcomes
 * @returns {Outcome[] | null}
 */
function sameInAnyOrder(outcomes) {
  if (outcomes.length === 1) return outcomes;
  /** @type {Map<string, Outcome>} */
  const sorted = new Map();
  for (const outcome of outcomes) {
    const loose =
      outcome.kind === 'refused'
        ? outcome
        : { ...outcome, stdout: sortLines(outcome.stdout), anyOrder: true };
    sorted.set(printExpectation([loose]), loose);
  }
  return sorted.size === 1 ? [...sorted.values()] : null;
}

/** @param {Program} program @param {Outcome[]} outcomes */
function merge(program, outcomes) {
  const known = existsSync(program.expectation)
    ? parseExpectation(readFileSync(program.expectation, 'utf8'))
    : [];
  const texts = new Set([...known, ...outcomes].map((outcome) => printExpectation([outcome])));
  return [...texts].sort().flatMap(parseExpectation);
}

/**
 * @param {Program} program
 * @param {Outcome[]} outcomes
 * @param {(program: Program, text: string) => void} complain
 */
function settle(program, outcomes, complain) {
  const text = printExpectation(outcomes);
  const recorded = existsSync(program.expectation)
    ? readFileSync(program.expectation, 'utf8')
    : null;
  if (!options.check) {
    // An unchanged record is touched too, so that `--missing` knows that it was looked at.
    writeFileSync(program.expectation, text);
    return;
  }
  if (recorded === null) complain(program, 'has no record');
  else if (recorded !== text) complain(program, `differs from its record; now it is\n${text}`);
}

/** @param {Map<Program, string[]>} complaints */
function report(complaints) {
  let failures = 0;
  for (const [program, texts] of complaints) {
    if (texts.length === 0) continue;
    failures++;
    console.log(`${relative(process.cwd(), program.path)}: ${texts.join('\n  ')}`);
  }
  const verb = options.check ? 'as recorded' : 'recorded';
  console.log(`${complaints.size - failures} programs ${verb}, ${failures} with complaints`);
  return failures === 0;
}
