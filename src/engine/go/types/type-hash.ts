// A text for each type that identical types share (types2's type hasher), so that instances can be
// found in a table. Different types have different texts, but no one relies on it.

import { typeSets } from './identical.ts';
import { objectId, signatureOf } from './object.ts';
import type { Interface, Named, Signature, Tuple, Type, TypeParam } from './type.ts';
import { unalias } from './under.ts';

/** Numbers declarations in order of first use. */
export class TypeHasher {
  private readonly ids = new Map<object, number>();
  private locals: readonly TypeParam[] = [];
  private readonly pending: Interface[] = [];

  /** The text for an instance of a generic declaration. */
  instance(origin: object, typeArgs: readonly Type[]): string {
    return `${this.idOf(origin)}[${this.types(typeArgs)}]`;
  }

  /** The text for a type. */
  hash(original: Type): string {
    const type = unalias(original);
    switch (type.kind) {
      case 'Basic':
        return type.basic;
      case 'Array':
        return `[${type.length}]${this.hash(type.elem)}`;
      case 'Slice':
        return `[]${this.hash(type.elem)}`;
      case 'Pointer':
        return `*${this.hash(type.elem)}`;
      case 'Map':
        return `map[${this.hash(type.key)}]${this.hash(type.elem)}`;
      case 'Chan':
        return `chan ${type.dir}(${this.hash(type.elem)})`;
      case 'Struct':
        return `struct{${type.fields
          .map((field, i) => {
            const tag = JSON.stringify(type.tags[i] ?? '');
            return `${objectId(field)} ${field.embedded ? '!' : ''}${this.hash(field.type)}${tag}`;
          })
          .join(';')}}`;
      case 'Tuple':
        return this.tuple(type);
      case 'Signature':
        return `func${this.signature(type)}`;
      case 'Union':
        return type.terms.map((term) => (term.tilde ? '~' : '') + this.hash(term.type)).join('|');
      case 'Interface':
        return this.interface(type);
      case 'Named':
        return this.named(type);
      case 'TypeParam': {
        const local = this.locals.indexOf(type);
        return local >= 0 ? `$${local}` : `P${type.id}`;
      }
      case 'Alias':
        return 'alias';
    }
  }

  private named(type: Named): string {
    const id = `N${this.idOf(type.orig.obj)}`;
    return type.typeArgs.length === 0 ? id : `${id}[${this.types(type.typeArgs)}]`;
  }

  private types(list: readonly Type[]): string {
    return list.map((type) => this.hash(type)).join(',');
  }

  private tuple(tuple: Tuple): string {
    return `(${tuple.vars.map((variable) => this.hash(variable.type)).join(',')})`;
  }

  private signature(signature: Signature): string {
    const outer = this.locals;
    if (signature.typeParams.length > 0) this.locals = [...outer, ...signature.typeParams];
    const bounds = this.types(signature.typeParams.map((param) => param.bound));
    const dots = signature.variadic ? '...' : '';
    const text = this.tuple(signature.params) + dots + this.tuple(signature.results);
    this.locals = outer;
    return signature.typeParams.length > 0 ? `<${bounds}>${text}` : text;
  }

  private interface(type: Interface): string {
    // A literal interface may mention itself in a method only through itself: no name in between.
    const outer = this.pending.indexOf(type);
    if (outer >= 0) return `interface#${outer}`;
    this.pending.push(type);
    const set = typeSets.typeSetOf(type);
    const methods = set.methods.map(
      (method) => objectId(method) + this.signature(signatureOf(method)),
    );
    const terms = set.terms.map((term) =>
      term.type === null ? '*' : (term.tilde ? '~' : '') + this.hash(term.type),
    );
    this.pending.pop();
    const comparable = set.comparable ? 'comparable;' : '';
    return `interface{${comparable}${methods.join(';')};${terms.sort().join('|')}}`;
  }

  private idOf(declaration: object): number {
    let id = this.ids.get(declaration);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(declaration, id);
    }
    return id;
  }
}
