// What the command line understands, and what it says when it does not.

import { expect, test } from 'vitest';
import { parseCommand } from './arguments.ts';

test('words after the file belong to the program', () => {
  expect(parseCommand(['run', '--seed', '7', 'main.go', '--seed', '9'])).toMatchObject({
    paths: ['main.go'],
    settings: { seed: 7 },
    programArguments: ['--seed', '9'],
  });
});

test('Go files that follow one another are one program, as with go run', () => {
  expect(parseCommand(['run', 'main.go', 'pool.go', '-n', 'x.go'])).toMatchObject({
    paths: ['main.go', 'pool.go'],
    programArguments: ['-n', 'x.go'],
  });
  expect(parseCommand(['run', '.', 'x.go'])).toMatchObject({
    paths: ['.'],
    programArguments: ['x.go'],
  });
});

test('a dash is standard input', () => {
  expect(parseCommand(['run', '-'])).toMatchObject({ kind: 'run', paths: ['-'] });
});

test('one dash is as good as two, and = as a space', () => {
  expect(parseCommand(['run', '-race', '-seed=3', '--procs=4', 'main.go'])).toMatchObject({
    settings: { race: true, seed: 3, processors: 4 },
  });
  expect(parseCommand(['test', '-v', '-run', 'TestA/b', '-count=2'])).toMatchObject({
    kind: 'test',
    paths: ['.'],
    verbose: true,
    run: 'TestA/b',
    count: 2,
  });
});

test('limits are written with units', () => {
  const words = ['--max-heap=64MB', '--max-output', '2k', '--max-time', '1h0.5s'];
  expect(parseCommand(['run', ...words, '--max-events', '10', 'main.go'])).toMatchObject({
    settings: {
      limits: { heapBytes: 2 ** 26, outputBytes: 2048, virtualNs: 3600.5e9, events: 10 },
    },
  });
});

test('a language version is understood with and without go, and without its patch', () => {
  for (const text of ['go1.21', '1.21', 'go1.21.5']) {
    expect(parseCommand(['run', '--lang', text, 'main.go'])).toMatchObject({
      settings: { goVersion: 'go1.21' },
    });
  }
});

test('no words, help and --help ask for help', () => {
  for (const words of [[], ['help'], ['--help'], ['-h']]) {
    expect(parseCommand(words)).toEqual({ kind: 'help', topic: null });
  }
  for (const words of [
    ['run', '--help'],
    ['help', 'run'],
    ['run', '-h', 'main.go'],
  ]) {
    expect(parseCommand(words)).toEqual({ kind: 'help', topic: 'run' });
  }
});

test.each([
  [['rum', 'main.go'], 'unknown command "rum"; did you mean run?'],
  [['main.go'], 'which command? perhaps: interleave run main.go'],
  [['frobnicate'], 'unknown command "frobnicate"; see help'],
  [['run', '--sede', '1', 'main.go'], 'unknown option --sede; did you mean --seed?'],
  [['run', '--frobnicate', 'main.go'], 'unknown option --frobnicate; see --help'],
  [['vet', '--seed', '1', 'main.go'], 'option --seed is not for this command; see --help'],
  [['run', '--seed', 'x', 'main.go'], '--seed takes a whole number, not "x"'],
  [['run', '--procs', '0', 'main.go'], '--procs takes a number from 1 on'],
  [['run', '--race=maybe', 'main.go'], '--race takes true or false, not "maybe"'],
  [['run', '--seed'], '--seed lacks its value: --seed N'],
  [['run', '--max-heap', 'much', 'main.go'], '--max-heap takes a size like 64MB, not "much"'],
  [['run', '--max-time', '9', 'main.go'], '--max-time takes a duration like 90s or 1h30m, not "9"'],
  [['run', '--lang', 'c', 'main.go'], '--lang takes a language version like go1.21, not "c"'],
  [['run'], 'run: which file? (interleave run FILE)'],
  [['show', 'tokns', 'main.go'], 'show: which stage: "tokns" is none; did you mean tokens?'],
  [['show', 'ir'], 'show ir: which file?'],
  [['show', 'ir', '--step', '3', 'main.go'], '--step goes with show world'],
])('%j is refused: %s', (words, message) => {
  expect(() => parseCommand(words)).toThrow(message);
});
