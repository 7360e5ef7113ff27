// Interface literals that mention themselves without any name in between, which only an alias makes
// possible: `type I = interface{ m() interface{ I } }` (cmd/compile/internal/noder, irgen.go).

import type { File, InterfaceType } from '../syntax/ast.ts';
import { inspect } from '../syntax/walk.ts';
import type { Checker } from './checker.ts';
import { methodsOfInterface } from './type-set.ts';
import type { Interface, Tuple, Type, Var } from './type.ts';
import { unalias } from './under.ts';

/** Reports each outermost interface literal that is part of such a cycle, once per cycle. */
export function checkAnonymousCycles(check: Checker, files: readonly File[]): void {
  const finder = new CycleFinder();
  for (const file of files) {
    inspect(file, (node) => {
      if (node.kind !== 'InterfaceType') return true;
      checkLiteral(check, finder, node);
      return false;
    });
  }
}

function checkLiteral(check: Checker, finder: CycleFinder, node: InterfaceType): void {
  const recorded = check.info.types.get(node);
  const type = recorded === undefined ? null : unalias(recorded.type);
  if (type?.kind !== 'Interface' || !finder.hasCycle(type)) return;
  const why = 'anonymous interface refers to itself (see https://go.dev/issue/56103)';
  check.error(node, 'InvalidTypeCycle', `invalid recursive type: ${why}`);
  finder.forget();
}

class CycleFinder {
  // True while an interface is being visited, false when it is known to be free of cycles.
  private readonly state = new Map<Interface, boolean>();

  hasCycle(type: Interface): boolean {
    return methodsOfInterface(type).some((method) => this.visit(method.type));
  }

  /** Makes all interfaces seen so far count as free of cycles. */
  forget(): void {
    for (const type of this.state.keys()) this.state.set(type, false);
  }

  private visit(original: Type): boolean {
    const type = unalias(original);
    switch (type.kind) {
      case 'Pointer':
      case 'Array':
      case 'Slice':
      case 'Chan':
        return this.visit(type.elem);
      case 'Map':
        return this.visit(type.key) || this.visit(type.elem);
      case 'Struct':
        return this.visitVars(type.fields);
      case 'Tuple':
        return this.visitTuple(type);
      case 'Signature':
        return this.visitTuple(type.params) || this.visitTuple(type.results);
      case 'Interface':
        return this.visitInterface(type);
      default:
        // A name ends the search.
        return false;
    }
  }

  private visitTuple(tuple: Tuple): boolean {
    return this.visitVars(tuple.vars);
  }

  private visitVars(vars: readonly Var[]): boolean {
    return vars.some((variable) => this.visit(variable.type));
  }

  private visitInterface(type: Interface): boolean {
    if (type.methods.length === 0 && type.embeddeds.length === 0) return false;
    const known = this.state.get(type);
    if (known !== undefined) return known;
    this.state.set(type, true);
    if (this.hasCycle(type)) return true;
    this.state.set(type, false);
    return false;
  }
}
