// Composite literals (spec, "Composite literals"; types2 literals.go).

import type { CompositeLit, Expr, Ident } from '../syntax/ast.ts';
import { exprString } from '../syntax/print-expr.ts';
import { assignment } from './assignments.ts';
import { Typ } from './basic.ts';
import type { Checker } from './checker.ts';
import { constantString } from './constant-format.ts';
import { constantKey } from './constant-key.ts';
import { isComplete } from './cycles.ts';
import { genericExpr, use } from './evaluate.ts';
import { identical } from './identical.ts';
import { checkIndex } from './index-expressions.ts';
import { fieldPath, lookupFieldOrMethod, similarMemberOrNull } from './lookup.ts';
import { isExported } from './object.ts';
import { Operand } from './operand.ts';
import { deref, isNonTypeParamInterface } from './predicates.ts';
import { recordTypeAndValue, recordUse } from './recording.ts';
import { literalFieldError } from './selector-errors.ts';
import { commonUnderOrNull } from './type-set.ts';
import type { Func, GoArray, GoMap, Struct, Type, Var, Writable } from './type.ts';
import { asNamedOrNull, isInvalid } from './under.ts';
import { varType } from './var-type.ts';

/** Makes `x` the value of a literal; `hint` is the type of an element that leaves its own out. */
export function compositeLit(check: Checker, x: Operand, e: CompositeLit, hint: Type | null): void {
  const { type, base } = literalType(check, e, hint);
  if (!isComplete(check, base)) {
    x.invalidate();
    return;
  }
  const underlying = commonUnderOrNull(base);
  switch (underlying?.kind) {
    case 'Struct':
      structLit(check, e, underlying, base);
      break;
    case 'Array':
      arrayLit(check, e, underlying);
      break;
    case 'Slice':
      indexedElements(check, e.elts, underlying.elem, -1);
      break;
    case 'Map':
      mapLit(check, e, underlying);
      break;
    default:
      for (const element of e.elts) {
        use(check, [element.kind === 'KeyValueExpr' ? element.value : element]);
      }
      if (underlying === null || !isInvalid(underlying)) {
        const what = e.type === null && hint !== null ? ' element' : '';
        const cause = underlying === null ? ' (no common underlying type)' : '';
        const message = `invalid composite literal${what} type ${check.text(type)}${cause}`;
        check.error(e, 'InvalidLit', message);
        x.invalidate();
        return;
      }
  }
  x.mode = 'value';
  x.type = type;
}

// The type of the literal and the type that its elements are for: &T{} may be written {} too.
function literalType(
  check: Checker,
  e: CompositeLit,
  hint: Type | null,
): { readonly type: Type; readonly base: Type } {
  if (e.type !== null) {
    const isOpenArray = e.type.kind === 'ArrayType' && e.type.len?.kind === 'Ellipsis';
    if (e.type.kind === 'ArrayType' && isOpenArray) {
      const type: GoArray = { kind: 'Array', length: -1, elem: varType(check, e.type.elt) };
      return { type, base: type };
    }
    const type = check.type(e.type);
    return { type, base: type };
  }
  if (hint !== null) {
    const underlying = commonUnderOrNull(hint);
    const [elem, isPointer] = underlying === null ? [hint, false] : deref(underlying);
    return { type: hint, base: isPointer ? elem : hint };
  }
  check.error(e, 'UntypedLit', 'missing type in composite literal');
  return { type: Typ.invalid, base: Typ.invalid };
}

function structLit(check: Checker, e: CompositeLit, struct: Struct, base: Type): void {
  const [first] = e.elts;
  if (first === undefined) return;
  if (first.kind === 'KeyValueExpr') keyedFields(check, e, struct, base);
  else positionalFields(check, e, struct, base);
}

const mixture = 'mixture of field:value and value elements in struct literal';

function keyedFields(check: Checker, e: CompositeLit, struct: Struct, base: Type): void {
  const given: GivenField[] = [];
  for (const element of e.elts) {
    if (element.kind !== 'KeyValueExpr') {
      check.error(element, 'MixedStructLit', mixture);
      continue;
    }
    const x = new Operand();
    genericExpr(check, x, element.value);
    const { key } = element;
    if (key.kind !== 'Ident') {
      const message = `invalid field name ${exprString(key)} in struct literal`;
      check.error(element, 'InvalidLitField', message);
      continue;
    }
    const found = literalField(check, key, struct, base);
    if (found === null) continue;
    recordUse(check, key, found.field);
    assignment(check, x, found.field.type, 'struct literal');
    const problem = conflict(given, found);
    if (problem !== null) check.error(element, 'DuplicateLitField', problem);
  }
}

interface GivenField {
  readonly field: Var;
  readonly index: readonly number[];
}

// The field that a key names, also one promoted from an embedded struct; null after an error.
function literalField(check: Checker, key: Ident, struct: Struct, base: Type): GivenField | null {
  const { obj, index, indirect } = lookupFieldOrMethod(struct, false, check.pkg, key.name);
  if (obj === null || index === null) {
    const similar = similarFieldOrNull(check, key.name, struct, base);
    const message = literalFieldError(check, base, key.name, similar);
    check.error(key, 'MissingLitField', message);
    return null;
  }
  if (obj.kind !== 'Var') {
    check.error(key, 'MissingLitField', `${key.name} is not a field`);
    return null;
  }
  if (index.length > 1) {
    const path = fieldPath(struct, index);
    const what = `use of promoted field ${path} in struct literal of type ${check.text(base)}`;
    if (!check.verifyVersion(key, 'go1.27', what)) return null;
  }
  if (indirect) {
    const message = `invalid implicit pointer indirection to reach ${key.name}`;
    check.error(key, 'InvalidLitField', message);
    return null;
  }
  return { field: obj, index };
}

// Only what the type's own name has for itself is hidden behind that name.
function similarFieldOrNull(
  check: Checker,
  name: string,
  struct: Struct,
  base: Type,
): Var | Func | null {
  const { keptMembers } = check.config;
  const from = asNamedOrNull(base) ?? struct;
  const found = similarMemberOrNull(from, false, check.pkg, name, keptMembers);
  if (found?.kind !== 'Func') return found;
  return similarMemberOrNull(struct, false, check.pkg, name, keptMembers);
}

// A field may be given once, and not together with one that it contains.
function conflict(given: GivenField[], added: GivenField): string | null {
  const startsWith = (path: readonly number[], start: readonly number[]): boolean =>
    start.every((each, i) => path[i] === each);
  const around = given.find((other) => startsWith(added.index, other.index));
  const { name } = added.field;
  if (around !== undefined) {
    if (around.field === added.field) return `duplicate field name ${name} in struct literal`;
    return `cannot specify promoted field ${name} and enclosing embedded field ${around.field.name}`;
  }
  const inside = given
    .filter((other) => startsWith(other.index, added.index))
    .sort((a, b) => comparePaths(a.index, b.index))[0];
  given.push(added);
  if (inside === undefined) return null;
  return `cannot specify embedded field ${name} and enclosed promoted field ${inside.field.name}`;
}

function comparePaths(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((each, at) => each !== b[at]);
  return i < 0 ? 0 : (a[i] ?? 0) - (b[i] ?? 0);
}

function positionalFields(check: Checker, e: CompositeLit, struct: Struct, base: Type): void {
  const { fields } = struct;
  const type = check.text(base);
  for (const [i, element] of e.elts.entries()) {
    if (element.kind === 'KeyValueExpr') {
      check.error(element, 'MixedStructLit', mixture);
      continue;
    }
    const x = new Operand();
    genericExpr(check, x, element);
    const field = fields[i];
    if (field === undefined) {
      const message = `too many values in struct literal of type ${type}`;
      check.error(x, 'InvalidStructLit', message);
      break;
    }
    if (isForeign(check, field)) {
      const what = `implicit assignment to unexported field ${field.name}`;
      check.error(x, 'UnexportedLitField', `${what} in struct literal of type ${type}`);
      continue;
    }
    assignment(check, x, field.type, 'struct literal');
  }
  if (e.elts.length < fields.length) {
    const hint = fields.some((field) => isForeign(check, field))
      ? ' (type has unexported fields - use key:value pairs)'
      : '';
    const message = `too few values in struct literal of type ${type}${hint}`;
    check.error(e.rbrace, 'InvalidStructLit', message);
  }
}

function isForeign(check: Checker, field: Var): boolean {
  return !isExported(field.name) && field.pkg !== check.pkg;
}

function arrayLit(check: Checker, e: CompositeLit, array: Writable<GoArray>): void {
  const length = indexedElements(check, e.elts, array.elem, array.length);
  // An open array has as many elements as are given.
  if (array.length >= 0) return;
  array.length = length;
  if (e.type !== null) recordTypeAndValue(check, e.type, 'typexpr', array, null);
}

// Checks the elements of an array or slice; returns the length that holds them all.
function indexedElements(
  check: Checker,
  elements: readonly Expr[],
  type: Type,
  length: number,
): number {
  const seen = new Set<number>();
  let index = 0;
  let max = 0;
  for (const element of elements) {
    let isValid = false;
    if (element.kind === 'KeyValueExpr') {
      const found = checkIndex(check, element.key, length);
      if (found !== null && found.value >= 0) {
        index = found.value;
        isValid = true;
      } else if (found !== null) {
        const message = `index ${exprString(element.key)} must be integer constant`;
        check.error(element, 'InvalidLitIndex', message);
      }
    } else if (length >= 0 && index >= length) {
      const message = `index ${index} is out of bounds (>= ${length})`;
      check.error(element, 'OversizeArrayLit', message);
    } else isValid = true;
    if (isValid) {
      if (seen.has(index)) {
        const message = `duplicate index ${index} in array or slice literal`;
        check.error(element, 'DuplicateLitKey', message);
      }
      seen.add(index);
    }
    index += 1;
    max = Math.max(max, index);
    const x = new Operand();
    genericExpr(check, x, element.kind === 'KeyValueExpr' ? element.value : element, type);
    assignment(check, x, type, 'array or slice literal');
  }
  return max;
}

function mapLit(check: Checker, e: CompositeLit, map: GoMap): void {
  // In a map of interfaces 1 and 1.0 are different keys if their types are.
  const byType = isNonTypeParamInterface(map.key);
  const seen = new Map<string, Type[]>();
  for (const element of e.elts) {
    if (element.kind !== 'KeyValueExpr') {
      check.error(element, 'MissingLitKey', 'missing key in map literal');
      continue;
    }
    const key = new Operand();
    genericExpr(check, key, element.key, map.key);
    assignment(check, key, map.key, 'map literal');
    if (!key.isValid) continue;
    if (key.mode === 'constant') {
      const id = constantKey(key.value);
      const types = seen.get(id) ?? [];
      const isDuplicate = byType
        ? types.some((type) => identical(type, key.type))
        : types.length > 0;
      seen.set(id, [...types, key.type]);
      if (isDuplicate) {
        const message = `duplicate key ${constantString(key.value)} in map literal`;
        check.error(key, 'DuplicateLitKey', message);
        continue;
      }
    }
    const value = new Operand();
    genericExpr(check, value, element.value, map.elem);
    assignment(check, value, map.elem, 'map literal');
  }
}
