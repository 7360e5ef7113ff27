// Calls and conversions in call form (spec, "Calls"; types2 call.go).

import type { CallExpr } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { gcPos } from '../syntax/positions.ts';
import { type Callee, checkArguments } from './arguments.ts';
import { genericExprList } from './argument-lists.ts';
import { builtinCall } from './builtins.ts';
import type { Checker, ExprKind } from './checker.ts';
import { conversion } from './conversions.ts';
import { isComplete } from './cycles.ts';
import { invalidOperation } from './errors.ts';
import { expr, exprOrType, newTarget, use } from './evaluate.ts';
import { indexExpr } from './index-expressions.ts';
import { instantiateSignature, nonGeneric } from './instantiate-function.ts';
import type { Operand } from './operand.ts';
import { isParameterized } from './parameterized.ts';
import { isTypeParam } from './predicates.ts';
import { record, recordTypeAndValue } from './recording.ts';
import { typeList } from './type-expressions.ts';
import { commonUnder, isMethodSet, typeSetOf } from './type-set.ts';
import type { Signature, Type } from './type.ts';
import { under } from './under.ts';
import { builtins } from './universe.ts';

/** Makes `x` the value of a call, or invalid; says whether the call may be a statement. */
export function callExpr(check: Checker, x: Operand, call: CallExpr): ExprKind {
  let isInstance = false;
  if (call.fun.kind === 'IndexExpr') {
    // Type arguments are combined with the function arguments.
    isInstance = indexExpr(check, x, call.fun);
    x.expr = call.fun;
    record(check, x);
  } else exprOrType(check, x, call.fun, true);
  switch (x.mode) {
    case 'invalid':
      use(check, call.args);
      x.expr = call;
      return 'statement';
    case 'typexpr':
      convert(check, x, call);
      x.expr = call;
      return 'conversion';
    case 'builtin': {
      const id = x.builtin;
      if (id === null || !builtinCall(check, x, call, id)) x.invalidate();
      x.expr = call;
      if (x.isValid && !isConstant(x)) check.env.hasCallOrRecv = true;
      return id === null ? 'statement' : builtins[id].use;
    }
    default:
      functionCall(check, x, call, isInstance);
      x.expr = call;
      return 'statement';
  }
}

function convert(check: Checker, x: Operand, call: CallExpr): void {
  nonGeneric(check, null, x);
  if (!x.isValid) return;
  const T: Type = x.type;
  x.invalidate();
  if (!isComplete(check, T)) return;
  const type = check.text(T);
  const [arg] = call.args;
  const last = call.args[call.args.length - 1];
  if (arg === undefined) {
    check.error(call, 'WrongArgCount', `missing argument in conversion to ${type}`);
    return;
  }
  if (call.args.length > 1) {
    use(check, call.args);
    check.error(last ?? arg, 'WrongArgCount', `too many arguments in conversion to ${type}`);
    return;
  }
  expr(check, newTarget(T, 'conversion'), x, arg);
  if (!x.isValid) return;
  const target = under(T);
  if (target.kind === 'Interface' && !isTypeParam(T) && !isMethodSet(typeSetOf(target))) {
    const why = 'contains specific type constraints or is comparable';
    const message = `cannot use interface ${type} in conversion (${why})`;
    // As in gc what follows sees the argument, unconverted.
    check.error(call, 'MisplacedConstraintIface', message);
    return;
  }
  if (call.ellipsis !== noPos) {
    check.error(arg, 'BadDotDotDotSyntax', `invalid use of ... in conversion to ${type}`);
    return;
  }
  conversion(check, x, T);
}

// Leaves `x` invalid if the function cannot be called.
function functionCall(check: Checker, x: Operand, call: CallExpr, isInstance: boolean): void {
  const { type: callee, error } = commonUnder(x.type, ({ type, under: u }) =>
    u !== null && u.kind !== 'Signature' ? (text) => `${text(type)} is not a function` : null,
  );
  if (callee?.kind !== 'Signature') {
    const why = error?.((type) => check.text(type)) ?? '';
    const message = `cannot call ${check.operandText(x)}: ${why}`;
    check.error(x, 'InvalidCall', invalidOperation + message);
    x.invalidate();
    return;
  }
  const given = isInstance ? givenTypeArgs(check, call, callee) : noTypeArgs(callee);
  if (given === null) {
    use(check, call.args);
    x.invalidate();
    return;
  }
  const { operands, typeArgs } = genericExprList(check, call.args);
  const signature = checkArguments(check, call, given, operands, typeArgs);
  if (callee.typeParams.length > 0 && signature.typeParams.length === 0) {
    recordTypeAndValue(check, call.fun, 'value', signature, null);
  }
  check.env.hasCallOrRecv = true;
  setResult(check, x, signature);
}

function noTypeArgs(signature: Signature): Callee {
  return { signature, typeArgs: [], argExprs: [] };
}

// The type arguments of f[T](…); if all are given the signature is instantiated at once.
function givenTypeArgs(check: Checker, call: CallExpr, signature: Signature): Callee | null {
  const inst = call.fun;
  if (inst.kind !== 'IndexExpr') return noTypeArgs(signature);
  const typeArgs = typeList(check, inst.indices);
  if (typeArgs === null) return null;
  const want = signature.typeParams.length;
  if (typeArgs.length > want) {
    const message = `got ${typeArgs.length} type arguments but want ${want}`;
    check.error(inst.indices[want] ?? inst, 'WrongTypeArgCount', message);
    return null;
  }
  if (typeArgs.length < want) return { signature, typeArgs, argExprs: inst.indices };
  check.verifyVersion(inst, 'go1.18', 'function instantiation');
  const pos = gcPos(inst);
  return noTypeArgs(instantiateSignature(check, pos, inst, signature, typeArgs, inst.indices));
}

function setResult(check: Checker, x: Operand, signature: Signature): void {
  const results = signature.results.vars;
  const [only] = results;
  if (only === undefined) {
    x.mode = 'novalue';
    return;
  }
  if (results.length === 1) {
    if (!isComplete(check, only.type)) {
      x.invalidate();
      return;
    }
    x.mode = 'value';
    x.type = only.type;
  } else {
    x.mode = 'value';
    x.type = signature.results;
  }
  // Where inference failed the results may still depend on type parameters.
  const { typeParams } = signature;
  if (typeParams.length > 0 && isParameterized(typeParams, x.type)) x.invalidate();
}

function isConstant(x: Operand): boolean {
  return x.mode === 'constant';
}
