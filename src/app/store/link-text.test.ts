// Links: what goes in comes out, and nothing that an address says does harm.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Linked, linkFragment, readFragment } from './link-text.ts';

const linked: Linked = {
  text: 'package main\n\nfunc main() { println("世界 😀") }\n',
  programId: null,
  seed: 7,
  settings: { processors: 4, input: 'one\ntwo', signals: [{ signal: 15, atNs: 1e6 }] },
  step: 12_345,
};

describe('a link', () => {
  it('brings back what it was made of', async () => {
    const fragment = await linkFragment(linked);
    expect(fragment).toMatch(/^#run=[\w-]+$/);
    expect(await readFragment(fragment)).toEqual(linked);
  });

  it('of a long program is short enough for an address', async () => {
    const text = `package main\n\nfunc main() {\n${'\tprintln("again")\n'.repeat(1000)}}\n`;
    expect((await linkFragment({ ...linked, text })).length).toBeLessThan(2000);
  });

  it('that is broken or strange is none', async () => {
    const whole = await linkFragment(linked);
    for (const fragment of ['', '#', '#run=', '#run=%%%', '#other', whole.slice(0, 40)]) {
      expect(await readFragment(fragment)).toBe(null);
    }
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await readFragment(`#run=${text}`)).toBe(null);
      }),
      { numRuns: 50 },
    );
  });

  it('with values that nothing here makes falls back to usual ones', async () => {
    const strange = { ...linked, seed: -1, step: 'x', settings: { processors: 1e9, signals: 3 } };
    const fragment = await linkFragment(strange as unknown as Linked);
    expect(await readFragment(fragment)).toEqual({
      ...linked,
      seed: 0,
      step: 0,
      settings: { processors: 1, input: '', signals: [] },
    });
  });
});
