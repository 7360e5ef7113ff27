import { expect, test } from 'vitest';
import { encodeUtf8 } from '../engine/base/utf8.ts';
import { LiveOutput } from './live-output.ts';
import { liveOutputMax } from './protocol.ts';

const written = (...texts: readonly string[]) => texts.map((text) => ({ bytes: encodeUtf8(text) }));

test('each portion begins where the one before has ended', () => {
  const live = new LiveOutput();
  expect(live.take(written())).toBe('');
  expect(live.take(written('a', 'grün\n'))).toBe('agrün\n');
  expect(live.take(written('a', 'grün\n'))).toBe('');
  expect(live.take(written('a', 'grün\n', 'b'))).toBe('b');
});

test('more than there is room for is left out, from the first write that does not fit', () => {
  const live = new LiveOutput();
  const much = 'x'.repeat(liveOutputMax - 1);
  expect(live.take(written(much, 'yz', 'w'))).toBe(much);
  expect(live.take(written(much, 'yz', 'w', 'v'))).toBe('');
});
