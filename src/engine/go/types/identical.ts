// Identity of types (spec, "Type identity"; types2 predicates.go): structural for literals, by
// declaration and type arguments for defined types. Receivers of signatures do not count.

import { identicalOrigin } from './named.ts';
import { objectId, sameId } from './object.ts';
import { TypeSetComputer } from './compute-type-set.ts';
import { equalTerms } from './term-list.ts';
import type { Interface, Signature, Struct, Tuple, Type, TypeParam, Union } from './type.ts';
import { unalias } from './under.ts';
import { noPos } from '../syntax/pos.ts';

/** Whether two types are identical. */
export function identical(x: Type, y: Type): boolean {
  const a = unalias(x);
  const b = unalias(y);
  return a === b || (a.kind === b.kind && new Comparer(false).identical(a, b, null));
}

/** Whether two types are identical but for struct tags. */
export function identicalIgnoreTags(x: Type, y: Type): boolean {
  return x === y || new Comparer(true).identical(x, y, null);
}

/** Whether two lists of types are identical, element by element. */
export function identicalLists(x: readonly Type[], y: readonly Type[]): boolean {
  return (
    x.length === y.length &&
    x.every((type, i) => {
      const other = y[i];
      return other !== undefined && identical(type, other);
    })
  );
}

/** The one computer of type sets under Go's identity of types. */
export const typeSets: TypeSetComputer = new TypeSetComputer(identical);

/** A stack of interfaces under comparison: a pair met again is equal as far as it goes. */
export interface InterfacePair {
  readonly x: Interface;
  readonly y: Interface;
  readonly outer: InterfacePair | null;
}

/** Whether the pair x, y is on the stack, in whatever order. */
export function hasPair(stack: InterfacePair | null, x: Interface, y: Interface): boolean {
  for (let pair = stack; pair !== null; pair = pair.outer) {
    if ((pair.x === x && pair.y === y) || (pair.x === y && pair.y === x)) return true;
  }
  return false;
}

class Comparer {
  private readonly ignoreTags: boolean;
  // Type parameters of generic signatures under comparison, each with the one it must match.
  private readonly renamed = new Map<TypeParam, TypeParam>();

  constructor(ignoreTags: boolean) {
    this.ignoreTags = ignoreTags;
  }

  identical(left: Type, right: Type, pairs: InterfacePair | null): boolean {
    const x = unalias(left);
    const y = unalias(right);
    if (x === y) return true;
    switch (x.kind) {
      case 'Basic':
        return y.kind === 'Basic' && x.basic === y.basic;
      case 'Array':
        // A length is negative after an error that was reported.
        return (
          y.kind === 'Array' &&
          (x.length < 0 || y.length < 0 || x.length === y.length) &&
          this.identical(x.elem, y.elem, pairs)
        );
      case 'Slice':
        return y.kind === 'Slice' && this.identical(x.elem, y.elem, pairs);
      case 'Pointer':
        return y.kind === 'Pointer' && this.identical(x.elem, y.elem, pairs);
      case 'Map':
        return (
          y.kind === 'Map' &&
          this.identical(x.key, y.key, pairs) &&
          this.identical(x.elem, y.elem, pairs)
        );
      case 'Chan':
        return y.kind === 'Chan' && x.dir === y.dir && this.identical(x.elem, y.elem, pairs);
      case 'Struct':
        return y.kind === 'Struct' && this.identicalStructs(x, y, pairs);
      case 'Tuple':
        return y.kind === 'Tuple' && this.identicalTuples(x, y, pairs);
      case 'Signature':
        return y.kind === 'Signature' && this.identicalSignatures(x, y, pairs);
      case 'Union':
        return y.kind === 'Union' && identicalUnions(x, y);
      case 'Interface':
        return y.kind === 'Interface' && this.identicalInterfaces(x, y, pairs);
      case 'Named':
        return (
          y.kind === 'Named' &&
          identicalOrigin(x, y) &&
          x.typeArgs.length === y.typeArgs.length &&
          x.typeArgs.every((arg, i) => this.identicalAt(arg, y.typeArgs[i], pairs))
        );
      case 'TypeParam':
        return y.kind === 'TypeParam' && this.renamed.get(y) === x;
      case 'Alias':
        return false;
    }
  }

  private identicalAt(x: Type, y: Type | undefined, pairs: InterfacePair | null): boolean {
    return y !== undefined && this.identical(x, y, pairs);
  }

  private identicalStructs(x: Struct, y: Struct, pairs: InterfacePair | null): boolean {
    if (x.fields.length !== y.fields.length) return false;
    return x.fields.every((field, i) => {
      const other = y.fields[i];
      return (
        other !== undefined &&
        field.embedded === other.embedded &&
        (this.ignoreTags || (x.tags[i] ?? '') === (y.tags[i] ?? '')) &&
        sameId(field, other.pkg, other.name, false) &&
        this.identical(field.type, other.type, pairs)
      );
    });
  }

  private identicalTuples(x: Tuple, y: Tuple, pairs: InterfacePair | null): boolean {
    if (x.vars.length !== y.vars.length) return false;
    return x.vars.every((variable, i) => this.identicalAt(variable.type, y.vars[i]?.type, pairs));
  }

  private identicalSignatures(x: Signature, y: Signature, pairs: InterfacePair | null): boolean {
    if (x.typeParams.length !== y.typeParams.length || x.variadic !== y.variadic) return false;
    for (const [i, param] of y.typeParams.entries()) {
      const other = x.typeParams[i];
      if (other !== undefined) this.renamed.set(param, other);
    }
    const boundsAgree = x.typeParams.every((param, i) =>
      this.identicalAt(param.bound, y.typeParams[i]?.bound, pairs),
    );
    return (
      boundsAgree &&
      this.identicalTuples(x.params, y.params, pairs) &&
      this.identicalTuples(x.results, y.results, pairs)
    );
  }

  private identicalInterfaces(x: Interface, y: Interface, pairs: InterfacePair | null): boolean {
    const xset = typeSets.typeSetOf(x);
    const yset = typeSets.typeSetOf(y);
    if (xset.comparable !== yset.comparable) return false;
    if (xset.methods.length !== yset.methods.length) return false;
    if (!equalTerms(xset.terms, yset.terms, identical)) return false;
    if (hasPair(pairs, x, y)) return true;
    const pair: InterfacePair = { x, y, outer: pairs };
    return xset.methods.every((method, i) => {
      const other = yset.methods[i];
      return (
        other !== undefined &&
        objectId(method) === objectId(other) &&
        this.identical(method.type, other.type, pair)
      );
    });
  }
}

function identicalUnions(x: Union, y: Union): boolean {
  const xterms = typeSets.termsOfUnion(x, noPos, null);
  const yterms = typeSets.termsOfUnion(y, noPos, null);
  if (xterms === 'invalid' || yterms === 'invalid') return xterms === yterms;
  return equalTerms(xterms, yterms, identical);
}
