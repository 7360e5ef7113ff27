// Natives of package fmt: formatting, with calls back into Go for the methods of operands.

import type { NativeContext } from '../machine/native.ts';
import { Box, type Closure, Slice } from '../machine/value.ts';
import { MachineHost } from './fmt/machine-host.ts';
import { sprint, sprintf, sprintln } from './fmt/printf.ts';

function operandsOf(slice: Slice): (Box | null)[] {
  const operands: (Box | null)[] = [];
  for (let i = 0; i < slice.length; i++) {
    const operand = slice.array?.[slice.offset + i];
    operands.push(operand instanceof Box ? operand : null);
  }
  return operands;
}

/** What Scan can store into: the kind of the variable and its width in bits. */
function pointee(context: NativeContext, target: Box | null): [kind: string, bits: number] {
  if (target === null) return ['', 0];
  const pointer = context.type(target.type);
  if (pointer.kind !== 'pointer') return ['', 0];
  const type = context.type(pointer.elem);
  if (type.kind === 'slice' && context.type(type.elem).kind === 'uint8') return ['bytes', 0];
  const match = /^(int|uint|float|complex|uintptr)(\d*)$/.exec(type.kind);
  if (match === null) return [type.kind, 0];
  const [, kind = '', bits = ''] = match;
  return [kind === 'uintptr' ? 'uint' : kind, bits === '' ? 64 : Number(bits)];
}

function store(context: NativeContext, target: Box | null, value: Box | null): void {
  if (target === null || target.value === null) context.runtimePanic(NIL_DEREFERENCE);
  const variable = target.value as { v: unknown };
  const pointer = context.type(target.type);
  const kind = pointer.kind === 'pointer' ? context.type(pointer.elem).kind : '';
  const stored = value === null ? null : value.value;
  variable.v = kind === 'float32' ? Math.fround(stored as number) : stored;
}

const NIL_DEREFERENCE = 'invalid memory address or nil pointer dereference';

export const fmtNatives = {
  'fmt.pointee': pointee,
  'fmt.store': store,

  'fmt.sprint': (context: NativeContext, call: Closure | null, operands: Slice): string =>
    sprint(new MachineHost(context, call), operandsOf(operands)),

  'fmt.sprintln': (context: NativeContext, call: Closure | null, operands: Slice): string =>
    sprintln(new MachineHost(context, call), operandsOf(operands)),

  'fmt.sprintf': (
    context: NativeContext,
    call: Closure | null,
    format: string,
    operands: Slice,
  ): string => sprintf(new MachineHost(context, call), format, operandsOf(operands)).text,

  'fmt.sprintfWrapped': (
    context: NativeContext,
    call: Closure | null,
    format: string,
    operands: Slice,
  ): [string, Slice] => {
    const host = new MachineHost(context, call);
    const { text, wrapped } = sprintf(host, format, operandsOf(operands), true);
    const indices = [...wrapped];
    return [text, new Slice(indices, 0, indices.length, indices.length)];
  },
};
