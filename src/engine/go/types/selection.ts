// Selections: what a selector expression x.f that is no qualified identifier means (types2
// selection.go).

import type { Func, Type, Var } from './type.ts';

/** `x.f` for a field, `x.m` for a method, `T.m` for a method expression. */
export type SelectionKind = 'FieldVal' | 'MethodVal' | 'MethodExpr';

/**
 * `index` is the path from the receiver: embedded field indices, then the index of the field or
 * method; `indirect` if a pointer had to be followed on it. `type` is that of the whole selector: a
 * method value's signature, a method expression's function with the receiver as first parameter.
 */
export interface Selection {
  readonly kind: SelectionKind;
  readonly recv: Type;
  readonly obj: Var | Func;
  readonly index: readonly number[];
  readonly indirect: boolean;
  readonly type: Type;
}
