// Names of functions as Go's stack traces print them, and of natives.

import { asNamedOrNull, unalias } from '../types/under.ts';
import { hasPtrRecv, signatureOf } from '../types/object.ts';
import type { Func, Package } from '../types/type.ts';
import { encodeUtf8 } from '../../base/utf8.ts';
import { symbolPath } from './type-table.ts';

/** `main.worker`, `main.(*Pool).Run`, `main.Map[...]`, `main.List[...].Len`. */
export function functionName(func: Func): string {
  const signature = signatureOf(func);
  const path = symbolPrefix(func.pkg);
  const own = signature.typeParams.length > 0 ? '[...]' : '';
  const receiver = receiverName(func);
  if (receiver === null) return `${path}.${func.name}${own}`;
  return `${path}.${receiver}.${func.name}${own}`;
}

/** The path of a package as it stands before its functions' names (cmd/internal/objabi, path.go). */
export function symbolPrefix(pkg: Package | null): string {
  const path = symbolPath(pkg);
  const slash = path.lastIndexOf('/');
  return path.replace(/[%"\p{Cc}]|[^ -~]|\./gu, (character, at: number) => {
    // Dots above the last part stay, for they cannot be mistaken for the one before the name.
    if (character === '.' && at < slash) return character;
    return [...encodeUtf8(character)]
      .map((byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`)
      .join('');
  });
}

/** The key of a native: the same without type arguments. */
export function nativeName(func: Func): string {
  return functionName(func).replaceAll('[...]', '');
}

/** `T`, `(*T)`, `T[...]` or null for a function without receiver. */
function receiverName(func: Func): string | null {
  const { recv, recvTypeParams } = signatureOf(func);
  if (recv === null) return null;
  let type = unalias(recv.type);
  if (type.kind === 'Pointer') type = unalias(type.elem);
  const named = asNamedOrNull(type);
  const suffix = recvTypeParams.length > 0 ? '[...]' : '';
  const name = `${named === null ? '?' : named.orig.obj.name}${suffix}`;
  return hasPtrRecv(func) ? `(*${name})` : name;
}
