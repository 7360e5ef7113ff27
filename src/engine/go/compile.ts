// Source text to checked packages: the only place where the stages of the front end are chained,
// and where the packages of the library are found, parsed and checked when they are imported.

import { check, type CheckResult, type Importer } from './types/check.ts';
import { libraryFiles } from './library/library.ts';
import { importRefusal, isInternal } from './library/import-refusal.ts';
import type { File } from './syntax/ast.ts';
import { type Diagnostic, formatDiagnostics, hasSyntaxErrors } from './syntax/diagnostic.ts';
import { headerErrorOrNull } from './syntax/header.ts';
import { parse } from './syntax/parser.ts';
import { FileSet, sharedBase } from './syntax/pos.ts';
import type { Package } from './types/type.ts';

export interface SourceText {
  readonly name: string;
  readonly text: string;
}

/** All packages of a program: the library's in the order in which they are needed, then main. */
export interface CheckedProgram {
  readonly fset: FileSet;
  readonly packages: readonly CheckResult[];
}

export interface FrontEndResult {
  readonly fset: FileSet;
  /** The user's files; parsed even if they have errors. */
  readonly files: readonly File[];
  readonly diagnostics: readonly Diagnostic[];
  /** Null when there are diagnostics. */
  readonly program: CheckedProgram | null;
}

export interface FrontEndOptions {
  /** Language version like "go1.21"; the newest without it. */
  readonly goVersion?: string;
}

/** Parses and checks the files of package main with all that they import. */
export function checkSources(
  sources: readonly SourceText[],
  options: FrontEndOptions = {},
): FrontEndResult {
  const fset = new FileSet(library.fset);
  const added = sources.map((source) => fset.addFile(source.name, source.text));
  const files: File[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of added) {
    const header = headerErrorOrNull(source);
    if (header !== null) return { fset, files, diagnostics: [header], program: null };
    const parsed = parse(source);
    files.push(parsed.file);
    diagnostics.push(...parsed.diagnostics);
  }
  if (hasSyntaxErrors(diagnostics)) return { fset, files, diagnostics, program: null };
  // The values of run-time panics are of the types of runtime, whatever the program imports.
  library.importPackage('runtime');
  const main = check(fset, files, {
    path: 'main',
    importer: forPrograms,
    hasParseErrors: diagnostics.length > 0,
    ...(options.goVersion === undefined ? {} : { goVersion: options.goVersion }),
  });
  diagnostics.push(...main.diagnostics);
  if (diagnostics.length > 0) return { fset, files, diagnostics, program: null };
  return {
    fset,
    files,
    diagnostics,
    program: { fset, packages: [...library.neededBy(main.pkg), main] },
  };
}

/** The diagnostics as the go command prints them. */
export function diagnosticText(result: FrontEndResult): string {
  return formatDiagnostics(result.fset, result.diagnostics);
}

/**
 * The library's packages, checked on demand, each once for all programs: they never change, and no
 * program can tell.
 */
class Library implements Importer {
  readonly fset = new FileSet(null, sharedBase);
  private readonly checked = new Map<string, CheckResult>();

  importPackage(path: string): Package | { readonly error: string } {
    const known = this.checked.get(path);
    if (known !== undefined) return known.pkg;
    const texts = libraryFiles(path);
    if (texts === null) return { error: importRefusal(path) };
    const files = texts.map(({ name, text }) => {
      const { file, diagnostics } = parse(this.fset.addFile(name, text));
      this.demandNone(diagnostics);
      return file;
    });
    const result = check(this.fset, files, { path, importer: this, allowsNatives: true });
    this.demandNone(result.diagnostics);
    this.checked.set(path, result);
    return result.pkg;
  }

  /** What a package imports, directly or not, and runtime, each after what it needs itself. */
  neededBy(pkg: Package): readonly CheckResult[] {
    const needed = new Map<string, CheckResult>();
    const visit = (path: string): void => {
      const result = this.checked.get(path);
      if (result === undefined || needed.has(path)) return;
      for (const imported of result.pkg.imports) visit(imported.path);
      needed.set(path, result);
    };
    visit('runtime');
    for (const imported of pkg.imports) visit(imported.path);
    return [...needed.values()];
  }

  /** The library is ours: a mistake in it is a mistake of ours. */
  private demandNone(diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length > 0) {
      throw new Error(`Library does not compile:\n${formatDiagnostics(this.fset, diagnostics)}`);
    }
  }
}

const library = new Library();

/** What programs may import: all of the library but its internals. */
const forPrograms: Importer = {
  importPackage(path) {
    if (isInternal(path)) return { error: `use of internal package ${path} not allowed` };
    return library.importPackage(path);
  },
};
