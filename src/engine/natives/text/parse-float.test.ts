// Expected values come from strconv.ParseFloat of the real toolchain.

import { expect, test } from 'vitest';
import { parseFloat } from './parse-float.ts';

const underscored: readonly (readonly [string, number | null])[] = [
  ['1_000', 1000],
  ['1_0.5_0e1_0', 1.05e11],
  ['0_1', 1],
  ['0x_1p-2', 0.25],
  ['0x1_fp-2', 7.75],
  ['_1', null],
  ['+_1', null],
  ['1_', null],
  ['1__0', null],
  ['1_.5', null],
  ['1._5', null],
  ['1_e5', null],
  ['1e_5', null],
  ['_0x1p1', null],
  ['0x1_p1', null],
  ['0x1p_1', null],
];

test.each(underscored)('underscores may stand between digits: %s', (text, want) => {
  const { value, status } = parseFloat(text, 64);
  expect(status === 'ok' ? value : null).toBe(want);
});

test('a number too large for its width is infinite and out of range', () => {
  expect(parseFloat('1e400', 64)).toEqual({ value: Number.POSITIVE_INFINITY, status: 'range' });
  expect(parseFloat('-1e39', 32)).toEqual({ value: Number.NEGATIVE_INFINITY, status: 'range' });
});
