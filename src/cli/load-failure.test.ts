// What is named but not there, in the words of the go command (recorded with Go 1.27).

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageFolders } from './package-folders.ts';
import { readProgram } from './read-program.ts';

const before = process.cwd();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'interleave-load-'));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

it.each([
  [['nosuch.go'], 'stat nosuch.go: no such file or directory'],
  [['main.go', 'sub/nosuch.go'], 'stat sub/nosuch.go: no such file or directory'],
  [['nosuch.txtar'], 'stat nosuch.txtar: no such file or directory'],
  [['nosuch'], 'package nosuch is not in std'],
  [
    ['example.com/m/nosuch'],
    'no required module provides package example.com/m/nosuch; to add it:\n\tgo get example.com/m/nosuch',
  ],
  [['main.go', 'sub/sub.go'], 'named files must all be in one directory; have . and sub'],
])('says what is wrong with %j', (paths, message) => {
  writeFileSync('go.mod', 'module example.com/m\n\ngo 1.27\n');
  writeFileSync('main.go', 'package main\n');
  mkdirSync('sub');
  writeFileSync('sub/sub.go', 'package sub\n');
  expect(() => readProgram(paths)).toThrow(message);
});

it('names folders in full', () => {
  expect(() => readProgram(['./nosuch'])).toThrow(
    `stat ${join(process.cwd(), 'nosuch')}: directory not found`,
  );
  expect(() => packageFolders(['./nosuch/...'])).toThrow(
    'pattern ./nosuch/...: lstat ./nosuch/: no such file or directory',
  );
});
