// What a file of Go's own test tree asks for, read from its text: the action of its header, its
// build constraint, the errors that its comments expect, and whether it is within our reach.
// Invariant: pure; the rules are those of Go's cmd/internal/testdir, the limits of reach are ours.

/**
 * @typedef {object} TestFile
 * @property {string} action first word of the header: run, errorcheck, compile …
 * @property {readonly string[]} flags words of the header that begin with a hyphen
 * @property {readonly string[]} args the others
 */

/** What only a real heap can answer; what else is refused, the compiler refuses by name. */
const realHeap = /\bruntime\.(SetFinalizer|AddCleanup|MemProfile\w*|ReadMemStats|MemStats)\b/;

/** Flags that change nothing we model. */
const harmlessFlags = /^-gcflags=?("|')?(all=)?("|')?-?[lN=4 -]*("|')?$|^-(t|l|N)$|^-l=\d$/;

/**
 * @param {string} text
 * @returns {TestFile | null} null when the file is no test by itself
 */
export function readHeader(text) {
  for (const line of text.split('\n').slice(0, 60)) {
    if (line.startsWith('//go:build') || line.startsWith('// +build') || line.trim() === '')
      continue;
    if (!line.startsWith('//')) return null;
    const words = line.slice(2).trim().split(/\s+/);
    const action = words[0] ?? '';
    if (!/^[a-z]+$/.test(action)) return null;
    const flags = words.slice(1).filter((word) => word.startsWith('-'));
    return { action, flags, args: words.slice(1).filter((word) => !word.startsWith('-')) };
  }
  return null;
}

/**
 * Why a file is out of reach, in words for the table, or null when it is within reach.
 * What the compiler refuses is found by compiling.
 * @param {TestFile} header
 * @param {string} text
 */
export function reasonOutOfReach(header, text) {
  const constraint = /^\/\/go:build (.*)$/m.exec(text.slice(0, text.search(/^package /m)));
  if (constraint !== null && !satisfies(constraint[1] ?? '')) return 'another platform';
  if (/^import .*"\.\.?\//m.test(text)) return 'several packages';
  if (/\bsyscall\.(?!SIG|Signal)/.test(text)) return 'syscall';
  if (/^\/\/go:(linkname|cgo_)/m.test(text)) return 'linkname';
  if (/ERROR .*(stack frame too large|element type too large|address space)/.test(text)) {
    return 'sizes of the real machine';
  }
  if (/ERROR .*go:embed/.test(text)) {
    return 'directives of the real compiler';
  }
  if (/^\/\/line /m.test(text) || /\/\*line /.test(text)) return 'line directives';
  if (header.flags.includes('-race')) return 'the real race detector';
  if (header.action === 'run' && realHeap.test(text)) return 'the real garbage collector';
  const flag = header.flags.find((each) => !harmlessFlags.test(each) && !each.startsWith('-lang='));
  if (flag !== undefined) return 'flags of the real compiler';
  return null;
}

/**
 * A `//go:build` line for linux on amd64, compiled by gc.
 * @param {string} expression
 */
function satisfies(expression) {
  const known = /^(linux|amd64|gc|unix|test_run|go1\.\d+)$/;
  const words = expression.match(/[\w.]+|&&|\|\||[!()]/g) ?? [];
  let at = 0;
  /** @returns {boolean} */
  const or = () => {
    let value = and();
    while (words[at] === '||') {
      at++;
      value = and() || value;
    }
    return value;
  };
  /** @returns {boolean} */
  const and = () => {
    let value = not();
    while (words[at] === '&&') {
      at++;
      value = not() && value;
    }
    return value;
  };
  /** @returns {boolean} */
  const not = () => {
    const word = words[at++] ?? '';
    if (word === '!') return !not();
    if (word !== '(') return known.test(word);
    const value = or();
    at++;
    return value;
  };
  return or();
}

/**
 * The language version that a header's flags set, like go1.17, or null.
 * @param {TestFile} header
 */
export function languageOf(header) {
  const flag = header.flags.find((each) => each.startsWith('-lang='));
  return flag === undefined ? null : flag.slice('-lang='.length);
}

/**
 * @typedef {{ line: number, pattern: RegExp, text: string }} WantedError
 */

/**
 * The errors that comments `// ERROR "regexp"` expect.
 * @param {string} text
 * @param {string} name how the file is called in messages
 * @returns {WantedError[]}
 */
export function wantedErrors(text, name) {
  return text.split('\n').flatMap((source, index) => {
    if (source.includes('////')) return [];
    const comment = /\/\/ (?:GC_)?ERROR (.*)/.exec(source);
    if (comment === null) return [];
    const line = index + 1;
    return [...(comment[1] ?? '').matchAll(/"([^"]*)"/g)].map((match) => {
      const expanded = (match[1] ?? '').replace(/LINE([+-]\d+)?/g, (_, delta) => {
        return `${name}:${line + Number(delta ?? 0)}`;
      });
      return { line, pattern: patternOf(expanded), text: expanded };
    });
  });
}

/**
 * Go's tests see messages without columns, and some wish for them.
 * @param {RegExp} pattern
 * @param {string} message
 */
function fits(pattern, message) {
  return pattern.test(message) || pattern.test(message.replace(/(\.go:\d+):\d+/g, '$1'));
}

/**
 * A regular expression of Go's syntax in JavaScript's.
 * @param {string} text
 */
function patternOf(text) {
  try {
    return new RegExp(text);
  } catch {
    return new RegExp(text.replace(/[[\](){}]/g, '\\$&'));
  }
}

/**
 * What is wrong with the errors found, compared to those wanted, as Go's own checker sees it: each
 * wanted error takes the errors of its line that it matches, and none may be left.
 * @param {readonly WantedError[]} wanted
 * @param {readonly { line: number, message: string }[]} found
 * @returns {string[]}
 */
export function compareErrors(wanted, found) {
  const complaints = [];
  let left = [...found];
  for (const want of wanted) {
    const onLine = left.filter((each) => each.line === want.line);
    const matched = onLine.filter((each) => fits(want.pattern, each.message));
    if (onLine.length === 0) complaints.push(`${want.line}: missing error "${want.text}"`);
    else if (matched.length === 0) {
      const got = onLine.map((each) => each.message).join(' | ');
      complaints.push(`${want.line}: "${want.text}" does not match: ${got}`);
    }
    left = left.filter((each) => !matched.includes(each));
  }
  const doubted = new Set(wanted.map((want) => want.line));
  for (const each of left) {
    if (complaints.length > 0 && doubted.has(each.line)) continue;
    complaints.push(`${each.line}: unexpected error: ${each.message}`);
  }
  return complaints;
}
