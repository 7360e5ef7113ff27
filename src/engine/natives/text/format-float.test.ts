// Expected texts come from strconv.FormatFloat of the real toolchain.

import { expect, test } from 'vitest';
import { type FloatFormat, formatFloat } from './format-float.ts';

const cases: readonly (readonly [number, FloatFormat, number, 32 | 64, string])[] = [
  [0, 'g', 10, 64, '0'],
  [-0, 'g', -1, 64, '-0'],
  [1e6, 'g', -1, 64, '1e+06'],
  [123456789, 'g', -1, 64, '1.23456789e+08'],
  [100000, 'g', -1, 64, '100000'],
  [0.0001, 'g', -1, 64, '0.0001'],
  [0.00001, 'g', -1, 64, '1e-05'],
  [2.5, 'f', 0, 64, '2'],
  [3.5, 'f', 0, 64, '4'],
  [0.125, 'f', 2, 64, '0.12'],
  [1 / 3, 'e', 5, 64, '3.33333e-01'],
  [Math.fround(0.1), 'g', -1, 32, '0.1'],
  [Math.fround(16777216), 'g', -1, 32, '1.6777216e+07'],
  [5e-324, 'g', -1, 64, '5e-324'],
  [1.7976931348623157e308, 'g', -1, 64, '1.7976931348623157e+308'],
  [Number.POSITIVE_INFINITY, 'f', 3, 64, '+Inf'],
  [1, 'x', -1, 64, '0x1p+00'],
  [1, 'b', -1, 64, '4503599627370496p-52'],
];

test.each(cases)(
  '%d as %s with precision %d at %d bits is %s',
  (x, format, precision, bits, want) => {
    expect(formatFloat(x, format, precision, bits)).toBe(want);
  },
);
