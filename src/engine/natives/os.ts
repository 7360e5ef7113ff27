// Natives of packages os and internal/streams: output, standard input, arguments, environment, exit.

import type { NativeContext } from '../machine/native.ts';
import { Slice } from '../machine/value.ts';
import { encodeUtf8 } from '../base/utf8.ts';

export const osNatives = {
  'internal/streams.Write': (context: NativeContext, fd: number, text: string): void => {
    context.write(fd === 2 ? 2 : 1, text);
  },
  'internal/streams.Read': (context: NativeContext, max: number): string => context.read(max),
  'os.arguments': (context: NativeContext): Slice => {
    const args = context.args.map((argument) => encodeUtf8(argument));
    return new Slice(args, 0, args.length, args.length);
  },
  /** The i-th planned signal and its time; 0 when there are no more. */
  'os/signal.planned': (context: NativeContext, index: number): [number, number] => {
    const planned = context.signals[Number(index)];
    return planned === undefined ? [0, 0] : [planned.signal, planned.atNs];
  },
  /** The i-th file of the working directory; without a name when there are no more. */
  'internal/files.given': (context: NativeContext, index: number): [string, string] => {
    const file = context.files[Number(index)];
    return file === undefined ? ['', ''] : [encodeUtf8(file.name), file.bytes];
  },
  'os/signal.listen': (context: NativeContext): void => context.listen(),
  'internal/signals.end': (context: NativeContext, signal: number): never =>
    context.endBySignal(Number(signal)),
  'os.random': (context: NativeContext): number => context.random(2 ** 32),
  'os.end': (context: NativeContext, code: number): never => context.exit(Number(code)),
};
