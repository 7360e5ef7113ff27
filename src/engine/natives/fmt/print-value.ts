// Printing any Go value under a verb, as fmt/print.go does: methods first (Formatter, GoStringer,
// error, Stringer), then by kind, into nested values. Invariant: no output of a value depends on
// anything but the value, the flags and what its own methods return.

import { assert } from '../../base/assert.ts';
import type { RuntimeType } from '../../go/ir/runtime-type.ts';
import type { FloatFormat } from '../text/format-float.ts';
import {
  formatBoolean,
  formatFloating,
  formatHexadecimal,
  formatHexBytes,
  formatInteger,
  formatQuoted,
  formatQuotedRune,
  formatRune,
  formatString,
  formatUnicode,
  type Integer,
} from './format-basic.ts';
import type { BoxedValue, FormatHost, MethodOutcome } from './format-host.ts';
import { FormatState } from './format-state.ts';
import { compareKeys } from './map-order.ts';

export class Printer {
  readonly state = new FormatState();
  readonly host: FormatHost;
  /** Set while printing a %! note, so that its own value prints without methods. */
  erroring = false;
  /** Errorf: %w is allowed and names the operands to wrap. */
  wraps = false;
  readonly wrapped: number[] = [];

  constructor(host: FormatHost) {
    this.host = host;
  }

  /** Prints one operand; null is a nil interface. */
  printOperand(operand: BoxedValue | null, verb: string): void {
    if (operand === null) {
      if (verb === 'T' || verb === 'v') this.state.pad('<nil>');
      else this.badVerb(verb, null);
      return;
    }
    const type = this.host.type(operand.type);
    if (verb === 'T') {
      formatString(this.state, type.string);
      return;
    }
    if (verb === 'p') {
      this.printPointer(operand.value, type, 'p');
      return;
    }
    if (type.string === 'reflect.Value' && type.packagePath === 'reflect') {
      this.printReflected(operand.value, verb);
      return;
    }
    if (type.methods.length > 0 && this.handleMethods(operand, type, verb)) return;
    // A []byte is printed byte by byte under a verb that does not suit it.
    if (verb === 'w' && type.string !== '[]uint8') {
      this.badVerb(verb, operand);
      return;
    }
    // An operand of type []byte is named so, all others by their element's kind (fmtBytes).
    if (type.string === '[]uint8' && this.state.sharpV) {
      this.printSharpSequence(operand.value, type, verb, 0, '[]byte');
      return;
    }
    this.printValue(operand.value, type, verb, 0);
  }

  /** An operand of type reflect.Value prints as what it stands for. */
  private printReflected(value: unknown, verb: string): void {
    const reflected = this.host.reflected(value);
    if (reflected === null) {
      this.state.write('<invalid reflect.Value>');
      return;
    }
    const type = this.host.type(reflected.type);
    const dynamic = type.kind === 'interface' ? this.host.unbox(reflected.value) : reflected;
    if (!reflected.hidden && dynamic !== null) {
      const dynamicType = this.host.type(dynamic.type);
      if (dynamicType.methods.length > 0 && this.handleMethods(dynamic, dynamicType, verb)) return;
    }
    this.printValue(reflected.value, type, verb, 0);
  }

  /** `%!verb(type=value)` */
  badVerb(verb: string, operand: BoxedValue | null): void {
    this.erroring = true;
    this.state.write(`%!${verb}(`);
    if (operand === null) {
      this.state.write('<nil>');
    } else {
      this.state.write(`${this.host.type(operand.type).string}=`);
      this.printOperand(operand, 'v');
    }
    this.state.write(')');
    this.erroring = false;
  }

  /** True when a method of the operand has done the printing. */
  private handleMethods(operand: BoxedValue, type: RuntimeType, verb: string): boolean {
    if (this.erroring) return false;
    const isError = this.hasTextMethod(type, 'Error');
    if (verb === 'w' && (!this.wraps || !isError)) {
      this.badVerb(verb, operand);
      return true;
    }
    const shown = verb === 'w' ? 'v' : verb;
    if (this.hasFormatter(type)) {
      const outcome = this.host.callFormatter(operand, this.formatterFlags(), shown);
      this.finishMethod(outcome, operand, type, shown, 'Format', (text) => this.state.write(text));
      return true;
    }
    if (this.state.sharpV) {
      if (!this.hasTextMethod(type, 'GoString')) return false;
      this.printMethod(operand, type, shown, 'GoString');
      return true;
    }
    if (!'vsxXq'.includes(shown)) return false;
    if (isError) this.printMethod(operand, type, shown, 'Error');
    else if (this.hasTextMethod(type, 'String')) this.printMethod(operand, type, shown, 'String');
    else return false;
    return true;
  }

  private printMethod(
    operand: BoxedValue,
    type: RuntimeType,
    verb: string,
    name: 'Error' | 'String' | 'GoString',
  ): void {
    const outcome = this.host.callText(operand, name);
    this.finishMethod(outcome, operand, type, verb, name, (text) => {
      if (name === 'GoString') formatString(this.state, text);
      else this.printString(text, verb, { type: operand.type, value: operand.value });
    });
  }

  /** Prints what a method gave; a panic becomes `%!v(PANIC=String method: …)`, as in catchPanic. */
  private finishMethod(
    outcome: MethodOutcome,
    operand: BoxedValue,
    type: RuntimeType,
    verb: string,
    name: string,
    print: (text: string) => void,
  ): void {
    if (outcome.kind === 'text') {
      print(outcome.text);
      return;
    }
    if (type.kind === 'pointer' && operand.value === null) {
      this.state.write('<nil>');
      return;
    }
    const { state } = this;
    const saved = { ...state };
    state.clearFlags();
    state.write(`%!${verb}(PANIC=${name} method: `);
    this.printOperand(outcome.value, 'v');
    state.write(')');
    const { output } = state;
    Object.assign(state, saved, { output });
  }

  private formatterFlags(): { width: number; precision: number; flags: string } {
    const { state } = this;
    const flags =
      (state.plus || state.plusV ? '+' : '') +
      (state.minus ? '-' : '') +
      (state.sharp || state.sharpV ? '#' : '') +
      (state.space ? ' ' : '') +
      (state.zero ? '0' : '');
    return {
      width: state.hasWidth ? state.width : -1,
      precision: state.hasPrecision ? state.precision : -1,
      flags,
    };
  }

  private hasTextMethod(type: RuntimeType, name: string): boolean {
    const method = type.methods.find((m) => m.name === name && m.packagePath === '');
    if (method === undefined) return false;
    const signature = this.host.type(method.type);
    return signature.kind === 'func' && signature.string === 'func() string';
  }

  private hasFormatter(type: RuntimeType): boolean {
    const method = type.methods.find((m) => m.name === 'Format' && m.packagePath === '');
    if (method === undefined) return false;
    const signature = this.host.type(method.type);
    return signature.kind === 'func' && signature.string === 'func(fmt.State, int32)';
  }

  /** Prints by kind. `depth` 0 is the operand itself, which had its methods tried already. */
  printValue(value: unknown, type: RuntimeType, verb: string, depth: number): void {
    if (depth > 0 && type.methods.length > 0 && type.kind !== 'interface') {
      if (this.handleMethods({ type: type.id, value }, type, verb)) return;
    }
    switch (type.kind) {
      case 'bool':
        if (verb === 't' || verb === 'v') formatBoolean(this.state, value as boolean);
        else this.badVerb(verb, { type: type.id, value });
        return;
      case 'float32':
        this.printFloat(value as number, 32, verb, { type: type.id, value });
        return;
      case 'float64':
        this.printFloat(value as number, 64, verb, { type: type.id, value });
        return;
      case 'complex64':
        this.printComplex(value, 32, verb, type);
        return;
      case 'complex128':
        this.printComplex(value, 64, verb, type);
        return;
      case 'string':
        this.printString(value as string, verb, { type: type.id, value });
        return;
      case 'map':
        this.printMap(value, type, verb, depth);
        return;
      case 'struct':
        this.printStruct(value, type, verb, depth);
        return;
      case 'interface':
        this.printInterface(value, type, verb, depth);
        return;
      case 'array':
      case 'slice':
        this.printSequence(value, type, verb, depth);
        return;
      case 'pointer':
        if (depth === 0 && value !== null && this.printPointee(value, type, verb)) return;
        this.printPointer(value, type, verb);
        return;
      case 'chan':
      case 'func':
      case 'unsafePointer':
        this.printPointer(value, type, verb);
        return;
      default:
        this.printInteger(value as Integer, type.kind, verb, { type: type.id, value });
    }
  }

  private printInteger(value: Integer, kind: string, verb: string, operand: BoxedValue): void {
    const { state } = this;
    const unsigned = kind.startsWith('u');
    if (verb === 'v' && state.sharpV && unsigned) formatHexadecimal(state, value, true);
    else if (verb === 'v' || verb === 'd') formatInteger(state, value, 10);
    else if (verb === 'b') formatInteger(state, value, 2);
    else if (verb === 'o') formatInteger(state, value, 8);
    else if (verb === 'O') formatInteger(state, value, 8, { prefixO: true });
    else if (verb === 'x') formatInteger(state, value, 16);
    else if (verb === 'X') formatInteger(state, value, 16, { upper: true });
    else if (verb === 'c') formatRune(state, value);
    else if (verb === 'q') formatQuotedRune(state, value);
    else if (verb === 'U') formatUnicode(state, value);
    else this.badVerb(verb, operand);
  }

  private printFloat(value: number, bits: 32 | 64, verb: string, operand: BoxedValue): void {
    if (verb === 'v') formatFloating(this.state, value, bits, 'g', -1);
    else if ('bgGxX'.includes(verb)) {
      formatFloating(this.state, value, bits, verb as FloatFormat, -1);
    } else if ('feE'.includes(verb)) {
      formatFloating(this.state, value, bits, verb as FloatFormat, 6);
    } else if (verb === 'F') formatFloating(this.state, value, bits, 'f', 6);
    else this.badVerb(verb, operand);
  }

  private printComplex(value: unknown, bits: 32 | 64, verb: string, type: RuntimeType): void {
    if (!'vbgGxXfFeE'.includes(verb)) {
      this.badVerb(verb, { type: type.id, value });
      return;
    }
    const { re, im } = this.host.complex(value);
    const operand = { type: type.id, value };
    const { plus } = this.state;
    this.state.write('(');
    this.printFloat(re, bits, verb, operand);
    this.state.plus = true;
    this.printFloat(im, bits, verb, operand);
    this.state.write('i)');
    this.state.plus = plus;
  }

  private printString(text: string, verb: string, operand: BoxedValue): void {
    const { state } = this;
    if (verb === 'v' && state.sharpV) formatQuoted(state, text);
    else if (verb === 'v' || verb === 's') formatString(state, text);
    else if (verb === 'x') formatHexBytes(state, text, false);
    else if (verb === 'X') formatHexBytes(state, text, true);
    else if (verb === 'q') formatQuoted(state, text);
    else this.badVerb(verb, operand);
  }

  private printMap(
    value: unknown,
    type: Extract<RuntimeType, { kind: 'map' }>,
    verb: string,
    depth: number,
  ): void {
    const { state, host } = this;
    if (state.sharpV) {
      state.write(type.string);
      if (value === null) {
        state.write('(nil)');
        return;
      }
      state.write('{');
    } else {
      state.write('map[');
    }
    const keyType = host.type(type.key);
    const elemType = host.type(type.elem);
    const entries = [...host.entries(value)];
    entries.sort((a, b) => compareKeys(host, keyType, a[0], b[0]));
    for (const [index, [key, elem]] of entries.entries()) {
      if (index > 0) state.write(state.sharpV ? ', ' : ' ');
      this.printValue(key, keyType, verb, depth + 1);
      state.write(':');
      this.printValue(elem, elemType, verb, depth + 1);
    }
    state.write(state.sharpV ? '}' : ']');
  }

  private printStruct(
    given: unknown,
    ours: Extract<RuntimeType, { kind: 'struct' }>,
    verb: string,
    depth: number,
  ): void {
    const { state, host } = this;
    const { value, type } = host.layout(given, ours) ?? { value: given, type: ours };
    if (state.sharpV) state.write(type.string);
    state.write('{');
    for (const [index, field] of type.fields.entries()) {
      if (index > 0) state.write(state.sharpV ? ', ' : ' ');
      if (state.plusV || state.sharpV) state.write(`${field.name}:`);
      this.printField(host.field(value, index), host.type(field.type), verb, depth, field.exported);
    }
    state.write('}');
  }

  /** Methods of values in unexported fields are not called, as reflection may not use them. */
  private printField(
    value: unknown,
    type: RuntimeType,
    verb: string,
    depth: number,
    exported: boolean,
  ): void {
    const dynamic = type.kind === 'interface' ? this.host.unbox(value) : null;
    const shown = dynamic === null ? value : dynamic.value;
    const shownType = dynamic === null ? type : this.host.type(dynamic.type);
    if (exported) {
      this.printValue(shown, shownType, verb, depth + 1);
      return;
    }
    const { erroring } = this;
    this.erroring = true;
    this.printValue(shown, shownType, verb, depth + 1);
    this.erroring = erroring;
  }

  private printInterface(value: unknown, type: RuntimeType, verb: string, depth: number): void {
    const dynamic = this.host.unbox(value);
    if (dynamic !== null) {
      this.printValue(dynamic.value, this.host.type(dynamic.type), verb, depth + 1);
    } else if (this.state.sharpV) {
      this.state.write(`${type.string}(nil)`);
    } else {
      this.state.write('<nil>');
    }
  }

  private printSequence(
    value: unknown,
    type: Extract<RuntimeType, { kind: 'array' | 'slice' }>,
    verb: string,
    depth: number,
  ): void {
    const { state, host } = this;
    const elem = host.type(type.elem);
    if ('sqxX'.includes(verb) && elem.kind === 'uint8') {
      this.printString(host.bytes(value), verb, { type: type.id, value });
      return;
    }
    if (state.sharpV) {
      this.printSharpSequence(value, type, verb, depth, type.string);
      return;
    }
    state.write('[');
    for (const [index, element] of host.elements(value).entries()) {
      if (index > 0) state.write(' ');
      this.printValue(element, elem, verb, depth + 1);
    }
    state.write(']');
  }

  /** In Go's syntax, under a name of the type. */
  private printSharpSequence(
    value: unknown,
    type: RuntimeType,
    verb: string,
    depth: number,
    name: string,
  ): void {
    const { state, host } = this;
    assert(type.kind === 'array' || type.kind === 'slice', 'a sequence');
    state.write(name);
    if (type.kind === 'slice' && host.isNilSlice(value)) {
      state.write('(nil)');
      return;
    }
    const elem = host.type(type.elem);
    state.write('{');
    for (const [index, element] of host.elements(value).entries()) {
      if (index > 0) state.write(', ');
      this.printValue(element, elem, verb, depth + 1);
    }
    state.write('}');
  }

  /** &{…} for a pointer to a composite; false if it is to be printed as an address. */
  private printPointee(value: unknown, type: RuntimeType, verb: string): boolean {
    assert(type.kind === 'pointer', 'a pointer type');
    const elem = this.host.type(type.elem);
    if (!['array', 'slice', 'struct', 'map'].includes(elem.kind)) return false;
    this.state.write('&');
    this.printValue(this.host.pointee(value, elem), elem, verb, 1);
    return true;
  }

  private printPointer(value: unknown, type: RuntimeType, verb: string): void {
    const { state } = this;
    const pointerKinds = ['pointer', 'chan', 'func', 'map', 'slice', 'unsafePointer'];
    if (!pointerKinds.includes(type.kind)) {
      this.badVerb(verb, { type: type.id, value });
      return;
    }
    const address = this.host.address(value, type.id);
    if (verb === 'v') {
      if (state.sharpV) {
        state.write(`(${type.string})(`);
        if (address === 0) state.write('nil');
        else formatHexadecimal(state, address, true);
        state.write(')');
      } else if (address === 0) {
        state.pad('<nil>');
      } else {
        formatHexadecimal(state, address, !state.sharp);
      }
    } else if (verb === 'p') {
      formatHexadecimal(state, address, !state.sharp);
    } else if ('bodxX'.includes(verb)) {
      this.printInteger(address, 'uintptr', verb, { type: type.id, value });
    } else {
      this.badVerb(verb, { type: type.id, value });
    }
  }
}
