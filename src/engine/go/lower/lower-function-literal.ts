// Function literals: closures over the variables they use.

import { assert } from '../../base/assert.ts';
import type { Expr } from '../ir/expression.ts';
import type { FuncLit } from '../syntax/ast.ts';
import { FuncLowering } from './func-lowering.ts';
import { lowerFunction } from './function-body.ts';

export function lowerFuncLit(f: FuncLowering, x: FuncLit): Expr {
  const facts = f.facts.functions.get(x);
  const signature = f.info.types.get(x)?.type;
  assert(facts !== undefined && signature?.kind === 'Signature', 'function literals are checked');
  const func = f.program.newFunc();
  const child = new FuncLowering(f, func, f.name + facts.suffix, x);
  f.program.setFunc(lowerFunction(child, signature, x.body, x));
  return { kind: 'closure', func, captures: facts.free.map((variable) => f.captureOf(variable)) };
}
