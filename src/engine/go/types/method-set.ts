// Method sets (spec, "Method sets"; go/types methodset.go): all methods that may be called on a
// value of a type, promoted ones included. What an interface value of that type can do.

import { identical } from './identical.ts';
import { methodAt, methodCount } from './named.ts';
import { hasPtrRecv, objectId } from './object.ts';
import { deref, isInterface } from './predicates.ts';
import { typeSetOf } from './type-set.ts';
import type { Func, Named, Type } from './type.ts';
import { asNamedOrNull, under } from './under.ts';

/** One method of a method set: where it comes from. */
export interface MethodSetEntry {
  readonly method: Func;
  /** Embedded field indices, then the index of the method in its type. */
  readonly index: readonly number[];
  /** Whether a pointer was followed on the way. */
  readonly indirect: boolean;
}

interface EmbeddedType {
  readonly type: Type;
  readonly index: readonly number[];
  readonly indirect: boolean;
  multiples: boolean;
}

/** The method set of a type, sorted by unique name; a pointer's has those of its base type too. */
export function newMethodSet(type: Type): readonly MethodSetEntry[] {
  const [base, isPointer] = deref(type);
  if (isPointer && isInterface(base)) return [];
  const named = asNamedOrNull(type);
  // The method set of a defined pointer type is empty; its methods would be the base type's.
  if (named !== null && under(named).kind === 'Pointer') return [];
  const found = new Map<string, MethodSetEntry | null>();
  const seen: Named[] = [];
  let current: EmbeddedType[] = [{ type: base, index: [], indirect: isPointer, multiples: false }];
  while (current.length > 0) {
    const level = new Map<string, MethodSetEntry | null>();
    const next: EmbeddedType[] = [];
    for (const embedded of current) visit(embedded, seen, level, next);
    // Shallower names hide deeper ones, whether they are methods, fields or ambiguous.
    for (const [id, entry] of level) if (!found.has(id)) found.set(id, entry);
    current = consolidate(next);
  }
  const entries = [...found].flatMap(([id, entry]) => (entry === null ? [] : [{ id, entry }]));
  entries.sort((a, b) => (a.id < b.id ? -1 : 1));
  return entries.map(({ entry }) => entry);
}

// An entry of null is a field or an ambiguous name.
function visit(
  embedded: EmbeddedType,
  seen: Named[],
  level: Map<string, MethodSetEntry | null>,
  next: EmbeddedType[],
): void {
  const { type, index, indirect, multiples } = embedded;
  const add = (id: string, entry: MethodSetEntry | null): void => {
    level.set(id, level.has(id) || multiples ? null : entry);
  };
  const addMethod = (method: Func, i: number): void => {
    const callable = indirect || !hasPtrRecv(method) || isInterface(type);
    add(objectId(method), callable ? { method, index: [...index, i], indirect } : null);
  };
  const named = asNamedOrNull(type);
  if (named !== null) {
    if (seen.some((other) => identical(other, named))) return;
    seen.push(named);
    for (let i = 0; i < methodCount(named); i++) {
      const method = methodAt(named, i);
      if (method.name !== '_') addMethod(method, i);
    }
  }
  const underlying = under(type);
  if (underlying.kind === 'Interface') {
    for (const [i, method] of typeSetOf(underlying).methods.entries()) addMethod(method, i);
  }
  if (underlying.kind !== 'Struct') return;
  for (const [i, field] of underlying.fields.entries()) {
    if (field.name !== '_') add(objectId(field), null);
    if (!field.embedded) continue;
    const [fieldType, isPointer] = deref(field.type);
    next.push({
      type: fieldType,
      index: [...index, i],
      indirect: indirect || isPointer,
      multiples,
    });
  }
}

function consolidate(list: EmbeddedType[]): EmbeddedType[] {
  const result: EmbeddedType[] = [];
  for (const entry of list) {
    const same = result.find((other) => identical(other.type, entry.type));
    if (same === undefined) result.push(entry);
    else same.multiples = true;
  }
  return result;
}
