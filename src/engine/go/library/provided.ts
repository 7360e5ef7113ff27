// What of Go's standard library is provided: one table, which the compiler, the editor's completion
// and docs/library.md read. It is derived: from the library's own text, from the list of Go's
// packages, and from what the test of this file finds missing.

import { libraryPackages } from './library.ts';
import { missingNames } from './missing-names.ts';
import { packageReasons, partReasons } from './reasons.ts';
import { standardPackages } from './standard-packages.ts';
import { keepsName, type KeptMember, keptMembers } from './unexported-names.ts';

export type Provision =
  | { readonly kind: 'provided' }
  /** Without the names listed: functions, types, or `Type.Method`. */
  | { readonly kind: 'in part'; readonly missing: readonly string[]; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reasons are sentences without their point, '' if there is nothing to say. */
function reasonFor(path: string): string {
  let key = path;
  for (;;) {
    const reason = packageReasons[key];
    if (reason !== undefined) return reason;
    const end = key.lastIndexOf('/');
    if (end < 0) return '';
    key = key.slice(0, end);
  }
}

const provided: ReadonlySet<string> = new Set(libraryPackages());
const standard: ReadonlySet<string> = new Set(standardPackages);

const missing: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  missingNames
    .trim()
    .split(/\n(?! )/)
    .map((line): [string, ReadonlySet<string>] => {
      const [path = '', names = ''] = line.split(': ');
      return [path, new Set(names.split(/\s+/))];
    }),
);

/** What is provided of the package of an import path; null when neither Go nor we have it. */
export function provisionOrNull(path: string): Provision | null {
  if (!provided.has(path)) {
    if (path !== 'C' && !standard.has(path)) return null;
    return { kind: 'refused', reason: reasonFor(path) };
  }
  const names = missing.get(path);
  if (names === undefined) return { kind: 'provided' };
  return { kind: 'in part', missing: [...names], reason: partReasons[path] ?? '' };
}

/** The whole table, by import path: Go's packages, and the others that are built in. */
export function provisions(): readonly (readonly [path: string, Provision])[] {
  const others = [...provided].filter((path) => path.startsWith('golang.org/'));
  return [...standardPackages, ...others].flatMap((path) => {
    const provision = provisionOrNull(path);
    return provision === null ? [] : [[path, provision] as const];
  });
}

/**
 * What the compiler says about a name that Go's package has and ours has not: a function, type,
 * variable or constant, or `Type.Member`; and about one that Go's package keeps for itself. Null
 * for all other names.
 */
export function missingNameMessageOrNull(path: string, name: string): string | null {
  if (keepsName(path, name)) {
    return `name ${name} not exported by package ${path.slice(path.lastIndexOf('/') + 1)}`;
  }
  if (missing.get(path)?.has(name) !== true) return null;
  const reason = partReasons[path] ?? '';
  const shown = `${path.slice(path.lastIndexOf('/') + 1)}.${name}`;
  const sentence = `${shown} is not provided by Interleave`;
  return reason === '' ? sentence : `${sentence}; ${reason}`;
}

/**
 * The members that an exported type of Go's library has for itself, by the name in lower case; null
 * for all other types. Ours are others, which nobody is to see.
 */
export function keptMembersOrNull(
  path: string,
  type: string,
): ReadonlyMap<string, KeptMember> | null {
  return standard.has(path) && /^\p{Lu}/u.test(type) ? keptMembers(path, type) : null;
}
