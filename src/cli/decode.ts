// Bytes of source files to text. Invariant: what is no UTF-8 stays visible to the scanner, which
// complains of unpaired surrogates in Go's words; nothing turns into U+FFFD unseen.

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of UTF-8; each byte that belongs to no character becomes U+DC00 and its value. */
export function decodeSource(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return decodePieces(bytes);
  }
}

/** How many bytes a decoded text had. */
export function sizeOfSource(text: string): number {
  return Buffer.byteLength(text) - 2 * strayBytes(text).length;
}

/** Where a decoded text has bytes that belong to no character. */
export function strayBytes(text: string): readonly number[] {
  const strays = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/g;
  return Array.from(text.matchAll(strays), ({ index }) => index);
}

function decodePieces(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    text +=
      length === 0 ? strayByte(bytes[at] ?? 0) : decoder.decode(bytes.subarray(at, at + length));
    at += Math.max(length, 1);
  }
  return text;
}

function strayByte(byte: number): string {
  return String.fromCharCode(0xdc00 + byte);
}

/** How many bytes the character at an offset has; 0 if there is none. */
function characterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  try {
    decoder.decode(bytes.subarray(at, at + length));
    return Math.min(length, bytes.length - at);
  } catch {
    return 0;
  }
}
