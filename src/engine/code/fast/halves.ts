// 64-bit integers as two halves of 32 bits: JS texts of the arithmetic on them. What computes with all
// 64 bits would be bigints between its operators; halves are small numbers. Invariants: both texts are
// int32 values without effects, readable in any order and as often as wanted once settled; `steps` are
// evaluated before them, in order.

import type { Unit } from '../unit.ts';

export interface Halves {
  readonly steps: readonly string[];
  readonly low: string;
  readonly high: string;
}

const words = /^\(?-?\w+\)?$/;

export function isWord(text: string): boolean {
  return words.test(text);
}

export function constantHalves(value: number | bigint): Halves {
  const bits = BigInt(value);
  const low = Number(BigInt.asIntN(32, bits));
  const high = Number(BigInt.asIntN(32, bits >> 32n));
  return { steps: [], low: int(low), high: int(high) };
}

const int = (value: number): string => (value < 0 ? `(${value})` : String(value));

/** The value of a text that is a constant. */
function constantOf(text: string): number | null {
  const match = /^\(?(-?\d+)\)?$/.exec(text);
  return match === null ? null : Number(match[1]);
}

/** Texts that may be read more than once. */
export function settle(unit: Unit, x: Halves): Halves {
  if (isWord(x.low) && isWord(x.high)) return x;
  const steps = [...x.steps];
  const settled = (text: string): string => {
    if (isWord(text)) return text;
    const t = unit.temporary();
    steps.push(`${t}=${text}`);
    return t;
  };
  const low = settled(x.low);
  return { steps, low, high: settled(x.high) };
}

/** Halves of a 64-bit integer as it is represented elsewhere: a number while safe, else a bigint. */
export function split(unit: Unit, text: string): Halves {
  const [low, high] = [unit.temporary(), unit.temporary()];
  return { steps: [splitInto(unit, text, low, high)], low, high };
}

/** Assigns the halves of a value to two variables. */
export function splitInto(unit: Unit, text: string, low: string, high: string): string {
  const isRead = /^[A-Za-z]\w*$/.test(text);
  const value = isRead ? text : unit.temporary();
  const first = isRead ? '' : `${value}=${text},`;
  const [big, half] = [unit.helper('bigScratch'), unit.helper('halfScratch')];
  const small = `${low}=${value}|0,${high}=Math.floor(${value}*2.3283064365386963e-10)|0`;
  const large = `${big}[0]=${value},${low}=${half}[0],${high}=${half}[1]`;
  return `(${first}typeof ${value}==='number'?(${small}):(${large}))`;
}

/** The integer as it is represented elsewhere. */
export function join(unit: Unit, x: Halves, signed: boolean): string {
  return withSteps(x, joinText(unit, x.low, x.high, signed));
}

export function joinText(unit: Unit, low: string, high: string, signed: boolean): string {
  if (high === '0') return `(${low}>>>0)`;
  return `${unit.helper(signed ? 'joinInt64' : 'joinUint64')}(${high},${low})`;
}

export function withSteps(x: Halves, text: string): string {
  return x.steps.length === 0 ? text : `(${[...x.steps, text].join(',')})`;
}

export function bitwise(op: '&' | '|' | '^' | '&^', x: Halves, y: Halves): Halves {
  const steps = [...x.steps, ...y.steps];
  return { steps, low: bits(op, x.low, y.low), high: bits(op, x.high, y.high) };
}

function bits(op: '&' | '|' | '^' | '&^', x: string, y: string): string {
  const [a, b] = [constantOf(x), constantOf(y)];
  if (op === '&^') return b === null ? `(${x}&~${y})` : bits('&', x, int(~b));
  if (op === '&') {
    if (a === 0 || b === 0) return '0';
    if (a === -1) return y;
    return b === -1 ? x : `(${x}&${y})`;
  }
  if (a === 0) return y;
  return b === 0 ? x : `(${x}${op}${y})`;
}

export function complement(x: Halves): Halves {
  return { steps: x.steps, low: `(~${x.low})`, high: `(~${x.high})` };
}

export function negate(unit: Unit, value: Halves): Halves {
  const x = settle(unit, value);
  // ~x + 1: the one is carried where all lower bits are ones.
  return { steps: x.steps, low: `(-${x.low}|0)`, high: `(~${x.high}+(${x.low}===0?1:0)|0)` };
}

/** Carries are found by their bits: which way a branch went could not be foretold. */
export function add(unit: Unit, left: Halves, right: Halves): Halves {
  const [x, y] = [settle(unit, left), settle(unit, right)];
  const steps = [...x.steps, ...y.steps];
  if (y.low === '0') return { steps, low: x.low, high: `(${x.high}+${y.high}|0)` };
  const t = unit.temporary();
  steps.push(`${t}=${x.low}+${y.low}|0`);
  const carry = `((${x.low}&${y.low}|(${x.low}|${y.low})&~${t})>>>31)`;
  const highs = y.high === '0' ? x.high : `${x.high}+${y.high}`;
  return { steps, low: t, high: `(${highs}+${carry}|0)` };
}

export function subtract(unit: Unit, left: Halves, right: Halves): Halves {
  const [x, y] = [settle(unit, left), settle(unit, right)];
  const t = unit.temporary();
  const steps = [...x.steps, ...y.steps, `${t}=${x.low}-${y.low}|0`];
  const borrow = `((~${x.low}&${y.low}|(~${x.low}|${y.low})&${t})>>>31)`;
  const highs = y.high === '0' ? x.high : `${x.high}-${y.high}`;
  return { steps, low: t, high: `(${highs}-${borrow}|0)` };
}

/** The low 64 bits: long multiplication with digits of 16 bits in the low halves. */
export function multiply(unit: Unit, left: Halves, right: Halves): Halves {
  const isReversed = constantOf(left.low) !== null;
  const [x, y] = [settle(unit, isReversed ? right : left), settle(unit, isReversed ? left : right)];
  const steps = isReversed ? [...y.steps, ...x.steps] : [...x.steps, ...y.steps];
  const keep = (text: string): string => {
    const t = unit.temporary();
    steps.push(`${t}=${text}`);
    return t;
  };
  const factor = constantOf(y.low);
  const b0 = factor === null ? keep(`${y.low}&65535`) : int(factor & 0xffff);
  const b1 = factor === null ? keep(`${y.low}>>>16`) : int(factor >>> 16);
  const a0 = keep(`${x.low}&65535`);
  const a1 = keep(`${x.low}>>>16`);
  const t = keep(`Math.imul(${a1},${b0})+(Math.imul(${a0},${b0})>>>16)|0`);
  const parts = [`(${t}>>>16)`];
  if (b1 !== '0') {
    const u = keep(`Math.imul(${a0},${b1})+(${t}&65535)|0`);
    parts.push(`Math.imul(${a1},${b1})`, `(${u}>>>16)`);
  }
  if (x.high !== '0') parts.push(`Math.imul(${x.high},${y.low})`);
  if (y.high !== '0') parts.push(`Math.imul(${x.low},${y.high})`);
  return { steps, low: `Math.imul(${x.low},${y.low})`, high: `(${parts.join('+')}|0)` };
}

export function shiftLeft(unit: Unit, value: Halves, count: number): Halves {
  if (count === 0) return value;
  if (count > 63) return { steps: value.steps, low: '0', high: '0' };
  if (count === 32) return { steps: value.steps, low: '0', high: value.low };
  if (count > 32) return { steps: value.steps, low: '0', high: `(${value.low}<<${count - 32})` };
  const x = settle(unit, value);
  const high = `(${x.high}<<${count}|${x.low}>>>${32 - count})`;
  return { steps: x.steps, low: `(${x.low}<<${count})`, high };
}

export function shiftRight(unit: Unit, value: Halves, count: number, signed: boolean): Halves {
  if (count === 0) return value;
  const x = settle(unit, value);
  const { steps } = x;
  const sign = signed ? `(${x.high}>>31)` : '0';
  if (count > 63) return { steps, low: sign, high: sign };
  if (count === 32) return { steps, low: x.high, high: sign };
  const op = signed ? '>>' : '>>>';
  // Halves are int32: what `>>>` gives is made one where a bit could stand at the top.
  if (count > 32) return { steps, low: `(${x.high}${op}${count - 32})`, high: sign };
  const low = `(${x.low}>>>${count}|${x.high}<<${32 - count})`;
  return { steps, low, high: `(${x.high}${op}${count})` };
}

/** `count`: 0 to 63. */
export function rotateLeft(unit: Unit, value: Halves, count: number): Halves {
  const x = settle(unit, value);
  const [low, high] = count > 31 ? [x.high, x.low] : [x.low, x.high];
  const n = count & 31;
  if (n === 0) return { steps: x.steps, low, high };
  const turned = (one: string, other: string): string => `(${one}<<${n}|${other}>>>${32 - n})`;
  return { steps: x.steps, low: turned(low, high), high: turned(high, low) };
}

/** Shifts by a count that is a variable: a number from 0 on, or a bigint. */
export function shiftBy(
  unit: Unit,
  op: '<<' | '>>',
  value: Halves,
  count: string,
  signed: boolean,
): Halves {
  const x = settle(unit, value);
  const [low, high] = [unit.temporary(), unit.temporary()];
  const [l, h, n] = [x.low, x.high, count];
  let near: string;
  let far: string;
  if (op === '<<') {
    near = `${high}=${h}<<${n}|${l}>>>1>>>31-${n},${low}=${l}<<${n}`;
    far = `${high}=${n}<64?${l}<<${n}-32:0,${low}=0`;
  } else if (signed) {
    near = `${low}=${l}>>>${n}|${h}<<1<<31-${n},${high}=${h}>>${n}`;
    far = `${high}=${h}>>31,${low}=${n}<64?${h}>>${n}-32:${high}`;
  } else {
    near = `${low}=${l}>>>${n}|${h}<<1<<31-${n},${high}=${h}>>>${n}|0`;
    far = `${low}=${n}<64?${h}>>>${n}-32|0:0,${high}=0`;
  }
  return { steps: [...x.steps, `${n}<32?(${near}):(${far})`], low, high };
}

/** Compares two integers. */
export function compare(
  unit: Unit,
  op: '==' | '!=' | '<' | '<=' | '>' | '>=',
  left: Halves,
  right: Halves,
  signed: boolean,
): string {
  if (op === '==' || op === '!=') {
    const steps = [...left.steps, ...right.steps];
    const low = bits('^', left.low, right.low);
    const high = bits('^', left.high, right.high);
    const differs = `((${low}|${high})${op}=0)`;
    return withSteps({ steps, low, high }, differs);
  }
  const [x, y] = [settle(unit, left), settle(unit, right)];
  const natural = (text: string): string => {
    const constant = constantOf(text);
    return constant === null ? `(${text}>>>0)` : String(constant >>> 0);
  };
  const highs = signed ? `${x.high}${op}${y.high}` : `${natural(x.high)}${op}${natural(y.high)}`;
  const lows = `${natural(x.low)}${op}${natural(y.low)}`;
  const steps = [...x.steps, ...y.steps];
  return withSteps({ ...x, steps }, `(${x.high}===${y.high}?${lows}:${highs})`);
}

/** float64(x), rounded once: both parts are exact, and so is the power of two. */
export function toFloat(x: Halves, signed: boolean): string {
  const high = signed ? x.high : `(${x.high}>>>0)`;
  return withSteps(x, `(${high}*4294967296+(${x.low}>>>0))`);
}
