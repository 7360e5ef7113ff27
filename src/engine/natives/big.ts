// Natives of package math/big.

import { floatNatives } from './big/float.ts';
import { floatTextNatives } from './big/float-text.ts';
import { integerNatives } from './big/integer.ts';
import { primeNatives } from './big/prime.ts';
import { scanNatives } from './big/scan-number.ts';

export const bigNatives = {
  ...integerNatives,
  ...primeNatives,
  ...scanNatives,
  ...floatNatives,
  ...floatTextNatives,
};
