// What Go prints for a panic value (runtime/error.go printpanicval, printanycustomtype), and what the
// builtins print and println print. Errors and Stringers are asked for their text by the machine
// before; here they count only where no method is needed.

import { quickAddressOf } from './addresses.ts';
import { floatText } from './describe.ts';
import type { Runtime } from './runtime.ts';
import type { Box, Complex } from './value.ts';

/** The text of a value without calling methods; null for an error or Stringer of the user's. */
export function panicText(runtime: Runtime, box: Box | null): string | null {
  if (box === null) return 'nil';
  const type = runtime.type(box.type);
  const known = runtimeErrorText(type.string, box.value);
  if (known !== null) return known;
  if (runtime.support.methodOrNull(box.type, 'Error', '') !== null) return null;
  if (runtime.support.methodOrNull(box.type, 'String', '') !== null) return null;
  return plainPanicText(runtime, box);
}

/** The text of the runtime's own errors. */
function runtimeErrorText(type: string, value: unknown): string | null {
  switch (type) {
    case 'runtime.errorString':
      return `runtime error: ${String(value)}`;
    case 'runtime.plainError':
      return String(value);
    case 'runtime.boundsError':
      return `runtime error: ${String((value as { readonly f0: unknown }).f0)}`;
    case '*runtime.TypeAssertionError':
      return String((value as { readonly f0: unknown }).f0);
    case '*runtime.PanicNilError':
      return 'runtime error: panic called with nil argument';
    default:
      return null;
  }
}

/** The text of a value that is neither error nor Stringer. */
export function plainPanicText(runtime: Runtime, box: Box): string {
  const type = runtime.type(box.type);
  const isPredeclared = type.string === type.kind;
  if (type.kind === 'string') {
    const text = indented(String(box.value));
    return isPredeclared ? text : `${type.string}("${text}")`;
  }
  const scalar = scalarText(type.kind, box.value);
  if (scalar === null) {
    return `(${type.string}) ${hexText(quickAddressOf(runtime, box.value, box.type))}`;
  }
  if (isPredeclared) return scalar;
  // Complex numbers bring their own parentheses.
  return type.kind.startsWith('complex') ? `${type.string}${scalar}` : `${type.string}(${scalar})`;
}

/** Newlines are followed by a tab, so that the text cannot be taken for a trace. */
export function indented(text: string): string {
  return text.replaceAll('\n', '\n\t');
}

/** Numbers and bools as print prints them; null for everything else. */
export function scalarText(kind: string, value: unknown): string | null {
  switch (kind) {
    case 'float32':
    case 'float64':
      return floatText(value as number, kind === 'float32');
    case 'complex64':
    case 'complex128': {
      const { re, im } = value as Complex;
      const isSingle = kind === 'complex64';
      const imaginary = floatText(im, isSingle);
      const sign = /^[+-]/.test(imaginary) ? '' : '+';
      return `(${floatText(re, isSingle)}${sign}${imaginary}i)`;
    }
    default:
      return ['number', 'bigint', 'boolean'].includes(typeof value) ? String(value) : null;
  }
}

/** An address as print shows it. */
export function hexText(address: number): string {
  return `0x${address.toString(16)}`;
}
