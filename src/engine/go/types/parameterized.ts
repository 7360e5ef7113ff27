// Where type parameters occur in types, and cycles through them (types2 infer.go).

import { typeSetOf } from './type-set.ts';
import type { Type, TypeParam, Var } from './type.ts';
import { unalias } from './under.ts';

/** Whether a type mentions any of the parameters, its own declarations of them aside. */
export function isParameterized(params: readonly TypeParam[], type: Type): boolean {
  return params.length > 0 && new Walker(params).visit(type);
}

class Walker {
  private readonly params: readonly TypeParam[];
  private readonly seen = new Map<Type, boolean>();

  constructor(params: readonly TypeParam[]) {
    this.params = params;
  }

  visit(type: Type): boolean {
    if (type.kind === 'Basic') return false;
    const known = this.seen.get(type);
    if (known !== undefined) return known;
    this.seen.set(type, false);
    const result = this.visitUnseen(type);
    this.seen.set(type, result);
    return result;
  }

  private visitUnseen(type: Type): boolean {
    switch (type.kind) {
      case 'Basic':
        return false;
      case 'Alias':
        return this.visit(unalias(type));
      case 'Array':
      case 'Slice':
      case 'Pointer':
      case 'Chan':
        return this.visit(type.elem);
      case 'Map':
        return this.visit(type.key) || this.visit(type.elem);
      case 'Struct':
        return this.visitVars(type.fields);
      case 'Tuple':
        return this.visitVars(type.vars);
      case 'Signature':
        return this.visitVars(type.params.vars) || this.visitVars(type.results.vars);
      case 'Union':
        return type.terms.some((term) => this.visit(term.type));
      case 'Interface': {
        const set = typeSetOf(type);
        if (set.methods.some((method) => this.visit(method.type))) return true;
        return set.terms.some((term) => term.type !== null && this.visit(term.type));
      }
      case 'Named':
        return type.typeArgs.some((arg) => this.visit(arg));
      case 'TypeParam':
        return this.params.includes(type);
    }
  }

  private visitVars(vars: readonly Var[]): boolean {
    return vars.some((variable) => this.visit(variable.type));
  }
}

/**
 * Forgets each inferred type that leads back to its own parameter: putting it in place of the
 * parameter would never end.
 */
export function killCycles(params: readonly TypeParam[], inferred: (Type | null)[]): void {
  const finder = new CycleFinder(params, inferred);
  for (const param of params) finder.visit(param);
}

class CycleFinder {
  private readonly params: readonly TypeParam[];
  private readonly inferred: (Type | null)[];
  private readonly path = new Set<Type>();

  constructor(params: readonly TypeParam[], inferred: (Type | null)[]) {
    this.params = params;
    this.inferred = inferred;
  }

  readonly visit = (original: Type): void => {
    const type = unalias(original);
    if (this.path.has(type)) {
      const index = type.kind === 'TypeParam' ? this.params.indexOf(type) : -1;
      if (index >= 0) this.inferred[index] = null;
      return;
    }
    this.path.add(type);
    this.visitParts(type);
    this.path.delete(type);
  };

  private visitParts(type: Type): void {
    switch (type.kind) {
      case 'Basic':
      case 'Alias':
        return;
      case 'Array':
      case 'Slice':
      case 'Pointer':
      case 'Chan':
        return this.visit(type.elem);
      case 'Map':
        this.visit(type.key);
        return this.visit(type.elem);
      case 'Struct':
        return this.visitVars(type.fields);
      case 'Tuple':
        return this.visitVars(type.vars);
      case 'Signature':
        this.visitVars(type.params.vars);
        return this.visitVars(type.results.vars);
      case 'Union':
        for (const term of type.terms) this.visit(term.type);
        return;
      case 'Interface':
        for (const method of type.methods) this.visit(method.type);
        return type.embeddeds.forEach(this.visit);
      case 'Named':
        return type.typeArgs.forEach(this.visit);
      case 'TypeParam': {
        const index = this.params.indexOf(type);
        const found = index >= 0 ? (this.inferred[index] ?? null) : null;
        if (found !== null) this.visit(found);
        return;
      }
    }
  }

  private visitVars(vars: readonly Var[]): void {
    for (const variable of vars) this.visit(variable.type);
  }
}
