// The files go.mod and go.work (https://go.dev/ref/mod#go-mod-file), as far as they matter where no
// module can be fetched: paths, language versions, and modules that lie in folders.

import { settingProblemOrNull, type Setting, toolchainVersion } from './godebug.ts';
import { compareGoVersions } from './versions.ts';

/** `replace path [version] => ./folder`. */
export interface Replacement {
  readonly path: string;
  /** null: whatever version is required. */
  readonly version: string | null;
  /** As it is written: it begins with `./`, `../` or `/`. */
  readonly folder: string;
}

/** A setting of GODEBUG, and on which line it stands. */
export interface SettingLine extends Setting {
  readonly line: number;
}

export interface Module {
  readonly path: string;
  /** Language version such as "go1.21". */
  readonly goVersion: string;
  /** Versions of the modules that it asks for. */
  readonly required: ReadonlyMap<string, string>;
  readonly replaced: readonly Replacement[];
  /** What it sets GODEBUG to. */
  readonly settings: readonly SettingLine[];
}

export interface Workspace {
  /** "go1.21". */
  readonly goVersion: string;
  readonly settings: readonly SettingLine[];
  /** Folders of its modules, as they are written. */
  readonly used: readonly string[];
  readonly replaced: readonly Replacement[];
}

/** The module, or what the go command says about the file. */
export type ParsedModule =
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'error'; readonly message: string };

export type ParsedWorkspace =
  | { readonly kind: 'workspace'; readonly workspace: Workspace }
  | { readonly kind: 'error'; readonly message: string };

const moduleDirectives = [
  ...['module', 'go', 'toolchain', 'godebug', 'require', 'exclude', 'replace', 'retract'],
  ...['tool', 'ignore'],
];
const workspaceDirectives = ['go', 'toolchain', 'godebug', 'use', 'replace'];

/** Reads go.mod; `shownName` is how messages call it. */
export function parseGoMod(text: string, shownName: string): ParsedModule {
  const { lines, errors } = linesOf(text, shownName, moduleDirectives);
  const path = onlyArgument(lines, 'module', errors, 'usage: module module/path');
  const version = versionIn(lines, errors);
  const settings = settingsIn(lines);
  if (errors.length > 0) return { kind: 'error', message: parsing(shownName, errors) };
  if (path === null) {
    const message = `go: error reading ${shownName}: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod`;
    return { kind: 'error', message };
  }
  if (version !== null && compareGoVersions(version, toolchainVersion) > 0) {
    const message = `go: ${shownName} requires go >= ${version} (running go ${toolchainVersion}; GOTOOLCHAIN=local)`;
    return { kind: 'error', message };
  }
  const required = lines
    .filter(({ directive }) => directive === 'require')
    .map(({ words: [module = '', at = ''] }): [string, string] => [module, at]);
  const goVersion = languageVersionOf(version, '1.16');
  const replaced = replacements(lines);
  return {
    kind: 'module',
    module: { path, goVersion, required: new Map(required), replaced, settings },
  };
}

/** Reads go.work likewise. */
export function parseGoWork(text: string, shownName: string): ParsedWorkspace {
  const { lines, errors } = linesOf(text, shownName, workspaceDirectives);
  const version = versionIn(lines, errors);
  const settings = settingsIn(lines);
  if (errors.length > 0) return { kind: 'error', message: parsing(shownName, errors) };
  const used = lines
    .filter(({ directive }) => directive === 'use')
    .map(({ words: [folder = '.'] }) => folder);
  const goVersion = languageVersionOf(version, '1.18');
  return {
    kind: 'workspace',
    workspace: { goVersion, settings, used, replaced: replacements(lines) },
  };
}

/** What the go command says of settings of GODEBUG in go.mod or go.work, or null. */
export function settingsProblemOrNull(
  settings: readonly SettingLine[],
  shownName: string,
): string | null {
  const problems = settings.flatMap((setting) => {
    const problem = settingProblemOrNull('godebug', setting);
    const where = `go: error loading ${shownName.replace(/^.*\//, '')}:\n${shownName}`;
    return problem === null ? [] : [`${where}:${setting.line}: ${problem}`];
  });
  return problems.length === 0 ? null : problems.join('\n');
}

/** A module that says nothing is from before modules did. */
function languageVersionOf(version: string | null, whenSilent: string): string {
  return `go${/^(\d+\.\d+)/.exec(version ?? '')?.[1] ?? whenSilent}`;
}

/** The lines `godebug name=value`; complains of other words there. */
function settingsIn(lines: readonly Line[]): readonly SettingLine[] {
  return lines.flatMap(({ number: line, directive, words, complain }) => {
    if (directive !== 'godebug') return [];
    const [, name, value] = /^([^=,]*)=([^,]*)$/s.exec(words[0] ?? '') ?? [];
    if (words.length === 1 && name !== undefined && value !== undefined) {
      return [{ line, name, value }];
    }
    complain('usage: godebug key=value');
    return [];
  });
}

/** A statement, whether it stands in a block or not. */
interface Line {
  readonly number: number;
  readonly directive: string;
  readonly words: readonly string[];
  readonly complain: (what: string) => void;
}

function linesOf(text: string, shownName: string, directives: readonly string[]) {
  const lines: Line[] = [];
  const errors: string[] = [];
  let block = '';
  for (const [i, raw] of text.split('\n').entries()) {
    const words = wordsOf(raw);
    const [first, ...rest] = words;
    if (first === undefined) continue;
    const complain = (what: string): void => {
      const column = raw.search(/\S/) + 1;
      errors.push(`${shownName}:${i + 1}:${column > 1 ? `${column}:` : ''} ${what}`);
    };
    if (block !== '') {
      if (first === ')') block = '';
      else lines.push({ number: i + 1, directive: block, words, complain });
    } else if (!directives.includes(first)) complain(`unknown directive: ${first}`);
    else if (rest[0] === '(') block = first;
    else lines.push({ number: i + 1, directive: first, words: rest, complain });
  }
  return { lines, errors };
}

/** The argument of a directive that stands once and has one. */
function onlyArgument(
  lines: readonly Line[],
  directive: string,
  errors: readonly string[],
  usage: string,
): string | null {
  let found: string | null = null;
  for (const { words, complain } of lines.filter((line) => line.directive === directive)) {
    if (found !== null) complain(`repeated ${directive} statement`);
    else if (words.length !== 1) complain(usage);
    else found = words[0] ?? '';
  }
  return errors.length > 0 ? null : found;
}

function versionIn(lines: readonly Line[], errors: readonly string[]): string | null {
  const usage = 'go directive expects exactly one argument';
  const version = onlyArgument(lines, 'go', errors, usage);
  if (version === null || /^\d+\.\d+/.test(version)) return version;
  const message = `invalid go version '${version}': must match format 1.23`;
  lines.find(({ directive }) => directive === 'go')?.complain(message);
  return null;
}

/** Those that lead to folders. */
function replacements(lines: readonly Line[]): readonly Replacement[] {
  return lines.flatMap(({ directive, words }) => {
    const arrow = words.indexOf('=>');
    const folder = words[arrow + 1] ?? '';
    if (directive !== 'replace' || arrow < 1 || !/^(\.{1,2}(\/|$)|\/)/.test(folder)) return [];
    return [{ path: words[0] ?? '', version: arrow > 1 ? (words[1] ?? '') : null, folder }];
  });
}

function parsing(shownName: string, errors: readonly string[]): string {
  return `go: errors parsing ${shownName}:\n${errors.join('\n')}`;
}

/** The words of a line; quotes go, comments too. */
function wordsOf(line: string): readonly string[] {
  const text = line.replace(/(^|\s)\/\/.*$/, '');
  return [...text.matchAll(/"([^"]*)"|`([^`]*)`|[()]|[^\s()"`]+/g)].map(
    ([whole, quoted, raw]) => quoted ?? raw ?? whole,
  );
}
