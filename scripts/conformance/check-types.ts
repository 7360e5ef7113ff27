// One package as the tests of Go's type checker see it: all errors of parser and checker, with their
// places, whatever gc would do with them. The library's packages are there, and package unsafe.

import { libraryFiles } from '../../src/engine/go/library/library.ts';
import { missingNameMessageOrNull } from '../../src/engine/go/library/provided.ts';
import { parse } from '../../src/engine/go/syntax/parser.ts';
import { FileSet, type Pos } from '../../src/engine/go/syntax/pos.ts';
import { Typ } from '../../src/engine/go/types/basic.ts';
import { check, type CheckResult, type Importer } from '../../src/engine/go/types/check.ts';
import type { Package } from '../../src/engine/go/types/type.ts';
import { unsafePackage } from '../../src/engine/go/types/universe.ts';

interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Checked once, for all packages. */
const libraryFset = new FileSet(null, 2 ** 40);
const libraryPackages = new Map<string, Package>();

const library: Importer = {
  missingNameOrNull: missingNameMessageOrNull,
  importPackage(path) {
    if (path === 'unsafe') return unsafePackage;
    const known = libraryPackages.get(path);
    if (known !== undefined) return known;
    const texts = libraryFiles(path);
    if (texts === null) return { error: `package ${path} is not provided by Interleave` };
    const files = texts.map(({ name, text }) => parse(libraryFset.addFile(name, text)).file);
    const options = { path, importer: library, allowsNatives: true, ignoreFuncBodies: true };
    const { pkg } = check(libraryFset, files, options);
    libraryPackages.set(path, pkg);
    return pkg;
  },
};

/** The errors in the files of one package; constants that `assert` is called with must be true. */
export function checkTypes(
  sources: readonly { readonly name: string; readonly text: string }[],
  goVersion: string | null,
): readonly Found[] {
  const fset = new FileSet(libraryFset);
  const parsed = sources.map(({ name, text }) => parse(fset.addFile(name, text)));
  const syntax = parsed.flatMap(({ diagnostics }) => diagnostics);
  const { diagnostics, info } = check(
    fset,
    parsed.map(({ file }) => file),
    {
      path: 'p',
      importer: library,
      // As a test of the checker alone: functions may be without bodies.
      allowsNatives: true,
      hasParseErrors: syntax.length > 0,
      ...(goVersion === null ? {} : { goVersion }),
    },
  );
  return [...syntax, ...diagnostics, ...failedAssertions(info)].map(({ pos, message }) => {
    const { file, line, column } = fset.position(pos);
    return { file, line, column, message };
  });
}

/** Go's checker has a predeclared function for its tests, which a helper stands for here. */
function failedAssertions({ types }: CheckResult['info']): { pos: Pos; message: string }[] {
  return [...types.keys()].flatMap((x) => {
    if (x.kind !== 'CallExpr' || x.fun.kind !== 'Ident' || x.fun.name !== 'assert') return [];
    const { value = null, type } = types.get(x.args[0] ?? x) ?? {};
    // Whether a constant that is none is true cannot be said.
    const isTrue = value?.kind === 'bool' && value.value;
    if (isTrue || value?.kind === 'unknown' || type === Typ.invalid) return [];
    return [{ pos: x.pos, message: 'assertion failed' }];
  });
}
