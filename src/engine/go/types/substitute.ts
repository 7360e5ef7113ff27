// Replacing type parameters by types (types2 subst.go).
// Invariants: types are never changed, what mentions no replaced parameter is returned as it is;
// instances are made through the maker, which knows those there are already. Receivers of methods
// are left alone: they are set when a method of an instance is made.

import type { Pos } from '../syntax/pos.ts';
import { cloneFunc, cloneVar, newTypeName, signatureOf } from './object.ts';
import { Typ } from './basic.ts';
import { newTypeParam } from './type-param.ts';
import type {
  Alias,
  Func,
  Interface,
  Named,
  Signature,
  Tuple,
  Type,
  TypeParam,
  UnionTerm,
  Var,
} from './type.ts';
import { newInterface } from './under.ts';

/**
 * Which type each type parameter stands for; parameters not in it stay, as do those with null. But a
 * signature whose own parameters are in it is being instantiated.
 */
export type Substitution = ReadonlyMap<TypeParam, Type | null>;

/** Makes instances of generic declarations. */
export interface InstanceMaker {
  namedInstance(pos: Pos, orig: Named, typeArgs: readonly Type[]): Named;
  aliasInstance(pos: Pos, orig: Alias, typeArgs: readonly Type[]): Type;
}

/** Maps each parameter to the argument at its index. */
export function makeSubstitution(
  params: readonly TypeParam[],
  args: readonly (Type | null)[],
): Substitution {
  return new Map(params.map((param, i) => [param, args[i] ?? null]));
}

/** `type` with its type parameters replaced; the same object if nothing is to be replaced. */
export function substitute(
  pos: Pos,
  type: Type,
  substitution: Substitution,
  maker: InstanceMaker,
): Type {
  if (substitution.size === 0 || type.kind === 'Basic') return type;
  if (type.kind === 'TypeParam') return substitution.get(type) ?? type;
  return new Substituter(pos, substitution, maker).type(type);
}

/** As `substitute`, for the types of parameters. */
export function substituteTuple(
  pos: Pos,
  tuple: Tuple,
  substitution: Substitution,
  maker: InstanceMaker,
): Tuple {
  if (substitution.size === 0) return tuple;
  return new Substituter(pos, substitution, maker).tuple(tuple);
}

/** As `substitute`, for a signature: the result is one too. */
export function substituteSignature(
  pos: Pos,
  signature: Signature,
  substitution: Substitution,
  maker: InstanceMaker,
): Signature {
  if (substitution.size === 0) return signature;
  return new Substituter(pos, substitution, maker).signature(signature);
}

class Substituter {
  private readonly pos: Pos;
  private readonly substitution: Substitution;
  private readonly maker: InstanceMaker;

  constructor(pos: Pos, substitution: Substitution, maker: InstanceMaker) {
    this.pos = pos;
    this.substitution = substitution;
    this.maker = maker;
  }

  readonly type = (type: Type): Type => {
    switch (type.kind) {
      case 'Basic':
        return type;
      case 'TypeParam':
        return this.substitution.get(type) ?? type;
      case 'Array':
      case 'Slice':
      case 'Pointer':
      case 'Chan': {
        const elem = this.type(type.elem);
        return elem === type.elem ? type : { ...type, elem };
      }
      case 'Map': {
        const key = this.type(type.key);
        const elem = this.type(type.elem);
        return key === type.key && elem === type.elem ? type : { kind: 'Map', key, elem };
      }
      case 'Struct': {
        const fields = mapList(type.fields, this.variable);
        return fields === type.fields ? type : { kind: 'Struct', fields, tags: type.tags };
      }
      case 'Tuple':
        return this.tuple(type);
      case 'Signature':
        return this.signature(type);
      case 'Union': {
        const terms = mapList(type.terms, this.term);
        return terms === type.terms ? type : { kind: 'Union', terms };
      }
      case 'Interface':
        return this.interface(type);
      case 'Named':
        return this.named(type);
      case 'Alias':
        return this.alias(type);
    }
  };

  tuple(tuple: Tuple): Tuple {
    const vars = mapList(tuple.vars, this.variable);
    return vars === tuple.vars ? tuple : { kind: 'Tuple', vars };
  }

  signature(signature: Signature): Signature {
    // A signature's own parameters are either all replaced, when it is being instantiated, or none:
    // then it gets fresh ones, because their constraints may change.
    const [first] = signature.typeParams;
    const instantiating = first === undefined || this.substitution.has(first);
    const { params: typeParams, inner } = instantiating
      ? { params: signature.typeParams, inner: this }
      : this.freshTypeParams(signature.typeParams);
    const params = inner.tuple(signature.params);
    const results = inner.tuple(signature.results);
    if (
      params === signature.params &&
      results === signature.results &&
      typeParams === signature.typeParams
    ) {
      return signature;
    }
    return { ...signature, typeParams, params, results, scope: null };
  }

  private freshTypeParams(params: readonly TypeParam[]) {
    const extended = new Map(this.substitution);
    const fresh = params.map((param) => {
      const { pos, pkg, name } = param.obj;
      const copy = newTypeParam(newTypeName(pos, pkg, name), Typ.invalid);
      copy.index = param.index;
      copy.canon = param.canon ?? param;
      extended.set(param, copy);
      return copy;
    });
    const inner = new Substituter(this.pos, extended, this.maker);
    for (const [i, param] of params.entries()) {
      const copy = fresh[i];
      if (copy !== undefined) copy.bound = inner.type(param.bound);
    }
    return { params: fresh, inner };
  }

  private interface(type: Interface): Interface {
    const methods = mapList(type.methods, this.func);
    const embeddeds = mapList(type.embeddeds, this.type);
    if (methods === type.methods && embeddeds === type.embeddeds) return type;
    return {
      ...newInterface(methods, embeddeds, type.implicit),
      embedPos: type.embedPos,
      complete: type.complete,
    };
  }

  // Nothing here may expand `type`: it may be the very one that is being expanded.
  private named(type: Named): Type {
    const count = type.orig.typeParams.length;
    if (count === 0) return type;
    if (type.typeArgs.length !== count) return Typ.invalid;
    const typeArgs = mapList(type.typeArgs, this.type);
    if (typeArgs === type.typeArgs) return type;
    return this.maker.namedInstance(this.pos, type.orig, typeArgs);
  }

  private alias(type: Alias): Type {
    const count = type.orig.typeParams.length;
    if (count === 0) return type;
    if (type.typeArgs.length !== count) return Typ.invalid;
    const typeArgs = mapList(type.typeArgs, this.type);
    if (typeArgs === type.typeArgs) return type;
    return this.maker.aliasInstance(this.pos, type.orig, typeArgs);
  }

  private readonly variable = (variable: Var): Var => {
    const type = this.type(variable.type);
    return type === variable.type ? variable : cloneVar(variable, type);
  };

  private readonly func = (func: Func): Func => {
    const signature = signatureOf(func);
    const type = this.signature(signature);
    return type === signature ? func : cloneFunc(func, type);
  };

  private readonly term = (term: UnionTerm): UnionTerm => {
    const type = this.type(term.type);
    return type === term.type ? term : { tilde: term.tilde, type };
  };
}

// The list itself if no element changes.
function mapList<T>(list: readonly T[], change: (element: T) => T): readonly T[] {
  let result: T[] | null = null;
  for (const [i, element] of list.entries()) {
    const changed = change(element);
    if (changed === element) continue;
    result ??= list.slice();
    result[i] = changed;
  }
  return result ?? list;
}
