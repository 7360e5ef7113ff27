// Checking a piece of Go in tests, without a library.

import { formatDiagnostics } from '../../syntax/diagnostic.ts';
import { parse } from '../../syntax/parser.ts';
import { FileSet } from '../../syntax/pos.ts';
import { check, type CheckResult, type Importer } from '../check.ts';

/** An importer that has the given packages, as Go text by import path. */
export function importerOf(fset: FileSet, packages: Readonly<Record<string, string>>): Importer {
  return {
    importPackage(path) {
      const text = packages[path];
      if (text === undefined) return { error: `package ${path} is not in std` };
      const { file } = parse(fset.addFile(`${path}/${path}.go`, text));
      return check(fset, [file], { path, importer: this }).pkg;
    },
  };
}

/** What is found in the text as package p, syntax errors included. */
export function checkSource(
  text: string,
  packages: Readonly<Record<string, string>> = {},
  goVersion?: string,
): { readonly fset: FileSet; readonly result: CheckResult; readonly listing: string } {
  const fset = new FileSet();
  const { file, diagnostics } = parse(fset.addFile('p.go', text));
  const result = check(fset, [file], {
    path: 'p',
    importer: importerOf(fset, packages),
    ...(goVersion === undefined ? {} : { goVersion }),
  });
  const all = diagnostics.length > 0 ? diagnostics : result.diagnostics;
  return { fset, result, listing: formatDiagnostics(fset, all).replaceAll('./p.go', 'p.go') };
}

/** gc's listing of the errors in the text, whose file is p.go. */
export function errorsIn(text: string, packages: Readonly<Record<string, string>> = {}): string {
  return checkSource(text, packages).listing;
}
