// Interface types without a name that lead back to themselves, like `type I = interface{ m() I }`
// (cmd/compile/internal/noder irgen.go). gc checks this when a package has no other errors.

import { inspect } from '../syntax/walk.ts';
import type { Checker } from './checker.ts';
import { signatureOf } from './object.ts';
import { typeSetOf } from './type-set.ts';
import type { Interface, Type } from './type.ts';
import { unalias } from './under.ts';

/** Reports the interface literals of the package that are part of such a cycle. */
export function anonymousCycles(check: Checker): void {
  const finder = new CycleFinder();
  for (const file of check.files) {
    inspect(file, (node) => {
      if (node.kind !== 'InterfaceType') return true;
      const known = check.info.types.get(node);
      const type = known === undefined ? null : unalias(known.type);
      if (type?.kind === 'Interface' && finder.hasCycle(type)) {
        const message =
          'invalid recursive type: anonymous interface refers to itself ' +
          '(see https://go.dev/issue/56103)';
        check.error(node, 'InvalidTypeCycle', message);
        finder.forgive();
      }
      return false;
    });
  }
}

class CycleFinder {
  /** Whether an interface that was met is being looked through. */
  private readonly cyclic = new Map<Interface, boolean>();

  /** Reports each cycle once. */
  forgive(): void {
    for (const type of this.cyclic.keys()) this.cyclic.set(type, false);
  }

  hasCycle(type: Interface): boolean {
    return typeSetOf(type).methods.some((method) => this.visit(signatureOf(method)));
  }

  private visit(type: Type): boolean {
    const actual = unalias(type);
    switch (actual.kind) {
      case 'Pointer':
      case 'Array':
      case 'Chan':
      case 'Slice':
        return this.visit(actual.elem);
      case 'Map':
        return this.visit(actual.key) || this.visit(actual.elem);
      case 'Struct':
        return actual.fields.some((field) => this.visit(field.type));
      case 'Signature':
        return this.visit(actual.params) || this.visit(actual.results);
      case 'Tuple':
        return actual.vars.some((variable) => this.visit(variable.type));
      case 'Interface':
        return this.visitInterface(actual);
      // Types with a name end the search: they are allowed to be recursive.
      case 'Basic':
      case 'Named':
      case 'Alias':
      case 'TypeParam':
      case 'Union':
        return false;
    }
  }

  private visitInterface(type: Interface): boolean {
    if (type.methods.length === 0 && type.embeddeds.length === 0) return false;
    const known = this.cyclic.get(type);
    if (known !== undefined) return known;
    this.cyclic.set(type, true);
    if (this.hasCycle(type)) return true;
    this.cyclic.set(type, false);
    return false;
  }
}
