// Places inside a string literal: which source character stands for a byte of its value.

import { byteLength, type Pos } from '../syntax/pos.ts';
import type { BasicLit } from '../syntax/ast.ts';
import { addToPos } from '../syntax/pos.ts';

const escape = /^\\(?:x[0-9a-fA-F]{2}|[0-7]{3}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)/;

/** The position of the character that begins at `offset` bytes of the literal's value. */
export function posInString(literal: BasicLit, offset: number): Pos {
  const text = literal.value;
  let at = 1;
  let bytes = 0;
  while (at < text.length - 1) {
    const written = charAt(text, at);
    // Like vet: an escaped byte counts as the rune of that number.
    const next = bytes + valueLength(written);
    if (next > offset) break;
    bytes = next;
    at += written.length;
  }
  return addToPos(literal.pos, at);
}

// Vet takes what looks like an escape for one in raw strings too.
function charAt(text: string, at: number): string {
  const escaped = escape.exec(text.slice(at, at + 10))?.[0];
  return escaped ?? String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function valueLength(written: string): number {
  if (!written.startsWith('\\') || written.length === 1) {
    return byteLength(written, 0, written.length);
  }
  const kind = written[1] ?? '';
  let code = 0;
  if (/[xuU]/.test(kind)) code = Number.parseInt(written.slice(2), 16);
  else if (/[0-7]/.test(kind)) code = Number.parseInt(written.slice(1), 8);
  const text = String.fromCodePoint(Math.min(code, 0x10ffff));
  return byteLength(text, 0, text.length);
}
