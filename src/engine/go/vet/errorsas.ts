// `errors.As(err, target)` with a target that can receive no error.

import type { Expr } from '../syntax/ast.ts';
import { identical } from '../types/identical.ts';
import { isInterface } from '../types/predicates.ts';
import { emptyInterface, under } from '../types/under.ts';
import { errorType } from '../types/universe.ts';
import { calleeOrNull, isFunctionNamed } from './calls.ts';
import { type Analyzer, forEachNode, type Pass, typeOrNull } from './pass.ts';
import { implementsError } from './type-questions.ts';

const notAPointer =
  'second argument to errors.As must be a non-nil pointer to either a type that implements error, or to any interface type';

export const errorsas: Analyzer = {
  name: 'errorsas',
  run(pass) {
    if (pass.pkg.path === 'errors') return;
    forEachNode(pass, ['CallExpr'], (call) => {
      const target = call.args[1];
      if (target === undefined || !isFunctionNamed(calleeOrNull(pass, call), 'errors', 'As'))
        return;
      const problem = problemOrNull(pass, target);
      if (problem !== null) pass.report(call, problem);
    });
  },
};

function problemOrNull(pass: Pass, target: Expr): string | null {
  const type = typeOrNull(pass, target);
  if (type === null) return null;
  const underlying = under(type);
  if (identical(underlying, emptyInterface)) return null;
  if (underlying.kind !== 'Pointer') return notAPointer;
  const { elem } = underlying;
  if (identical(elem, errorType)) return 'second argument to errors.As should not be *error';
  return isInterface(elem) || implementsError(elem) ? null : notAPointer;
}
