// Entering names into scopes (types2 decl.go, assignments.go).

import type { Ident } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import type { Checker } from './checker.ts';
import { otherDeclaration } from './errors.ts';
import { recordDef } from './recording.ts';
import type { Obj, Scope } from './type.ts';

/** Declares an object in a scope unless it is blank; a taken name is an error. */
export function declare(
  check: Checker,
  scope: Scope,
  ident: Ident | null,
  object: Obj,
  scopePos: Pos,
): void {
  if (object.name !== '_') {
    const other = scope.insert(object);
    if (other !== null) {
      check.errors.report('DuplicateDecl', [
        { at: object, message: `${object.name} redeclared in this block` },
        ...otherDeclaration(other),
      ]);
      return;
    }
    object.scopePos = scopePos;
  }
  if (ident !== null) recordDef(check, ident, object);
}
