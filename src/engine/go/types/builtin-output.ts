// panic, recover, print, println, and the assert of our own tests (spec, "Handling panics",
// "Bootstrapping"; types2 builtins.go).

import { exprString } from '../syntax/print-expr.ts';
import { assignment } from './assignments.ts';
import { type BuiltinCall, noValue, valueOf } from './builtin-call.ts';
import { boolOf } from './constant.ts';
import { invalidArgument } from './errors.ts';
import { isBoolean } from './predicates.ts';
import { emptyInterface } from './under.ts';

export function panicCall(b: BuiltinCall): boolean {
  const { check, x, call } = b;
  // A function with results may end in a panic.
  if (check.env.signature !== null) check.env.panicCalls.add(call);
  assignment(check, x, emptyInterface, 'argument to panic');
  return x.isValid && noValue(b, [emptyInterface]);
}

export function printCall(b: BuiltinCall): boolean {
  const { check, args, name } = b;
  for (const arg of args) {
    assignment(check, arg, null, `argument to built-in ${name}`);
    if (!arg.isValid) return false;
  }
  return noValue(
    b,
    args.map((arg) => arg.type),
  );
}

export function recoverCall(b: BuiltinCall): boolean {
  return valueOf(b, emptyInterface, []);
}

/** `assert(constant)` in tests of the checker: an error if it is false. */
export function assertCall({ check, x, call }: BuiltinCall): boolean {
  if (x.mode !== 'constant' || !isBoolean(x.type)) {
    const message = `${check.operandText(x)} is not a boolean constant`;
    check.error(x, 'Test', invalidArgument + message);
    return false;
  }
  if (!boolOf(x.value)) check.error(call, 'Test', `${exprString(call)} failed`);
  return true;
}
