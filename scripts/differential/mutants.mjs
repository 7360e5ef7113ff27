// Broken programs: a word of a program left out, doubled, swapped with another or replaced, and
// what the real compiler says of it.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { normaliseBuild } from '../expectation.mjs';

const words = [
  ...['int', 'string', 'any', 'len', 'nil', 'true', 'iota', 'append', 'float64', 'error', 'x.y'],
  ...['f()', 'comparable', 'func', 'range', 'chan int', '[]int{1}', '1', '"s"', '2.5', "'a'"],
  ...['1 << 70', '-1', 'struct{}', 'map[string]int', 'fmt', 'fmt.Println', 'return', 'go', 'defer'],
];
const typeWords = [
  ...['int', 'string', 'uint8', '*int', '[]int', '[2]string', 'map[string]bool', 'chan<- int'],
  ...['func(int) error', 'struct{ a int }', 'interface{ M() }', 'any', 'error', 'T', '[]T', '~int'],
];
const typeWord = /^(u?int\d*|string|bool|float\d+|complex\d+|byte|rune|error|any|T|[A-Z])$/;
const operators = ['+', '-', '==', '=', ':=', '&&', '<<', '<-', '*', '%', '!=', '+=', '...', '&'];
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*|"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])+'|<<=|>>=|&\^=|\.\.\.|[-+*/%&|^<>=!:]=|&&|\|\||<-|\+\+|--|<<|>>|&\^|[^\s]/gu;

/** @type {string[] | null} */
let corpus = null;

/** @param {readonly string[]} folders @returns {string[]} the programs in them, of one file each */
function programsIn(folders) {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.go') && !/compile-errors|\.dir\//.test(name))
        .sort()
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    );
}

/** Programs of Go's own test tree that may be broken: they need nothing of other packages of it. */
function mayBeBroken(/** @type {string} */ text) {
  return /^package main$/m.test(text) && !/\/\/ ERROR|"\.\.?\/|^\/\/line |import "C"/m.test(text);
}

/** @param {string | undefined} folder @returns {string[]} the recorded programs, or those of a folder */
function recorded(folder) {
  corpus ??=
    folder === undefined
      ? programsIn(['src/testdata/programs', 'src/programs'])
      : programsIn([folder]).filter(mayBeBroken);
  return corpus;
}

/** @param {number} seed @returns {(n: number) => number} chance below n */
function chance(seed) {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x85ebca6b) >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return Math.floor((((x ^ (x >>> 14)) >>> 0) / 4_294_967_296) * n);
  };
}

/**
 * The broken program of a number: a recorded or generated one, or one of a folder, changed in one
 * to three places.
 * @param {(seed: number) => string} generate
 * @param {number} seed
 * @param {string | undefined} folder
 */
export function mutate(generate, seed, folder) {
  const below = chance(seed);
  const programs = recorded(folder);
  const generates = folder === undefined && below(2) === 0;
  let text = generates ? generate(seed) : (programs[below(programs.length)] ?? '');
  for (let times = 1 + below(3); times > 0; times--) text = mutateOnce(text, below);
  return text;
}

/** @param {string} text @param {(n: number) => number} below */
function mutateOnce(text, below) {
  // What is imported is the go command's business, not the compiler's.
  const start = /^import \([\s\S]*?^\)\n|^import .*\n/m.exec(text) ?? /^package .*\n/m.exec(text);
  const from = start === null ? 0 : start.index + start[0].length;
  const head = text.slice(0, from);
  const body = text.slice(from);
  const tokens = [...body.matchAll(token)].filter(([word]) => !/^\/[/*]/.test(word));
  const idents = tokens.filter(([word]) => /^[\p{L}_]/u.test(word));
  const one = tokens[below(tokens.length)];
  const a = idents[below(idents.length)];
  const b = idents[below(idents.length)];
  if (one === undefined || a === undefined || b === undefined) return text;
  const replace = (/** @type {RegExpMatchArray} */ match, /** @type {string} */ word) =>
    head + body.slice(0, match.index) + word + body.slice((match.index ?? 0) + match[0].length);
  switch (below(14)) {
    case 0:
      return replace(one, '');
    case 1:
      return replace(one, `${one[0]} ${one[0]}`);
    case 2:
    case 3:
      return replace(a, b[0]);
    case 4:
      return replace(a, words[below(words.length)] ?? '');
    case 5: {
      const literals = tokens.filter(([word]) => /^[\d"'`]/.test(word));
      const literal = literals[below(literals.length)] ?? one;
      return replace(literal, words[below(words.length)] ?? '');
    }
    case 6: {
      const first = a[0].charAt(0);
      const other = first === first.toUpperCase() ? first.toLowerCase() : first.toUpperCase();
      return replace(a, below(2) === 0 ? other + a[0].slice(1) : `${a[0]}x`);
    }
    case 7: {
      const found = tokens.filter(([word]) => /^[-+*/%&|^<>=!:]+$/.test(word));
      const operator = found[below(found.length)] ?? one;
      return replace(operator, operators[below(operators.length)] ?? '');
    }
    case 8:
      return (
        head + withoutMatch(body, /^(func|type|var|const) [\s\S]*?\n(?:[})].*\n|(?=\n))/gm, below)
      );
    case 9:
      // One of a list: an argument, a result, a field, a type parameter.
      return head + withoutMatch(body, /,\s*[\w.*[\]&]+|[\w.*[\]&]+,\s*/g, below);
    case 10: {
      const lists = [...body.matchAll(/(?<=[([{,]\s*)[\w.*[\]&]+(?=\s*[)\]},])/g)];
      const element = lists[below(lists.length)];
      return element === undefined ? text : replace(element, `${element[0]}, ${element[0]}`);
    }
    case 11:
      // A pointer that is none, or what is none made one.
      return below(2) === 0
        ? head + withoutMatch(body, /[*&](?=[\p{L}_])/gu, below)
        : replace(a, `${'*&'.charAt(below(2))}${a[0]}`);
    case 12: {
      const types = tokens.filter(([word]) => typeWord.test(word));
      const type = types[below(types.length)] ?? one;
      return replace(type, typeWords[below(typeWords.length)] ?? '');
    }
    default: {
      const lines = body.split('\n');
      const line = below(lines.length);
      return head + [...lines.slice(0, line), ...lines.slice(line + 1)].join('\n');
    }
  }
}

/** @param {string} text @param {RegExp} pattern @param {(n: number) => number} below */
function withoutMatch(text, pattern, below) {
  const matches = [...text.matchAll(pattern)];
  const match = matches[below(matches.length)];
  if (match === undefined) return text;
  return text.slice(0, match.index) + text.slice((match.index ?? 0) + match[0].length);
}

/**
 * gc's listing of each program, "" for those it accepts.
 * @param {string} go
 * @param {string} workspace
 * @param {readonly string[]} texts
 * @returns {string[]}
 */
export function listAll(go, workspace, texts) {
  const root = join(workspace, 'listings');
  mkdirSync(root, { recursive: true });
  const environment = { ...process.env, GOTOOLCHAIN: 'local', GO111MODULE: 'off', GOWORK: 'off' };
  const config = join(root, 'importcfg');
  if (!existsSync(config)) {
    const format = '{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}';
    const listed = spawnSync(go, ['list', '-export', '-f', format, 'std'], {
      env: environment,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    writeFileSync(config, listed.stdout);
  }
  return texts.map((text) => {
    writeFileSync(join(root, 'prog.go'), text);
    const args = ['tool', 'compile', '-p', 'main', '-complete', '-importcfg', config];
    const result = spawnSync(go, [...args, '-o', join(root, 'prog.o'), 'prog.go'], {
      cwd: root,
      env: environment,
      encoding: 'utf8',
    });
    const output = normaliseBuild(`${result.stdout}${result.stderr}`);
    return output.replaceAll(`${root}/`, './');
  });
}
