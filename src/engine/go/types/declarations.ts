// Declarations of constants, variables and functions (types2 decl.go), checked when they are first
// needed. Types are declared in `type-declaration.ts`.
// Invariant: an object on `check.path` is being checked; meeting it again is a cycle.

import type { Expr } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { assert } from '../../base/assert.ts';
import { initConst, initVar, initVars } from './assignments.ts';
import { Typ, unknownType } from './basic.ts';
import { type Checker, type DeclInfo, newEnvironment } from './checker.ts';
import { unknownValue, type Value } from './constant.ts';
import { validCycle } from './cycles.ts';
import { expr, newTarget } from './evaluate.ts';
import { Operand } from './operand.ts';
import { isConstType } from './predicates.ts';
import { funcType, newSignature } from './signature.ts';
import { collectMethods, typeDecl } from './type-declaration.ts';
import type { Const, Func, Obj, Var } from './type.ts';
import { isInvalid, under } from './under.ts';
import { varType } from './var-type.ts';

/** Checks the declaration of an object unless that is done, or being done: then it is a cycle. */
export function declareObject(check: Checker, object: Obj): void {
  if (check.pathIndex.has(object)) {
    declareAgain(check, object);
    return;
  }
  if (object.type !== unknownType) return;
  const decl = check.declarations.get(object);
  assert(decl !== undefined, 'an object without a type has a declaration');
  check.push(object);
  // Only the initialization of constants and variables depends on other declarations.
  const isValue = object.kind === 'Const' || object.kind === 'Var';
  const env = newEnvironment(decl.file, decl.version, isValue ? decl : null, null);
  check.inEnvironment(env, () => declareWith(check, object, decl));
  check.pop();
}

function declareWith(check: Checker, object: Obj, decl: DeclInfo): void {
  if (object.kind === 'Const') {
    constDecl(check, object, decl.type, decl.init, decl.inherited, decl.iota);
  } else if (object.kind === 'Var') varDecl(check, object, decl.lhs, decl.type, decl.init);
  else if (object.kind === 'Func') funcDecl(check, object, decl);
  else if (object.kind === 'TypeName' && decl.typeSpec !== null) {
    typeDecl(check, object, decl.typeSpec);
    collectMethods(check, object);
  }
}

// A value in an initialization cycle has the invalid type; the cycle is reported when the order of
// initialization is computed. A function keeps its signature, as empty as it still may be.
function declareAgain(check: Checker, object: Obj): void {
  const isValid = validCycle(check, object);
  if (object.kind === 'Func') return;
  if (!isValid || object.type === unknownType) object.type = Typ.invalid;
}

/** Gives a constant its type and value; `inherited` values are reported at the constant's name. */
export function constDecl(
  check: Checker,
  constant: Const,
  type: Expr | null,
  init: Expr | null,
  inherited: boolean,
  iota: Value | null,
): void {
  const { env } = check;
  const [savedIota, savedErrorPos] = [env.iota, env.errorPos];
  env.iota = iota;
  env.errorPos = noPos;
  constant.value = unknownValue;
  if (setConstType(check, constant, type)) {
    const x = new Operand();
    if (init !== null) {
      if (inherited) env.errorPos = constant.pos;
      expr(check, null, x, init);
    }
    initConst(check, constant, x);
  }
  env.iota = savedIota;
  env.errorPos = savedErrorPos;
}

function setConstType(check: Checker, constant: Const, e: Expr | null): boolean {
  if (e === null) return true;
  const type = check.type(e);
  if (isConstType(type)) {
    constant.type = type;
    return true;
  }
  if (!isInvalid(under(type))) {
    check.error(e, 'InvalidConstType', `invalid constant type ${check.text(type)}`);
  }
  constant.type = Typ.invalid;
  return false;
}

/** Gives a variable its type; `lhs` are all variables of a declaration that share one value. */
export function varDecl(
  check: Checker,
  variable: Var,
  lhs: readonly Var[] | null,
  type: Expr | null,
  init: Expr | null,
): void {
  if (type !== null) variable.type = varType(check, type);
  if (init === null) {
    // Without type the missing value was reported.
    if (type === null) variable.type = Typ.invalid;
    return;
  }
  if (lhs === null || lhs.length === 1) {
    const x = new Operand();
    expr(check, newTarget(variable.type, variable.name), x, init);
    initVar(check, variable, x, 'variable declaration');
    return;
  }
  if (type !== null) for (const each of lhs) each.type = variable.type;
  initVars(check, lhs, [init], null);
}

function funcDecl(check: Checker, func: Func, decl: DeclInfo): void {
  const { funcDecl: node } = decl;
  if (node === null) return;
  const signature = newSignature();
  // Set before it is filled in, for functions that mention themselves.
  func.type = signature;
  funcType(check, signature, node.recv?.list[0] ?? null, node.type);
  const { body } = node;
  if (node.type.typeParams !== null && body === null) {
    check.error(node, 'BadDecl', 'generic function is missing function body');
  }
  if (body === null || check.config.ignoreFuncBodies) return;
  // What parameters and the variables of the body are visible in.
  if (signature.scope !== null) signature.scope.end = body.end;
  check.laterBody(node, () => check.funcBody(decl, func.name, signature, body, null));
}
