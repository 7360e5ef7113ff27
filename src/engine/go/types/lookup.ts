// Finding fields and methods through embedding (spec, "Selectors"; types2 lookup.go).
// Breadth first: the shallowest match wins, two at one depth are ambiguous. Defined types met
// before at a shallower depth are not searched again, which also ends the search in recursive ones.

import { identical } from './identical.ts';
import { lookupMethodIndex, methodAt } from './named.ts';
import { hasPtrRecv, sameId } from './object.ts';
import { deref, derefStructPtr, isInterface } from './predicates.ts';
import { methodOfSetOrNull, typeSetOf } from './type-set.ts';
import type { Func, Named, Package, Struct, Type, Var } from './type.ts';
import { asNamedOrNull, isInvalid, under } from './under.ts';

/**
 * What a selector denotes. Without an object, an `index` says that the name is ambiguous, and
 * `indirect` that a method with pointer receiver cannot be called on what is not addressable.
 */
export interface LookupResult {
  readonly obj: Var | Func | null;
  /** Embedded field indices, then the index of the field or method. */
  readonly index: readonly number[] | null;
  /** Whether a pointer was followed on the way. */
  readonly indirect: boolean;
}

const notFound: LookupResult = { obj: null, index: null, indirect: false };

/** The field or method that `name` used in `pkg` denotes in `type`; `foldCase` ignores case. */
export function lookupFieldOrMethod(
  type: Type,
  addressable: boolean,
  pkg: Package | null,
  name: string,
  foldCase = false,
): LookupResult {
  // A defined pointer type has the fields of what it points to, but none of its methods.
  const named = asNamedOrNull(type);
  if (named !== null) {
    const pointer = under(named);
    if (pointer.kind === 'Pointer') {
      const result = search(pointer, false, pkg, name, foldCase);
      return result.obj?.kind === 'Func' ? notFound : result;
    }
  }
  return search(type, addressable, pkg, name, foldCase);
}

/** As `lookupFieldOrMethod`, but without fields through defined pointer types. */
export function lookupMember(
  type: Type,
  pkg: Package | null,
  name: string,
  foldCase: boolean,
): LookupResult {
  return search(type, false, pkg, name, foldCase);
}

interface EmbeddedType {
  readonly type: Type;
  readonly index: readonly number[];
  readonly indirect: boolean;
  /** The type occurs several times at this depth, so that all in it is ambiguous. */
  multiples: boolean;
}

function search(
  start: Type,
  addressable: boolean,
  pkg: Package | null,
  name: string,
  foldCase: boolean,
): LookupResult {
  if (name === '_') return notFound;
  const [base, isPointer] = deref(start);
  if (isPointer && isInterface(base)) return notFound;
  const seen: Named[] = [];
  let current: EmbeddedType[] = [{ type: base, index: [], indirect: isPointer, multiples: false }];
  while (current.length > 0) {
    const level = new Level(pkg, name, foldCase);
    for (const embedded of current) {
      if (!level.visit(embedded, seen)) {
        return { obj: null, index: level.index, indirect: false };
      }
    }
    const { obj, indirect } = level;
    if (obj !== null) {
      if (obj.kind === 'Func' && hasPtrRecv(obj) && !indirect && !addressable) {
        return { obj: null, index: null, indirect: true };
      }
      return { obj, index: level.index, indirect };
    }
    current = consolidate(level.next);
  }
  return notFound;
}

// The search at one depth.
class Level {
  obj: Var | Func | null = null;
  index: readonly number[] = [];
  indirect = false;
  readonly next: EmbeddedType[] = [];
  private readonly pkg: Package | null;
  private readonly name: string;
  private readonly foldCase: boolean;

  constructor(pkg: Package | null, name: string, foldCase: boolean) {
    this.pkg = pkg;
    this.name = name;
    this.foldCase = foldCase;
  }

  /** Searches one type; false if the name turns out to be ambiguous. */
  visit(embedded: EmbeddedType, seen: Named[]): boolean {
    const named = asNamedOrNull(embedded.type);
    if (named !== null) {
      if (seen.some((other) => identical(other, named))) return true;
      seen.push(named);
      const index = lookupMethodIndex(named, this.pkg, this.name, this.foldCase);
      if (index >= 0) return this.found(embedded, index, methodAt(named, index));
    }
    const underlying = under(embedded.type);
    if (underlying.kind === 'Struct') return this.visitFields(embedded, underlying);
    if (underlying.kind === 'Interface') {
      const set = typeSetOf(underlying);
      const match = methodOfSetOrNull(set, this.pkg, this.name, this.foldCase);
      if (match !== null) return this.found(embedded, match.index, match.method);
    }
    return true;
  }

  private visitFields(embedded: EmbeddedType, struct: Struct): boolean {
    for (const [i, field] of struct.fields.entries()) {
      if (sameId(field, this.pkg, this.name, this.foldCase)) {
        if (!this.found(embedded, i, field)) return false;
        continue;
      }
      if (this.obj !== null || !field.embedded) continue;
      const [type, isPointer] = deref(field.type);
      this.next.push({
        type,
        index: [...embedded.index, i],
        indirect: embedded.indirect || isPointer,
        multiples: embedded.multiples,
      });
    }
    return true;
  }

  private found(embedded: EmbeddedType, index: number, obj: Var | Func): boolean {
    this.index = [...embedded.index, index];
    if (this.obj !== null || embedded.multiples) return false;
    this.obj = obj;
    this.indirect = embedded.indirect;
    return true;
  }
}

// One entry for each type, marked if it occurred several times.
function consolidate(list: EmbeddedType[]): EmbeddedType[] {
  if (list.length <= 1) return list;
  const result: EmbeddedType[] = [];
  for (const entry of list) {
    const same = result.find((other) => identical(other.type, entry.type));
    if (same === undefined) result.push(entry);
    else same.multiples = true;
  }
  return result;
}

/** The dotted names of the fields on an index path, for messages. */
export function fieldPath(type: Type, index: readonly number[]): string {
  const names: string[] = [];
  let current = type;
  for (const i of index) {
    const struct = under(derefStructPtr(current));
    const field = struct.kind === 'Struct' ? struct.fields[i] : undefined;
    if (field === undefined) break;
    names.push(field.name);
    current = field.type;
  }
  return names.join('.');
}

/** Whether a struct (or pointer to one) embeds, at any depth, a type that is invalid. */
export function hasInvalidEmbeddedFields(type: Type, seen: Set<Struct> = new Set()): boolean {
  const struct = under(derefStructPtr(type));
  if (struct.kind !== 'Struct' || seen.has(struct)) return false;
  seen.add(struct);
  return struct.fields.some(
    (field) =>
      field.embedded && (isInvalid(field.type) || hasInvalidEmbeddedFields(field.type, seen)),
  );
}
