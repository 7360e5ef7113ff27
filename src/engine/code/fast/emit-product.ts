// JS text of (x*y + z) % m and (x*y + z) / m: powers modulo a prime, generators of random numbers,
// fixed point. The product is often no safe integer while the result is one, so that a bigint would be
// made in between for nothing.

import type { BinaryOp, Expr } from '../../go/ir/expression.ts';
import type { PreparedOperand, Scope } from '../scope.ts';
import { operand, withPrefix } from '../scope.ts';

type Binary = Extract<Expr, { readonly kind: 'binary' }>;

/** Constant factors below it seldom make a product unsafe. */
const largeFactor = 2 ** 16;
const most = String(Number.MAX_SAFE_INTEGER);

/** The text of a division of 64-bit integers; null where nothing is gained. */
export function emitDividedProduct(
  scope: Scope,
  x: Binary,
  signed: 'Int64' | 'Uint64',
): string | null {
  const parts = productOf(x.x);
  if (parts === null || isConstant(x.y, 0)) return null;
  const { unit } = scope;
  const operands = [parts.x, parts.y, parts.z, x.y].map((part) =>
    part === null ? zero : operand(scope, part),
  );
  const [a = zero, b = zero, c = zero, m = zero] = operands;
  if (operands.some(({ constant }) => typeof constant === 'bigint')) return null;
  const isLow = (text: string): string => (signed === 'Int64' ? `&&${text}>=-${most}` : '');
  const t = unit.temporary();
  const tests = operands
    .filter(({ constant }) => constant === null)
    .map(({ text }) => `typeof ${text}==='number'`);
  if (m.constant === null) tests.push(`${m.text}!==0`);
  tests.push(`(${t}=${a.text}*${b.text})<=${most}${isLow(t)}`);
  if (c !== zero) tests.push(`(${t}+=${c.text})<=${most}${isLow(t)}`);
  const stem = x.op === '/' ? 'multiplyDivide' : 'multiplyRemainder';
  const args = operands.map(({ text }) => text).join(',');
  const slow = `${unit.helper(`${stem}${signed}`)}(${args})`;
  return withPrefix(operands, `(${tests.join('&&')}?${quick(scope, x.op, t, m.text)}:${slow})`);
}

const zero: PreparedOperand = { text: '0', constant: 0, prefix: '' };

function quick(scope: Scope, op: BinaryOp, t: string, m: string): string {
  if (op === '/') return `Math.trunc(${t}/${m})+0`;
  return `(${t}|0)===${t}?${t}%${m}+0:${scope.unit.helper('remainderOfSafe')}(${t},${m})`;
}

function productOf(sum: Expr): { x: Expr; y: Expr; z: Expr | null } | null {
  if (sum.kind !== 'binary') return null;
  if (sum.op === '*') {
    const isSmall = [sum.x, sum.y].some(
      (x) => x.kind === 'const' && typeof x.value === 'number' && Math.abs(x.value) < largeFactor,
    );
    return isSmall ? null : { x: sum.x, y: sum.y, z: null };
  }
  if (sum.op !== '+') return null;
  const [product, z] = sum.x.kind === 'binary' ? [sum.x, sum.y] : [sum.y, sum.x];
  // What is evaluated first must not panic after what is evaluated last.
  if (z.kind !== 'const' && product === sum.y) return null;
  const parts = productOf(product);
  return parts === null || parts.z !== null ? null : { ...parts, z };
}

function isConstant(x: Expr, value: number): boolean {
  return x.kind === 'const' && x.value === value;
}
