// The recorded expectation of a Go program (`<name>.out` beside `<name>.go`): its text format, and
// the normal form that makes two runs of the same program comparable.
// Invariants: parse(print(x)) equals x; normalising twice changes nothing; pure, no Node modules.
//
// A file is one outcome, or several (each after a line `-- outcome --`) where the schedule decides:
//
//   -- stdout --          or, when gc refuses the program,     -- build --
//   hello                                                      ./prog.go:7:2: declared and not used: x
//   -- stderr --                                               -- exit --
//   panic: boom                                                1
//   …
//   -- exit --
//   2
//
// A section whose text does not end in a newline says so in its heading: `-- stdout (no newline) --`;
// `-- stdout (any order) --` holds the lines sorted, because the schedule decides their order.

/**
 * @typedef {{ kind: 'built', stdout: string, stderr: string, exit: number, anyOrder?: boolean }} RunOutcome
 * @typedef {{ kind: 'refused', build: string, exit: number }} RefusedOutcome
 * @typedef {RunOutcome | RefusedOutcome} Outcome
 */

const heading = /^-- (stdout|stderr|build|exit)(?: \((no newline|any order)\))? --$/;

/** @param {readonly Outcome[]} outcomes @returns {string} */
export function printExpectation(outcomes) {
  const texts = outcomes.map(printOutcome);
  return texts.length === 1
    ? texts.join('')
    : texts.map((text) => `-- outcome --\n${text}`).join('');
}

/** @param {Outcome} outcome */
function printOutcome(outcome) {
  const exit = `-- exit --\n${outcome.exit}\n`;
  if (outcome.kind === 'refused') return section('build', outcome.build) + exit;
  const stdout =
    outcome.anyOrder === true
      ? `-- stdout (any order) --\n${outcome.stdout}`
      : section('stdout', outcome.stdout);
  return stdout + section('stderr', outcome.stderr) + exit;
}

/** @param {string} name @param {string} text */
function section(name, text) {
  const whole = text === '' || text.endsWith('\n');
  return whole ? `-- ${name} --\n${text}` : `-- ${name} (no newline) --\n${text}\n`;
}

/**
 * The outcomes a recorded file allows, in its order.
 * @param {string} text
 * @returns {Outcome[]}
 */
export function parseExpectation(text) {
  if (!text.startsWith('-- outcome --\n')) return [parseOutcome(text)];
  return text
    .slice('-- outcome --\n'.length)
    .split(/^-- outcome --\n/m)
    .map(parseOutcome);
}

/** @param {string} text @returns {Outcome} */
function parseOutcome(text) {
  /** @type {Map<string, string>} */
  const sections = new Map();
  let name = '';
  let trimmed = false;
  let anyOrder = false;
  /** @type {string[]} */
  let lines = [];
  const finish = () => {
    if (name === '') return;
    const body = lines.map((line) => `${line}\n`).join('');
    sections.set(name, trimmed ? body.slice(0, -1) : body);
  };
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const match = heading.exec(line);
    if (match === null) {
      lines.push(line);
      continue;
    }
    finish();
    name = match[1] ?? '';
    trimmed = match[2] === 'no newline';
    anyOrder ||= match[2] === 'any order';
    lines = [];
  }
  finish();
  const exit = Number(sections.get('exit'));
  if (!Number.isInteger(exit)) throw new Error(`an expectation without an exit code:\n${text}`);
  const build = sections.get('build');
  if (build !== undefined) return { kind: 'refused', build, exit };
  return {
    kind: 'built',
    stdout: sections.get('stdout') ?? '',
    stderr: sections.get('stderr') ?? '',
    exit,
    ...(anyOrder ? { anyOrder } : {}),
  };
}

/**
 * Whether a run did what a record allows. Both are in their normal form.
 * @param {Outcome} outcome
 * @param {readonly Outcome[]} allowed
 */
export function isAllowed(outcome, allowed) {
  return allowed.some((each) => {
    const loose = each.kind === 'built' && each.anyOrder === true && outcome.kind === 'built';
    const compared = loose
      ? { ...outcome, stdout: sortLines(outcome.stdout), anyOrder: true }
      : outcome;
    return printExpectation([compared]) === printExpectation([each]);
  });
}

/** @param {string} text @returns {string} its lines sorted, each with its newline */
export function sortLines(text) {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * A program of several files: where it was built, and the names of its files below that.
 * @typedef {{ directory: string, files: readonly string[] }} Module
 */

/** Where a program of several files lies in the normal form. */
const normalDirectory = '/tmp/sandbox';

/**
 * @param {Outcome} outcome
 * @param {Module | null} module null for a program of one file
 * @returns {Outcome} the same outcome in its normal form
 */
export function normaliseOutcome(outcome, module = null) {
  if (outcome.kind === 'refused') {
    const build =
      module === null
        ? normaliseBuild(outcome.build)
        : normaliseListing(outcome.build, module.directory);
    return { ...outcome, build };
  }
  const { stderr } = outcome;
  if (module === null) return { ...outcome, stderr: normaliseStderr(stderr) };
  const moved = stderr.replaceAll(module.directory, normalDirectory);
  return { ...outcome, stderr: normaliseStderr(moved, module.files) };
}

/**
 * Listings of several packages, with their headings.
 * @param {string} text
 * @param {string} directory
 */
function normaliseListing(text, directory) {
  return text
    .replaceAll(directory, normalDirectory)
    .replace(/^go: finding module .*\n/gm, '')
    .replace(/( is not in std) \(\/.*\)$/gm, '$1');
}

/**
 * Diagnostics without the `# package` line, each at `./prog.go:line:column`.
 * @param {string} text
 */
export function normaliseBuild(text) {
  return text
    .replace(/^# .*\n/gm, '')
    .replace(/(?<![\w./-])[\w./-]*prog\.go:/g, './prog.go:')
    .replace(/( is not in std) \(\/.*\)$/gm, '$1');
}

/**
 * What a program wrote on its error stream without what differs from run to run or only tells how
 * the library is built: goroutine ids but main's become N, addresses `0xADDR`, arguments `...`,
 * code offsets and the library's own frames but `panic(...)` go; the program's file is `prog.go`
 * wherever it lies, the files of a module have their names in it.
 * @param {string} text
 * @param {readonly string[] | null} files
 */
export function normaliseStderr(text, files = null) {
  const overflow = text.indexOf('fatal error: stack overflow\n');
  const cut =
    overflow < 0 ? text : text.slice(0, overflow + 'fatal error: stack overflow\n'.length);
  const input = cut.split('\n');
  /** @type {string[]} */
  const output = [];
  for (let at = 0; at < input.length; at++) {
    const line = input[at] ?? '';
    const place = input[at + 1] ?? '';
    if (/^runtime: (sp=|newstack|morestack)/.test(line)) continue;
    if (!/^(\t| {6})\S+:\d+( \+0x[0-9a-f]+)?( fp=\S+ sp=\S+ pc=\S+)?$/.test(place)) {
      output.push(normaliseLine(line));
      continue;
    }
    at++;
    const own = ownPlace(place, files);
    if (line.startsWith('panic(')) output.push('panic(...)');
    if (own === null && !line.startsWith('created by ')) continue;
    output.push(normaliseFrame(line));
    if (own !== null) output.push(own);
  }
  // A throw shows the runtime's own goroutines as well.
  return output
    .join('\n')
    .replace(/\n\ngoroutine N \[[^\]]*\]:(\ncreated by runtime\.[^\n]*)(?=\n)/g, '');
}

/**
 * The place of a frame of the program itself, or null.
 * @param {string} place
 * @param {readonly string[] | null} files
 */
function ownPlace(place, files) {
  if (files === null) {
    const own = /^(\t| {6})(?:.*\/)?prog\.go:(\d+)/.exec(place);
    return own === null ? null : `${own[1]}prog.go:${own[2]}`;
  }
  const own = /^(\t| {6})(?:\/tmp\/sandbox\/)?(.*):(\d+)/.exec(place);
  return own === null || !files.includes(own[2] ?? '') ? null : `${own[1]}${own[2]}:${own[3]}`;
}

/** @param {string} line a function of a trace with its arguments, or who created the goroutine */
function normaliseFrame(line) {
  if (line.startsWith('created by '))
    return line.replace(/ in goroutine (?!1$)\d+$/, ' in goroutine N');
  return line
    .replace(/\[go\.shape\..*\]/, '[...]')
    .replace(/\([^()]*(\([^()]*\)[^()]*)*\)$/, '(...)');
}

/** @param {string} line */
function normaliseLine(line) {
  return line
    .replace(/^goroutine (?!1 )\d+ (?:gp=\S+ m=\S+ (?:mp=\S+ )?)?\[/, 'goroutine N [')
    .replace(/^goroutine 1 gp=\S+ m=\S+ (?:mp=\S+ )?\[/, 'goroutine 1 [')
    .replace(/( by goroutine|^Goroutine) \d+\b/, '$1 N')
    .replace(/^(\[signal SIG\w+: [^\]]* addr=)0x[0-9a-f]+ pc=0x[0-9a-f]+\]$/, '$10x0 pc=0x0]')
    .replace(/\b0x[0-9a-f]{6,}\b/g, '0xADDR')
    .replace(/(?<![\w./-])(?:\/[\w.-]+)+\/prog\.go\b/g, 'prog.go');
}
