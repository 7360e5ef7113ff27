// Index and slice expressions (types2 index.go).

import type { Expr, IndexExpr, SliceExpr } from '../syntax/ast.ts';
import { gcPos } from '../syntax/positions.ts';
import { byteType, Typ } from '../types/basic.ts';
import { bytesOf, signOf } from '../types/constant.ts';
import { constantString } from '../types/constant-format.ts';
import { bigintOf, representConst } from '../types/constant-representable.ts';
import type { ErrorCode } from '../types/error-codes.ts';
import { identical } from '../types/identical.ts';
import { Operand } from '../types/operand.ts';
import { isString, isTypeParam, isUntyped } from '../types/predicates.ts';
import { allInteger, typesOf, underIs } from '../types/type-set.ts';
import type { Type } from '../types/type.ts';
import { isInvalid, under } from '../types/under.ts';
import { invalidArgument, invalidOperation } from './checker.ts';
import { Literals } from './literals.ts';

/** What can be indexed: the element type, the length if known (else -1), and for maps the key. */
interface Indexable {
  readonly elem: Type;
  readonly key: Type | null;
  readonly length: number;
  readonly mode: 'value' | 'variable';
}

export abstract class IndexExpressions extends Literals {
  abstract exprOrType(x: Operand, e: Expr, allowGeneric: boolean): void;

  /** True if x is a generic function value that is being instantiated. */
  indexExpr(x: Operand, e: IndexExpr): boolean {
    this.exprOrType(x, e.x, true);
    if (!x.isValid) {
      this.use(...e.indices);
      return false;
    }
    if (x.mode === 'typexpr') {
      x.invalidate();
      x.type = this.varType(e);
      if (!isInvalid(x.type)) x.mode = 'typexpr';
      return false;
    }
    const underlying = under(x.type);
    if (x.mode === 'value' && underlying.kind === 'Signature' && underlying.typeParams.length > 0) {
      return true;
    }
    this.nonGeneric(null, x);
    if (!x.isValid) return false;
    const what = this.indexable(x, underlying);
    if (what === null) {
      this.error(gcPos(e), 'NonSliceableOperand', `cannot index ${this.operandString(x)}`);
      this.use(...e.indices);
      x.invalidate();
      return false;
    }
    const index = this.singleIndex(e);
    if (index === null) {
      x.invalidate();
      return false;
    }
    if (what.key !== null) {
      const key = new Operand();
      this.genericExpr(key, index, null);
      this.assignment(key, what.key, 'map index');
      x.mode = 'mapindex';
      x.type = what.elem;
      x.expr = e;
      return false;
    }
    x.mode = what.mode;
    x.type = what.elem;
    this.index(index, what.length);
    return false;
  }

  private indexable(x: Operand, underlying: Type): Indexable | null {
    if (underlying.kind !== 'Interface') return this.indexableType(x, underlying);
    if (!isTypeParam(x.type)) return null;
    let all: Indexable | null = null;
    const ok = underIs(x.type, (u) => {
      const one = u === null ? null : this.indexableType(x, u);
      if (one === null) return false;
      if (all === null) {
        all = one;
        return true;
      }
      const sameKey =
        all.key === null || one.key === null ? all.key === one.key : identical(all.key, one.key);
      if (!sameKey || !identical(all.elem, one.elem)) return false;
      const length =
        one.length >= 0 && (all.length < 0 || one.length < all.length) ? one.length : all.length;
      const mode = all.mode === 'value' || one.mode === 'value' ? 'value' : 'variable';
      all = { ...all, length, mode };
      return true;
    });
    return ok ? all : null;
  }

  private indexableType(x: Operand, u: Type): Indexable | null {
    switch (u.kind) {
      case 'Basic': {
        if (!isString(u)) return null;
        const length = x.mode === 'constant' ? bytesOf(x.value).length : -1;
        return { elem: byteType, key: null, length, mode: 'value' };
      }
      case 'Array': {
        const mode = x.mode === 'variable' ? 'variable' : 'value';
        return { elem: u.elem, key: null, length: u.length, mode };
      }
      case 'Pointer': {
        const array = under(u.elem);
        if (array.kind !== 'Array') return null;
        return { elem: array.elem, key: null, length: array.length, mode: 'variable' };
      }
      case 'Slice':
        return { elem: u.elem, key: null, length: -1, mode: 'variable' };
      case 'Map':
        return { elem: u.elem, key: u.key, length: -1, mode: 'variable' };
      default:
        return null;
    }
  }

  private singleIndex(e: IndexExpr): Expr | null {
    const [first, second] = e.indices;
    if (second !== undefined) this.error(second, 'InvalidIndex', `${invalidOperation}more than one index`);
    return first ?? null;
  }

  /** Checks an index; its value if constant, else -1. The type is invalid after an error. */
  index(e: Expr, max: number): { type: Type; value: number } {
    const x = new Operand();
    this.expr(null, x, e);
    if (!this.isValidIndex(x, 'InvalidIndex', 'index', false)) return { type: Typ.invalid, value: -1 };
    if (x.mode !== 'constant') return { type: x.type, value: -1 };
    if (x.value.kind === 'unknown') return { type: Typ.invalid, value: -1 };
    const value = Number(bigintOf(x.value));
    if (max >= 0 && value >= max) {
      this.error(x, 'InvalidIndex', `${invalidArgument}index ${constantString(x.value)} out of bounds [0:${max}]`);
      return { type: Typ.invalid, value: -1 };
    }
    return { type: x.type, value };
  }

  isValidIndex(x: Operand, code: ErrorCode, what: string, allowNegative: boolean): boolean {
    if (!x.isValid) return false;
    this.convertUntyped(x, Typ.int);
    if (!x.isValid) return false;
    if (!allInteger(x.type)) {
      this.error(x, code, `${invalidArgument}${what} ${this.operandString(x)} must be integer`);
      return false;
    }
    if (x.mode !== 'constant') return true;
    if (!allowNegative && signOf(x.value) < 0) {
      this.error(x, code, `${invalidArgument}${what} ${this.operandString(x)} must not be negative`);
      return false;
    }
    const value = representConst(x.value, Typ.int);
    if (value === null) {
      this.error(x, code, `${invalidArgument}${what} ${this.operandString(x)} overflows int`);
      return false;
    }
    x.value = value;
    return true;
  }

  // ---- Slices ----

  sliceExpr(x: Operand, e: SliceExpr): void {
    this.expr(null, x, e.x);
    const indices = [e.low, e.high, e.max];
    if (!x.isValid) {
      this.use(...indices.filter((index) => index !== null));
      return;
    }
    const length = this.sliceable(x, e);
    if (length === null) {
      x.invalidate();
      return;
    }
    x.mode = 'value';
    if (e.slice3 && (e.high === null || e.max === null)) {
      this.error(e, 'InvalidSyntaxTree', '2nd and 3rd index required in 3-index slice');
      x.invalidate();
      return;
    }
    const values = indices.map((index, i) => {
      if (index !== null) return this.index(index, length < 0 ? -1 : length + 1).value;
      return i === 0 ? 0 : length;
    });
    for (const [i, low] of values.entries()) {
      const j = values.findIndex((high, k) => k > i && high >= 0 && high < low);
      const at = indices[j];
      if (low > 0 && at !== undefined && at !== null) {
        this.error(at, 'SwappedSliceIndices', `invalid slice indices: ${values[j]} < ${low}`);
        return;
      }
    }
  }

  /** Gives x the type of the slice; the length of what is sliced, -1 if unknown, or null. */
  private sliceable(x: Operand, e: SliceExpr): number | null {
    const common = this.commonSliceable(x);
    if (common === null) return null;
    const fail = (message: string): null => {
      this.error(x, 'NonSliceableOperand', message);
      return null;
    };
    switch (common.kind) {
      case 'Basic': {
        if (!isString(common)) break;
        if (e.slice3) {
          this.error(e.max ?? e, 'InvalidSliceExpr', `${invalidOperation}3-index slice of string`);
          return null;
        }
        const length = x.mode === 'constant' ? bytesOf(x.value).length : -1;
        if (isUntyped(x.type)) x.type = Typ.string;
        return length;
      }
      case 'Array':
        if (x.mode !== 'variable') return fail(`cannot slice unaddressable value ${this.operandString(x)}`);
        x.type = { kind: 'Slice', elem: common.elem };
        return common.length;
      case 'Pointer': {
        const array = under(common.elem);
        if (array.kind !== 'Array') break;
        x.type = { kind: 'Slice', elem: array.elem };
        return array.length;
      }
      case 'Slice':
        return -1;
      default:
        break;
    }
    return fail(`cannot slice ${this.operandString(x)}`);
  }

  private commonSliceable(x: Operand): Type | null {
    let common: Type | null = null;
    let commonType: Type | null = null;
    let hasString = false;
    for (const each of typesOf(x.type)) {
      if (each.under === null) {
        this.error(x, 'NonSliceableOperand', `cannot slice ${this.operandString(x)}: no specific type in ${this.typeString(x.type)}`);
        return null;
      }
      let u: Type = each.under;
      if (isString(u)) {
        u = { kind: 'Slice', elem: byteType };
        hasString = true;
      }
      if (common === null || commonType === null) {
        common = u;
        commonType = each.type;
      } else if (!identical(common, u)) {
        this.error(
          x,
          'NonSliceableOperand',
          `cannot slice ${this.operandString(x)}: ${this.typeString(commonType)} and ${this.typeString(each.type)} have different underlying types`,
        );
        return null;
      }
    }
    if (!hasString) return common;
    return isTypeParam(x.type) ? Typ.string : under(x.type);
  }
}
