// All instances of generic types and functions of a program (types2 context.go, named.go,
// instantiate.go): equal instances are one object, and each is expanded when first looked into.
// Invariant: one context serves a whole program, checking and lowering, so that the expansion of
// recursive instances always comes back to one it has seen.

import type { Pos } from '../syntax/pos.ts';
import { Typ } from './basic.ts';
import { identicalLists } from './identical.ts';
import { methodAt } from './named.ts';
import {
  cloneFunc,
  cloneVar,
  ensureDeclared,
  hasPtrRecv,
  newTypeName,
  signatureOf,
} from './object.ts';
import {
  type InstanceMaker,
  makeSubstitution,
  substitute,
  substituteSignature,
} from './substitute.ts';
import {
  Alias,
  type Func,
  type InstanceExpander,
  Named,
  type Signature,
  type Type,
} from './type.ts';
import { TypeHasher } from './type-hash.ts';

interface Entry {
  readonly orig: object;
  readonly typeArgs: readonly Type[];
  readonly instance: Type;
}

/** The table of instances. */
export class Context implements InstanceMaker, InstanceExpander {
  private readonly hasher = new TypeHasher();
  private readonly entries = new Map<string, Entry[]>();

  /** The instance of a generic type; its right-hand side and methods are made on first need. */
  namedInstance(pos: Pos, orig: Named, typeArgs: readonly Type[]): Named {
    const instance = this.find(orig, typeArgs, () => {
      const obj = newTypeName(pos, orig.obj.pkg, orig.obj.name);
      const named = new Named(obj, orig, typeArgs, this);
      obj.type = named;
      return named;
    });
    if (instance.kind !== 'Named') throw new Error('Broken invariant: instance of another kind');
    return instance;
  }

  /** The instance of a generic alias; the invalid type if the number of arguments is wrong. */
  aliasInstance(pos: Pos, orig: Alias, typeArgs: readonly Type[]): Type {
    if (orig.typeParams.length !== typeArgs.length) return Typ.invalid;
    return this.find(orig, typeArgs, () => {
      const obj = newTypeName(pos, orig.obj.pkg, orig.obj.name);
      const substitution = makeSubstitution(orig.typeParams, typeArgs);
      const rhs = orig.fromRHS === null ? null : substitute(pos, orig.fromRHS, substitution, this);
      const alias = new Alias(obj, rhs, orig, typeArgs);
      alias.typeParams = orig.typeParams;
      obj.type = alias;
      return alias;
    });
  }

  /** A generic signature with type arguments for all of its own type parameters. */
  signatureInstance(pos: Pos, orig: Signature, typeArgs: readonly Type[]): Signature {
    const instance = this.find(orig, typeArgs, () => {
      const substitution = makeSubstitution(orig.typeParams, typeArgs);
      return { ...substituteSignature(pos, orig, substitution, this), typeParams: [] };
    });
    if (instance.kind !== 'Signature')
      throw new Error('Broken invariant: instance of another kind');
    return instance;
  }

  /** The instance of a generic type or signature. */
  instantiate(pos: Pos, orig: Named | Alias | Signature, typeArgs: readonly Type[]): Type {
    switch (orig.kind) {
      case 'Named':
        return this.namedInstance(pos, orig, typeArgs);
      case 'Alias':
        return this.aliasInstance(pos, orig, typeArgs);
      case 'Signature':
        return this.signatureInstance(pos, orig, typeArgs);
    }
  }

  expandRHS(instance: Named): Type {
    const { orig, typeArgs } = instance;
    if (orig.fromRHS === null || orig.typeParams.length !== typeArgs.length) return Typ.invalid;
    const substitution = makeSubstitution(orig.typeParams, typeArgs);
    return substitute(instance.obj.pos, orig.fromRHS, substitution, this);
  }

  expandMethod(instance: Named, index: number): Func {
    const method = methodAt(instance.orig, index);
    ensureDeclared(method);
    const generic = signatureOf(method);
    const { recvTypeParams } = generic;
    let signature = generic;
    if (recvTypeParams.length === instance.typeArgs.length) {
      const substitution = makeSubstitution(recvTypeParams, instance.typeArgs);
      signature = substituteSignature(method.pos, generic, substitution, this);
    }
    const recvType: Type = hasPtrRecv(method) ? { kind: 'Pointer', elem: instance } : instance;
    const recv = generic.recv === null ? null : cloneVar(generic.recv, recvType);
    return cloneFunc(method, { ...signature, recv, recvTypeParams: [] });
  }

  private find(orig: object, typeArgs: readonly Type[], make: () => Type): Type {
    const hash = this.hasher.instance(orig, typeArgs);
    const known = this.entries.get(hash);
    const entry = known?.find(
      (each) => each.orig === orig && identicalLists(each.typeArgs, typeArgs),
    );
    if (entry !== undefined) return entry.instance;
    const instance = make();
    const added = { orig, typeArgs, instance };
    if (known === undefined) this.entries.set(hash, [added]);
    else known.push(added);
    return instance;
  }
}
