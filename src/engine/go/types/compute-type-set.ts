// Computing the type set of an interface (types2 typeset.go) and, with it, comparability.
// Invariants: methods and terms are separate, the type set is those types of the terms that have
// all methods; `comparable` is set only if the terms are all types. Identity of types is given,
// because identity of interfaces is in turn defined by type sets.

import { type Pos, noPos } from '../syntax/pos.ts';
import { compareObjects, objectId } from './object.ts';
import { isTypeParam } from './predicates.ts';
import {
  allTerms,
  type Identity,
  intersectionOfTerms,
  isAllTermList,
  isEmptyTermList,
  unionOfTerms,
} from './term-list.ts';
import type { Func, Interface, TermList, Type, TypeSet, TypeSetReporter, Union } from './type.ts';
import { isInvalid, under } from './under.ts';

/** Larger unions are refused, as gc does. */
export const maxTermCount = 100;

/** The type set of the empty interface. */
export const topTypeSet: TypeSet = { methods: [], terms: allTerms, comparable: false };

/** Why a type is not as demanded; types are put in words by the caller's rules. */
export type TypeError = (typeString: (type: Type) => string) => string;

const noReason: TypeError = () => '';

/** Whether a type set has specific types. */
export function hasTerms(set: TypeSet): boolean {
  return !isEmptyTermList(set.terms) && !isAllTermList(set.terms);
}

/** Computes type sets under a notion of identity. */
export class TypeSetComputer {
  private readonly identical: Identity;
  private readonly unionTerms = new WeakMap<Union, TermList | 'invalid'>();

  constructor(identical: Identity) {
    this.identical = identical;
  }

  /** The type set of an interface; of an incomplete one that of the empty interface. */
  typeSetOf(type: Interface): TypeSet {
    if (type.typeSet !== null) return type.typeSet;
    if (!type.complete) return topTypeSet;
    // An interface that embeds itself is reported elsewhere; here it must not recur for ever.
    type.typeSet = topTypeSet;
    const set = new Computation(this, type, this.identical).run();
    type.typeSet = set;
    return set;
  }

  /** The types a union describes; 'invalid' if there are too many. */
  termsOfUnion(union: Union, pos: Pos, reporter: TypeSetReporter | null): TermList | 'invalid' {
    const known = this.unionTerms.get(union);
    if (known !== undefined) return known;
    this.unionTerms.set(union, []);
    let all: TermList = [];
    for (const term of union.terms) {
      const underlying = under(term.type);
      if (isInvalid(underlying)) continue;
      let terms: TermList;
      if (underlying.kind === 'Interface') terms = this.typeSetOf(underlying).terms;
      // No type has an underlying type that is not an underlying type.
      else if (term.tilde && !this.identical(term.type, underlying)) terms = [];
      else terms = [term];
      all = unionOfTerms(all, terms, this.identical);
      if (all.length > maxTermCount) {
        reporter?.tooManyTerms(pos, maxTermCount);
        this.unionTerms.set(union, 'invalid');
        return 'invalid';
      }
    }
    this.unionTerms.set(union, all);
    return all;
  }

  /** Whether all types in a type set are comparable. */
  isComparableSet(set: TypeSet, seen: Set<Type>): boolean {
    if (isAllTermList(set.terms)) return set.comparable;
    if (!hasTerms(set)) return false;
    return set.terms.every(
      (term) => term.type !== null && this.incomparability(term.type, false, seen) === null,
    );
  }

  /**
   * Null if values of `type` can be compared with ==, else why not. With `dynamic` interfaces count
   * as comparable, even though a comparison may panic.
   */
  incomparability(type: Type, dynamic: boolean, seen = new Set<Type>()): TypeError | null {
    if (seen.has(type)) return null;
    seen.add(type);
    const underlying = under(type);
    switch (underlying.kind) {
      case 'Basic':
        return underlying.basic === 'untypedNil' ? noReason : null;
      case 'Pointer':
      case 'Chan':
        return null;
      case 'Struct':
        for (const field of underlying.fields) {
          if (this.incomparability(field.type, dynamic, seen) !== null) {
            return (print) => `struct containing ${print(field.type)} cannot be compared`;
          }
        }
        return null;
      case 'Array':
        if (this.incomparability(underlying.elem, dynamic, seen) === null) return null;
        return (print) => `${print(type)} cannot be compared`;
      case 'Interface': {
        if (dynamic && !isTypeParam(type)) return null;
        const set = this.typeSetOf(underlying);
        if (this.isComparableSet(set, seen)) return null;
        const empty = isEmptyTermList(set.terms);
        return () => (empty ? 'empty type set' : 'incomparable types in type set');
      }
      default:
        return noReason;
    }
  }
}

// One interface's type set under construction.
class Computation {
  private readonly computer: TypeSetComputer;
  private readonly type: Interface;
  private readonly identical: Identity;
  private readonly byId = new Map<string, { method: Func; pos: Pos }>();
  private terms: TermList = allTerms;
  private comparable = false;

  constructor(computer: TypeSetComputer, type: Interface, identical: Identity) {
    this.computer = computer;
    this.type = type;
    this.identical = identical;
  }

  run(): TypeSet {
    for (const method of this.type.methods) this.addExplicit(method);
    for (const [index, embedded] of this.type.embeddeds.entries()) {
      this.embed(embedded, this.type.embedPos[index] ?? noPos);
    }
    const methods = [...this.byId.values()].map((entry) => entry.method).sort(compareObjects);
    return { methods, terms: this.terms, comparable: this.comparable };
  }

  private addExplicit(method: Func): void {
    const id = objectId(method);
    const other = this.byId.get(id);
    if (other === undefined) this.byId.set(id, { method, pos: method.pos });
    else this.type.reporter?.duplicateMethod(method.name, method.pos, other.pos);
  }

  // A method may come from several embedded interfaces if its types agree, which can be told only
  // when all types are set up.
  private addEmbedded(method: Func, pos: Pos): void {
    const id = objectId(method);
    const other = this.byId.get(id);
    if (other === undefined) {
      this.byId.set(id, { method, pos });
      return;
    }
    const reporter = this.type.reporter;
    reporter?.later(() => {
      const forbidden = pos !== noPos && !reporter.allowOverlap();
      if (forbidden || !this.identical(method.type, other.method.type)) {
        reporter.duplicateMethod(method.name, pos, other.pos);
      }
    });
  }

  private embed(embedded: Type, pos: Pos): void {
    const reporter = pos === noPos ? null : this.type.reporter;
    const allowed = (what: (print: (type: Type) => string) => string): boolean =>
      reporter === null ||
      reporter.verifyVersion(
        pos,
        'go1.18',
        what((type) => reporter.typeString(type)),
      );
    const underlying = under(embedded);
    if (underlying.kind === 'Interface') {
      const set = this.computer.typeSetOf(underlying);
      if (
        reporter?.isImportedConstraint(embedded) === true &&
        !allowed((print) => `embedding constraint interface ${print(embedded)}`)
      ) {
        return;
      }
      for (const method of set.methods) this.addEmbedded(method, pos);
      this.intersect(set.terms, set.comparable);
    } else if (underlying.kind === 'Union') {
      if (!allowed((print) => `embedding interface element ${print(underlying)}`)) return;
      const terms = this.computer.termsOfUnion(underlying, pos, reporter);
      if (terms !== 'invalid') this.intersect(terms, false);
    } else if (!isInvalid(underlying)) {
      if (!allowed((print) => `embedding non-interface type ${print(embedded)}`)) return;
      this.intersect([{ tilde: false, type: embedded }], false);
    }
  }

  private intersect(terms: TermList, comparable: boolean): void {
    const both = intersectionOfTerms(this.terms, terms, this.identical);
    const mustCompare = this.comparable || comparable;
    if (!mustCompare || isAllTermList(both)) {
      this.terms = both;
      this.comparable = mustCompare;
      return;
    }
    this.terms = both.filter(
      (term) => term.type !== null && this.computer.incomparability(term.type, false) === null,
    );
    this.comparable = false;
  }
}
