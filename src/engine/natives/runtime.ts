// Package runtime, and what lowering uses of it: print and println, range-over-func checks.

import { canonical, type Wide } from '../machine/arithmetic.ts';
import { plainErrorPanic } from '../machine/go-panic.ts';
import type { NativeContext, Suspended } from '../machine/native.ts';
import { hexText, scalarText } from '../machine/panic-text.ts';
import { entryOfPlace } from '../machine/stack.ts';
import { Box, Slice } from '../machine/value.ts';

/** Where the descriptions of types are in a small program on amd64, and how far apart. */
const typesStart = 0x48a000;
const typeSize = 64;

const rangeErrors: readonly string[] = [
  'range function continued iteration after function for loop body returned false',
  'range function continued iteration after loop body panic',
  'range function continued iteration after whole loop exit',
  'range function recovered a loop body panic and did not resume panicking',
];

/** runtime/rangefunc: states 0 done, 2 panic, 3 exhausted, 4 missing panic (abi.RF_State). */
const rangeErrorOfState: Readonly<Record<number, string | undefined>> = {
  0: rangeErrors[0],
  2: rangeErrors[1],
  3: rangeErrors[2],
  4: rangeErrors[3],
};

function operandTexts(context: NativeContext, operands: Slice): string[] {
  const texts: string[] = [];
  for (let i = 0; i < operands.length; i++) {
    const operand: unknown = operands.array?.[operands.offset + i];
    texts.push(operand instanceof Box ? operandText(context, operand) : 'nil');
  }
  return texts;
}

/** One operand as print writes it: strings as bytes, references as addresses. */
function operandText(context: NativeContext, operand: Box): string {
  const { kind } = context.type(operand.type);
  if (kind === 'string') return String(operand.value);
  const scalar = scalarText(kind, operand.value);
  if (scalar !== null) return scalar;
  if (operand.value instanceof Slice) {
    const { length, capacity } = operand.value;
    return `[${length}/${capacity}]${hexText(context.address(operand.value, operand.type))}`;
  }
  if (kind === 'interface') return interfaceText(context, operand.value as Box | null);
  return hexText(context.address(operand.value, operand.type));
}

/** The words of an interface value: the address of the type, and of the value or what it points to. */
function interfaceText(context: NativeContext, box: Box | null): string {
  if (box === null) return '(0x0,0x0)';
  const { kind } = context.type(box.type);
  const isPointer = ['pointer', 'chan', 'map', 'func', 'unsafePointer'].includes(kind);
  const data = isPointer ? context.address(box.value, box.type) : context.address(box, box.type);
  return `(${hexText(typesStart + box.type * typeSize)},${hexText(data)})`;
}

export const runtimeNatives = {
  print: (context: NativeContext, operands: Slice): void => {
    context.write(2, operandTexts(context, operands).join(''));
  },
  println: (context: NativeContext, operands: Slice): void => {
    context.write(2, `${operandTexts(context, operands).join(' ')}\n`);
  },
  'internal/godebug.defaults': (context: NativeContext): string => context.program.godebug,
  'runtime/debug.traceAll': (context: NativeContext, all: boolean): void => {
    context.traceAll(all);
  },
  'runtime.Gosched': (context: NativeContext): Suspended | undefined =>
    context.phase === 0 ? context.yield(1) : undefined,
  'runtime.Goexit': (context: NativeContext): Suspended => context.goexit(),
  'runtime.NumGoroutine': (context: NativeContext): number => context.statistics.goroutines,
  'runtime.NumCPU': (context: NativeContext): number => context.statistics.cpus,
  'runtime.GOMAXPROCS': (context: NativeContext, count: number | bigint): number => {
    const { statistics } = context;
    const before = statistics.processors;
    if (count >= 1) statistics.setProcessors(Number(count));
    return before;
  },
  'runtime.stack': (context: NativeContext, all: boolean): string =>
    context.statistics.stackText(all),
  'runtime.caller': (
    context: NativeContext,
    skip: number | bigint,
  ): [pc: number, file: string, line: number] => {
    // Frame 0 is the function of package runtime that asks.
    const { callers } = context.statistics;
    const caller = callers[Number(skip)];
    const place = caller === undefined ? null : context.statistics.placeAt(caller.pc);
    // The line of a panic is not always that of its statement, which is all that a pc tells.
    return caller === undefined || place === null
      ? [0, '', 0]
      : [caller.pc, place.file, caller.line];
  },
  'runtime.place': (
    context: NativeContext,
    pc: number | bigint,
  ): [func: string, file: string, line: number] => {
    const place = context.statistics.placeAt(Number(pc));
    return place === null ? ['', '', 0] : [place.func, place.file, place.line];
  },
  'runtime.entry': (_context: NativeContext, pc: number | bigint): number =>
    entryOfPlace(Number(pc)),
  /** The kind of a value, '' of nil, and its type. */
  'runtime.kindOf': (context: NativeContext, value: Box | null): [string, string] => {
    if (value === null) return ['', ''];
    const { kind, string } = context.type(value.type);
    return [kind, string];
  },
  'runtime.wall': (context: NativeContext): Wide => canonical(context.clock().wall),
  'runtime.heap': (context: NativeContext): [number, number] => {
    const { bytes, objects } = context.statistics.heap();
    return [bytes, objects];
  },
  /** A value method through a nil pointer; lowering has made the text. */
  'runtime.panicwrap': (_context: NativeContext, text: string): never => plainErrorPanic(text),
  'runtime.panicrangestate': (context: NativeContext, state: number): void => {
    const text = rangeErrorOfState[Number(state)];
    if (text === undefined) context.fatal('unexpected state passed to panicrangestate');
    context.runtimePanic(text);
  },
};
