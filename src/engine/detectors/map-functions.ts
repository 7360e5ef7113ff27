// Which function of Go's runtime does what with a map: it is the innermost one in reports.

import type { MapUse } from '../machine/detector.ts';
import type { Runtime } from '../machine/runtime.ts';
import type { RuntimeFunc } from './stack-table.ts';

/** Kinds of keys that the runtime has fast functions for, if the elements are small. */
const fastKeys: Readonly<Record<string, 'fast32' | 'fast64' | 'faststr'>> = {
  int32: 'fast32',
  uint32: 'fast32',
  int: 'fast64',
  uint: 'fast64',
  int64: 'fast64',
  uint64: 'fast64',
  uintptr: 'fast64',
  pointer: 'fast64',
  chan: 'fast64',
  string: 'faststr',
};

/** Elements larger than this have no fast functions. */
const maxFastElem = 128;

/** Undefined for what emitted code does without a call. */
export function runtimeFuncOf(
  runtime: Runtime,
  type: number,
  use: MapUse,
): RuntimeFunc | undefined {
  const described = runtime.type(type);
  const elem = described.kind === 'map' ? described.elem : 0;
  const key = described.kind === 'map' ? runtime.type(described.key).kind : 'string';
  const isSmall = runtime.support.types.layout(elem).size <= maxFastElem;
  const fast = isSmall ? fastKeys[key] : undefined;
  switch (use) {
    case 'get':
      return fast === undefined ? 'mapaccess1' : `mapaccess1_${fast}`;
    case 'getOk':
      return fast === undefined ? 'mapaccess2' : `mapaccess2_${fast}`;
    case 'set':
      return fast === undefined ? 'mapassign' : `mapassign_${fast}`;
    case 'delete':
      return 'mapdelete';
    case 'clear':
      return 'mapclear';
    case 'range':
      return 'mapIterStart';
    case 'next':
      return 'mapIterNext';
    case 'length':
    case 'element':
      return undefined;
  }
}
