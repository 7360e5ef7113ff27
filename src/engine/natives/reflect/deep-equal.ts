// reflect.DeepEqual: values of one type are compared with all that they contain or point to.

import type { RuntimeType } from '../../go/ir/runtime-type.ts';
import { GoMap } from '../../machine/go-map.ts';
import type { NativeContext } from '../../machine/native.ts';
import { samePlace } from '../../machine/pointer.ts';
import { Complex, type Slice } from '../../machine/value.ts';
import type { Content } from './contents.ts';

/** reflect.DeepEqual. Pairs under comparison count as equal, so that cycles end. */
export class DeepEquality {
  private readonly context: NativeContext;
  private readonly visited = new Map<unknown, Set<unknown>>();

  constructor(context: NativeContext) {
    this.context = context;
  }

  boxes(a: Content, b: Content): boolean {
    if (a === null || b === null) return a === b;
    return a.type === b.type && this.values(this.context.type(a.type), a.value, b.value);
  }

  private values(type: RuntimeType, a: unknown, b: unknown): boolean {
    switch (type.kind) {
      case 'struct':
        return type.fields.every((part, i) =>
          this.values(
            this.context.type(part.type),
            (a as Record<string, unknown>)[`f${i}`],
            (b as Record<string, unknown>)[`f${i}`],
          ),
        );
      case 'array':
        return this.sequences(
          type.elem,
          a as ArrayLike<unknown>,
          0,
          b as ArrayLike<unknown>,
          0,
          type.length,
        );
      case 'slice':
        return this.slices(type.elem, a as Slice, b as Slice);
      case 'map':
        return this.maps(type.key, type.elem, a, b);
      case 'pointer':
        return this.pointers(type.elem, a, b);
      case 'interface':
        return this.boxes(a as Content, b as Content);
      case 'func':
        return a === null && b === null;
      case 'complex64':
      case 'complex128':
        return a instanceof Complex && b instanceof Complex && a.re === b.re && a.im === b.im;
      default:
        return a === b;
    }
  }

  private wasVisited(a: unknown, b: unknown): boolean {
    const partners = this.visited.get(a) ?? new Set();
    if (partners.has(b)) return true;
    this.visited.set(a, partners.add(b));
    return false;
  }

  private pointers(elem: number, a: unknown, b: unknown): boolean {
    if (a === null || b === null || samePlace(a, b)) return a === b || samePlace(a, b);
    if (this.wasVisited(a, b)) return true;
    const type = this.context.type(elem);
    if (type.kind === 'struct' || type.kind === 'array') return this.values(type, a, b);
    return this.values(type, (a as { v: unknown }).v, (b as { v: unknown }).v);
  }

  private slices(elem: number, a: Slice, b: Slice): boolean {
    if (a.array === null || b.array === null) return a.array === b.array;
    if (a.length !== b.length) return false;
    if (a.array === b.array && a.offset === b.offset) return true;
    if (this.wasVisited(a, b)) return true;
    return this.sequences(elem, a.array, a.offset, b.array, b.offset, a.length);
  }

  private sequences(
    elem: number,
    a: ArrayLike<unknown>,
    fromA: number,
    b: ArrayLike<unknown>,
    fromB: number,
    count: number,
  ): boolean {
    const type = this.context.type(elem);
    for (let i = 0; i < count; i++) {
      if (!this.values(type, a[fromA + i], b[fromB + i])) return false;
    }
    return true;
  }

  private maps(key: number, elem: number, a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (!(a instanceof GoMap) || !(b instanceof GoMap)) return false;
    if (this.wasVisited(a, b)) return true;
    if (a.count !== b.count) return false;
    const keyType = this.context.type(key);
    const type = this.context.type(elem);
    const others = b.entries();
    const byKey = new Map(others.map((entry) => [entry[0], entry]));
    return a.entries().every(([name, value]) => {
      const other =
        byKey.get(name) ?? others.find((entry) => this.isSameKey(keyType, name, entry[0]));
      return other !== undefined && this.values(type, value, other[1]);
    });
  }

  /** Keys that are no JavaScript primitives; a pointer is the same only as itself. */
  private isSameKey(type: RuntimeType, a: unknown, b: unknown): boolean {
    if (type.kind === 'pointer') return a !== null && b !== null && samePlace(a, b);
    return this.values(type, a, b);
  }
}
