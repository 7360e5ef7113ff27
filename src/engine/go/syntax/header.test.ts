// Mistakes before the first declaration, with the output of go build recorded in
// testdata/headers.txtar: go/parser's words for the header, gc's for everything else.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from './diagnostic.ts';
import { headerErrorOrNull } from './header.ts';
import { parse } from './parser.ts';
import { FileSet } from './pos.ts';
import { readArchive } from './testing/archive.ts';

describe('the header of a file', () => {
  const archive = readArchive(
    readFileSync(new URL('./testdata/headers.txtar', import.meta.url), 'utf8'),
  );
  const programs = [...archive.keys()].filter((name) => name.endsWith('.go'));

  it.each(programs)('%s gets the words of go build', (name) => {
    const fset = new FileSet();
    const source = fset.addFile('prog.go', archive.get(name) ?? '');
    const headerError = headerErrorOrNull(source);
    const diagnostics = headerError === null ? parse(source).diagnostics : [headerError];
    expect(formatDiagnostics(fset, diagnostics)).toBe(archive.get(name.replace(/go$/, 'out')));
  });

  it('ends even at a brace that closes nothing, where an import may end and never does', () => {
    const source = new FileSet().addFile('prog.go', 'package p\n\nimport ( } "a" )\n');
    expect(headerErrorOrNull(source)?.message).toBe('missing import path');
  });
});
