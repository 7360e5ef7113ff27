// Which files of a folder belong to a build: names like pool_linux.go, and constraints above the
// package clause (go/build's goodOSArchFile and shouldBuild). Programs run as if on linux/amd64
// without cgo, because that is what runtime.GOOS and GOARCH say.

import { parseBuildExprOrNull, satisfies } from '../syntax/build-line.ts';

const systems = new Set(
  `aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris
   wasip1 windows zos`.split(/\s+/),
);
const architectures = new Set(
  `386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32
   mips64p32le ppc ppc64 ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm`.split(/\s+/),
);
const newestMinor = 27;

/** Besides releases; experiments are those that are on without GOEXPERIMENT. */
const tags = new Set([
  ...['linux', 'amd64', 'unix', 'gc', 'amd64.v1'],
  ...['regabiwrappers', 'regabiargs', 'dwarf5', 'jsonv2'].map(experiment),
  ...['greenteagc', 'randomizedheapbase64', 'sizespecializedmalloc'].map(experiment),
]);

function experiment(name: string): string {
  return `goexperiment.${name}`;
}

function hasTag(tag: string): boolean {
  if (tags.has(tag)) return true;
  const minor = /^go1\.(\d+)$/.exec(tag)?.[1];
  return minor !== undefined && Number(minor) >= 1 && Number(minor) <= newestMinor;
}

/** Whether the go command takes a file of this name into account at all. */
export function isGoFile(name: string): boolean {
  return name.endsWith('.go') && !name.startsWith('_') && !name.startsWith('.');
}

/** Whether a file is for tests, by its name. */
export function isTestFile(name: string): boolean {
  return name.endsWith('_test.go');
}

/** Whether the file is built here, by its name and its constraints. */
export function isBuilt(name: string, text: string): boolean {
  return fitsName(name) && fitsConstraints(text);
}

/** `_linux`, `_amd64` or `_linux_amd64` at the end say where a file is built. */
function fitsName(name: string): boolean {
  const stem = name.replace(/\.go$/, '').replace(/_test$/, '');
  // Only what follows the first underscore counts: linux.go is an ordinary name.
  const parts = stem.split('_').slice(1);
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2) ?? '';
  if (systems.has(before) && architectures.has(last)) return hasTag(before) && hasTag(last);
  if (systems.has(last) || architectures.has(last)) return hasTag(last);
  return true;
}

function fitsConstraints(text: string): boolean {
  const header = headerOf(text);
  const line = /^\/\/go:build[ \t]+(.*?)[ \t]*$/m.exec(header)?.[1];
  if (line !== undefined) {
    const constraint = parseBuildExprOrNull(line);
    return constraint === null || satisfies(constraint, hasTag);
  }
  // The old form counts only with an empty line between it and the package clause.
  const old = header.slice(0, header.lastIndexOf('\n\n') + 1);
  return [...old.matchAll(/^\/\/[ \t]*\+build[ \t]+(.*?)[ \t]*$/gm)].every(([, words = '']) =>
    words.split(/\s+/).some((option) => option.split(',').every(fitsOldTerm)),
  );
}

function fitsOldTerm(term: string): boolean {
  return term.startsWith('!') ? !hasTag(term.slice(1)) : hasTag(term);
}

/** Comments and empty lines above the package clause; the text of block comments is blanked. */
function headerOf(text: string): string {
  const comments =
    /^(?:[ \t\r\n\uFEFF]+|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/.exec(text)?.[0] ?? '';
  return comments.replace(/\/\*[\s\S]*?\*\//g, '').replaceAll('\r', '');
}
