// What an aggregate is a part of: a struct in a struct, an array in an array. Nothing in the machine
// says so, because nothing but an address depends on it; so whoever asks for the address of such a
// part pays with a search from the roots, typed, in a fixed order and bounded. Invariant: what is
// found does not depend on the host, only on the state.

import type { Program } from '../go/ir/program.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import { partOf } from './array-view.ts';
import { Channel } from './channel.ts';
import { GoMap } from './go-map.ts';
import type { GoArray } from './heap-object.ts';
import { StructObject } from './heap-object.ts';
import { Cell, ElementPointer, FieldPointer } from './pointer.ts';
import type { MachineState } from './state.ts';
import type { Layout, TypeTable } from './types.ts';
import { structType } from './types.ts';
import { Box, Closure, Slice } from './value.ts';

/** What addresses depend on. */
export interface AddressHost {
  readonly program: Program;
  readonly state: MachineState;
  readonly support: { readonly types: TypeTable };
  type(id: number): RuntimeType;
  /** Called before frames are read; null: they must not be read. */
  readonly needFrames: (() => void) | null;
}

/** Where an object lies that has no address yet. */
export type Container =
  | { readonly kind: 'global'; readonly index: number }
  | {
      readonly kind: 'part';
      readonly container: object;
      readonly layout: Layout;
      /** In bytes from the start of the container. */
      readonly offset: number;
    };

/** Values looked at in one search, and in all searches of a run. */
const maxSteps = 100_000;
const maxStepsOfRun = 3_000_000;

/** What an object is a part of; null for an object of its own, or if nothing was found in time. */
export function containerOf(host: AddressHost, object: object): Container | null {
  const { globals, addresses } = host.state;
  const index = globals.indexOf(object);
  if (index >= 0) return { kind: 'global', index };
  const mayBePart = object instanceof StructObject || Array.isArray(object) || isTyped(object);
  if (!mayBePart || host.needFrames === null || addresses.searched >= maxStepsOfRun) return null;
  host.needFrames();
  const search = new Search(host, object);
  const found = search.run();
  addresses.searched += search.steps;
  return found;
}

function isTyped(object: object): boolean {
  return ArrayBuffer.isView(object);
}

/** A struct or array to be looked through, as a part of the variable that is allocated. */
interface Aggregate {
  readonly value: object;
  readonly type: number;
  /** Elements of `type`, where the value is the array of slices. */
  readonly isBacking: boolean;
  readonly container: object;
  readonly layout: Layout;
  readonly offset: number;
}

class Search {
  steps = 0;
  private readonly host: AddressHost;
  private readonly target: object;
  private readonly seen = new Set<object>();
  private readonly work: Aggregate[] = [];
  private found: Container | null = null;

  constructor(host: AddressHost, target: object) {
    this.host = host;
    this.target = target;
  }

  run(): Container | null {
    for (const root of this.roots()) {
      root();
      for (let next = this.work.pop(); next !== undefined; next = this.work.pop()) {
        this.open(next);
        if (this.found !== null || this.steps > maxSteps) return this.found;
      }
    }
    return null;
  }

  /** Variables of the goroutines, those that began last first, and of packages. */
  private *roots(): Iterable<() => void> {
    const { state, program } = this.host;
    for (const goroutine of state.living().toReversed()) {
      for (let frame = goroutine.frame; frame !== null; frame = frame.caller) {
        const { locals } = frame.func;
        const values = locals.map((_, index) => frame?.[`r${index}`]);
        yield () => this.variables(locals, values);
      }
    }
    for (const [index, { type }] of program.globals.entries()) {
      yield () => this.variable(state.globals[index], type);
    }
  }

  private variables(
    locals: readonly { readonly type: number }[],
    values: readonly unknown[],
  ): void {
    for (const [index, value] of values.entries()) {
      const type = locals[index]?.type;
      if (type !== undefined) this.variable(value, type);
    }
  }

  private variable(held: unknown, type: number): void {
    this.value(held instanceof Cell && !this.isPointer(type) ? held.v : held, type);
    // A pointer and a variable of pointer type are both cells: the inside tells.
    if (held instanceof Cell && this.isPointer(type)) this.value(held.v, type);
  }

  private isPointer(type: number): boolean {
    return this.host.type(type).kind === 'pointer';
  }

  /** A value that is no part of an aggregate, or refers out of it. */
  private value(value: unknown, id: number): void {
    this.steps++;
    if (typeof value !== 'object' || value === null) return;
    const type = this.host.type(id);
    switch (type.kind) {
      case 'struct':
      case 'array':
        this.whole(value, id);
        return;
      case 'pointer':
        this.pointee(value, type.elem);
        return;
      case 'slice':
        if (value instanceof Slice && value.array !== null) this.backing(value.array, type.elem);
        return;
      case 'map':
        if (!(value instanceof GoMap) || !this.isNew(value)) return;
        for (const [key, element] of value.entries()) {
          this.value(key, type.key);
          this.value(element, type.elem);
        }
        return;
      case 'chan':
        if (!(value instanceof Channel) || !this.isNew(value)) return;
        for (const element of value.values()) this.value(element, type.elem);
        return;
      case 'interface':
        if (value instanceof Box) this.value(value.value, value.type);
        return;
      case 'func':
        if (!(value instanceof Closure) || !this.isNew(value)) return;
        this.variables(this.host.program.funcs[value.func]?.locals ?? [], value.captures);
        return;
      default:
    }
  }

  private pointee(pointer: object, elem: number): void {
    if (pointer instanceof FieldPointer) this.whole(pointer.object, structType(pointer.object));
    else if (pointer instanceof ElementPointer) this.backing(pointer.array, elem);
    else if (!(pointer instanceof Cell)) this.value(pointer, elem);
    else if (this.isNew(pointer)) this.value(pointer.v, elem);
  }

  private isNew(object: object): boolean {
    if (this.seen.has(object)) return false;
    this.seen.add(object);
    return true;
  }

  private whole(value: object, id: number): void {
    const part = partOf(value);
    const type = this.host.type(id);
    if (part !== null && type.kind === 'array') this.backing(part.array, type.elem);
    else {
      const layout = this.host.support.types.layout(id);
      this.push({ value, type: id, isBacking: false, container: value, layout, offset: 0 });
    }
  }

  private backing(array: GoArray, type: number): void {
    const elem = this.host.support.types.layout(type);
    const layout = { ...elem, size: elem.size * array.length };
    this.push({ value: array, type, isBacking: true, container: array, layout, offset: 0 });
  }

  private push(aggregate: Aggregate): void {
    if (this.isNew(aggregate.value)) this.work.push(aggregate);
  }

  private open(aggregate: Aggregate): void {
    const { types } = this.host.support;
    const { value, type: id } = aggregate;
    const type = this.host.type(id);
    if (!aggregate.isBacking && type.kind === 'struct') {
      if (!(value instanceof StructObject)) return;
      for (const [index, field] of type.fields.entries()) {
        this.part(aggregate, value[`f${index}`], field.type, types.offset(id, index));
      }
      return;
    }
    const elem = aggregate.isBacking ? id : type.kind === 'array' ? type.elem : null;
    if (elem === null || !Array.isArray(value)) return;
    const { size } = types.layout(elem);
    for (const [index, element] of value.entries()) {
      if (typeof element !== 'object' || this.found !== null || this.steps > maxSteps) return;
      this.part(aggregate, element, elem, index * size);
    }
  }

  /** A field or element at an offset inside an aggregate. */
  private part(of: Aggregate, value: unknown, id: number, inside: number): void {
    const { kind } = this.host.type(id);
    if ((kind !== 'struct' && kind !== 'array') || typeof value !== 'object' || value === null) {
      this.value(value, id);
      return;
    }
    this.steps++;
    const { container, layout } = of;
    const offset = of.offset + inside;
    if (value === this.target) this.found = { kind: 'part', container, layout, offset };
    this.push({ value, type: id, isBacking: false, container, layout, offset });
  }
}
