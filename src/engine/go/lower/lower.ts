// Lowering: checked packages → Program. One FuncLowering per function instance, a worklist from the
// entry; see program-lowering.ts for what is reachable and hoists.ts for the order of evaluation.

import { assert } from '../../base/assert.ts';
import type { FuncId } from '../ir/ids.ts';
import type { Func, Program } from '../ir/program.ts';
import { signatureOf } from '../types/object.ts';
import { FuncLowering, type Rules } from './func-lowering.ts';
import { lowerFunction } from './function-body.ts';
import { lowerEntry } from './lower-package.ts';
import { lowerCall } from './lower-call.ts';
import { lowerExpr, lowerExprTo, lowerValue } from './lower-expression.ts';
import { lowerCondition } from './lower-operator.ts';
import { lowerAddress, lowerPlace } from './lower-place.ts';
import { lowerBlock, lowerList, lowerStatement } from './lower-statement.ts';
import type { LowerOptions, LowerPackage } from './options.ts';
import { type BodyRules, type Declaration, ProgramLowering } from './program-lowering.ts';
import { runtimeTypes } from './runtime-types.ts';
import type { TypeEnv } from './type-table.ts';
import { analyseVariables, type VariableFacts } from './variables.ts';
import { isPerIterationLoop } from './loop-variables.ts';
import { lowerMethodWrapper } from './wrappers.ts';

const rules: Rules = {
  expr: lowerExpr,
  exprTo: lowerExprTo,
  value: lowerValue,
  place: lowerPlace,
  address: lowerAddress,
  condition: lowerCondition,
  call: lowerCall,
  statement: lowerStatement,
  block: lowerBlock,
  list: lowerList,
};

/** What is known of declarations: those of the library are the same in every program. */
const analysed = new WeakMap<Declaration['decl'], VariableFacts>();

/**
 * Lowers packages without errors, given in order of dependency, the main package last. Throws only
 * for our own bugs.
 */
export function lower(packages: readonly LowerPackage[], options: LowerOptions): Program {
  const bodies: BodyRules = {
    declared: (program, id, declaration, env) => {
      declaration.pkg.checkBody(declaration.decl);
      let known = analysed.get(declaration.decl);
      if (known === undefined) {
        const { info } = declaration.pkg;
        known = analyseVariables(info, declaration.decl, (loop) =>
          isPerIterationLoop(options.fileSet, info, loop),
        );
        analysed.set(declaration.decl, known);
      }
      return lowerDeclared(program, id, declaration, env, known);
    },
    methodWrapper: (program, id, type, method) =>
      lowerMethodWrapper(program, rules, id, type, method),
  };
  const program = new ProgramLowering(packages, options, bodies);
  const entry = lowerEntry(program, rules);
  const types = runtimeTypes(program);
  return {
    fileSet: options.fileSet,
    types,
    funcs: program.finishedFuncs(),
    globals: program.globals,
    sites: program.sites,
    entry,
    typeByString: firstByName(types.map((type) => [type.string, type.id])),
    funcByName: firstByName(program.finishedFuncs().map((func) => [func.name, func.id])),
    godebug: options.godebug,
  };
}

function lowerDeclared(
  program: ProgramLowering,
  id: FuncId,
  declaration: Declaration,
  env: TypeEnv,
  facts: VariableFacts,
): Func {
  const { func, decl, file, pkg } = declaration;
  const context = { program, rules, pkg, file, env, facts };
  const f = new FuncLowering(context, id, program.nameOf(func), decl);
  assert(decl.body !== null, `function ${f.name} has a body`);
  return lowerFunction(f, signatureOf(func), decl.body, decl);
}

function firstByName(pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [name, id] of pairs) {
    if (!map.has(name)) map.set(name, id);
  }
  return map;
}
