// Where control goes from a statement, and after which statements the fast flavour must look up.

import { assertNever } from '../../base/assert.ts';
import type { Instruction } from '../../go/ir/instruction.ts';
import type { Func } from '../../go/ir/program.ts';

/** The statements that may follow; each way counts, also if two lead to one place. */
export function successors(instruction: Instruction, index: number): readonly number[] {
  const next = instruction.next ?? index + 1;
  switch (instruction.kind) {
    case 'branch':
      return [instruction.then, instruction.else];
    case 'return':
    case 'panic':
      return [];
    case 'select': {
      const targets = instruction.cases.map(({ target }) => target);
      return instruction.defaultTarget === null ? targets : [...targets, instruction.defaultTarget];
    }
    case 'mapRangeNext':
      return [next, instruction.done];
    default:
      return [next];
  }
}

/**
 * Whether the goroutine may stop at the statement, or the machine may want to be asked right after
 * it: calls, everything that makes an event, and what only the exact flavour does.
 */
export function isStop(
  func: Func,
  instruction: Instruction,
  isPure: (native: string) => boolean,
): boolean {
  switch (instruction.kind) {
    case 'call':
    case 'go':
    case 'makeChan':
    case 'send':
    case 'receive':
    case 'close':
    case 'select':
    case 'recover':
    case 'frameToken':
      return true;
    case 'defer':
      return true;
    case 'callNative':
      return !isPure(instruction.name);
    case 'return':
      return func.hasDefer;
    case 'nop':
    case 'assign':
    case 'assignAll':
    case 'newCell':
    case 'branch':
    case 'evaluate':
    case 'panic':
    case 'mapGetOk':
    case 'mapDelete':
    case 'clear':
    case 'copySlice':
    case 'mapRangeStart':
    case 'mapRangeNext':
    case 'decodeRune':
    case 'typeAssertOk':
      return false;
    default:
      return assertNever(instruction, 'instruction');
  }
}
