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
  'os.random': (context: NativeContext): number => context.random(2 ** 32),
  'os.Exit': (context: NativeContext, code: number): never => context.exit(Number(code)),
};
