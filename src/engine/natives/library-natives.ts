// Natives of the library packages that need nothing of the scheduler.

import { machineNatives, type Native, pureNatives } from '../machine/native.ts';
import { bigNatives } from './big.ts';
import { bytesNatives } from './bytes.ts';
import { errorsNatives } from './errors.ts';
import { flagNatives } from './flag.ts';
import { fmtNatives } from './fmt.ts';
import { keccakNatives } from './hash/keccak.ts';
import { sha512Natives } from './hash/sha512.ts';
import { mathNatives } from './math.ts';
import { osNatives } from './os.ts';
import { randomNatives } from './random.ts';
import { reflectNatives } from './reflect.ts';
import { regexpNatives } from './regexp.ts';
import { sortNatives } from './sort.ts';
import { strconvNatives } from './strconv.ts';
import { stringsNatives } from './strings.ts';
import { unicodeNatives } from './unicode.ts';

/** Name and function of each. */
export const libraryNatives: readonly (readonly [string, Native])[] = [
  ...pureNatives(mathNatives),
  ...pureNatives(bigNatives),
  ...pureNatives(sha512Natives),
  ...pureNatives(keccakNatives),
  ...pureNatives(stringsNatives),
  ...pureNatives(bytesNatives),
  ...pureNatives(strconvNatives),
  ...pureNatives(unicodeNatives),
  ...pureNatives(regexpNatives),
  ...machineNatives(fmtNatives),
  ...machineNatives(osNatives),
  ...machineNatives(errorsNatives),
  ...machineNatives(flagNatives),
  ...machineNatives(sortNatives),
  ...machineNatives(randomNatives),
  ...machineNatives(reflectNatives),
];
