import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { fma } from './fused.ts';

const whole = fc.integer({ min: -(2 ** 30), max: 2 ** 30 });
const scale = fc.integer({ min: -400, max: 400 });

describe('fused multiply-add', () => {
  test('rounds once where multiplying and adding round twice', () => {
    const x = 1 + 2 ** -52;
    expect(fma(x, x, -1 - 2 ** -51)).toBe(2 ** -104);
    expect(x * x - 1 - 2 ** -51).toBe(0);
  });

  test('is exact on products of integers that fit', () => {
    fc.assert(
      fc.property(whole, whole, whole, scale, (x, y, z, exponent) => {
        const unit = 2 ** exponent;
        const exact = BigInt(x) * BigInt(y) + BigInt(z);
        expect(fma(x * unit, y, z * unit)).toBe(Number(exact) * unit + 0);
      }),
    );
  });

  test('passes infinities and NaN on as IEEE 754 says', () => {
    expect(fma(Infinity, 1, -Infinity)).toBeNaN();
    expect(fma(2, 3, Infinity)).toBe(Infinity);
    expect(fma(Infinity, 0, 1)).toBeNaN();
    expect(fma(2 ** 1000, 2 ** 1000, -Infinity)).toBe(-Infinity);
  });
});
