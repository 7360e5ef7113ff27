// Why a selector or field name denotes nothing (types2 errsupport.go): a name that differs in its
// letters' case, or one that is not exported, is pointed out.

import type { Checker } from './checker.ts';
import { isExported } from './object.ts';
import type { Func, Type, Var } from './type.ts';

type Similarity = 'missing' | 'misspelled' | 'unexported' | 'inaccessible';

// How the object found by ignoring case relates to the name that was looked for.
function similarity(check: Checker, name: string, found: Var | Func | null): Similarity {
  if (found === null) return 'missing';
  if (found.pkg === check.pkg) return 'misspelled';
  const sameTail = tail(name) === tail(found.name);
  if (isExported(name)) {
    if (isExported(found.name)) return 'misspelled';
    return sameTail ? 'unexported' : 'missing';
  }
  if (isExported(found.name)) return sameTail ? 'misspelled' : 'missing';
  return name === found.name ? 'inaccessible' : 'missing';
}

// Without its first letter; as in types2, a single letter is left as it is.
function tail(name: string): string {
  const letters = [...name];
  return letters.length === 1 ? name : letters.slice(1).join('');
}

/** The reason for `x.name`, when `found` is what ignoring case would find. */
export function selectorError(
  check: Checker,
  type: Type,
  name: string,
  found: Var | Func | null,
): string {
  const what = found?.kind === 'Func' ? 'method' : 'field';
  const alternative = found?.name ?? '';
  const none = `type ${check.text(type)} has no field or method ${name}`;
  switch (similarity(check, name, found)) {
    case 'missing':
      return none;
    case 'misspelled':
      return `${none}, but does have ${what} ${alternative}`;
    case 'unexported':
      return `${none}, but does have unexported ${what} ${alternative}`;
    case 'inaccessible':
      return `cannot refer to unexported ${what} ${alternative}`;
  }
}

/** The reason for a field name in a struct literal. */
export function literalFieldError(
  check: Checker,
  type: Type,
  name: string,
  found: Var | Func | null,
): string {
  const alternative = found?.name ?? '';
  const unknown = `unknown field ${name} in struct literal of type ${check.text(type)}`;
  switch (similarity(check, name, found)) {
    case 'missing':
      return unknown;
    case 'misspelled':
      return `${unknown}, but does have ${alternative}`;
    case 'unexported':
      return `${unknown}, but does have unexported ${alternative}`;
    case 'inaccessible':
      return (
        `cannot refer to unexported field ${alternative}` +
        ` in struct literal of type ${check.text(type)}`
      );
  }
}
