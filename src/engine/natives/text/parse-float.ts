// Text to floating-point numbers, as strconv.ParseFloat reads them.
// Status: ok, syntax (not a number) or range (too large for the width; the value is ±Inf).

export interface ParsedFloat {
  readonly value: number;
  readonly status: 'ok' | 'syntax' | 'range';
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const HEXADECIMAL = /^([+-]?)0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)$/;
const SPECIAL = /^([+-]?)(inf|infinity|nan)$/i;

export function parseFloat(text: string, bits: 32 | 64): ParsedFloat {
  const special = SPECIAL.exec(text);
  if (special !== null) {
    const isNaN = (special[2] ?? '').toLowerCase() === 'nan';
    if (isNaN) {
      return special[1] === ''
        ? { value: Number.NaN, status: 'ok' }
        : { value: 0, status: 'syntax' };
    }
    const value = special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return { value, status: 'ok' };
  }
  const plain = withoutUnderscores(text);
  if (plain === null) return { value: 0, status: 'syntax' };
  const hex = HEXADECIMAL.exec(plain);
  if (hex !== null) return hexadecimal(hex, bits);
  if (!DECIMAL.test(plain)) return { value: 0, status: 'syntax' };
  const value = bits === 32 ? nearestFloat32(plain) : Number(plain);
  return { value, status: Number.isFinite(value) ? 'ok' : 'range' };
}

/** Underscores may stand between digits, and after the prefix of a hexadecimal number. */
function withoutUnderscores(text: string): string | null {
  if (!text.includes('_')) return text;
  const isHexadecimal = /^[+-]?0[xX]/.test(text);
  const misplaced = isHexadecimal ? /__|_$|_[.pP+-]|[.pP+-]_/ : /^_|__|_$|_[.eE+-]|[.eE+-]_/;
  if (misplaced.test(text)) return null;
  return text.replaceAll('_', '');
}

/**
 * Rounding a decimal first to float64 and then to float32 can be off by one when the first step
 * lands exactly between two float32: then the exact decimal decides.
 */
function nearestFloat32(text: string): number {
  const wide = Number(text);
  const narrow = Math.fround(wide);
  if (!Number.isFinite(wide) || narrow === wide) return narrow;
  const other = wide > narrow ? nextFloat32(narrow, 1) : nextFloat32(narrow, -1);
  if ((narrow + other) / 2 !== wide) return narrow;
  const side = compareDecimal(text, wide);
  if (side === 0) return narrow;
  const [low, high] = narrow < other ? [narrow, other] : [other, narrow];
  return side > 0 ? high : low;
}

const scratch = new DataView(new ArrayBuffer(4));

function nextFloat32(value: number, direction: 1 | -1): number {
  scratch.setFloat32(0, value);
  const word = scratch.getInt32(0);
  if (value === 0) {
    scratch.setInt32(0, direction > 0 ? 1 : -0x7fffffff);
  } else {
    scratch.setInt32(0, word + (value > 0 === direction > 0 ? 1 : -1));
  }
  return scratch.getFloat32(0);
}

/** Sign of (decimal text − x), exactly. */
function compareDecimal(text: string, x: number): number {
  const [mantissa = '0', exponentText = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.replace(/^[+-]/, '').split('.');
  let numerator = BigInt(whole + fraction || '0');
  if (mantissa.startsWith('-')) numerator = -numerator;
  const exponent = Number(exponentText) - fraction.length;
  let denominator = 1n;
  if (exponent >= 0) numerator *= 10n ** BigInt(exponent);
  else denominator = 10n ** BigInt(-exponent);
  let scaled = x;
  let power = 0;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    power++;
  }
  const difference = (numerator << BigInt(power)) - BigInt(scaled) * denominator;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function hexadecimal(match: RegExpExecArray, bits: 32 | 64): ParsedFloat {
  const [, sign = '', whole = '', fraction = '', exponentText = '0'] = match;
  if (whole + fraction === '') return { value: 0, status: 'syntax' };
  let mantissa = BigInt(`0x${whole}${fraction}`);
  let exponent = Number(exponentText) - 4 * fraction.length;
  if (mantissa === 0n) return { value: sign === '-' ? -0 : 0, status: 'ok' };
  const precision = bits === 64 ? 53 : 24;
  const lowest = bits === 64 ? -1074 : -149;
  const length = mantissa.toString(2).length;
  const drop = Math.max(length - precision, lowest - exponent);
  if (drop > length + 1) return { value: sign === '-' ? -0 : 0, status: 'ok' };
  if (drop > 0) {
    const half = 1n << BigInt(drop - 1);
    const rest = mantissa & ((1n << BigInt(drop)) - 1n);
    mantissa >>= BigInt(drop);
    if (rest > half || (rest === half && mantissa % 2n === 1n)) mantissa++;
    exponent += drop;
  }
  const magnitude = scaleByPower(Number(mantissa), exponent);
  const value = bits === 32 ? Math.fround(magnitude) : magnitude;
  const status = Number.isFinite(value) ? 'ok' : 'range';
  return { value: sign === '-' ? -value : value, status };
}

/** x × 2^power in steps that cannot over- or underflow early. */
function scaleByPower(x: number, power: number): number {
  let result = x;
  let rest = power;
  while (rest > 0 && Number.isFinite(result)) {
    const step = Math.min(rest, 1000);
    result *= 2 ** step;
    rest -= step;
  }
  while (rest < 0 && result !== 0) {
    const step = Math.min(-rest, 1000);
    result /= 2 ** step;
    rest += step;
  }
  return result;
}
