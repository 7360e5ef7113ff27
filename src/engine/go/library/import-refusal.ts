// Why a package cannot be imported. What Go has and we have not is refused by name with a reason;
// what Go has not either is refused in the go command's words.

import { provisionOrNull } from './provided.ts';

/** The message about an import of a package that is not provided. */
export function importRefusal(path: string): string {
  const [first = ''] = path.split('/');
  const refused = `package ${path} is not available in Interleave`;
  const provision = provisionOrNull(path);
  if (provision?.kind === 'refused') {
    return provision.reason === '' ? refused : `${refused}: ${provision.reason}`;
  }
  if (!first.includes('.')) return `package ${path} is not in std`;
  return `${refused}: of packages outside the standard library only some of golang.org/x are`;
}

/** Whether only the library itself may import a package. */
export function isInternal(path: string): boolean {
  return path.split('/').includes('internal');
}
