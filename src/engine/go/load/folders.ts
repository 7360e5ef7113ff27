// The files of a module by folder, and what the go command sees in each: one package, its tests,
// or a reason why there is none (go/build, Context.Import).

import type { Diagnostic } from '../syntax/diagnostic.ts';
import { headerErrorOrNull } from '../syntax/header.ts';
import { parse, type ParseResult } from '../syntax/parser.ts';
import type { FileSet } from '../syntax/pos.ts';
import { isBuilt, isGoFile, isTestFile } from './build-constraints.ts';

/** A file's name, with `/` between folders, and its content. */
export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** What stands in one folder. */
export interface Folder {
  /** Name of the package; "" when it has no files. */
  readonly name: string;
  readonly files: readonly ParseResult[];
  /** Test files of the package itself, and of the package beside it that ends in _test. */
  readonly tests: readonly ParseResult[];
  readonly externalTests: readonly ParseResult[];
  /** Whether Go files were left out by their constraints. */
  readonly hasExcluded: boolean;
  readonly problem: FolderProblem | null;
}

/** The first file that keeps the folder from being a package. */
export type FolderProblem =
  | { readonly kind: 'header'; readonly diagnostic: Diagnostic }
  /** `first (a.go) and second (b.go)`. */
  | { readonly kind: 'mixed'; readonly packages: string };

/** Folder of a path: "" for a file beside go.mod. */
export function folderOf(name: string): string {
  const slash = name.lastIndexOf('/');
  return slash < 0 ? '' : name.slice(0, slash);
}

/** Last part of a path. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

export interface ReadingOptions {
  readonly fset: FileSet;
  /** Whether file names and constraints decide what is built. */
  readonly constraints: boolean;
  /** Name of a file in positions. */
  readonly displayName: (name: string) => string;
}

/** Reads the Go files of one folder. */
export function readFolder(sources: readonly SourceText[], options: ReadingOptions): Folder {
  const files: ParseResult[] = [];
  const tests: ParseResult[] = [];
  const externalTests: ParseResult[] = [];
  let problem: FolderProblem | null = null;
  let hasExcluded = false;
  let first: { readonly name: string; readonly file: string } | null = null;
  for (const { name, text } of [...sources].sort(byName)) {
    const base = baseName(name);
    if (options.constraints && !isGoFile(base)) continue;
    if (options.constraints && !isBuilt(base, text)) {
      hasExcluded = true;
      continue;
    }
    const source = options.fset.addFile(options.displayName(name), text);
    const diagnostic = headerErrorOrNull(source);
    const parsed = parse(source);
    if (diagnostic !== null) problem ??= { kind: 'header', diagnostic };
    else {
      const packageName = parsed.file.name.name;
      const isExternal = isTestFile(base) && packageName.endsWith('_test');
      const own = isExternal ? packageName.slice(0, -'_test'.length) : packageName;
      // A file that only documents a program may call its package so.
      if (options.constraints && own === 'documentation') continue;
      if (first === null) first = { name: own, file: base };
      else if (first.name !== own) {
        const packages = `${first.name} (${first.file}) and ${own} (${base})`;
        problem ??= { kind: 'mixed', packages };
      }
      if (isExternal) {
        externalTests.push(parsed);
        continue;
      }
    }
    (isTestFile(base) ? tests : files).push(parsed);
  }
  return { name: first?.name ?? '', files, tests, externalTests, hasExcluded, problem };
}

function byName(a: SourceText, b: SourceText): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
