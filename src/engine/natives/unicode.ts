// Natives of unicode and unicode/utf8. All are pure.

import { isValidUtf8, runeCount } from '../base/utf8.ts';
import { isGraphic, isPrint } from './text/quote.ts';
import {
  isControl,
  isDigit,
  isLetter,
  isLower,
  isMark,
  isNumber,
  isPunctuation,
  isSpace,
  isSymbol,
  isTitle,
  isUpper,
  simpleFold,
  toLower,
  toTitle,
  toUpper,
} from './text/unicode.ts';

/** Matches nothing if the host's Unicode data are too old to know the property. */
function patternOf(property: string): RegExp {
  try {
    return new RegExp(`^\\p{${property}}$`, 'u');
  } catch {
    return /^\b$/u;
  }
}

const properties = new Map<string, RegExp>();

/** Whether a rune has a property, named as in a regular expression: `Lu`, `Script=Han`. */
function hasProperty(property: string, rune: number): boolean {
  if (rune < 0 || rune > 0x10ffff) return false;
  let pattern = properties.get(property);
  if (pattern === undefined) {
    pattern = patternOf(property);
    properties.set(property, pattern);
  }
  return pattern.test(String.fromCodePoint(rune));
}

export const unicodeNatives = {
  'unicode.hasProperty': hasProperty,
  'unicode.IsLetter': isLetter,
  'unicode.IsDigit': isDigit,
  'unicode.IsNumber': isNumber,
  'unicode.IsSpace': isSpace,
  'unicode.IsUpper': isUpper,
  'unicode.IsLower': isLower,
  'unicode.IsTitle': isTitle,
  'unicode.IsPunct': isPunctuation,
  'unicode.IsSymbol': isSymbol,
  'unicode.IsMark': isMark,
  'unicode.IsControl': isControl,
  'unicode.IsPrint': isPrint,
  'unicode.IsGraphic': isGraphic,
  'unicode.ToUpper': toUpper,
  'unicode.ToLower': toLower,
  'unicode.ToTitle': toTitle,
  'unicode.SimpleFold': simpleFold,
  'unicode/utf8.RuneCountInString': runeCount,
  'unicode/utf8.ValidString': isValidUtf8,
};
