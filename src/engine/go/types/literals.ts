// Basic and function literals (spec, "Integer literals" and so on, "Function literals"; types2
// literals.go).

import type { BasicLit, FuncLit } from '../syntax/ast.ts';
import type { Checker } from './checker.ts';
import type { Operand } from './operand.ts';
import { operatorPos, overflow } from './untyped.ts';

/** Longer numbers mean nothing and would take long to read. */
const maxLiteralLength = 10_000;

/** Makes `x` the constant that a literal denotes, or invalid. */
export function basicLit(check: Checker, x: Operand, e: BasicLit): void {
  if (e.token === 'INT' || e.token === 'FLOAT' || e.token === 'IMAG') {
    checkLiteralVersion(check, e);
    if (e.value.length > maxLiteralLength) {
      const start = e.value.slice(0, 10);
      const message = `excessively long constant: ${start}... (${e.value.length} chars)`;
      check.error(e, 'InvalidConstVal', message);
      x.invalidate();
      return;
    }
  }
  x.setConst(e);
  if (!x.isValid) {
    check.error(e, 'InvalidConstVal', `malformed constant: ${e.value}`);
    return;
  }
  x.expr = e;
  overflow(check, x, operatorPos(e));
}

// Which forms of numbers came with go1.13.
function checkLiteralVersion(check: Checker, e: BasicLit): void {
  const text = e.value;
  if (text.length <= 2 || check.allowVersion('go1.13')) return;
  const newForm = (what: string): void => {
    check.verifyVersion(e, 'go1.13', what);
  };
  if (text.includes('_')) newForm('underscore in numeric literal');
  else if (/^0b/i.test(text)) newForm('binary literal');
  else if (/^0o/i.test(text)) newForm('0o/0O-style octal literal');
  else if (/^0x/i.test(text) && e.token !== 'INT') newForm('hexadecimal floating-point literal');
}

/** Makes `x` the value of a function literal, whose body is checked later. */
export function funcLit(check: Checker, x: Operand, e: FuncLit): void {
  const type = check.type(e.type);
  if (type.kind !== 'Signature') {
    x.invalidate();
    return;
  }
  if (type.scope !== null) {
    type.scope.pos = e.pos;
    type.scope.end = e.end;
  }
  if (!check.config.ignoreFuncBodies) {
    // The literal belongs to the declaration around it; its body may mention what is declared
    // there, but nothing that the block declares after it.
    const { decl, iota } = check.env;
    check.later(() => check.funcBody(decl, '<function literal>', type, e.body, iota));
  }
  x.mode = 'value';
  x.type = type;
}
