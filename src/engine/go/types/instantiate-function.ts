// Instantiation of generic functions (spec, "Instantiations"; types2 call.go): with all, some or no
// type arguments given, the rest inferred from the variable that the function is assigned to.

import type { Expr, Ident, IndexExpr } from '../syntax/ast.ts';
import { noPos, type Pos } from '../syntax/pos.ts';
import { gcPos, startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from './basic.ts';
import type { Checker, Target } from './checker.ts';
import type { ErrorLine } from './errors.ts';
import { verifyTypeArguments } from './implements.ts';
import { infer, type InferenceErrors, type InferenceProblem, renameTypeParams } from './infer.ts';
import { newParam } from './object.ts';
import { Operand } from './operand.ts';
import { isGeneric } from './predicates.ts';
import { recordInstance } from './recording.ts';
import { substituteTuple } from './substitute.ts';
import { typeList } from './type-expressions.ts';
import type { Signature, Tuple, Type } from './type.ts';

/** Errors of inference, kept until it is known how to tell them. */
export class InferenceLog implements InferenceErrors {
  readonly lines: ErrorLine[] = [];

  atOperand(operand: Operand, message: string): void {
    this.lines.push({ at: operand, message });
  }

  at(pos: Pos, message: string): void {
    this.lines.push({ at: pos, message });
  }
}

/**
 * Instantiates the generic function `x`, of which `inst` gives type arguments (or null). Missing
 * ones are inferred from the target. If they are not to be, returns those given, x unchanged; else
 * null. After an error x is invalid.
 */
export function funcInst(
  check: Checker,
  target: Target | null,
  pos: Pos,
  x: Operand,
  inst: IndexExpr | null,
  inferMissing: boolean,
): readonly Type[] | null {
  const place = inst === null ? pos : gcPos(inst);
  if (inst !== null) x.expr = inst;
  const versionOk = check.verifyVersion(place, 'go1.18', 'function instantiation');
  const argExprs = inst?.indices ?? [];
  let typeArgs = typeList(check, argExprs);
  const generic = x.type;
  if (typeArgs === null || generic.kind !== 'Signature') {
    x.invalidate();
    return null;
  }
  const [got, want] = [typeArgs.length, generic.typeParams.length];
  if (got > want) {
    const surplus = argExprs[got - 1];
    const message = `got ${got} type arguments but want ${want}`;
    check.error(surplus ?? place, 'WrongTypeArgCount', message);
    x.invalidate();
    return null;
  }
  if (got < want) {
    if (!inferMissing) return typeArgs;
    if (target !== null && versionOk && !check.allowVersion('go1.21')) {
      const how = inst === null ? 'implicitly' : 'partially';
      check.verifyVersion(place, 'go1.21', `${how} instantiated function in assignment`);
    }
    typeArgs = inferFromTarget(check, target, pos, x, generic, typeArgs);
    if (typeArgs === null) {
      x.invalidate();
      return null;
    }
  }
  x.type = instantiateSignature(check, exprPos(x), x.expr, generic, typeArgs, argExprs);
  x.mode = 'value';
  return null;
}

function exprPos(x: Operand): Pos {
  return x.expr === null ? noPos : gcPos(x.expr);
}

// The assignment is treated as the call of a function that takes the target's type.
function inferFromTarget(
  check: Checker,
  target: Target | null,
  pos: Pos,
  x: Operand,
  generic: Signature,
  typeArgs: readonly Type[],
): readonly Type[] | null {
  const args: Operand[] = [];
  let params: Tuple = { kind: 'Tuple', vars: [] };
  if (target !== null) {
    const plain: Signature = { ...generic, typeParams: [], recv: null, recvTypeParams: [] };
    params = { kind: 'Tuple', vars: [newParam(exprPos(x), check.pkg, '', plain)] };
    const start = exprPos(x);
    const name: Ident = { kind: 'Ident', pos: start, end: start, name: target.description };
    const arg = new Operand();
    arg.mode = 'value';
    arg.expr = name;
    arg.type = target.signature;
    args.push(arg);
  }
  const original = params;
  const renamed = renameTypeParams(check.context, generic.typeParams, (substitution) =>
    substituteTuple(noPos, original, substitution, check.context),
  );
  const problem: InferenceProblem = {
    pos,
    typeParams: renamed.params,
    typeArgs,
    params: renamed.type,
    args,
    reverse: target !== null,
  };
  const log = new InferenceLog();
  const inferred = infer(check, problem, log);
  if (inferred === null && log.lines.length > 0) {
    check.errors.report('CannotInferTypeArgs', log.lines);
  }
  return inferred;
}

/** The instance of a generic signature; whether it satisfies the constraints is checked later. */
export function instantiateSignature(
  check: Checker,
  pos: Pos,
  e: Expr | null,
  generic: Signature,
  typeArgs: readonly Type[],
  argExprs: readonly Expr[],
): Signature {
  const instance = check.context.signatureInstance(pos, generic, typeArgs);
  if (e !== null) recordInstance(check, e, typeArgs, instance);
  check.later(() => {
    const { typeParams } = generic;
    const failure = verifyTypeArguments(check, pos, typeParams, typeArgs, check.context);
    if (failure === null) {
      check.mono.recordInstance(pos, typeParams, typeArgs, argExprs.map(startPos));
      return;
    }
    check.error(argExprs[failure.index] ?? pos, 'InvalidTypeArg', failure.cause);
  });
  return instance;
}

/** Reports a generic type or function that was not instantiated, unless the target tells how. */
export function nonGeneric(check: Checker, target: Target | null, x: Operand): void {
  if (!x.isValid || x.mode === 'novalue') return;
  let what = '';
  if (x.type.kind === 'Alias' || x.type.kind === 'Named') {
    if (isGeneric(x.type)) what = 'type';
  } else if (x.type.kind === 'Signature' && x.type.typeParams.length > 0) {
    if (target !== null) {
      funcInst(check, target, exprPos(x), x, null, true);
      return;
    }
    what = 'function';
  }
  if (what === '') return;
  const text = x.expr === null ? '' : exprString(x.expr);
  const message = `cannot use generic ${what} ${text} without instantiation`;
  check.error(x, 'WrongTypeArgCount', message);
  x.invalidate();
  x.type = Typ.invalid;
}
