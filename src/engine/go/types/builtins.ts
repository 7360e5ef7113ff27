// Calls of built-in functions (spec, "Built-in functions"; types2 builtins.go): how many arguments
// they take, and which file checks them.
// Invariant: a call that is not constant has the signature it was checked under recorded for its
// name.

import type { CallExpr } from '../syntax/ast.ts';
import { noPos } from '../syntax/pos.ts';
import { exprString } from '../syntax/print-expr.ts';
import { exprList } from './argument-lists.ts';
import type { BuiltinCall } from './builtin-call.ts';
import {
  appendCall,
  clearCall,
  closeCall,
  copyCall,
  deleteCall,
  lengthCall,
  makeCall,
  newCall,
} from './builtin-containers.ts';
import { complexCall, extremeCall, partCall } from './builtin-numbers.ts';
import { assertCall, panicCall, printCall, recoverCall } from './builtin-output.ts';
import {
  unsafeAddCall,
  unsafeAlignofCall,
  unsafeDataCall,
  unsafeOffsetofCall,
  unsafeSizeofCall,
  unsafeSliceCall,
  unsafeStringCall,
} from './builtin-unsafe.ts';
import type { Checker } from './checker.ts';
import { invalidOperation } from './errors.ts';
import { use } from './evaluate.ts';
import type { Operand } from './operand.ts';
import type { BuiltinId } from './type.ts';
import { builtins } from './universe.ts';

/** Makes `x` the result of a call; false after an error. */
export function builtinCall(check: Checker, x: Operand, call: CallExpr, id: BuiltinId): boolean {
  const { name } = builtins[id];
  if (call.ellipsis !== noPos && id !== 'append') {
    const message = `${invalidOperation}invalid use of ... with built-in ${name}`;
    check.error(call, 'InvalidDotDotDot', message);
    use(check, call.args);
    return false;
  }
  const outerCalls = check.env.hasCallOrRecv;
  const isLength = id === 'len' || id === 'cap';
  // Whether the length of an array is constant depends on calls in the argument alone.
  if (isLength) check.env.hasCallOrRecv = false;
  const ok = evaluateAndCheck(check, x, call, id);
  if (isLength) check.env.hasCallOrRecv = outerCalls;
  if (ok) check.info.builtinCalls.set(call, id);
  return ok;
}

function evaluateAndCheck(check: Checker, x: Operand, call: CallExpr, id: BuiltinId): boolean {
  let args: readonly Operand[] = [];
  let count = call.args.length;
  if (id !== 'make' && id !== 'new' && id !== 'unsafe.Offsetof') {
    args = exprList(check, call.args);
    count = args.length;
    if (args.some((arg) => !arg.isValid)) return false;
    const [first] = args;
    if (first !== undefined) x.copyFrom(first);
  }
  const { name, arguments: least, variadic } = builtins[id];
  const quality = count < least ? 'not enough' : !variadic && count > least ? 'too many' : '';
  if (quality !== '') {
    const numbers = `(expected ${least}, found ${count})`;
    const message = `${quality} arguments for ${exprString(call)} ${numbers}`;
    check.error(call, 'WrongArgCount', invalidOperation + message);
    return false;
  }
  return checkCall({ check, x, call, args, name }, id);
}

function checkCall(b: BuiltinCall, id: BuiltinId): boolean {
  switch (id) {
    case 'append':
      return appendCall(b);
    case 'cap':
    case 'len':
      return lengthCall(b, id);
    case 'clear':
      return clearCall(b);
    case 'close':
      return closeCall(b);
    case 'complex':
      return complexCall(b);
    case 'copy':
      return copyCall(b);
    case 'delete':
      return deleteCall(b);
    case 'imag':
    case 'real':
      return partCall(b, id);
    case 'make':
      return makeCall(b);
    case 'max':
    case 'min':
      return extremeCall(b, id);
    case 'new':
      return newCall(b);
    case 'panic':
      return panicCall(b);
    case 'print':
    case 'println':
      return printCall(b);
    case 'recover':
      return recoverCall(b);
    case 'unsafe.Add':
      return unsafeAddCall(b);
    case 'unsafe.Alignof':
      return unsafeAlignofCall(b);
    case 'unsafe.Offsetof':
      return unsafeOffsetofCall(b);
    case 'unsafe.Sizeof':
      return unsafeSizeofCall(b);
    case 'unsafe.Slice':
      return unsafeSliceCall(b);
    case 'unsafe.SliceData':
    case 'unsafe.StringData':
      return unsafeDataCall(b, id);
    case 'unsafe.String':
      return unsafeStringCall(b);
    case 'assert':
      return assertCall(b);
  }
}
