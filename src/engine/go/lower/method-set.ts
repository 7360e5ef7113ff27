// Fields and methods of runtime types, promoted ones included (spec, "Selectors", "Method sets").
// Invariant: of several equal names the shallowest wins; two at one depth hide each other.

import { assert } from '../../base/assert.ts';
import type { TypeId } from '../ir/ids.ts';
import { methodsOf } from '../types/named.ts';
import { hasPtrRecv, isExported } from '../types/object.ts';
import type { Func } from '../types/type.ts';
import { compareMethods, symbolPath, type TypeTable } from './type-table.ts';

/** A method as found from some type: the fields to follow, then a declared or interface method. */
export interface MethodEntry {
  readonly name: string;
  /** '' for an exported method, else its package's path. */
  readonly packagePath: string;
  /** Indices of the embedded fields on the way. */
  readonly path: readonly number[];
  /** The declared type or interface that has the method (never a pointer). */
  readonly owner: TypeId;
  /** The declaration; null for a method of an embedded interface. */
  readonly func: Func | null;
  /** Its receiver is a pointer. */
  readonly pointerReceiver: boolean;
  /** A pointer is followed on the path, so that a pointer receiver needs no address. */
  readonly indirect: boolean;
}

interface Step {
  readonly type: TypeId;
  readonly path: readonly number[];
  readonly indirect: boolean;
}

/** Method sets by type, computed on first need. */
export class MethodSets {
  private readonly types: TypeTable;
  private readonly all = new Map<TypeId, readonly MethodEntry[]>();

  constructor(types: TypeTable) {
    this.types = types;
  }

  /** The method set of a type, sorted by name; for an interface its methods. */
  of(type: TypeId): readonly MethodEntry[] {
    const entry = this.types.entry(type);
    if (entry.kind === 'pointer' && entry.named === null) {
      // A pointer to an interface or to a pointer has no methods.
      const kind = this.types.kind(entry.elem);
      return kind === 'interface' || kind === 'pointer' ? [] : this.selectable(entry.elem);
    }
    return this.selectable(type).filter((method) => !method.pointerReceiver || method.indirect);
  }

  /** The method that `x.name` means for an addressable x of a type or a pointer to it. */
  find(type: TypeId, name: string, packagePath: string): MethodEntry {
    const entry = this.types.entry(type);
    const base = entry.kind === 'pointer' && entry.named === null ? entry.elem : type;
    const wanted = isExported(name) ? '' : packagePath;
    const found = this.selectable(base).find(
      (method) => method.name === name && method.packagePath === wanted,
    );
    assert(found !== undefined, `type ${entry.string} has a method ${name}`);
    return found;
  }

  /** All methods reachable from an addressable variable of the type. */
  private selectable(type: TypeId): readonly MethodEntry[] {
    const known = this.all.get(type);
    if (known !== undefined) return known;
    const computed = this.compute(type).sort(compareMethods);
    this.all.set(type, computed);
    return computed;
  }

  private compute(type: TypeId): MethodEntry[] {
    const found: MethodEntry[] = [];
    const taken = new Set<string>();
    const visited = new Set<TypeId>();
    let level: Step[] = [{ type, path: [], indirect: false }];
    while (level.length > 0) {
      const here = new Map<string, MethodEntry | null>();
      const next: Step[] = [];
      for (const step of level) {
        // A type met again at a greater depth has nothing new; twice at one depth it hides itself.
        if (visited.has(step.type)) continue;
        this.collect(step, here);
        this.embedded(step, here, next);
      }
      for (const step of level) visited.add(step.type);
      for (const [id, method] of here) {
        if (taken.has(id)) continue;
        taken.add(id);
        if (method !== null) found.push(method);
      }
      level = next;
    }
    return found;
  }

  private collect(step: Step, here: Map<string, MethodEntry | null>): void {
    const { type, path, indirect } = step;
    const entry = this.types.entry(type);
    const add = (method: MethodEntry): void => {
      const id = `${method.packagePath}.${method.name}`;
      here.set(id, here.has(id) ? null : method);
    };
    if (entry.kind === 'interface') {
      for (const { name, packagePath } of entry.interfaceMethods) {
        const pointerReceiver = false;
        add({ name, packagePath, path, owner: type, func: null, pointerReceiver, indirect });
      }
    } else if (entry.named !== null) {
      for (const func of methodsOf(entry.named)) {
        if (func.name === '_') continue;
        const packagePath = isExported(func.name) ? '' : symbolPath(func.pkg);
        const pointerReceiver = hasPtrRecv(func);
        add({ name: func.name, packagePath, path, owner: type, func, pointerReceiver, indirect });
      }
    }
  }

  // Fields hide deeper methods of the same name, so they take part as entries without a method.
  private embedded(step: Step, here: Map<string, MethodEntry | null>, next: Step[]): void {
    const entry = this.types.entry(step.type);
    if (entry.kind !== 'struct') return;
    entry.fields.forEach((field, i) => {
      if (field.name === '_') return;
      here.set(`${field.packagePath}.${field.name}`, null);
      if (!field.embedded) return;
      const fieldType = this.types.entry(field.type);
      const isPointer = fieldType.kind === 'pointer';
      next.push({
        type: isPointer ? fieldType.elem : field.type,
        path: [...step.path, i],
        indirect: step.indirect || isPointer,
      });
    });
  }
}
