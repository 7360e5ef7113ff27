// The rules of the house, each a function from facts to complaints of the form
// "path:line: what is wrong, and what to do instead". `src/house.test.ts` applies them to the tree
// and to small bad examples.

import { posix } from 'node:path';
import { isDeterministic, layerOf } from './layers.ts';
import type { SourceFacts } from './read-source.ts';

/** Hard limit of a file's length in lines; 100 to 300 is the aim. */
const maxLines = 600;

/** Whether a file is a test or serves only tests. */
export function isTestFile(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/');
}

/** Imports that the layer table does not allow. */
export function layerComplaints(file: SourceFacts): readonly string[] {
  if (isTestFile(file.path)) return [];
  const layer = layerOf(file.path);
  if (layer === null) return [`${file.path}: no layer; add a row to config/house/layers.ts`];
  return file.imports.flatMap(({ specifier, line }) => {
    const at = `${file.path}:${line}`;
    if (!specifier.startsWith('.')) {
      const allowed = layer.packages.some((name) => isPackage(specifier, name));
      return allowed ? [] : [`${at}: ${layer.path} may not import the package ${specifier}`];
    }
    const target = resolveImport(file.path, specifier);
    if (/\.worker\.ts$/.test(target) && !specifier.includes('?worker')) {
      return [`${at}: ${specifier} is a worker: start it, do not import it`];
    }
    if (isTestFile(target)) return [`${at}: ${specifier} serves tests only`];
    const targetLayer = layerOf(target);
    if (targetLayer === null || targetLayer === layer) return [];
    if (layer.mayImport.includes(targetLayer.path)) return [];
    return [`${at}: ${layer.path} may not import ${targetLayer.path} (${specifier})`];
  });
}

function isPackage(specifier: string, name: string): boolean {
  if (name.endsWith(':')) return specifier.startsWith(name);
  return specifier === name || specifier.startsWith(`${name}/`);
}

/** The file that a relative import names, without Vite's `?query`. */
function resolveImport(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
}

/** What the engine must not mention, and what to use instead. */
const banned: Readonly<Record<string, string>> = {
  Date: 'time is virtual: use the machine’s clock',
  performance: 'time is virtual: use the machine’s clock',
  setTimeout: 'time is virtual: use the timer queue',
  setInterval: 'time is virtual: use the timer queue',
  'Math.random': 'choice has one door: ask the scheduler, or draw from base/random.ts',
  crypto: 'choice has one door: ask the scheduler, or draw from base/random.ts',
  Intl: 'the result depends on the host: compare and format code points',
  '.localeCompare': 'the result depends on the host: compare with <',
  '.toLocaleString': 'the result depends on the host: format by hand',
  '.toLocaleUpperCase': 'the result depends on the host: use toUpperCase',
  '.toLocaleLowerCase': 'the result depends on the host: use toLowerCase',
  Promise: 'the order of tasks is the host’s: return a value',
  queueMicrotask: 'the order of tasks is the host’s: return a value',
  async: 'the order of tasks is the host’s: write a plain function',
  await: 'the order of tasks is the host’s: write a plain function',
};

/** Clocks, dice and other things of the host in the engine and the views. */
export function determinismComplaints(file: SourceFacts): readonly string[] {
  if (!isDeterministic(file.path) || isTestFile(file.path)) return [];
  return file.mentions.flatMap(({ what, line }) => {
    const instead = Object.hasOwn(banned, what) ? banned[what] : undefined;
    if (instead === undefined) return [];
    return [`${file.path}:${line}: ${what.replace(/^\./, '')} is banned here; ${instead}`];
  });
}

/** The only places that ask the bundler for the texts of other files. */
const readersOfTexts = ['src/engine/go/library/texts.ts', 'src/programs/'];

/** Escapes from the type system, skipped tests, leftovers, and texts read behind the bundler. */
export function hygieneComplaints(file: SourceFacts): readonly string[] {
  const mentions = file.mentions.flatMap(({ what, line }) => {
    const at = `${file.path}:${line}`;
    if (what === 'any') return [`${at}: any is banned; use unknown or the real type`];
    if (what === '!') return [`${at}: the assertion ! is banned; use assert or a test for null`];
    if (what === 'enum') return [`${at}: enum is banned; use a union of literals`];
    if (/^(it|test|describe|suite|bench)\.(skip|only|todo|fails)$/.test(what)) {
      return [`${at}: ${what} is banned; a test runs or does not exist`];
    }
    if (what === 'import.meta.glob') {
      const allowed =
        readersOfTexts.some((path) => file.path.startsWith(path)) || isTestFile(file.path);
      if (!allowed) return [`${at}: import.meta.glob is only for ${readersOfTexts.join(' and ')}`];
    }
    return [];
  });
  const leftovers = file.comments
    .filter(({ text }) => /\b(TODO|FIXME|XXX|HACK)\b/.test(text))
    .map(({ line }) => `${file.path}:${line}: leftover note; finish it or open an issue`);
  return [...mentions, ...leftovers];
}

/** Missing header, wrong name, and length. `exempt` maps a path to the length it must not exceed. */
export function shapeComplaints(
  file: SourceFacts,
  exempt: Readonly<Record<string, number>>,
): readonly string[] {
  const complaints: string[] = [];
  const { path, lineCount } = file;
  if (!file.hasHeader && !isTestFile(path)) {
    complaints.push(`${path}:1: no header; say in 1 to 6 lines what this file is`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(tsx?|d\.ts)$/.test(posix.basename(path))) {
    complaints.push(`${path}: file names are kebab-case`);
  }
  const limit = exempt[path] ?? maxLines;
  if (lineCount > limit) {
    complaints.push(`${path}: ${lineCount} lines, over ${limit}; give each notion its own file`);
  } else if (path in exempt && lineCount <= maxLines) {
    complaints.push(`${path}: ${lineCount} lines; remove its exemption, which may only shrink`);
  }
  return complaints;
}

/** Longest function in lines, unless it is little more than one exhaustive switch. */
const maxFunctionLines = 70;

/** Functions that do more than a reader can hold at once. */
export function functionComplaints(file: SourceFacts): readonly string[] {
  if (isTestFile(file.path)) return [];
  return file.functions
    .filter(({ lineCount }) => lineCount > maxFunctionLines)
    .filter(({ lineCount, switchLineCount }) => switchLineCount < lineCount * 0.75)
    .map(({ line, lineCount }) => {
      const where = `${file.path}:${line}`;
      return `${where}: a function of ${lineCount} lines, over ${maxFunctionLines}; divide it`;
    });
}

/** Each ring of files that import one another, once, as "a → b → a". Type-only imports count. */
export function cycleComplaints(files: readonly SourceFacts[]): readonly string[] {
  const known = new Set(files.map((file) => file.path));
  const targets = new Map(
    files.map((file) => [
      file.path,
      file.imports
        .filter(({ specifier }) => specifier.startsWith('.') && !specifier.includes('?worker'))
        .map(({ specifier }) => resolveImport(file.path, specifier))
        .filter((path) => known.has(path)),
    ]),
  );
  const complaints: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const stack: string[] = [];
  const visit = (path: string): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      const ring = [...stack.slice(stack.indexOf(path)), path];
      complaints.push(`import cycle: ${ring.join(' → ')}`);
      return;
    }
    state.set(path, 'open');
    stack.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    stack.pop();
    state.set(path, 'done');
  };
  for (const file of files) visit(file.path);
  return complaints;
}

/** Folders whose paths a document may name only when they exist. */
const rootsInTree = /^(\.ci|bench|config|docs|e2e|public|scripts|src)(\/|$)/;

/**
 * Paths that a Markdown document names, in `code` or as the target of a link, and that do not
 * exist. A pattern with `*` or `<name>` names no single path and is passed over.
 */
export function documentComplaints(
  path: string,
  text: string,
  exists: (path: string) => boolean,
): readonly string[] {
  return text.split('\n').flatMap((line, index) => {
    const quoted = [...line.matchAll(/`([^`\s]+)`/g)].map((match) => match[1] ?? '');
    const linked = [...line.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map((match) => match[1] ?? '');
    const named = [
      ...quoted.filter((name) => rootsInTree.test(name)),
      ...linked.filter((name) => !/^[a-z]+:/.test(name)).map((name) => fromDocument(path, name)),
    ];
    return named
      .map((name) => name.replace(/(:\d+)+$/, '').replace(/\/$/, ''))
      .filter((name) => !/[*<>{}…]/.test(name) && !exists(name))
      .map((name) => `${path}:${index + 1}: names ${name}, which does not exist`);
  });
}

function fromDocument(document: string, target: string): string {
  return posix.join(posix.dirname(document), target);
}
