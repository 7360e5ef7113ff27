// Natives of math and math/bits that are exact in any JavaScript engine. What IEEE 754 does not
// fix (sin, exp, log…) is Go source, so that every machine prints the same digits.

const scratch = new DataView(new ArrayBuffer(8));
type Word = number | bigint;

function canonical(value: bigint): Word {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function float64bits(x: number): Word {
  scratch.setFloat64(0, x);
  return canonical(scratch.getBigUint64(0));
}

function float64frombits(bits: Word): number {
  scratch.setBigUint64(0, BigInt(bits));
  return scratch.getFloat64(0);
}

function float32bits(x: number): number {
  scratch.setFloat32(0, x);
  return scratch.getUint32(0);
}

function float32frombits(bits: number): number {
  scratch.setUint32(0, bits);
  return scratch.getFloat32(0);
}

/** math.Mod: the sign of the result is that of x; exact, as the remainder of floats is. */
function mod(x: number, y: number): number {
  return x % y;
}

/** Fused multiply-add by exact integers: x*y+z rounded once. */
function fma(x: number, y: number, z: number): number {
  const product = x * y;
  if (!Number.isFinite(product) || !Number.isFinite(z) || x === 0 || y === 0) return product + z;
  const a = exactParts(x);
  const b = exactParts(y);
  const c = exactParts(z);
  const exponent = Math.min(a.exponent + b.exponent, c.exponent);
  const left = (a.mantissa * b.mantissa) << BigInt(a.exponent + b.exponent - exponent);
  const right = z === 0 ? 0n : c.mantissa << BigInt(c.exponent - exponent);
  const sum = left + right;
  if (sum === 0n) return product + z === 0 ? product + z : 0;
  return rounded(sum, exponent);
}

function exactParts(x: number): { mantissa: bigint; exponent: number } {
  scratch.setFloat64(0, x);
  const word = scratch.getBigUint64(0);
  const biased = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | (1n << 52n);
  return {
    mantissa: x < 0 ? -magnitude : magnitude,
    exponent: biased === 0 ? -1074 : biased - 1075,
  };
}

/** mantissa × 2^exponent to the nearest float64, ties to even. */
function rounded(mantissa: bigint, exponent: number): number {
  const negative = mantissa < 0n;
  let m = negative ? -mantissa : mantissa;
  let e = exponent;
  const length = m.toString(2).length;
  const drop = Math.max(length - 53, -1074 - e);
  if (drop > 0) {
    const half = 1n << BigInt(drop - 1);
    const rest = m & ((1n << BigInt(drop)) - 1n);
    m >>= BigInt(drop);
    if (rest > half || (rest === half && m % 2n === 1n)) m++;
    e += drop;
  }
  let value = Number(m);
  for (; e > 0 && Number.isFinite(value); e -= Math.min(e, 1000)) value *= 2 ** Math.min(e, 1000);
  for (; e < 0 && value !== 0; e += Math.min(-e, 1000)) value /= 2 ** Math.min(-e, 1000);
  return negative ? -value : value;
}

function mulHigh(x: Word, y: Word): Word {
  return canonical((BigInt(x) * BigInt(y)) >> 64n);
}

function divide(high: Word, low: Word, divisor: Word): [Word, Word] {
  const dividend = (BigInt(high) << 64n) | BigInt(low);
  const by = BigInt(divisor);
  return [canonical(dividend / by), canonical(dividend % by)];
}

export const mathNatives = {
  'math.Sqrt': Math.sqrt,
  'math.Floor': Math.floor,
  'math.Ceil': Math.ceil,
  'math.Trunc': Math.trunc,
  'math.Abs': Math.abs,
  'math.Float64bits': float64bits,
  'math.Float64frombits': float64frombits,
  'math.Float32bits': float32bits,
  'math.Float32frombits': float32frombits,
  'math.mod': mod,
  'math.FMA': fma,
  'math/bits.mulHigh': mulHigh,
  'math/bits.divide': divide,
};
