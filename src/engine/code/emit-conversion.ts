// JS text of numeric conversions and shifts. Same invariants as emit-arithmetic.ts.

import { assert } from '../base/assert.ts';
import type { Kind } from '../go/ir/runtime-type.ts';
import {
  isComplex,
  isFloat,
  isSmallInteger,
  isUnsigned,
  isWideSigned,
  isWideUnsigned,
  wrapText,
} from './representation.ts';
import type { Operand } from './emit-arithmetic.ts';
import type { Unit } from './unit.ts';

/** T(x) between numeric kinds; `x` may be read more than once. */
export function emitConversion(unit: Unit, x: string, from: Kind, to: Kind): string {
  if (isComplex(to)) return to === 'complex64' ? `${unit.helper('roundComplex')}(${x})` : x;
  if (isFloat(to)) {
    const wide = isWideSigned(from) || isWideUnsigned(from);
    if (wide && to === 'float32') return `${unit.helper('wideToFloat32')}(${x})`;
    const number = wide ? `Number(${x})` : x;
    return to === 'float32' && from !== 'float32' ? `Math.fround(${number})` : number;
  }
  if (isFloat(from)) return emitFromFloat(unit, x, to);
  if (isSmallInteger(to)) {
    const isWide = !isSmallInteger(from);
    const low = isWide ? `(typeof ${x}==='number'?${x}:${unit.helper('low32')}(${x}))` : x;
    return wrapText(to, low);
  }
  return emitWidening(unit, x, from, to);
}

function emitFromFloat(unit: Unit, x: string, to: Kind): string {
  if (isWideUnsigned(to)) return `${unit.helper('floatToUint64')}(${x})`;
  if (!isSmallInteger(to)) return `${unit.helper('floatToInt64')}(${x})`;
  // amd64 truncates to 64 bits (32 for int32) and keeps the low ones.
  const helper = to === 'int32' ? 'floatToInt32' : 'floatToLow32';
  return wrapText(to, `${unit.helper(helper)}(${x})`);
}

function emitWidening(unit: Unit, x: string, from: Kind, to: Kind): string {
  if (isWideUnsigned(to)) {
    return isUnsigned(from) ? x : `(${x}>=0?${x}:${unit.helper('wrapUint64')}(${x}))`;
  }
  assert(isWideSigned(to), `conversion to ${to}`);
  return isWideUnsigned(from)
    ? `(typeof ${x}==='number'?${x}:${unit.helper('wrapInt64')}(${x}))`
    : x;
}

/** x << y and x >> y; `y` is a canonical integer text, its sign is checked here. */
export function emitShift(
  unit: Unit,
  op: '<<' | '>>',
  kind: Kind,
  x: string,
  count: Operand,
  countKind: Kind,
): string {
  if (count.constant !== null) return emitConstantShift(unit, op, kind, x, count.constant);
  const y = isUnsigned(countKind) ? count.text : `${unit.helper('shiftCount')}(${count.text})`;
  const shifted = `${unit.helper(shiftHelper(op, kind))}(${x},${y})`;
  return isSmallInteger(kind) ? wrapText(kind, shifted) : shifted;
}

function emitConstantShift(
  unit: Unit,
  op: '<<' | '>>',
  kind: Kind,
  x: string,
  count: number | bigint,
): string {
  if (!isSmallInteger(kind)) return emitWideShift(unit, op, kind, x, count);
  if (op === '<<') return count > 31 ? `(${x},0)` : wrapText(kind, `(${x}<<${count})`);
  if (isUnsigned(kind)) return count > 31 ? `(${x},0)` : `(${x}>>>${count})`;
  return `(${x}>>${count > 31 ? 31 : count})`;
}

/** Safe numbers are multiplied and divided by powers of two: doubles do that exactly. */
function emitWideShift(
  unit: Unit,
  op: '<<' | '>>',
  kind: Kind,
  x: string,
  count: number | bigint,
): string {
  const slow = `${unit.helper(shiftHelper(op, kind))}(${x},${count})`;
  if (count > 31) return slow;
  const power = 2 ** Number(count);
  if (op === '>>') return `(typeof ${x}==='number'?Math.floor(${x}/${power}):${slow})`;
  const t = unit.temporary();
  const low = isWideSigned(kind) ? `&&${t}>=-${Number.MAX_SAFE_INTEGER}` : '';
  const test = `typeof ${x}==='number'&&(${t}=${x}*${power})<=${Number.MAX_SAFE_INTEGER}${low}`;
  return `(${test}?${t}:${slow})`;
}

function shiftHelper(op: '<<' | '>>', kind: Kind): string {
  if (isSmallInteger(kind)) {
    if (op === '<<') return 'shiftLeft32';
    return isUnsigned(kind) ? 'shiftRightUint32' : 'shiftRightInt32';
  }
  return `${op === '<<' ? 'shiftLeft' : 'shiftRight'}${isWideSigned(kind) ? 'Int64' : 'Uint64'}`;
}
