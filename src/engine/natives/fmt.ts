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

export const fmtNatives = {
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
