// Operands: what the checker knows of an expression while it checks it (types2 operand.go).
// Invariants: a constant's type is a Basic or has one underneath and its `value` is set; the type
// means nothing in mode invalid. Operands are reused and changed; they never leave the checker.

import type { BasicLit, Expr } from '../syntax/ast.ts';
import type { Pos } from '../syntax/pos.ts';
import { noPos } from '../syntax/pos.ts';
import { Typ } from './basic.ts';
import { unknownValue, type Value } from './constant.ts';
import { makeFromLiteral } from './constant-literal.ts';
import type { BuiltinId, Type } from './type.ts';

export type OperandMode =
  | 'invalid'
  | 'novalue'
  | 'builtin'
  | 'typexpr'
  | 'constant'
  | 'variable'
  | 'mapindex'
  | 'value'
  | 'nilvalue'
  | 'commaok'
  | 'commaerr';

/** The words for a mode in messages. */
export const operandModeNames: { readonly [K in OperandMode]: string } = {
  invalid: 'invalid operand',
  novalue: 'no value',
  builtin: 'built-in',
  typexpr: 'type',
  constant: 'constant',
  variable: 'variable',
  mapindex: 'map index expression',
  value: 'value',
  nilvalue: 'nil',
  commaok: 'comma, ok expression',
  commaerr: 'comma, error expression',
};

/** A new operand is invalid and ready to use. */
export class Operand {
  mode: OperandMode = 'invalid';
  /** Null for operands that no source expression stands for. */
  expr: Expr | null = null;
  type: Type = Typ.invalid;
  /** Of a constant. */
  value: Value = unknownValue;
  /** Of a builtin. */
  builtin: BuiltinId | null = null;

  get isValid(): boolean {
    return this.mode !== 'invalid';
  }

  get isNil(): boolean {
    return this.mode === 'nilvalue';
  }

  invalidate(): void {
    this.mode = 'invalid';
  }

  /** Where the operand's expression stands, by gc's convention for messages about it. */
  get exprPos(): Pos {
    return this.expr === null ? noPos : this.expr.pos;
  }

  /** Makes this the untyped constant that a literal denotes; invalid if it cannot be one. */
  setConst(literal: BasicLit): void {
    const value = makeFromLiteral(literal.value, literal.token);
    if (value.kind === 'unknown') {
      this.mode = 'invalid';
      this.type = Typ.invalid;
      return;
    }
    this.mode = 'constant';
    this.type = Typ[untypedKindOf[literal.token]];
    this.value = value;
  }

  /** Takes over everything from another operand. */
  copyFrom(other: Operand): void {
    this.mode = other.mode;
    this.expr = other.expr;
    this.type = other.type;
    this.value = other.value;
    this.builtin = other.builtin;
  }

  /** An operand of its own with the same contents. */
  copy(): Operand {
    const copy = new Operand();
    copy.copyFrom(this);
    return copy;
  }
}

const untypedKindOf = {
  INT: 'untypedInt',
  FLOAT: 'untypedFloat',
  IMAG: 'untypedComplex',
  CHAR: 'untypedRune',
  STRING: 'untypedString',
} as const;
