// How lists of errors are cut and ordered, and how positions count.

import { describe, expect, it } from 'vitest';
import type { Diagnostic } from './diagnostic.ts';
import { formatDiagnostics } from './diagnostic.ts';
import { FileSet, noPos, posAt, posOfLineColumn } from './pos.ts';

const fset = new FileSet();
const first = fset.addFile('prog.go', 'abc\ndef\nghi\n');
const second = fset.addFile('lib/lib.go', '世界x\n');

function error(offset: number, message: string, code = 'Test'): Diagnostic {
  const pos = posAt(first, offset);
  return { code, severity: 'error', pos, end: pos, message };
}

describe('formatDiagnostics', () => {
  it('sorts by position and keeps continuation lines', () => {
    expect(formatDiagnostics(fset, [error(5, 'late\n\thave (int)'), error(0, 'early')])).toBe(
      './prog.go:1:1: early\n./prog.go:2:2: late\n\thave (int)\n',
    );
  });

  it('shows one syntax error a line and no error twice', () => {
    const syntax = [error(0, 'syntax error: a', 'syntax'), error(1, 'syntax error: b', 'syntax')];
    expect(formatDiagnostics(fset, [...syntax, error(5, 'x'), error(5, 'x'), error(5, 'y')])).toBe(
      './prog.go:1:1: syntax error: a\n./prog.go:2:2: x\n./prog.go:2:2: y\n',
    );
  });

  it('gives up at the tenth error reported, before it sorts', () => {
    const errors = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].map((offset) => error(offset, `e${offset}`));
    const lines = formatDiagnostics(fset, errors).split('\n');
    expect(lines[0]).toBe('./prog.go:1:3: e2');
    expect(lines.slice(10)).toEqual(['./prog.go:1:3: too many errors', '']);
  });

  it('shows files below the directory without a dot, and no position if there is none', () => {
    const pos = posAt(second, 2);
    const there: Diagnostic = { code: 'T', severity: 'error', pos, end: pos, message: 'there' };
    expect(formatDiagnostics(fset, [there, { ...there, pos: noPos, message: 'nowhere' }])).toBe(
      'nowhere\nlib/lib.go:1:7: there\n',
    );
  });
});

describe('positions', () => {
  it('count columns in bytes of UTF-8', () => {
    expect(fset.position(posAt(second, 2))).toEqual({ file: 'lib/lib.go', line: 1, column: 7 });
    expect(posOfLineColumn(second, 1, 7)).toBe(posAt(second, 2));
  });

  it('belong to the file they were made for, up to and with its end', () => {
    expect(fset.fileOrNull(posAt(first, first.text.length))).toBe(first);
    expect(fset.fileOrNull(posAt(second, 0))).toBe(second);
    expect(fset.fileOrNull(noPos)).toBe(null);
    expect(fset.position(noPos).line).toBe(0);
  });
});
