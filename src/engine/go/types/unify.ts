// Unification of types (types2 unify.go): makes two types equivalent by finding types for the type
// parameters that occur in them.
// Equivalence here ignores the difference between a defined type and its underlying type if the
// other one is a literal, and between an outer type parameter and its core type; whether types are
// identical or assignable in the end is for the caller to see.
// Invariant: parameters that were found to be equal share one handle, so that the type found for
// one is found for all.

import { hasPair, identical, type InterfacePair } from './identical.ts';
import { lookupFieldOrMethod } from './lookup.ts';
import { identicalOrigin } from './named.ts';
import { ensureDeclared, objectId, sameId, signatureOf } from './object.ts';
import { isInterface, isTypeLit, isTypeParam } from './predicates.ts';
import { equalTerms } from './term-list.ts';
import { commonUnderOrNull, typeSetOf } from './type-set.ts';
import type { Interface, Named, Signature, Struct, Tuple, Type, TypeParam } from './type.ts';
import { asNamedOrNull, asTypeParamOrNull, unalias, under } from './under.ts';

/** How strictly types are compared. `assign`: loosely at the top, exactly below it. */
export interface UnifyMode {
  readonly assign: boolean;
  readonly exact: boolean;
}

export const inexactMode: UnifyMode = { assign: false, exact: false };
export const assignMode: UnifyMode = { assign: true, exact: false };
export const exactMode: UnifyMode = { assign: false, exact: true };
const assignExactMode: UnifyMode = { assign: true, exact: true };

const maxDepth = 50;

/** What is known of a type parameter, and of all that were found equal to it. */
interface Handle {
  type: Type | null;
}

/** Finds types for type parameters. */
export class Unifier {
  private readonly handles = new Map<TypeParam, Handle>();
  private readonly inferInterfaces: boolean;
  private depth = 0;

  /** Arguments that are null or missing are unknown; `inferInterfaces` since go1.21. */
  constructor(
    params: readonly TypeParam[],
    args: readonly (Type | null)[],
    inferInterfaces: boolean,
  ) {
    for (const [i, param] of params.entries()) this.handles.set(param, { type: args[i] ?? null });
    this.inferInterfaces = inferInterfaces;
  }

  /** Whether the types can be made equivalent; parameters may have got types either way. */
  unify(x: Type, y: Type, mode: UnifyMode): boolean {
    return this.nify(x, y, mode, null);
  }

  /** The type found for a parameter, or null. */
  typeOrNull(param: TypeParam): Type | null {
    return this.handle(param).type;
  }

  /** Gives a parameter its type. */
  set(param: TypeParam, type: Type): void {
    this.handle(param).type = type;
  }

  /** How many parameters have no type yet. */
  get unknownCount(): number {
    let count = 0;
    for (const handle of this.handles.values()) if (handle.type === null) count += 1;
    return count;
  }

  /** What was found for each parameter. */
  inferred(params: readonly TypeParam[]): (Type | null)[] {
    return params.map((param) => this.typeOrNull(param));
  }

  private handle(param: TypeParam): Handle {
    const handle = this.handles.get(param);
    if (handle === undefined) throw new Error('Broken invariant: unknown type parameter');
    return handle;
  }

  private boundParamOrNull(type: Type): TypeParam | null {
    const param = asTypeParamOrNull(type);
    return param !== null && this.handles.has(param) ? param : null;
  }

  // Makes two parameters one, unless both have a type already.
  private join(x: TypeParam, y: TypeParam): boolean {
    const hx = this.handle(x);
    const hy = this.handle(y);
    if (hx === hy) return true;
    if (hx.type !== null && hy.type !== null) return false;
    const [kept, given] = hx.type !== null ? [hx, hy] : [hy, hx];
    for (const [param, handle] of this.handles) {
      if (handle === given) this.handles.set(param, kept);
    }
    return true;
  }

  private nify(x: Type, y: Type, mode: UnifyMode, pairs: InterfacePair | null): boolean {
    this.depth += 1;
    // Deeper nesting than this comes from expansion without end only.
    const result = this.depth <= maxDepth && this.unifyAny(x, y, mode, pairs);
    this.depth -= 1;
    return result;
  }

  private unifyAny(left: Type, right: Type, mode: UnifyMode, pairs: InterfacePair | null): boolean {
    let [x, y] = [left, right];
    if (unalias(x) === unalias(y)) return true;
    // A defined type goes into y, one of our parameters into x.
    if (asNamedOrNull(x) !== null || this.boundParamOrNull(y) !== null) [x, y] = [y, x];
    const named = asNamedOrNull(y);
    if (
      !mode.exact &&
      named !== null &&
      isTypeLit(x) &&
      !(this.inferInterfaces && isInterface(x))
    ) {
      y = under(named);
      if (unalias(x) === unalias(y)) return true;
    }
    const px = this.boundParamOrNull(x);
    const py = this.boundParamOrNull(y);
    if (px !== null && py !== null) {
      if (this.join(px, py)) return true;
      const [tx, ty] = [this.typeOrNull(px), this.typeOrNull(py)];
      return tx !== null && ty !== null && this.nify(tx, ty, mode, pairs);
    }
    if (px !== null) return this.unifyParam(px, y, mode, pairs);
    if (this.inferInterfaces && !mode.exact) {
      const decided = this.unifyInterfacesOrNull(x, y, pairs);
      if (decided !== null) return decided;
    }
    // A type parameter that is not ours goes into x.
    if (isTypeParam(y)) [x, y] = [y, x];
    return this.unifyStructure(x, y, mode, pairs);
  }

  // One of our parameters against a type that is none of them.
  private unifyParam(
    param: TypeParam,
    y: Type,
    mode: UnifyMode,
    pairs: InterfacePair | null,
  ): boolean {
    const x = this.typeOrNull(param);
    if (x === null) {
      this.set(param, y);
      return true;
    }
    if (!this.nify(x, y, mode, pairs)) return false;
    const xi = asInterfaceOrNull(x);
    const yi = asInterfaceOrNull(y);
    const xNamed = asNamedOrNull(x) !== null;
    const yNamed = asNamedOrNull(y) !== null;
    if (xi !== null && yi !== null) {
      // Neither of two names may be preferred, nor one of two different method sets.
      if (xNamed && yNamed) return identical(x, y);
      if (typeSetOf(xi).methods.length !== typeSetOf(yi).methods.length) return false;
    } else if (xi !== null || yi !== null) {
      // Either could be meant, which must not depend on the order of arguments.
      return false;
    }
    if (!mode.exact && !xNamed) {
      // A defined type wins over a literal, a directed channel over a bidirectional one.
      const chan = under(y);
      if (yNamed || (chan.kind === 'Chan' && chan.dir !== 'both')) this.set(param, y);
    }
    return true;
  }

  // Inexact unification with interfaces; null if neither is one.
  private unifyInterfacesOrNull(x: Type, y: Type, pairs: InterfacePair | null): boolean | null {
    const xi = asInterfaceOrNull(x);
    const yi = asInterfaceOrNull(y);
    if (xi !== null && yi !== null) return this.unifyMethodSubsets(xi, yi, pairs);
    if (xi !== null) return this.unifyWithMethods(xi, y, pairs);
    if (yi !== null) return this.unifyWithMethods(yi, x, pairs);
    return null;
  }

  private unifyMethodSubsets(x: Interface, y: Interface, pairs: InterfacePair | null): boolean {
    const xset = typeSetOf(x);
    const yset = typeSetOf(y);
    if (xset.comparable !== yset.comparable) return false;
    if (!equalTerms(xset.terms, yset.terms, identical)) return false;
    if (hasPair(pairs, x, y)) return true;
    const [fewer, more] =
      xset.methods.length <= yset.methods.length
        ? [xset.methods, yset.methods]
        : [yset.methods, xset.methods];
    const byId = new Map(more.map((method) => [objectId(method), method]));
    const pair: InterfacePair = { x, y, outer: pairs };
    return fewer.every((method) => {
      const other = byId.get(objectId(method));
      return other !== undefined && this.nify(method.type, other.type, exactMode, pair);
    });
  }

  // All methods of the interface must be there; a generic method implements none.
  private unifyWithMethods(iface: Interface, type: Type, pairs: InterfacePair | null): boolean {
    return typeSetOf(iface).methods.every((method) => {
      const { obj } = lookupFieldOrMethod(type, false, method.pkg, method.name);
      if (obj === null || obj.kind !== 'Func') return false;
      ensureDeclared(obj);
      if (signatureOf(obj).typeParams.length > 0) return false;
      return this.nify(method.type, obj.type, exactMode, pairs);
    });
  }

  private unifyStructure(
    xOriginal: Type,
    yOriginal: Type,
    mode: UnifyMode,
    pairs: InterfacePair | null,
  ): boolean {
    const x = unalias(xOriginal);
    const y = unalias(yOriginal);
    const inner = mode.assign ? assignExactMode : mode;
    const each = (a: Type, b: Type): boolean => this.nify(a, b, inner, pairs);
    switch (x.kind) {
      case 'Basic':
        return y.kind === 'Basic' && x.basic === y.basic;
      case 'Array':
        return (
          y.kind === 'Array' &&
          (x.length < 0 || y.length < 0 || x.length === y.length) &&
          each(x.elem, y.elem)
        );
      case 'Slice':
        return y.kind === 'Slice' && each(x.elem, y.elem);
      case 'Pointer':
        return y.kind === 'Pointer' && each(x.elem, y.elem);
      case 'Map':
        return y.kind === 'Map' && each(x.key, y.key) && each(x.elem, y.elem);
      case 'Chan':
        return y.kind === 'Chan' && (!mode.exact || x.dir === y.dir) && each(x.elem, y.elem);
      case 'Struct':
        return y.kind === 'Struct' && unifyFields(x, y, each);
      case 'Tuple':
        return y.kind === 'Tuple' && this.unifyTuples(x, y, mode, pairs);
      case 'Signature':
        return y.kind === 'Signature' && this.unifySignatures(x, y, inner, pairs);
      case 'Interface':
        return y.kind === 'Interface' && this.unifyExactInterfaces(x, y, pairs);
      case 'Named':
        return y.kind === 'Named' && this.unifyNamed(x, y, mode, pairs);
      case 'TypeParam': {
        // Types in the constraint's set all have its core type beneath, whatever they are.
        const core = commonUnderOrNull(x);
        return core !== null && this.nify(core, yOriginal, assignMode, pairs);
      }
      case 'Union':
      case 'Alias':
        return false;
    }
  }

  private unifyTuples(x: Tuple, y: Tuple, mode: UnifyMode, pairs: InterfacePair | null): boolean {
    if (x.vars.length !== y.vars.length) return false;
    return x.vars.every((variable, i) => {
      const other = y.vars[i];
      return other !== undefined && this.nify(variable.type, other.type, mode, pairs);
    });
  }

  private unifySignatures(
    x: Signature,
    y: Signature,
    mode: UnifyMode,
    pairs: InterfacePair | null,
  ): boolean {
    return (
      x.variadic === y.variadic &&
      this.unifyTuples(x.params, y.params, mode, pairs) &&
      this.unifyTuples(x.results, y.results, mode, pairs)
    );
  }

  private unifyExactInterfaces(x: Interface, y: Interface, pairs: InterfacePair | null): boolean {
    const xset = typeSetOf(x);
    const yset = typeSetOf(y);
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
        this.nify(method.type, other.type, exactMode, pair)
      );
    });
  }

  // Arguments are unified even if the declarations differ, for better messages.
  private unifyNamed(x: Named, y: Named, mode: UnifyMode, pairs: InterfacePair | null): boolean {
    if (x.typeArgs.length !== y.typeArgs.length) return false;
    const agree = x.typeArgs.every((arg, i) => {
      const other = y.typeArgs[i];
      return other !== undefined && this.nify(arg, other, mode, pairs);
    });
    return agree && identicalOrigin(x, y);
  }
}

function unifyFields(x: Struct, y: Struct, each: (a: Type, b: Type) => boolean): boolean {
  if (x.fields.length !== y.fields.length) return false;
  return x.fields.every((field, i) => {
    const other = y.fields[i];
    return (
      other !== undefined &&
      field.embedded === other.embedded &&
      (x.tags[i] ?? '') === (y.tags[i] ?? '') &&
      sameId(field, other.pkg, other.name, false) &&
      each(field.type, other.type)
    );
  });
}

function asInterfaceOrNull(type: Type): Interface | null {
  if (isTypeParam(type)) return null;
  const underlying = under(type);
  return underlying.kind === 'Interface' ? underlying : null;
}
