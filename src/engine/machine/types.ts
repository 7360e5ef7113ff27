// What the machine looks up by type: operations, struct classes, methods, layout. One per program;
// filled on first use, it holds no state of a run.

import { decodeUtf8, encodeUtf8 } from '../base/utf8.ts';
import type { Program } from '../go/ir/program.ts';
import type { RuntimeType } from '../go/ir/runtime-type.ts';
import type { StructObject } from './heap-object.ts';

/** A generated struct class. */
export interface StructClass {
  new (...fields: unknown[]): StructValue;
  zero(): StructValue;
  readonly prototype: StructValue;
}

/** What every generated struct object can do. */
export interface StructValue extends StructObject {
  copy(): StructValue;
  assign(from: StructValue): void;
  equal(to: StructValue): boolean;
}

/** Methods of one name, by dynamic type. */
export interface MethodTable {
  /** The function of the method of a type that has it. */
  find(type: number): number;
}

/** Size and alignment in bytes as on amd64, and whether the garbage collector sees pointers. */
export interface Layout {
  readonly size: number;
  readonly align: number;
  readonly hasPointers: boolean;
}

/** The type of a struct object, which its class knows. */
export function structType(object: StructObject): number {
  return (object.constructor as unknown as { readonly type: number }).type;
}

const scalarSizes: Readonly<Record<string, number>> = {
  bool: 1,
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  complex128: 16,
};

export class TypeTable {
  readonly program: Program;
  private readonly layouts: (Layout | undefined)[] = [];
  private readonly implemented = new Map<string, string | null>();
  private readonly texts: (string | undefined)[] = [];

  constructor(program: Program) {
    this.program = program;
  }

  type(id: number): RuntimeType {
    const type = this.program.types[id];
    if (type === undefined) throw new Error(`Broken invariant: no type ${id}`);
    return type;
  }

  /** The type as people read it; its `string` is in Go's bytes. */
  text(id: number): string {
    let text = this.texts[id];
    if (text === undefined) {
      text = decodeUtf8(this.type(id).string);
      this.texts[id] = text;
    }
    return text;
  }

  layout(id: number): Layout {
    let layout = this.layouts[id];
    if (layout === undefined) {
      layout = this.computeLayout(this.type(id));
      this.layouts[id] = layout;
    }
    return layout;
  }

  /** The offset of a field in bytes. */
  offset(struct: number, field: number): number {
    const type = this.type(struct);
    let offset = 0;
    if (type.kind !== 'struct') return offset;
    for (const [index, { type: part }] of type.fields.entries()) {
      const { size, align } = this.layout(part);
      offset = Math.ceil(offset / align) * align;
      if (index === field) break;
      offset += size;
    }
    return offset;
  }

  /** Name of a method of interface `target` that `type` lacks; null when it implements it. */
  missingMethod(type: number, target: number): string | null {
    const key = `${type} ${target}`;
    let missing = this.implemented.get(key);
    if (missing === undefined) {
      missing = this.computeMissing(this.type(type), this.type(target));
      this.implemented.set(key, missing);
    }
    return missing;
  }

  private computeMissing(type: RuntimeType, target: RuntimeType): string | null {
    if (target.kind !== 'interface') return null;
    for (const wanted of target.interfaceMethods) {
      const has = type.methods.some(
        (method) =>
          method.name === wanted.name &&
          method.packagePath === wanted.packagePath &&
          method.type === wanted.type,
      );
      if (!has) return encodeUtf8(wanted.name);
    }
    return null;
  }

  private computeLayout(type: RuntimeType): Layout {
    switch (type.kind) {
      case 'struct': {
        let [size, align, hasPointers] = [0, 1, false];
        for (const field of type.fields) {
          const part = this.layout(field.type);
          size = Math.ceil(size / part.align) * part.align + part.size;
          align = Math.max(align, part.align);
          hasPointers ||= part.hasPointers;
          // A pointer past the struct must not be made by taking the address of an empty last field.
          if (field === type.fields.at(-1) && part.size === 0 && size > 0) size++;
        }
        return { size: Math.ceil(size / align) * align, align, hasPointers };
      }
      case 'array': {
        const elem = this.layout(type.elem);
        return { ...elem, size: elem.size * type.length };
      }
      case 'string':
      case 'interface':
        return { size: 16, align: 8, hasPointers: true };
      case 'slice':
        return { size: 24, align: 8, hasPointers: true };
      default: {
        const size = scalarSizes[type.kind] ?? 8;
        const pointers = ['pointer', 'unsafePointer', 'func', 'map', 'chan'];
        const align = type.kind === 'complex64' ? 4 : Math.min(size, 8);
        return { size, align, hasPointers: pointers.includes(type.kind) };
      }
    }
  }
}
