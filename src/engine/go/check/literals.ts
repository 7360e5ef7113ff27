// Basic, function and composite literals (types2 literals.go).

import type { BasicLit, CompositeLit, Expr, FuncLit, KeyValueExpr } from '../syntax/ast.ts';
import { startPos } from '../syntax/positions.ts';
import { exprString } from '../syntax/print-expr.ts';
import { Typ } from '../types/basic.ts';
import { constantExactString, constantString } from '../types/constant-format.ts';
import { identical } from '../types/identical.ts';
import { fieldPath, lookupFieldOrMethod } from '../types/lookup.ts';
import { isExported } from '../types/object.ts';
import { Operand } from '../types/operand.ts';
import { deref, isNonTypeParamInterface } from '../types/predicates.ts';
import { commonUnderOrNull } from '../types/type-set.ts';
import type { GoArray, GoMap, Obj, Struct, Type, Var, Writable } from '../types/type.ts';
import { isInvalid } from '../types/under.ts';
import { Operators } from './operators.ts';

const maxNumberLength = 10000;

export abstract class Literals extends Operators {
  abstract genericExpr(x: Operand, e: Expr, hint: Type | null): void;
  abstract index(e: Expr, max: number): { type: Type; value: number };

  basicLit(x: Operand, e: BasicLit): void {
    const isNumber = e.token === 'INT' || e.token === 'FLOAT' || e.token === 'IMAG';
    if (isNumber && e.value.length > maxNumberLength) {
      this.error(e, 'InvalidConstVal', `excessively long constant: ${e.value.slice(0, 10)}... (${e.value.length} chars)`);
      x.invalidate();
      return;
    }
    x.setConst(e);
    if (!x.isValid) {
      this.error(e, 'InvalidConstVal', `malformed constant: ${e.value}`);
      return;
    }
    x.expr = e;
    this.overflow(x, e.pos);
  }

  funcLit(x: Operand, e: FuncLit): void {
    const signature = this.typ(e.type);
    if (signature.kind !== 'Signature') {
      x.invalidate();
      return;
    }
    const { declaration, iota } = this.env;
    this.info.functions.push(e);
    this.later(() => this.funcBody(declaration, signature, e.body, iota));
    x.mode = 'value';
    x.type = signature;
  }

  // ---- Composite literals ----

  compositeLit(x: Operand, e: CompositeLit, hint: Type | null): void {
    let type: Type = Typ.invalid;
    let base: Type = type;
    if (e.type !== null) {
      if (e.type.kind === 'ArrayType' && e.type.len?.kind === 'Ellipsis') {
        // The length is that of the elements.
        type = { kind: 'Array', length: -1, elem: this.varType(e.type.elt) };
      } else type = this.typ(e.type);
      base = type;
    } else if (hint !== null) {
      type = hint;
      base = hint;
      const common = commonUnderOrNull(hint);
      const [elem, isPointer] = common === null ? [hint, false] : deref(common);
      if (isPointer) base = elem;
    } else this.error(e, 'UntypedLit', 'missing type in composite literal');
    const underlying = commonUnderOrNull(base);
    switch (underlying?.kind) {
      case 'Struct':
        this.structLit(x, e, underlying, base);
        break;
      case 'Array': {
        const length = this.indexedElements(e.elts, underlying.elem, underlying.length);
        if (underlying.length < 0) {
          (underlying as Writable<GoArray>).length = length;
          if (e.type !== null) this.recordTypeAndValue(e.type, 'typexpr', underlying, null);
        }
        break;
      }
      case 'Slice':
        this.indexedElements(e.elts, underlying.elem, -1);
        break;
      case 'Map':
        this.mapLit(x, e, underlying);
        break;
      default:
        for (const elt of e.elts) this.use(elt.kind === 'KeyValueExpr' ? elt.value : elt);
        if (!isInvalid(base)) {
          const what = e.type === null && hint !== null ? ' element' : '';
          const cause = underlying === null ? ' (no common underlying type)' : '';
          this.error(e, 'InvalidLit', `invalid composite literal${what} type ${this.typeString(type)}${cause}`);
          x.invalidate();
          return;
        }
    }
    x.mode = 'value';
    x.type = type;
  }

  private structLit(x: Operand, e: CompositeLit, struct: Struct, base: Type): void {
    if (e.elts.length === 0) return;
    if (e.elts[0]?.kind === 'KeyValueExpr') this.keyedStructLit(x, e, struct, base);
    else this.positionalStructLit(x, e, struct, base);
  }

  private keyedStructLit(x: Operand, e: CompositeLit, struct: Struct, base: Type): void {
    const visited = new Map<string, Var>();
    for (const elt of e.elts) {
      if (elt.kind !== 'KeyValueExpr') {
        this.error(elt, 'MixedStructLit', 'mixture of field:value and value elements in struct literal');
        continue;
      }
      this.genericExpr(x, elt.value, null);
      const found = this.literalField(elt, struct, base);
      if (found === null) continue;
      const { field, index } = found;
      if (elt.key.kind === 'Ident') this.recordUse(elt.key, field);
      this.assignment(x, field.type, 'struct literal');
      this.noteField(elt, field, index, visited);
    }
  }

  private literalField(
    elt: KeyValueExpr,
    struct: Struct,
    base: Type,
  ): { field: Var; index: readonly number[] } | null {
    if (elt.key.kind !== 'Ident') {
      this.error(elt, 'InvalidLitField', `invalid field name ${exprString(elt.key)} in struct literal`);
      return null;
    }
    const { name } = elt.key;
    const { obj, index, indirect } = lookupFieldOrMethod(struct, false, this.pkg, name);
    if (obj === null) {
      const other = lookupFieldOrMethod(struct, false, this.pkg, name, true).obj;
      this.error(elt.key, 'MissingLitField', this.lookupError(base, name, other, true));
      return null;
    }
    if (obj.kind !== 'Var') {
      this.error(elt.key, 'MissingLitField', `${name} is not a field`);
      return null;
    }
    const path = index ?? [];
    if (
      path.length > 1 &&
      !this.verifyVersion(
        startPos(elt.key),
        'go1.27',
        `use of promoted field ${fieldPath(struct, path)} in struct literal of type ${this.typeString(base)}`,
      )
    ) {
      return null;
    }
    if (indirect) {
      this.error(elt.key, 'InvalidLitField', `invalid implicit pointer indirection to reach ${name}`);
      return null;
    }
    return { field: obj, index: path };
  }

  private noteField(
    elt: KeyValueExpr,
    field: Var,
    index: readonly number[],
    visited: Map<string, Var>,
  ): void {
    const key = index.join('.');
    for (const [other, outer] of visited) {
      if (other === key) {
        this.error(elt, 'DuplicateLitField', `duplicate field name ${field.name} in struct literal`);
      } else if (key.startsWith(`${other}.`)) {
        this.error(elt, 'DuplicateLitField', `cannot specify promoted field ${field.name} and enclosing embedded field ${outer.name}`);
      } else if (other.startsWith(`${key}.`)) {
        this.error(elt, 'DuplicateLitField', `cannot specify embedded field ${field.name} and enclosed promoted field ${outer.name}`);
      } else continue;
      return;
    }
    visited.set(key, field);
  }

  private positionalStructLit(x: Operand, e: CompositeLit, struct: Struct, base: Type): void {
    const { fields } = struct;
    for (const [i, elt] of e.elts.entries()) {
      if (elt.kind === 'KeyValueExpr') {
        this.error(elt, 'MixedStructLit', 'mixture of field:value and value elements in struct literal');
        continue;
      }
      this.genericExpr(x, elt, null);
      const field = fields[i];
      if (field === undefined) {
        this.error(x, 'InvalidStructLit', `too many values in struct literal of type ${this.typeString(base)}`);
        break;
      }
      if (!isExported(field.name) && field.pkg !== this.pkg) {
        this.error(
          x,
          'UnexportedLitField',
          `implicit assignment to unexported field ${field.name} in struct literal of type ${this.typeString(base)}`,
        );
        continue;
      }
      this.assignment(x, field.type, 'struct literal');
    }
    if (e.elts.length >= fields.length) return;
    const hidden = fields.some((field) => !isExported(field.name) && field.pkg !== this.pkg);
    const hint = hidden ? ' (type has unexported fields - use key:value pairs)' : '';
    this.error(e.rbrace, 'InvalidStructLit', `too few values in struct literal of type ${this.typeString(base)}${hint}`);
  }

  private mapLit(x: Operand, e: CompositeLit, map: GoMap): void {
    const keyIsInterface = isNonTypeParamInterface(map.key);
    const visited = new Map<string, Type[]>();
    for (const elt of e.elts) {
      if (elt.kind !== 'KeyValueExpr') {
        this.error(elt, 'MissingLitKey', 'missing key in map literal');
        continue;
      }
      this.genericExpr(x, elt.key, map.key);
      this.assignment(x, map.key, 'map literal');
      if (!x.isValid) continue;
      if (x.mode === 'constant') {
        const key = constantExactString(x.value);
        const { type } = x;
        const types = visited.get(key);
        const duplicate = types?.some((t) => !keyIsInterface || identical(t, type)) ?? false;
        visited.set(key, [...(types ?? []), type]);
        if (duplicate) {
          this.error(x, 'DuplicateLitKey', `duplicate key ${constantString(x.value)} in map literal`);
          continue;
        }
      }
      this.genericExpr(x, elt.value, map.elem);
      this.assignment(x, map.elem, 'map literal');
    }
  }

  /** Elements of an array or slice; returns the length that they need. */
  private indexedElements(elts: readonly Expr[], elem: Type, length: number): number {
    const visited = new Set<number>();
    let index = 0;
    let max = 0;
    for (const elt of elts) {
      let valid = false;
      let value = elt;
      if (elt.kind === 'KeyValueExpr') {
        const at = this.index(elt.key, length);
        if (!isInvalid(at.type)) {
          if (at.value >= 0) {
            index = at.value;
            valid = true;
          } else {
            this.error(elt, 'InvalidLitIndex', `index ${exprString(elt.key)} must be integer constant`);
          }
        }
        value = elt.value;
      } else if (length >= 0 && index >= length) {
        this.error(elt, 'OversizeArrayLit', `index ${index} is out of bounds (>= ${length})`);
      } else valid = true;
      if (valid) {
        if (visited.has(index)) {
          this.error(elt, 'DuplicateLitKey', `duplicate index ${index} in array or slice literal`);
        }
        visited.add(index);
      }
      index++;
      max = Math.max(max, index);
      const x = new Operand();
      this.genericExpr(x, value, elem);
      this.assignment(x, elem, 'array or slice literal');
    }
    return max;
  }

  /** Why a field or method cannot be found; `other` is what a look ignoring case found. */
  lookupError(type: Type, name: string, other: Obj | null, structLit: boolean): string {
    const found = this.nearMiss(name, other);
    const t = this.typeString(type);
    const alt = other?.name ?? '';
    if (structLit) {
      if (found === 'misspelled') return `unknown field ${name} in struct literal of type ${t}, but does have ${alt}`;
      if (found === 'unexported') return `unknown field ${name} in struct literal of type ${t}, but does have unexported ${alt}`;
      if (found === 'inaccessible') return `cannot refer to unexported field ${alt} in struct literal of type ${t}`;
      return `unknown field ${name} in struct literal of type ${t}`;
    }
    const what = other?.kind === 'Func' ? 'method' : 'field';
    if (found === 'misspelled') return `type ${t} has no field or method ${name}, but does have ${what} ${alt}`;
    if (found === 'unexported') return `type ${t} has no field or method ${name}, but does have unexported ${what} ${alt}`;
    if (found === 'inaccessible') return `cannot refer to unexported ${what} ${alt}`;
    return `type ${t} has no field or method ${name}`;
  }

  private nearMiss(name: string, other: Obj | null): 'missing' | 'misspelled' | 'unexported' | 'inaccessible' {
    if (other === null) return 'missing';
    const alt = other.name;
    if (other.pkg === this.pkg) return 'misspelled';
    const sameTail = name.slice(1) === alt.slice(1);
    if (isExported(name)) {
      if (isExported(alt)) return 'misspelled';
      return sameTail ? 'unexported' : 'missing';
    }
    if (isExported(alt)) return sameTail ? 'misspelled' : 'missing';
    return name === alt ? 'inaccessible' : 'missing';
  }
}
