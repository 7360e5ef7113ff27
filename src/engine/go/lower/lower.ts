// Lowering: checked packages → Program. One FuncLowering per function instance, a worklist from the
// entry; see program-lowering.ts for what is reachable and hoists.ts for the order of evaluation.

import { assert } from '../../base/assert.ts';
import type { FuncId } from '../ir/ids.ts';
import type { Func, Program } from '../ir/program.ts';
import { signatureOf } from '../types/object.ts';
import { FuncLowering, type Rules } from './func-lowering.ts';
import { lowerFunction } from './function-body.ts';
import { lowerEntry, lowerInit } from './lower-package.ts';
import { lowerCall } from './lower-call.ts';
import { lowerExpr, lowerExprTo, lowerValue } from './lower-expression.ts';
import { lowerCondition } from './lower-operator.ts';
import { lowerAddress, lowerPlace } from './lower-place.ts';
import { lowerBlock, lowerList, lowerStatement } from './lower-statement.ts';
import { LoweredLibrary } from './lowered-library.ts';
import type { LowerOptions, LowerPackage } from './options.ts';
import type { ProgramDoor } from './program-door.ts';
import { type BodyRules, type Declaration, ProgramLowering } from './program-lowering.ts';
import { runtimeTypes } from './runtime-types.ts';
import { emptyEnv, type TypeEnv } from './type-table.ts';
import { analyseVariables, type VariableFacts } from './variables.ts';
import { isPerIterationLoop } from './loop-variables.ts';
import { lowerAdapter, lowerNativeFunction } from './wrappers.ts';

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
 * for our own bugs. `library`: what is known of it from programs with the same natives.
 */
export function lower(
  packages: readonly LowerPackage[],
  options: LowerOptions,
  library: LoweredLibrary = new LoweredLibrary(),
): Program {
  const bodies: BodyRules = {
    declared: (program, id, declaration, env) => {
      const given = { id, types: env.localArgs, env };
      return library.lowered(program, declaration.decl, 'body', given, (door) =>
        lowerDeclared(door, id, declaration, env),
      );
    },
    adapter: (program, id, adapter) => {
      const { type, method, typeArgs, isBound } = adapter;
      const lowerIn = (door: ProgramDoor): Func => lowerAdapter(door, rules, id, adapter);
      if (method.func === null) return lowerIn(program);
      const { decl } = program.declarationOf(method.func);
      const given = { id, types: [type, ...typeArgs], env: emptyEnv };
      return library.lowered(program, decl, isBound ? 'bound' : 'adapter', given, lowerIn);
    },
    nativeFunction: (program, id, func, typeArgs) => {
      const { decl } = program.declarationOf(func);
      const given = { id, types: typeArgs, env: emptyEnv };
      return library.lowered(program, decl, 'native', given, (door) =>
        lowerNativeFunction(door, rules, id, func, typeArgs),
      );
    },
    initializer: (program, id, pkg, initializer) =>
      library.lowered(program, initializer.rhs, 'init', { id, types: [], env: emptyEnv }, (door) =>
        lowerInit(door, rules, pkg, id, [initializer]),
      ),
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
  program: ProgramDoor,
  id: FuncId,
  declaration: Declaration,
  env: TypeEnv,
): Func {
  const { func, decl, file, pkg } = declaration;
  pkg.checkBody(decl);
  const facts = factsOf(program, declaration);
  const context = { program, rules, pkg, file, env, facts };
  const f = new FuncLowering(context, id, program.nameOf(func), decl);
  assert(decl.body !== null, `function ${f.name} has a body`);
  return lowerFunction(f, signatureOf(func), decl.body, decl);
}

function factsOf({ options }: ProgramDoor, { decl, pkg }: Declaration): VariableFacts {
  const known = analysed.get(decl);
  if (known !== undefined) return known;
  const facts = analyseVariables(pkg.info, decl, (loop) =>
    isPerIterationLoop(options.fileSet, pkg.info, loop),
  );
  analysed.set(decl, facts);
  return facts;
}

function firstByName(pairs: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const map = new Map<string, number>();
  for (const [name, id] of pairs) {
    if (!map.has(name)) map.set(name, id);
  }
  return map;
}
