// From texts to packages: archives, go.mod, build constraints, and the order of initialisation. What
// the go command does with whole modules is recorded in src/testdata/modules.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { archiveLines, unpackOrNull } from '../archive/archive.ts';
import { isBuilt } from './build-constraints.ts';
import { parseGoMod } from './go-mod.ts';
import { initOrder } from './init-order.ts';
import { parseTxtar, printTxtar } from '../archive/txtar.ts';

describe('an archive', () => {
  const text = 'package main\n\nfunc main() {}\n-- go.mod --\nmodule m\n-- a/a.go --\npackage a\n';

  it('begins with prog.go unless its first line names a file', () => {
    const unpacked = unpackOrNull(text);
    expect(unpacked).toMatchObject({
      kind: 'files',
      files: [
        { name: 'prog.go', linesAbove: 0 },
        { name: 'go.mod', text: 'module m\n', linesAbove: 4 },
        { name: 'a/a.go', text: 'package a\n', linesAbove: 6 },
      ],
    });
  });

  it('is none without a line that names a file', () => {
    expect(unpackOrNull('package main\n\nvar x = a -- b --\n')).toBe(null);
  });

  it('says where lines of its files stand in it', () => {
    const line = archiveLines(text);
    expect([line('prog.go', 3), line('a/a.go', 1), line('elsewhere.go', 5)]).toEqual([3, 7, null]);
    expect(archiveLines('package main\n')('prog.go', 1)).toBe(null);
  });

  it.each([
    ['-- ../x.go --\n', 'invalid file name "../x.go"'],
    ['-- /x.go --\n', 'invalid file name "/x.go"'],
    ['-- a//x.go --\n', 'invalid file name "a//x.go"'],
    ['-- x.go --\n-- x.go --\n', 'duplicate file name "x.go"'],
  ])('%j is refused: %s', (archive, message) => {
    expect(unpackOrNull(archive)).toEqual({ kind: 'error', message });
  });

  it('is the same after printing and parsing', () => {
    const body = fc.array(fc.constantFrom('package p', '', '-- no --x', '--', 'é'));
    const content = body.map((lines) => lines.map((line) => `${line}\n`).join(''));
    const name = fc.constantFrom('a.go', 'b/c.go', 'go.mod', 'd e.txt');
    const files = fc.array(fc.record({ name, text: content }));
    fc.assert(
      fc.property(content, files, (comment, given) => {
        const parsed = parseTxtar(printTxtar({ comment, files: given }));
        expect(parsed.comment).toBe(comment);
        expect(parsed.files.map(({ name: n, text: t }) => ({ name: n, text: t }))).toEqual(given);
      }),
    );
  });
});

describe('a file', () => {
  it.each([
    ['pool.go', true],
    ['pool_linux.go', true],
    ['pool_windows.go', false],
    ['pool_linux_arm64.go', false],
    ['pool_amd64_test.go', true],
    ['linux.go', true],
    ['windows.go', true],
    ['pool_unix.go', true],
  ])('called %s is built: %s', (name, isWanted) => {
    expect(isBuilt(name, 'package p\n')).toBe(isWanted);
  });

  it.each([
    ['//go:build ignore', false],
    ['//go:build unix && !cgo && go1.21', true],
    ['//go:build go1.99 || windows', false],
    ['// Words.\n\n/* more */\n//go:build !linux', false],
    ['// +build windows', false],
    ['// +build windows linux,!arm64', true],
  ])('that begins with %j is built: %s', (constraint, isWanted) => {
    expect(isBuilt('a.go', `${constraint}\n\npackage p\n`)).toBe(isWanted);
  });

  it('is not constrained by what stands below the package clause', () => {
    expect(isBuilt('a.go', 'package p\n\n//go:build ignore\n')).toBe(true);
  });
});

test.each([
  ['module m\n\ngo 1.21.3\n', { path: 'm', goVersion: 'go1.21' }],
  ['// words\nmodule "example.com/a" // more\n', { path: 'example.com/a', goVersion: 'go1.16' }],
  ['module m\ngo 1.22\nrequire (\n\tx.y/z v1.0.0\n)\n', { path: 'm', goVersion: 'go1.22' }],
])('go.mod %j names a module', (text, module) => {
  expect(parseGoMod(text, 'go.mod')).toMatchObject({ kind: 'module', module });
});

test.each([
  ['modul m\n', 'go: errors parsing go.mod:\ngo.mod:1: unknown directive: modul'],
  [
    'module m\ngo one\n',
    "go: errors parsing go.mod:\ngo.mod:2: invalid go version 'one': must match format 1.23",
  ],
])('go.mod %j is refused', (text, message) => {
  expect(parseGoMod(text, 'go.mod')).toEqual({ kind: 'error', message });
});

test('packages are initialised by path as soon as their imports are', () => {
  const pkg = (path: string, ...imports: readonly string[]) => ({ path, imports, hasWork: true });
  const packages = [pkg('runtime'), pkg('z'), pkg('a', 'z'), pkg('m'), pkg('main', 'a', 'm', 'z')];
  const order = initOrder(packages).map(({ path }) => path);
  expect(order).toEqual(['runtime', 'm', 'z', 'a', 'main']);
});

test('nobody waits for a package that has nothing to do', () => {
  const packages = [
    { path: 'z', imports: [], hasWork: false },
    { path: 'a', imports: ['z'], hasWork: true },
    { path: 'm', imports: [], hasWork: true },
  ];
  expect(initOrder(packages).map(({ path }) => path)).toEqual(['z', 'a', 'm']);
});
