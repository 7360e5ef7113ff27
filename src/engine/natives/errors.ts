// Natives of package errors: what needs the types of values at run time.

import type { RuntimeType } from '../go/ir/runtime-type.ts';
import type { NativeContext } from '../machine/native.ts';
import type { Box } from '../machine/value.ts';

/** The type that `target` points to, or null when it is no non-nil pointer. */
function pointedType(context: NativeContext, target: Box | null): RuntimeType | null {
  if (target === null) return null;
  const type = context.type(target.type);
  if (type.kind !== 'pointer' || target.value === null) return null;
  return context.type(type.elem);
}

function hasMethod(type: RuntimeType, name: string): boolean {
  return type.methods.some((method) => method.name === name);
}

function targetProblem(context: NativeContext, target: Box | null): string {
  if (target === null) return 'errors: target cannot be nil';
  const elem = pointedType(context, target);
  if (elem === null) return 'errors: target must be a non-nil pointer';
  if (elem.kind !== 'interface' && !hasMethod(elem, 'Error')) {
    return 'errors: *target must be interface or implement error';
  }
  return '';
}

function assignTo(context: NativeContext, error: Box | null, target: Box | null): boolean {
  const elem = pointedType(context, target);
  if (error === null || target === null || elem === null) return false;
  const type = context.type(error.type);
  if (elem.kind === 'interface') {
    if (!context.implements(type.id, elem.id)) return false;
    (target.value as { v: unknown }).v = error;
    return true;
  }
  if (elem.id !== type.id) return false;
  if (elem.kind === 'struct') copyFields(elem.fields.length, error.value, target.value);
  else (target.value as { v: unknown }).v = error.value;
  return true;
}

function copyFields(count: number, from: unknown, to: unknown): void {
  const source = from as Record<string, unknown>;
  const destination = to as Record<string, unknown>;
  for (let i = 0; i < count; i++) destination[`f${i}`] = source[`f${i}`];
}

function isComparable(context: NativeContext, value: Box | null): boolean {
  return value === null || context.type(value.type).comparable;
}

export const errorsNatives = {
  'errors.isComparable': isComparable,
  'context.isComparable': isComparable,
  'errors.targetProblem': targetProblem,
  'errors.assignTo': assignTo,
};
