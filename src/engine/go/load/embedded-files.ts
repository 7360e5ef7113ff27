// Which files the patterns of `//go:embed` mean (cmd/go/internal/load, resolveEmbed). Names are
// relative to the package's folder, `/` between folders, sorted.

import { folderOf } from './folders.ts';

/** A file of the program's tree; its content as a byte string. */
export interface ProgramFile {
  readonly name: string;
  readonly bytes: string;
}

/** Names of files, or the go command's complaint. */
export type Matched =
  | { readonly kind: 'files'; readonly names: readonly string[] }
  | { readonly kind: 'error'; readonly message: string };

/** Finds the files of one pattern among those below the package's folder. */
export function matchPattern(pattern: string, below: readonly string[]): Matched {
  const all = pattern.startsWith('all:');
  const glob = all ? pattern.slice('all:'.length) : pattern;
  const regexp = isValidPath(glob) ? regexpOrNull(glob) : null;
  if (regexp === null) return failed('invalid pattern syntax');
  const files = new Set(below);
  const folders = new Set(below.flatMap(foldersOf));
  const found = new Set<string>();
  for (const name of [...files, ...folders].filter((each) => regexp.test(each)).sort()) {
    const isFile = files.has(name);
    const what = isFile ? 'file' : 'directory';
    const problem = problemOrNull(name, files);
    if (problem !== null) return failed(`cannot embed ${what} ${name}: ${problem}`);
    if (isFile) {
      found.add(name);
      continue;
    }
    const inside = below.filter((each) => isTaken(each, name, all, files));
    const bad = inside.find((each) => isBadName(lastOf(each)));
    if (bad !== undefined) {
      return failed(`cannot embed file ${bad}: invalid name ${lastOf(bad)}`);
    }
    if (inside.length === 0) {
      return failed(`cannot embed directory ${name}: contains no embeddable files`);
    }
    for (const each of inside) found.add(each);
  }
  if (found.size === 0) return failed('no matching files found');
  return { kind: 'files', names: [...found].sort() };
}

function failed(message: string): Matched {
  return { kind: 'error', message };
}

/** Whether a file below a folder comes with it: hidden ones only with all, other modules never. */
function isTaken(name: string, folder: string, all: boolean, files: ReadonlySet<string>): boolean {
  if (!name.startsWith(`${folder}/`)) return false;
  const parts = name.slice(folder.length + 1).split('/');
  if (parts.some((part) => /^[._]/.test(part) && (!all || isBadName(part)))) return false;
  if (parts.slice(0, -1).some(isBadName)) return false;
  return !foldersOf(name).some(
    (each) => each.length > folder.length && files.has(`${each}/go.mod`),
  );
}

function problemOrNull(name: string, files: ReadonlySet<string>): string | null {
  const around = [name, ...foldersOf(name)];
  for (const each of around) {
    if (files.has(`${each}/go.mod`)) return 'in different module';
    const last = lastOf(each);
    if (isBadName(last)) {
      return each === name ? `invalid name ${last}` : `in invalid directory ${last}`;
    }
  }
  return null;
}

/** The folders that a name is in, from the inside out, without the root. */
function foldersOf(name: string): readonly string[] {
  const folder = folderOf(name);
  return folder === '' ? [] : [folder, ...foldersOf(folder)];
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Names that no module may have (golang.org/x/mod/module, CheckFilePath), and those of archives. */
function isBadName(name: string): boolean {
  if (/^\.(bzr|hg|git|svn)$/.test(name) || /["'*<>?`|/\\:;\p{Cc}]/u.test(name)) return true;
  if (/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)) return true;
  return name === '' || name.endsWith('.');
}

/** io/fs.ValidPath, without the root itself. */
function isValidPath(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** A pattern of path.Match as a regular expression; null if it is malformed. */
function regexpOrNull(glob: string): RegExp | null {
  let text = '';
  for (let rest = glob; rest !== ''; ) {
    const [token] =
      /^(?:\*|\?|\[\^?(?:(?:\\.|[^\\\]-])(?:-(?:\\.|[^\\\]-]))?)+\]|\\.|[^[\\])/su.exec(rest) ?? [];
    if (token === undefined) return null;
    rest = rest.slice(token.length);
    if (token === '*') text += '[^/]*';
    else if (token === '?') text += '[^/]';
    else if (token.length > 1 && token.startsWith('[')) text += `(?!/)${token}`;
    else
      text += (token.length > 1 && token.startsWith('\\') ? token.slice(1) : token).replace(
        /[\\^$.*+?()[\]{}|/]/gu,
        '\\$&',
      );
  }
  return new RegExp(`^${text}$`, 'su');
}
