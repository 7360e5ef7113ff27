// Declarations inside functions (spec, "Declarations and scope"; types2 decl.go). What they declare
// can be seen from the end of its specification on, a type from its name on.

import type { GenDecl, TypeSpec, ValueSpec } from '../syntax/ast.ts';
import type { Checker } from './checker.ts';
import { checkArity, constSpecs, type ConstSpec } from './const-groups.ts';
import { makeInt } from './constant.ts';
import { constDecl, varDecl } from './declarations.ts';
import { declare } from './declare.ts';
import { newConst, newTypeName, newVar } from './object.ts';
import { typeDecl } from './type-declaration.ts';
import type { Const, Var } from './type.ts';

/** Checks a const, var or type declaration in a function. */
export function declStmt(check: Checker, decl: GenDecl): void {
  if (decl.tok === 'const') {
    for (const spec of constSpecs(decl)) localConstants(check, spec);
    return;
  }
  for (const spec of decl.specs) {
    if (spec.kind === 'TypeSpec') localType(check, spec);
    else if (spec.kind === 'ValueSpec') localVariables(check, spec);
  }
}

function localConstants(check: Checker, { spec, type, values, inherited }: ConstSpec): void {
  const top = check.delayedCount;
  const iota = makeInt(spec.iota);
  const constants = spec.names.map((name, i): Const => {
    const constant = newConst(name.pos, check.pkg, name.name);
    constDecl(check, constant, type, values[i] ?? null, inherited, iota);
    return constant;
  });
  checkArity(check, spec, values, inherited ? 'inherited const' : 'const');
  declareAll(check, spec, constants, top);
}

function localVariables(check: Checker, spec: ValueSpec): void {
  const top = check.delayedCount;
  const { values, type } = spec;
  const vars = spec.names.map((name) => newVar('local', name.pos, check.pkg, name.name));
  const [only] = values;
  for (const [i, variable] of vars.entries()) {
    if (values.length === 1 && vars.length > 1 && only !== undefined) {
      // The first variable's declaration evaluates the call and gives types to all.
      varDecl(check, variable, vars, type, only);
      break;
    }
    varDecl(check, variable, null, type, values[i] ?? null);
  }
  if (type === null || values.length > 0) checkArity(check, spec, values, 'var');
  declareAll(check, spec, vars, top);
}

// Function literals in the values are checked before the new names can be seen.
function declareAll(
  check: Checker,
  spec: ValueSpec,
  objects: readonly (Const | Var)[],
  top: number,
): void {
  check.processDelayed(top);
  for (const [i, name] of spec.names.entries()) {
    const object = objects[i];
    if (object !== undefined) declare(check, check.env.scope, name, object, spec.end);
  }
}

function localType(check: Checker, spec: TypeSpec): void {
  const object = newTypeName(spec.name.pos, check.pkg, spec.name.name);
  declare(check, check.env.scope, spec.name, object, spec.name.pos);
  check.push(object);
  typeDecl(check, object, spec);
  check.pop();
}
