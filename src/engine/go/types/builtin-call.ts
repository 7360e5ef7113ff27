// What all built-in functions need to know of their call.

import type { CallExpr } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import type { Checker } from './checker.ts';
import { newParam, newVar } from './object.ts';
import type { Operand } from './operand.ts';
import { defaultType } from './predicates.ts';
import { recordBuiltinType } from './recording.ts';
import type { Signature, Type } from './type.ts';

/** A call of a built-in function with a right number of arguments. */
export interface BuiltinCall {
  readonly check: Checker;
  /** The first argument if they are evaluated; becomes the result. */
  readonly x: Operand;
  readonly call: CallExpr;
  /** The evaluated arguments; none for make, new and Offsetof. */
  readonly args: readonly Operand[];
  readonly name: string;
}

/** A signature with these parameters, untyped ones with their default types. */
export function builtinSignature(
  result: Type | null,
  params: readonly Type[],
  variadic = false,
): Signature {
  const vars = params.map((type) => newParam(noPos, null, '', defaultType(type)));
  const results = result === null ? [] : [newVar('result', noPos, null, '', result)];
  return {
    kind: 'Signature',
    typeParams: [],
    recvTypeParams: [],
    recv: null,
    params: { kind: 'Tuple', vars },
    results: { kind: 'Tuple', vars: results },
    variadic,
    scope: null,
  };
}

/** Ends a call that has no value. */
export function noValue({ check, x, call }: BuiltinCall, params: readonly Type[]): true {
  x.mode = 'novalue';
  recordBuiltinType(check, call.fun, builtinSignature(null, params));
  return true;
}

/** Ends a call with a value that is not constant. */
export function valueOf(
  { check, x, call }: BuiltinCall,
  result: Type,
  params: readonly Type[],
): true {
  recordBuiltinType(check, call.fun, builtinSignature(result, params));
  x.mode = 'value';
  x.type = result;
  return true;
}
