// JS text of Go's arithmetic at each width. Operands are texts that may be read more than once
// (registers, temporaries, literals). Invariants: results are canonical (a 64-bit integer is a
// number exactly while safe, never -0; float32 is rounded); the common case is inline and needs no
// call, the slow case is a helper of machine/arithmetic.ts with the same meaning.

import type { BinaryOp } from '../go/ir/expression.ts';
import type { Kind } from '../go/ir/runtime-type.ts';
import { isComplex, isFloat, isSmallInteger, isWideSigned, wrapText } from './representation.ts';
import type { Unit } from './unit.ts';

const maxSafe = String(Number.MAX_SAFE_INTEGER);

/** An operand: its text, and its value when it is a constant number. */
export interface Operand {
  readonly text: string;
  readonly constant: number | bigint | null;
}

const helperStems: Readonly<Record<BinaryOp, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '%': 'remainder',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
  '&^': 'andNot',
};

export function emitBinary(unit: Unit, op: BinaryOp, kind: Kind, x: Operand, y: Operand): string {
  if (kind === 'string') return `(${x.text}+${y.text})`;
  if (isFloat(kind)) {
    const text = `(${x.text}${op}${y.text})`;
    return kind === 'float32' ? `Math.fround${text}` : text;
  }
  if (isComplex(kind)) {
    const call = `${unit.helper(`${helperStems[op]}Complex`)}(${x.text},${y.text})`;
    return kind === 'complex64' ? `${unit.helper('roundComplex')}(${call})` : call;
  }
  if (isSmallInteger(kind)) return emitSmall(unit, op, kind, x, y);
  return emitWide(unit, op, isWideSigned(kind), x, y);
}

function emitSmall(
  unit: Unit,
  op: BinaryOp,
  kind: Parameters<typeof wrapText>[0],
  x: Operand,
  y: Operand,
): string {
  switch (op) {
    case '+':
    case '-':
      return wrapText(kind, `(${x.text}${op}${y.text})`);
    case '*':
      return wrapText(kind, `Math.imul(${x.text},${y.text})`);
    case '/':
    case '%': {
      const text = wrapText(kind, `(${x.text}${op}${y.text})`);
      if (y.constant !== null && y.constant !== 0) return text;
      return `(${y.text}===0?${unit.helper('divideByZero')}():${text})`;
    }
    case '&^':
      return wrapText(kind, `(${x.text}&~${y.text})`);
    default:
      return wrapText(kind, `(${x.text}${op}${y.text})`);
  }
}

function emitWide(unit: Unit, op: BinaryOp, signed: boolean, x: Operand, y: Operand): string {
  const slow = `${unit.helper(`${helperStems[op]}${signed ? 'Int64' : 'Uint64'}`)}(${x.text},${y.text})`;
  if (typeof x.constant === 'bigint' || typeof y.constant === 'bigint') return slow;
  const guard = numberGuard(x, y);
  switch (op) {
    case '+':
    case '-':
    case '*': {
      const t = unit.temporary();
      const test = [...guard, rangeTest(op, signed, x, y, t)].join('&&');
      return `(${test}?${t}${op === '*' ? '+0' : ''}:${slow})`;
    }
    case '/':
    case '%': {
      const divides = y.constant !== null && y.constant !== 0;
      const test = divides ? guard : [...guard, `${y.text}!==0`];
      const quick = op === '/' ? `Math.trunc(${x.text}/${y.text})+0` : `${x.text}%${y.text}+0`;
      return test.length === 0 ? `(${quick})` : `(${test.join('&&')}?${quick}:${slow})`;
    }
    case '&':
      return emitMask(x, y, slow) ?? emitMask(y, x, slow) ?? emitBits(op, x, y, signed, slow);
    default:
      return emitBits(op, x, y, signed, slow);
  }
}

/** number + bigint throws in JS, so operands that are not constants are tested first. */
function numberGuard(...operands: readonly Operand[]): string[] {
  return operands
    .filter(({ constant }) => constant === null)
    .map(({ text }) => `typeof ${text}==='number'`);
}

/**
 * Assigns the result to `t` and tests that it is safe, on the sides it can leave the range by. What
 * fits 32 bits is tested first: where JS engines know that, such a test costs nothing, while they
 * compare with 2⁵³ as floating-point numbers.
 */
function rangeTest(
  op: '+' | '-' | '*',
  signed: boolean,
  x: Operand,
  y: Operand,
  t: string,
): string {
  const assignment = `(${t}=${x.text}${op}${y.text})`;
  if (op === '-' && !signed) return `${assignment}>=0`;
  const isUpOnly =
    (op === '+' && (!signed || isNatural(x) || isNatural(y))) || (op === '*' && !signed);
  const tests: string[] = [];
  if (!(op === '-' && isNatural(y))) tests.push(`${t}<=${maxSafe}`);
  if (!isUpOnly) tests.push(`${t}>=-${maxSafe}`);
  return `(${assignment}===(${t}|0)||${tests.join('&&')})`;
}

function isNatural(operand: Operand): boolean {
  return operand.constant !== null && operand.constant >= 0;
}

/** x & mask with a constant below 2^31: JS takes exactly the low 32 bits of a safe integer. */
function emitMask(x: Operand, mask: Operand, slow: string): string | null {
  if (!isInt31(mask.constant) || x.constant !== null) return null;
  return `(typeof ${x.text}==='number'?${x.text}&${mask.text}:${slow})`;
}

/** Where both operands fit 32 bits (31 when unsigned), JS's own operators are right. */
function emitBits(op: BinaryOp, x: Operand, y: Operand, signed: boolean, slow: string): string {
  if ([x, y].some(({ constant }) => constant !== null && !isInt31(constant))) return slow;
  const quick = op === '&^' ? `${x.text}&~${y.text}` : `${x.text}${op}${y.text}`;
  const fits = [x, y]
    .filter(({ constant }) => constant === null)
    .map(({ text }) => (signed ? `(${text}|0)===${text}` : `(${text}&0x7fffffff)===${text}`));
  if (fits.length === 0) return slow;
  return `(${[...numberGuard(x, y), ...fits].join('&&')}?${quick}:${slow})`;
}

function isInt31(value: number | bigint | null): boolean {
  return typeof value === 'number' && value >= 0 && value <= 0x7fffffff;
}
