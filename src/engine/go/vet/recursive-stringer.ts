// `func (t T) String() string { return fmt.Sprint(t) }`: fmt calls the method again, for ever.

import type { Expr } from '../syntax/ast.ts';
import { signatureOf } from '../types/object.ts';
import { fullName, originOf } from './calls.ts';
import { isFormatter } from './format-arguments.ts';
import { type Pass, typeOrNull } from './pass.ts';
import { isStringerSignature, methodOrNull } from './type-questions.ts';

/** The String or Error method in whose body `x` is its own receiver, by full name. */
export function recursiveMethodOrNull(pass: Pass, x: Expr): string | null {
  const type = typeOrNull(pass, x);
  if (type === null || isFormatter(type)) return null;
  const method = ['String', 'Error']
    .map((name) => methodOrNull(type, pass.pkg, name))
    .find((each) => {
      if (each === null || each.pkg !== pass.pkg) return false;
      const { scope } = signatureOf(each);
      return scope !== null && scope.pos <= x.pos && x.pos < scope.end;
    });
  if (method == null || !isStringerSignature(signatureOf(method))) return null;
  const operand = x.kind === 'UnaryExpr' && x.op === '&' ? x.x : x;
  const { recv } = signatureOf(method);
  if (operand.kind !== 'Ident' || recv === null) return null;
  return pass.info.uses.get(operand) === originOf(recv) ? fullName(pass, method) : null;
}
