// Which statements can end in a panic or at a limit, so that the fast flavour must note where it is.

import type { Expr, Place } from '../../go/ir/expression.ts';
import type { Instruction } from '../../go/ir/instruction.ts';
import { exprOperands, partsOf, placeOperands } from '../../go/ir/walk-ir.ts';
import type { Unit } from '../unit.ts';

/** Whether executing the statement may throw. */
export function mayThrow(unit: Unit, instruction: Instruction): boolean {
  switch (instruction.kind) {
    case 'nop':
    case 'decodeRune':
    case 'typeAssertOk':
    case 'mapRangeNext':
    case 'assign':
    case 'assignAll':
    case 'newCell':
    case 'branch':
    case 'return': {
      const { exprs, places } = partsOf(instruction);
      return (
        exprs.some((x) => throwsItself(unit, x)) ||
        places.some(
          (place) => throwsAt(place) || placeOperands(place).some((x) => throwsItself(unit, x)),
        )
      );
    }
    default:
      return true;
  }
}

function throwsAt(place: Place): boolean {
  return !(place.kind === 'local' || place.kind === 'cell' || place.kind === 'global');
}

function throwsItself(unit: Unit, x: Expr): boolean {
  return isRisky(unit, x) || exprOperands(x).some((operand) => throwsItself(unit, operand));
}

function isRisky(unit: Unit, x: Expr): boolean {
  switch (x.kind) {
    case 'const':
    case 'complexConst':
    case 'zero':
    case 'register':
    case 'addressOfGlobal':
    case 'newVariable':
    case 'negate':
    case 'complement':
    case 'not':
    case 'isNil':
    case 'and':
    case 'or':
    case 'convertNumber':
    case 'makeInterface':
    case 'typeTest':
    case 'unbox':
    case 'length':
    case 'capacity':
    case 'makeMap':
    case 'complex':
    case 'real':
    case 'imag':
    case 'min':
    case 'max':
    case 'structLiteral':
    case 'closure':
    case 'copy':
      return x.kind === 'length' && (x.operandKind === 'pointer' || x.operandKind === 'array');
    case 'load':
      return throwsAt(x.place);
    case 'binary': {
      const { kind } = unit.type(x.type);
      return kind === 'string' || x.op === '/' || x.op === '%';
    }
    case 'shift':
      return x.y.kind !== 'const';
    case 'compare':
      return x.comparison !== 'direct' && x.comparison !== 'pointer' && x.comparison !== 'complex';
    default:
      return true;
  }
}
