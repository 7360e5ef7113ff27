// What the command line understands, and what it says when it does not.

import { expect, test } from 'vitest';
import { parseCommand } from './arguments.ts';

test('words after the file belong to the program', () => {
  const command = parseCommand(['run', '--seed', '7', 'main.go', '--seed', '9']);
  expect(command).toMatchObject({ path: 'main.go', seed: 7, programArguments: ['--seed', '9'] });
});

test('a dash is standard input', () => {
  expect(parseCommand(['run', '-'])).toMatchObject({ kind: 'run', path: '-' });
});

test('no words, help and --help ask for help', () => {
  for (const words of [[], ['help'], ['--help'], ['run', '--help']]) {
    expect(parseCommand(words)).toEqual({ kind: 'help' });
  }
});

test.each([
  [['rum', 'main.go'], 'unknown command "rum"; did you mean run?'],
  [['run', '--sede', '1', 'main.go'], 'unknown option --sede; did you mean --seed?'],
  [['run', '--seed', 'x', 'main.go'], '--seed takes a whole number, not "x"'],
  [['run'], 'run: which file? (interleave run FILE)'],
  [['show', 'tokns', 'main.go'], 'show: which stage: "tokns" is none; did you mean tokens?'],
  [['show', 'ir'], 'show ir: which file?'],
])('%j is refused: %s', (words, message) => {
  expect(() => parseCommand(words)).toThrow(message);
});
