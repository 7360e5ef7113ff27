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

export const unicodeNatives = {
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
