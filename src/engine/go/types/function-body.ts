// Bodies of functions and function literals (types2 stmt.go).

import type { BlockStmt } from '../syntax/ast.ts';
import { type Checker, type DeclInfo, newEnvironment } from './checker.ts';
import type { Value } from './constant.ts';
import { isTerminatingList } from './returns.ts';
import { stmtList } from './statements.ts';
import type { Signature } from './type.ts';
import { unusedVariables } from './usage.ts';

/** Checks a body; `decl` is the package-level declaration it is part of, `iota` its value there. */
export function funcBody(
  check: Checker,
  decl: DeclInfo | null,
  signature: Signature,
  body: BlockStmt,
  iota: Value | null,
): void {
  const { scope } = signature;
  if (scope === null) return;
  const env = newEnvironment(scope, check.env.version, decl, signature);
  env.iota = iota;
  check.inEnvironment(env, () => {
    stmtList(check, body.list);
    if (signature.results.vars.length > 0 && !isTerminatingList(env.panicCalls, body.list)) {
      check.error(body.rbrace, 'MissingReturn', 'missing return');
    }
    unusedVariables(check, scope);
  });
}
