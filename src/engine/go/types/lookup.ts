// Finding fields and methods through embedding (spec, "Selectors"; types2 lookup.go).
// Breadth first: the shallowest match wins, two at one depth are ambiguous. Defined types met
// before at a shallower depth are not searched again, which also ends the search in recursive ones.

import { identical } from './identical.ts';
import { lookupMethodIndex, methodAt, methodsOf } from './named.ts';
import { hasPtrRecv, isExported, newField, newFunc, sameId } from './object.ts';
import { deref, derefStructPtr, isInterface } from './predicates.ts';
import { methodOfSetOrNull, typeSetOf } from './type-set.ts';
import type { Func, Named, Package, Struct, Type, Var } from './type.ts';
import { asNamedOrNull, isInvalid, under } from './under.ts';
import { Typ } from './basic.ts';
import { noPos } from '../syntax/pos.ts';

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

/** A field or method that is not exported, of a type that is. */
export interface KeptMember {
  readonly name: string;
  readonly kind: 'field' | 'method' | 'pointer method';
}

/**
 * What the real type of that name keeps for itself, by the name in lower case: people shall hear of
 * it, and not of what ours keeps. Null if there is no other than ours.
 */
export type KeptMembers = (
  path: string,
  typeName: string,
) => ReadonlyMap<string, KeptMember> | null;

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

/** What a name that denotes nothing may have meant: letters' case and export do not matter. */
export function similarMemberOrNull(
  type: Type,
  addressable: boolean,
  pkg: Package | null,
  name: string,
  kept: KeptMembers,
): Var | Func | null {
  const named = asNamedOrNull(type);
  const pointer = named === null ? null : under(named);
  if (pointer?.kind === 'Pointer') {
    const { obj } = search(pointer, false, pkg, name, true, kept);
    return obj?.kind === 'Func' ? null : obj;
  }
  return search(type, addressable, pkg, name, true, kept).obj;
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
  kept: KeptMembers | null = null,
): LookupResult {
  if (name === '_') return notFound;
  const [base, isPointer] = deref(start);
  if (isPointer && isInterface(base)) return notFound;
  const seen: Named[] = [];
  let current: EmbeddedType[] = [{ type: base, index: [], indirect: isPointer, multiples: false }];
  while (current.length > 0) {
    const level = new Level(pkg, name, foldCase, kept);
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
  private readonly kept: KeptMembers | null;

  constructor(pkg: Package | null, name: string, foldCase: boolean, kept: KeptMembers | null) {
    this.pkg = pkg;
    this.name = name;
    this.foldCase = foldCase;
    this.kept = kept;
  }

  /** Searches one type; false if the name turns out to be ambiguous. */
  visit(embedded: EmbeddedType, seen: Named[]): boolean {
    const named = asNamedOrNull(embedded.type);
    if (named !== null) {
      if (seen.some((other) => identical(other, named))) return true;
      seen.push(named);
      const kept = this.keptOf(named);
      if (kept !== null) return this.visitOpaque(embedded, named, kept);
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

  private keptOf(named: Named): ReadonlyMap<string, KeptMember> | null {
    const { pkg, name } = named.obj;
    return pkg === null || this.kept === null ? null : this.kept(pkg.path, name);
  }

  /** Of a type whose own unexported members are not those that people know. */
  private visitOpaque(
    embedded: EmbeddedType,
    named: Named,
    kept: ReadonlyMap<string, KeptMember>,
  ): boolean {
    const folded = this.name.toLowerCase();
    const hidden = kept.get(folded);
    if (hidden !== undefined) return this.found(embedded, 0, standIn(named, hidden));
    const isMeant = (member: Var | Func): boolean =>
      isExported(member.name) && member.name.toLowerCase() === folded;
    const method = methodsOf(named).find(isMeant);
    if (method !== undefined) return this.found(embedded, 0, method);
    const underlying = under(named);
    if (underlying.kind === 'Interface') {
      const index = typeSetOf(underlying).methods.findIndex(isMeant);
      const each = typeSetOf(underlying).methods[index];
      return each === undefined || this.found(embedded, index, each);
    }
    return underlying.kind !== 'Struct' || this.visitFields(embedded, underlying, true);
  }

  private visitFields(embedded: EmbeddedType, struct: Struct, isOpaque = false): boolean {
    for (const [i, field] of struct.fields.entries()) {
      const isVisible = !isOpaque || isExported(field.name);
      if (isVisible && sameId(field, this.pkg, this.name, this.foldCase)) {
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

// An object that is only good for its name, and for what kind it is of.
function standIn({ obj: { pkg } }: Named, { name, kind }: KeptMember): Var | Func {
  if (kind === 'field') return newField(noPos, pkg, name, Typ.invalid, false);
  return { ...newFunc(noPos, pkg, name), hasPtrRecv: kind === 'pointer method' };
}
