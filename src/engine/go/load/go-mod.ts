// The file go.mod (https://go.dev/ref/mod#go-mod-file), as far as it matters where no other module
// can be fetched: the module's path and its language version.

import { compareGoVersions } from './versions.ts';

export interface Module {
  readonly path: string;
  /** Language version such as "go1.21". */
  readonly goVersion: string;
}

/** The module, or what the go command says about the file. */
export type ParsedModule =
  | { readonly kind: 'module'; readonly module: Module }
  | { readonly kind: 'error'; readonly message: string };

/** The toolchain whose behaviour is followed. */
const toolchainVersion = '1.27.3';

const directives = [
  ...['module', 'go', 'toolchain', 'godebug', 'require', 'exclude', 'replace', 'retract'],
  ...['tool', 'ignore'],
];

/** Reads go.mod; `shownName` is how messages call it. */
export function parseGoMod(text: string, shownName: string): ParsedModule {
  let path: string | null = null;
  let version: string | null = null;
  const errors: string[] = [];
  let block = '';
  for (const [i, raw] of text.split('\n').entries()) {
    const words = wordsOf(raw);
    const [first] = words;
    if (first === undefined) continue;
    const complain = (what: string): void => {
      errors.push(`${shownName}:${i + 1}: ${what}`);
    };
    if (block !== '') {
      if (first === ')') block = '';
      continue;
    }
    if (!directives.includes(first)) {
      complain(`unknown directive: ${first}`);
      continue;
    }
    if (words[1] === '(') {
      block = first;
      continue;
    }
    if (first === 'module') {
      if (path !== null) complain('repeated module statement');
      else if (words.length !== 2) complain('usage: module module/path');
      else path = words[1] ?? '';
    }
    if (first === 'go') {
      if (version !== null) complain('repeated go statement');
      else if (words.length !== 2) complain('go directive expects exactly one argument');
      else if (!/^\d+\.\d+/.test(words[1] ?? '')) {
        complain(`invalid go version '${words[1]}': must match format 1.23`);
      } else version = words[1] ?? '';
    }
  }
  if (errors.length > 0) {
    return { kind: 'error', message: `go: errors parsing ${shownName}:\n${errors.join('\n')}` };
  }
  return moduleOf(path, version, shownName);
}

function moduleOf(path: string | null, version: string | null, shownName: string): ParsedModule {
  if (path === null) {
    const message = `go: error reading ${shownName}: missing module declaration. To specify the module path:\n\tgo mod edit -module=example.com/mod`;
    return { kind: 'error', message };
  }
  if (version !== null && compareGoVersions(version, toolchainVersion) > 0) {
    const message = `go: ${shownName} requires go >= ${version} (running go ${toolchainVersion}; GOTOOLCHAIN=local)`;
    return { kind: 'error', message };
  }
  // A module that says nothing is from before modules did.
  const [, minor = '1.16'] = /^(\d+\.\d+)/.exec(version ?? '') ?? [];
  return { kind: 'module', module: { path, goVersion: `go${minor}` } };
}

/** The words of a line; quotes go, comments too. */
function wordsOf(line: string): readonly string[] {
  const text = line.replace(/(^|\s)\/\/.*$/, '');
  return [...text.matchAll(/"([^"]*)"|`([^`]*)`|[()]|[^\s()"`]+/g)].map(
    ([whole, quoted, raw]) => quoted ?? raw ?? whole,
  );
}
