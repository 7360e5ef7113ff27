// The numbers of types that functions declare: gc counts them through a package, in the order of the
// source, and shows them in the type arguments of other types: `main.Stack[main.item·1]`.

import type { Info } from '../types/info.ts';
import type { Package, TypeName } from '../types/type.ts';

/** A package as far as its declarations matter. */
interface Declaring {
  readonly pkg: Package;
  readonly info: Info;
}

export class LocalTypes {
  private readonly declaring: ReadonlyMap<Package, Info>;
  private readonly numbers = new Map<Package, ReadonlyMap<TypeName, number>>();

  constructor(packages: readonly Declaring[]) {
    this.declaring = new Map(packages.map(({ pkg, info }) => [pkg, info]));
  }

  /** From 1; 0 for a type that a package declares, and for predeclared ones. */
  numberOf(name: TypeName): number {
    const { pkg } = name;
    if (pkg === null || !isLocal(name)) return 0;
    let numbers = this.numbers.get(pkg);
    if (numbers === undefined) {
      numbers = this.numbersIn(pkg);
      this.numbers.set(pkg, numbers);
    }
    return numbers.get(name) ?? 0;
  }

  private numbersIn(pkg: Package): ReadonlyMap<TypeName, number> {
    const names: TypeName[] = [];
    for (const object of this.declaring.get(pkg)?.defs.values() ?? []) {
      if (object?.kind !== 'TypeName' || !isLocal(object)) continue;
      if (object.type.kind === 'Named' && object.type.obj === object) names.push(object);
    }
    names.sort((one, other) => one.pos - other.pos);
    return new Map(names.map((name, index) => [name, index + 1]));
  }
}

function isLocal({ pkg, parent }: TypeName): boolean {
  return pkg !== null && parent !== pkg.scope;
}
