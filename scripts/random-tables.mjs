// Writes table.go of math/rand and tables.go of internal/random in the library: the numbers that fix
// the sequences of math/rand and math/rand/v2. They are computed, not copied: the table of the
// additive lagged Fibonacci generator x[n] = x[n-607] + x[n-273] (mod 2^64) is its state after
// 7.8e12 steps from seed 1, reached by raising t modulo the characteristic polynomial
// t^607 - t^334 - 1; the ziggurat tables are Marsaglia and Tsang's (2000).

import { writeFileSync } from 'node:fs';

const length = 607;
const tap = 273;
const word = (1n << 64n) - 1n;
const steps = 7_800_000_000_000n;

/** The minimal standard generator, by Schrage's method. @param {number} x */
function next(x) {
  const y = 48271 * (x % 44488) - 3399 * Math.trunc(x / 44488);
  return y < 0 ? y + 2147483647 : y;
}

/** Words in the order in which the generator overwrites them, and where each stands. */
function initialState() {
  /** @type {bigint[]} */
  const words = [];
  let x = 1;
  for (let i = -20; i < length; i++) {
    x = next(x);
    if (i < 0) continue;
    const high = BigInt(x) << 20n;
    x = next(x);
    const middle = BigInt(x) << 10n;
    x = next(x);
    words[i] = high ^ middle ^ BigInt(x);
  }
  const order = Array.from({ length }, (_, k) => (3 * length - tap - (k + 1)) % length);
  return { order, state: order.map((place) => words[place] ?? 0n) };
}

/** @param {readonly bigint[]} a @param {readonly bigint[]} b */
function multiply(a, b) {
  /** @type {bigint[]} */
  const product = new Array(2 * length - 1).fill(0n);
  const at = (/** @type {readonly bigint[]} */ list, /** @type {number} */ i) => list[i] ?? 0n;
  for (let i = 0; i < length; i++) {
    const factor = at(a, i);
    if (factor === 0n) continue;
    for (let j = 0; j < length; j++) product[i + j] = at(product, i + j) + factor * at(b, j);
  }
  for (let i = 2 * length - 2; i >= length; i--) {
    const carry = at(product, i) & word;
    product[i - length] = at(product, i - length) + carry;
    product[i - tap] = at(product, i - tap) + carry;
  }
  return product.slice(0, length).map((v) => v & word);
}

function generatorTable() {
  const { order, state } = initialState();
  /** @type {bigint[]} */
  let power = new Array(length).fill(0n);
  power[0] = 1n;
  /** @type {bigint[]} */
  let base = new Array(length).fill(0n);
  base[1] = 1n;
  for (let rest = steps; rest > 0n; rest >>= 1n) {
    if (rest & 1n) power = multiply(power, base);
    base = multiply(base, base);
  }
  /** @type {bigint[]} */
  const table = new Array(length).fill(0n);
  for (let j = 0; j < length; j++) {
    const value = power.reduce((sum, coefficient, i) => sum + coefficient * (state[i] ?? 0n), 0n);
    table[order[Number((BigInt(j) + steps) % BigInt(length))] ?? 0] = BigInt.asIntN(64, value);
    const top = power[length - 1] ?? 0n;
    power = [top, ...power.slice(0, length - 1)];
    power[length - tap] = ((power[length - tap] ?? 0n) + top) & word;
  }
  return table;
}

/**
 * Ziggurat tables: thresholds k, widths w and heights f of `count` strips.
 * @param {number} count
 * @param {number} edge
 * @param {number} area
 * @param {number} scale
 * @param {(x: number) => number} height
 * @param {(y: number) => number} inverse
 */
function ziggurat(count, edge, area, scale, height, inverse) {
  /** @type {number[]} */
  const k = [];
  /** @type {number[]} */
  const w = [];
  /** @type {number[]} */
  const f = [];
  const base = area / height(edge);
  k[0] = Math.floor((edge / base) * scale);
  k[1] = 0;
  w[0] = base / scale;
  w[count - 1] = edge / scale;
  f[0] = 1;
  f[count - 1] = height(edge);
  let x = edge;
  for (let i = count - 2; i >= 1; i--) {
    const previous = x;
    x = inverse(area / x + height(x));
    k[i + 1] = Math.floor((x / previous) * scale);
    f[i] = height(x);
    w[i] = x / scale;
  }
  return { k, w: w.map(Math.fround), f: f.map(Math.fround) };
}

/**
 * @param {string} name
 * @param {string} type
 * @param {readonly (string | number)[]} values
 * @param {number} perLine
 */
function listing(name, type, values, perLine) {
  const lines = [];
  for (let i = 0; i < values.length; i += perLine) {
    lines.push(`\t${values.slice(i, i + perLine).join(', ')},`);
  }
  return `var ${name} = [${values.length}]${type}{\n${lines.join('\n')}\n}\n`;
}

/** The shortest decimal that reads back as this float32. @param {number} x */
function float32Text(x) {
  for (let digits = 1; digits <= 9; digits++) {
    const text = x.toPrecision(digits);
    if (Math.fround(Number(text)) === x) return String(Number(text));
  }
  return String(x);
}

const normal = ziggurat(
  128,
  3.442619855899,
  9.91256303526217e-3,
  2 ** 31,
  (x) => Math.exp(-0.5 * x * x),
  (y) => Math.sqrt(-2 * Math.log(y)),
);
const exponential = ziggurat(
  256,
  7.69711747013105,
  3.949659822581572e-3,
  2 ** 32,
  (x) => Math.exp(-x),
  (y) => -Math.log(y),
);

/** @param {string} path @param {string} name @param {readonly string[]} listings */
function write(path, name, listings) {
  const head = ['// Written by scripts/random-tables.mjs; do not edit.\n', `package ${name}\n`];
  writeFileSync(`src/engine/go/library/src/${path}`, [...head, ...listings].join('\n'));
}

write('math/rand/table.go', 'rand', [
  listing('generatorTable', 'int64', generatorTable().map(String), 4),
]);
write('internal/random/tables.go', 'random', [
  listing('normalK', 'uint32', normal.k, 8),
  listing('normalW', 'float32', normal.w.map(float32Text), 6),
  listing('normalF', 'float32', normal.f.map(float32Text), 6),
  listing('exponentialK', 'uint32', exponential.k, 8),
  listing('exponentialW', 'float32', exponential.w.map(float32Text), 6),
  listing('exponentialF', 'float32', exponential.f.map(float32Text), 6),
]);
