// Formatting's view of the machine: types and insides of values, and calls of the user's methods
// as calls into Go (machine/native.ts).

import { assert } from '../../base/assert.ts';
import type { RuntimeType, StructRuntimeType } from '../../go/ir/runtime-type.ts';
import { GoMap } from '../../machine/go-map.ts';
import type { NativeContext } from '../../machine/native.ts';
import { Box, type Closure, Complex, Slice } from '../../machine/value.ts';
import { type Content, inPlace } from '../reflect/contents.ts';
import type {
  BoxedValue,
  FormatHost,
  FormatterFlags,
  MethodOutcome,
  ReflectedValue,
} from './format-host.ts';
import { GoLayouts, LaidOut, LaidPointer, type LaidStruct } from './go-layouts.ts';

export class MachineHost implements FormatHost {
  private readonly context: NativeContext;
  private readonly formatCall: Closure | null;
  private readonly layouts = new GoLayouts((id) => this.context.type(id));

  constructor(context: NativeContext, formatCall: Closure | null) {
    this.context = context;
    this.formatCall = formatCall;
  }

  type(id: number): RuntimeType {
    return id < 0 ? this.layouts.type(id) : this.context.type(id);
  }

  layout(struct: unknown, type: StructRuntimeType): LaidStruct | null {
    return this.layouts.of(struct, type);
  }

  field(struct: unknown, index: number): unknown {
    if (struct instanceof LaidOut) return struct.values[index];
    return (struct as Record<string, unknown>)[`f${index}`];
  }

  elements(value: unknown): readonly unknown[] {
    if (!(value instanceof Slice)) return Array.from(value as ArrayLike<unknown>);
    if (value.array === null) return [];
    const { array, offset, length } = value;
    return Array.from({ length }, (_, index) => array[offset + index]);
  }

  isNilSlice(value: unknown): boolean {
    if (Array.isArray(value)) return value.length === 0;
    return value instanceof Slice && value.array === null;
  }

  bytes(value: unknown): string {
    let text = '';
    for (const byte of this.elements(value)) text += String.fromCharCode(Number(byte));
    return text;
  }

  entries(map: unknown): readonly (readonly [unknown, unknown])[] {
    return map instanceof GoMap ? map.entries() : [];
  }

  complex(value: unknown): { readonly re: number; readonly im: number } {
    assert(value instanceof Complex, 'a complex number');
    return value;
  }

  address(value: unknown, type: number): number {
    if (value instanceof LaidPointer) {
      return value.value === null ? 0 : this.context.address(value.value, value.type);
    }
    return this.context.address(value, type);
  }

  unbox(value: unknown): BoxedValue | null {
    return value instanceof Box ? value : null;
  }

  pointee(pointer: unknown, elem: RuntimeType): unknown {
    if (elem.kind === 'struct' || elem.kind === 'array') return pointer;
    return (pointer as { readonly v: unknown }).v;
  }

  reflected(value: unknown): ReflectedValue | null {
    // reflect.Value {typ, content, flag}: see its Go source.
    const { f0, f1, f2 } = value as { f0: { f0: number } | null; f1: Content; f2: number };
    if (f0 === null) return null;
    const type = f0.f0;
    const hidden = (f2 & 6) !== 0;
    if ((f2 & 8) !== 0) return this.boundMethod(type, f2 >> 8, f1);
    if ((f2 & 1) !== 0) return { type, value: inPlace(this.context, type, f1?.value), hidden };
    const isInterface = this.type(type).kind === 'interface';
    return { type, value: isInterface ? f1 : f1?.value, hidden };
  }

  /** A method of a value, as a function: it prints as an address. */
  private boundMethod(type: number, index: number, receiver: Content): ReflectedValue | null {
    const described = this.type(type);
    const methods =
      described.kind === 'interface'
        ? described.interfaceMethods
        : described.methods.filter(({ packagePath }) => packagePath === '');
    const method = methods[index];
    if (method === undefined || receiver === null) return null;
    const value = this.context.method(receiver.type, method.name);
    return { type: method.type, value, hidden: true };
  }

  callText(value: BoxedValue, name: string): MethodOutcome {
    const method = this.context.method(value.type, name);
    assert(method !== null, `a method ${name}`);
    return this.outcome(method, [value.value]);
  }

  callFormatter(value: BoxedValue, flags: FormatterFlags, verb: string): MethodOutcome {
    const box = new Box(value.type, value.value);
    const rune = verb.codePointAt(0) ?? 0;
    const { width, precision } = flags;
    return this.outcome(this.formatCall, [box, width, precision, flags.flags, rune]);
  }

  private outcome(closure: Closure | null, args: readonly unknown[]): MethodOutcome {
    const outcome = this.context.tryCall(closure, args);
    if (outcome.kind === 'panic') return outcome;
    return { kind: 'text', text: String(outcome.results[0]) };
  }
}
