// Classes of characters in Go source, and how Go's messages show a character.

/** An ASCII letter or the underscore. */
export function isLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || unit === 0x5f;
}

/** An ASCII digit. */
export function isDecimal(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** An ASCII letter, underscore or digit. */
export function isLetterOrDigit(unit: number): boolean {
  return isLetter(unit) || isDecimal(unit);
}

/** A hexadecimal digit. */
export function isHex(unit: number): boolean {
  return isDecimal(unit) || (unit >= 0x61 && unit <= 0x66) || (unit >= 0x41 && unit <= 0x46);
}

const graphic = /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u;

/** fmt's %#U: `U+0040 '@'`, without the quoted part when the character cannot be printed. */
export function describeCharacter(code: number): string {
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  const character = code > 0x10ffff ? '' : String.fromCodePoint(code);
  return graphic.test(character) ? `U+${hex} '${character}'` : `U+${hex}`;
}

const shortEscapes: ReadonlyMap<number, string> = new Map([
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x0c, '\\f'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
  [0x09, '\\t'],
  [0x0b, '\\v'],
  [0x5c, '\\\\'],
  [0x27, "\\'"],
]);

/** fmt's %q of a rune: a Go rune literal that means it. */
export function quoteCharacter(code: number): string {
  const short = shortEscapes.get(code);
  if (short !== undefined) return `'${short}'`;
  const character = String.fromCodePoint(code);
  if (graphic.test(character)) return `'${character}'`;
  const hex = code.toString(16);
  if (code < 0x80) return `'\\x${hex.padStart(2, '0')}'`;
  if (code < 0x10000) return `'\\u${hex.padStart(4, '0')}'`;
  return `'\\U${hex.padStart(8, '0')}'`;
}
