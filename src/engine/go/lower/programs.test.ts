// Every program of the repository that the front end accepts can be lowered, twice to the same
// listing, and keeps the invariants of the IR.

import { describe, expect, it } from 'vitest';
import { checkSources } from '../compile.ts';
import { listing, lowerChecked } from './testing/lower-source.ts';

const programs = import.meta.glob('/src/{testdata/programs,programs}/**/*.go', {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Readonly<Record<string, string>>;

describe('all programs', () => {
  it.each(Object.entries(programs))('%s', (_, text) => {
    const checked = checkSources([{ name: 'prog.go', text }]).program;
    if (checked === null) return;
    const first = lowerChecked(checked);
    expect(first.funcs.length).toBeGreaterThan(0);
    expect(listing(lowerChecked(checked))).toBe(listing(first));
  });
});
