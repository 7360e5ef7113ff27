// Arguments of calls (spec, "Passing arguments to ... parameters", "Type inference"; types2
// call.go): as many as parameters, assignable, and what they tell about type arguments.

import type { CallExpr, Expr } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { gcPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { assignment } from './assignments.ts';
import type { Checker } from './checker.ts';
import type { Place } from './errors.ts';
import { infer, renameTypeParams } from './infer.ts';
import { InferenceLog, instantiateSignature } from './instantiate-function.ts';
import { newParam } from './object.ts';
import type { Operand } from './operand.ts';
import { record } from './recording.ts';
import { makeSubstitution, substituteSignature, substituteTuple } from './substitute.ts';
import type { Signature, Tuple, Type, TypeParam } from './type.ts';
import { operandTypes, typesSummary, varTypes } from './types-summary.ts';

/** A signature to call with the type arguments that are still to be used. */
export interface Callee {
  readonly signature: Signature;
  readonly typeArgs: readonly Type[];
  readonly argExprs: readonly Expr[];
}

/**
 * Checks the arguments of a call and returns the signature it calls, instantiated if need be. Of
 * an argument that is a partially instantiated function `argTypeArgs` gives the type arguments.
 */
export function checkArguments(
  check: Checker,
  call: CallExpr,
  callee: Callee,
  args: readonly Operand[],
  argTypeArgs: readonly (readonly Type[])[],
): Signature {
  const { signature } = callee;
  const params = parametersFor(check, call, signature, args);
  if (params === null) return signature;
  const solved = solve(check, call, callee, params, args, argTypeArgs);
  if (solved === null) return signature;
  const context = `argument to ${exprString(call.fun)}`;
  for (const [i, arg] of args.entries()) {
    const param = solved.params.vars[i];
    if (param !== undefined) assignment(check, arg, param.type, context);
  }
  return solved.signature;
}

// One parameter for each argument, those of `...T` multiplied; null if the numbers do not agree.
function parametersFor(
  check: Checker,
  call: CallExpr,
  signature: Signature,
  args: readonly Operand[],
): Tuple | null {
  const declared = signature.params.vars;
  const hasDots = call.ellipsis !== noPos;
  let params: Tuple = signature.params;
  let wanted = declared.length;
  const last = declared[declared.length - 1];
  if (hasDots) {
    const fun = exprString(call.fun);
    const [arg] = call.args;
    if (!signature.variadic) {
      const message = `cannot use ... in call to non-variadic ${fun}`;
      check.error(call, 'NonVariadicDotDotDot', message);
      return null;
    }
    if (call.args.length === 1 && args.length > 1 && arg !== undefined) {
      const message = `cannot use ... with ${args.length}-valued ${exprString(arg)}`;
      check.error(call, 'InvalidDotDotDot', message);
      return null;
    }
  } else if (signature.variadic && last !== undefined) {
    if (args.length >= wanted - 1) {
      const vars = declared.slice(0, -1);
      const elem = last.type.kind === 'Slice' ? last.type.elem : last.type;
      while (vars.length < args.length) vars.push(newParam(last.pos, last.pkg, last.name, elem));
      params = { kind: 'Tuple', vars };
      wanted = args.length;
    } else wanted -= 1;
  }
  if (args.length === wanted) return params;
  reportCount(check, call, signature, args, wanted);
  return null;
}

function reportCount(
  check: Checker,
  call: CallExpr,
  signature: Signature,
  args: readonly Operand[],
  wanted: number,
): void {
  const tooMany = args.length > wanted;
  const arg = tooMany ? args[wanted] : args[args.length - 1];
  const place: Place = arg?.expr ?? call;
  const have = typesSummary(check, operandTypes(args), call.ellipsis !== noPos ? 'dots' : 'plain');
  const want = typesSummary(
    check,
    varTypes(signature.params.vars),
    signature.variadic ? 'variadic' : 'plain',
  );
  const quality = tooMany ? 'too many' : 'not enough';
  check.errors.report('WrongArgCount', [
    { at: place, message: `${quality} arguments in call to ${exprString(call.fun)}` },
    { at: noPos, message: `have ${have}` },
    { at: noPos, message: `want ${want}` },
  ]);
}

interface GenericArgument {
  readonly index: number;
  readonly signature: Signature;
}

// Infers what type arguments are missing, of the callee and of functions among the arguments.
function solve(
  check: Checker,
  call: CallExpr,
  { signature, typeArgs, argExprs }: Callee,
  params: Tuple,
  args: readonly Operand[],
  argTypeArgs: readonly (readonly Type[])[],
): { readonly signature: Signature; readonly params: Tuple } | null {
  const count = signature.typeParams.length;
  const allParams: TypeParam[] = [];
  const allArgs: (Type | null)[] = [];
  let ownParams = params;
  if (count > 0) {
    verifyGenericVersion(check, call);
    const renamed = renameTypeParams(check.context, signature.typeParams, (substitution) =>
      substituteTuple(noPos, params, substitution, check.context),
    );
    allParams.push(...renamed.params);
    for (let i = 0; i < count; i++) allArgs.push(typeArgs[i] ?? null);
    ownParams = renamed.type;
  }
  const generic = genericArguments(check, args, argTypeArgs, allParams, allArgs);
  const [firstGeneric] = generic;
  const firstArg = firstGeneric === undefined ? undefined : args[firstGeneric.index];
  if (firstArg !== undefined) {
    check.verifyVersion(firstArg, 'go1.21', 'implicitly instantiated function as argument');
  }
  if (allParams.length === 0) return { signature, params };
  const pos = gcPos(call);
  const log = new InferenceLog();
  const inferred = infer(
    check,
    { pos, typeParams: allParams, typeArgs: allArgs, params: ownParams, args, reverse: false },
    log,
  );
  if (inferred === null) {
    const [first, ...rest] = log.lines;
    if (first !== undefined) {
      const message = `in call to ${exprString(call.fun)}, ${first.message}`;
      check.errors.report('CannotInferTypeArgs', [{ at: first.at, message }, ...rest]);
    }
    return null;
  }
  instantiateArguments(check, call, args, generic, inferred.slice(count));
  if (count === 0) return { signature, params };
  const own = inferred.slice(0, count);
  const instance = instantiateSignature(check, pos, call.fun, signature, own, argExprs);
  if (params === signature.params) return { signature: instance, params: instance.params };
  const substitution = makeSubstitution(allParams.slice(0, count), own);
  return {
    signature: instance,
    params: substituteTuple(pos, ownParams, substitution, check.context),
  };
}

function verifyGenericVersion(check: Checker, call: CallExpr): void {
  const isExplicit = call.fun.kind === 'IndexExpr';
  const what = isExplicit ? 'function instantiation' : 'implicit function instantiation';
  check.verifyVersion(isExplicit ? call.fun : call, 'go1.18', what);
}

// Generic functions among the arguments, each with type parameters of its own.
function genericArguments(
  check: Checker,
  args: readonly Operand[],
  argTypeArgs: readonly (readonly Type[])[],
  allParams: TypeParam[],
  allArgs: (Type | null)[],
): GenericArgument[] {
  const generic: GenericArgument[] = [];
  for (const [index, arg] of args.entries()) {
    const type = arg.type;
    if (!arg.isValid || type.kind !== 'Signature' || type.typeParams.length === 0) continue;
    const renamed = renameTypeParams(check.context, type.typeParams, (substitution) =>
      substituteSignature(noPos, type, substitution, check.context),
    );
    const signature: Signature = { ...renamed.type, typeParams: renamed.params };
    arg.type = signature;
    allParams.push(...renamed.params);
    const given = argTypeArgs[index] ?? [];
    for (let i = 0; i < renamed.params.length; i++) allArgs.push(given[i] ?? null);
    generic.push({ index, signature });
  }
  return generic;
}

function instantiateArguments(
  check: Checker,
  call: CallExpr,
  args: readonly Operand[],
  generic: readonly GenericArgument[],
  typeArgs: readonly Type[],
): void {
  let start = 0;
  for (const { index, signature } of generic) {
    const arg = args[index];
    const end = start + signature.typeParams.length;
    if (arg !== undefined) {
      const own = typeArgs.slice(start, end);
      arg.type = instantiateSignature(check, gcPos(call), arg.expr, signature, own, []);
      record(check, arg);
    }
    start = end;
  }
}
