// Lists of types in messages about numbers of values: `have (number, string)` (types2
// assignments.go).

import type { Checker } from './checker.ts';
import type { Operand } from './operand.ts';
import { isNumeric, isUntyped } from './predicates.ts';
import type { Type, Var } from './type.ts';
import { isInvalid } from './under.ts';

/** How the last type of a list is shown: as it is, as `...T` or as `T...`. */
export type LastType = 'plain' | 'variadic' | 'dots';

/** `(int, ...string)`; untyped numbers are "number", because any numeric type would do. */
export function typesSummary(check: Checker, types: readonly Type[], last: LastType): string {
  const texts = types.map((type, i) => {
    const isLast = i === types.length - 1;
    if (isLast && last === 'variadic') {
      return `...${type.kind === 'Slice' ? check.text(type.elem) : typeSummary(check, type)}`;
    }
    return typeSummary(check, type) + (isLast && last === 'dots' ? '...' : '');
  });
  return `(${texts.join(', ')})`;
}

function typeSummary(check: Checker, type: Type): string {
  if (isInvalid(type)) return 'unknown type';
  if (!isUntyped(type)) return check.text(type);
  return isNumeric(type) ? 'number' : check.text(type).replace('untyped ', '');
}

export function operandTypes(list: readonly Operand[]): readonly Type[] {
  return list.map((x) => x.type);
}

export function varTypes(list: readonly Var[]): readonly Type[] {
  return list.map((variable) => variable.type);
}

/** `1 variable`, `2 variables` */
export function measure(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
