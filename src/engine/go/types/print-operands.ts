// What the built-in functions print and println cannot print: structs and arrays. gc finds it only
// when it generates code (cmd/compile/internal/walk builtin.go), so it comes after all else.

import { gcPos } from '../syntax/positions.ts';
import type { Checker } from './checker.ts';
import { isTypeParam } from './predicates.ts';
import { under } from './under.ts';

/** Reports calls of print and println with operands that gc has no code for. */
export function printOperands(check: Checker): void {
  for (const [call, id] of check.info.builtinCalls) {
    if (id !== 'print' && id !== 'println') continue;
    for (const arg of call.args) {
      const type = check.info.types.get(arg)?.type;
      if (type === undefined || isTypeParam(type)) continue;
      const { kind } = under(type);
      if (kind !== 'Struct' && kind !== 'Array') continue;
      const message = `illegal types for operand: ${id}\n\t${check.text(type)}`;
      check.error(gcPos(call), 'IncompatibleAssign', message);
    }
  }
}
