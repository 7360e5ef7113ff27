// Natives of package strconv: digits, floats and quotes. All are pure; texts are byte strings.

import { type FloatFormat, formatFloat } from './text/format-float.ts';
import { parseFloat } from './text/parse-float.ts';
import { canBackquote, isGraphic, isPrint, quote, quoteRune } from './text/quote.ts';

const PARSE_STATUS = { ok: 0, syntax: 1, range: 2 } as const;
const FORMATS = 'eEfFgGbxX';

function formatFloatOf(value: number, format: number, precision: number, bits: number): string {
  const letter = String.fromCharCode(format);
  // strconv prints an unknown format as %c.
  if (!FORMATS.includes(letter) || letter === 'F') return `%${letter}`;
  return formatFloat(value, letter as FloatFormat, precision, bits === 32 ? 32 : 64);
}

function parseFloatOf(text: string, bits: number): [number, number] {
  const { value, status } = parseFloat(text, bits === 32 ? 32 : 64);
  return [value, PARSE_STATUS[status]];
}

export const strconvNatives = {
  'strconv.formatInt': (value: number | bigint, base: number): string => value.toString(base),
  'strconv.formatUint': (value: number | bigint, base: number): string => value.toString(base),
  'strconv.formatFloat': formatFloatOf,
  'strconv.parseFloat': parseFloatOf,
  'strconv.Quote': (text: string): string => quote(text),
  'strconv.QuoteToASCII': (text: string): string => quote(text, 'ascii'),
  'strconv.QuoteToGraphic': (text: string): string => quote(text, 'graphic'),
  'strconv.QuoteRune': (rune: number): string => quoteRune(rune),
  'strconv.QuoteRuneToASCII': (rune: number): string => quoteRune(rune, 'ascii'),
  'strconv.QuoteRuneToGraphic': (rune: number): string => quoteRune(rune, 'graphic'),
  'strconv.CanBackquote': canBackquote,
  'strconv.IsPrint': isPrint,
  'strconv.IsGraphic': isGraphic,
};
