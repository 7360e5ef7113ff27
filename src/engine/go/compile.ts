// Source text to checked packages: the only place where the stages of the front end are chained,
// and where the packages of the library are found, parsed and checked when they are imported.

import { check, type CheckResult } from './check/check.ts';
import type { Importer } from './check/checker.ts';
import { libraryFiles } from './library/library.ts';
import type { File } from './syntax/ast.ts';
import { type Diagnostic, formatDiagnostics, hasSyntaxErrors } from './syntax/diagnostic.ts';
import { headerErrorOrNull } from './syntax/header.ts';
import { parse } from './syntax/parser.ts';
import { FileSet } from './syntax/pos.ts';
import { Context } from './types/context.ts';
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
  const fset = new FileSet();
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
  const library = new Library(fset);
  // The values of run-time panics are of its types, whatever the program imports.
  library.importPackage('runtime');
  const main = check(fset, files, {
    path: 'main',
    importer: library,
    context: library.context,
    ...(options.goVersion === undefined ? {} : { goVersion: options.goVersion }),
  });
  diagnostics.push(...main.diagnostics);
  if (diagnostics.length > 0) return { fset, files, diagnostics, program: null };
  return {
    fset,
    files,
    diagnostics,
    program: { fset, packages: [...library.checked, main] },
  };
}

/** The diagnostics as the go command prints them. */
export function diagnosticText(result: FrontEndResult): string {
  return formatDiagnostics(result.fset, result.diagnostics);
}

/** Checks library packages on demand, each once. */
class Library implements Importer {
  readonly context = new Context();
  readonly checked: CheckResult[] = [];
  private readonly fset: FileSet;
  private readonly packages = new Map<string, Package>();

  constructor(fset: FileSet) {
    this.fset = fset;
  }

  importPackage(path: string): Package | { readonly error: string } {
    const known = this.packages.get(path);
    if (known !== undefined) return known;
    const texts = libraryFiles(path);
    if (texts === null) return { error: unavailable(path) };
    const files = texts.map(({ name, text }) => {
      const { file, diagnostics } = parse(this.fset.addFile(name, text));
      this.demandNone(diagnostics);
      return file;
    });
    const result = check(this.fset, files, { path, importer: this, context: this.context });
    this.demandNone(result.diagnostics);
    this.packages.set(path, result.pkg);
    this.checked.push(result);
    return result.pkg;
  }

  /** The library is ours: a mistake in it is a mistake of ours. */
  private demandNone(diagnostics: readonly Diagnostic[]): void {
    if (diagnostics.length > 0) {
      throw new Error(`Library does not compile:\n${formatDiagnostics(this.fset, diagnostics)}`);
    }
  }
}

function unavailable(path: string): string {
  const first = path.slice(0, path.indexOf('/') < 0 ? path.length : path.indexOf('/'));
  if (first.includes('.')) {
    return `package ${path} is not available in Interleave: only the standard library is`;
  }
  return `package ${path} is not available in Interleave`;
}
