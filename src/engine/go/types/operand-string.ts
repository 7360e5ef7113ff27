// Operands as gc's messages print them (types2 operand.go): `x (variable of type int)`.

import { exprString } from '../syntax/print-expr.ts';
import { constantString } from './constant-format.ts';
import { type Operand, operandModeNames } from './operand.ts';
import { compositeKind, isGeneric, isUntyped } from './predicates.ts';
import { hasEmptyTypeSet } from './type-set.ts';
import { formatType, type TypeFormat } from './type-string.ts';
import type { Type } from './type.ts';
import { asTypeParamOrNull, isInvalid, under } from './under.ts';
import { builtins } from './universe.ts';

/** `expr (mode [value] of type T)`, with the expression left out if there is none. */
export function operandString(x: Operand, format: TypeFormat): string {
  if (x.mode === 'nilvalue') {
    if (isInvalid(x.type)) return 'nil (with invalid type)';
    if (isUntyped(x.type)) return 'nil';
    return `nil (of type ${formatType(x.type, format)})`;
  }
  const expr = operandExpr(x, format);
  const description = describe(x, expr, format);
  return expr === '' ? description : `${expr} (${description})`;
}

function operandExpr(x: Operand, format: TypeFormat): string {
  if (x.expr !== null) return exprString(x.expr);
  switch (x.mode) {
    case 'builtin':
      return x.builtin === null ? '' : builtins[x.builtin].name;
    case 'typexpr':
      return formatType(x.type, format);
    case 'constant':
      return constantString(x.value);
    default:
      return '';
  }
}

function describe(x: Operand, expr: string, format: TypeFormat): string {
  const untyped = isUntyped(x.type);
  const hasType = !['invalid', 'novalue', 'builtin', 'typexpr'].includes(x.mode);
  let text = hasType && untyped ? `${formatType(x.type, format)} ` : '';
  text += operandModeNames[x.mode];
  if (x.mode === 'constant') {
    const value = constantString(x.value);
    if (value !== expr) text += ` ${value}`;
  }
  if (!hasType || untyped) return text;
  return text + describeType(x.type, format);
}

function describeType(type: Type, format: TypeFormat): string {
  if (isInvalid(type)) return ' with invalid type';
  const param = asTypeParamOrNull(type);
  let kind = isGeneric(type) ? 'generic ' : '';
  if (param === null && (type.kind === 'Alias' || type.kind === 'Named')) {
    const underlying = under(type);
    const what = underlying.kind === 'Basic' ? underlying.name : compositeKind(type);
    kind += `${what} `;
  }
  let text = ` of ${kind}type ${formatType(type, format)}`;
  if (param !== null) {
    text += ` constrained by ${formatType(param.bound, format)}`;
    if (hasEmptyTypeSet(param)) text += ' with empty type set';
  }
  return text;
}
