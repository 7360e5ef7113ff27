// Looking through names: what an alias stands for, what lies under a defined type or a type
// parameter (types2 alias.go, named.go, typeparam.go).
// Invariants: an underlying type is never a Named, Alias or TypeParam; while a declaration is being
// checked its underlying type is invalid and not remembered; instances are expanded on first need.

import { Typ, unknownType } from './basic.ts';
import type { Alias, Interface, Named, Type, TypeParam } from './type.ts';

/** The type that an alias stands for, any other type itself; an alias only while it is unknown. */
export function unalias(type: Type): Type {
  return type.kind === 'Alias' ? unaliasChain(type) : type;
}

function unaliasChain(alias: Alias): Type {
  if (alias.actual !== null) return alias.actual;
  let type: Type = alias;
  while (type.kind === 'Alias') {
    if (type.actual !== null) {
      type = type.actual;
      break;
    }
    if (type.fromRHS === null) return alias;
    type = type.fromRHS;
    if (type === alias) return Typ.invalid;
  }
  alias.actual = type;
  return type;
}

/** `type` as a Named, through aliases, or null. */
export function asNamedOrNull(type: Type): Named | null {
  const actual = unalias(type);
  return actual.kind === 'Named' ? actual : null;
}

/** `type` as a type parameter, through aliases, or null. */
export function asTypeParamOrNull(type: Type): TypeParam | null {
  const actual = unalias(type);
  return actual.kind === 'TypeParam' ? actual : null;
}

/** The underlying type; of a type parameter the interface of its constraint. */
export function under(type: Type): Type {
  switch (type.kind) {
    case 'Named':
      return type.underlying ?? resolveUnderlying(type);
    case 'Alias': {
      const actual = unaliasChain(type);
      return actual.kind === 'Alias' ? Typ.invalid : under(actual);
    }
    case 'TypeParam':
      return constraintInterface(type);
    default:
      return type;
  }
}

/** The right-hand side of a declared type or instance; null while it is unknown. */
export function rhsOrNull(named: Named): Type | null {
  if (named.fromRHS === null && named.expander !== null && named.orig.fromRHS !== null) {
    named.fromRHS = named.expander.expandRHS(named);
  }
  return named.fromRHS;
}

// Direct cycles of declarations are reported elsewhere; here they only must not hang.
function resolveUnderlying(named: Named): Type {
  const path = new Set<Named>();
  let type: Type = named;
  for (;;) {
    if (type.kind === 'Alias') {
      type = unaliasChain(type);
      if (type.kind === 'Alias') return Typ.invalid;
    } else if (type.kind === 'Named') {
      if (type.underlying !== null) {
        type = type.underlying;
        break;
      }
      if (path.has(type)) return Typ.invalid;
      path.add(type);
      const rhs = rhsOrNull(type);
      if (rhs === null) return Typ.invalid;
      type = rhs;
    } else break;
  }
  if (type === unknownType) return Typ.invalid;
  for (const each of path) each.underlying = type;
  return type;
}

/** An interface made by hand; complete, without errors to report. */
export function newInterface(
  methods: Interface['methods'],
  embeddeds: readonly Type[],
  implicit = false,
): Interface {
  return {
    kind: 'Interface',
    methods,
    embeddeds,
    embedPos: [],
    implicit,
    complete: true,
    reporter: null,
    typeSet: null,
  };
}

/** The empty interface. */
export const emptyInterface: Interface = newInterface([], []);

/** The interface of a constraint; any other constraint is wrapped into an implicit interface. */
export function constraintInterface(param: TypeParam): Interface {
  const bound = param.bound;
  const type = unalias(bound);
  if (type.kind === 'TypeParam') return emptyInterface;
  const underlying = under(type);
  if (underlying.kind === 'Interface') return underlying;
  if (underlying.kind === 'Basic' && underlying.basic === 'invalid') return emptyInterface;
  const wrapped = newInterface([], [bound], true);
  param.bound = wrapped;
  return wrapped;
}

/** Whether a type is invalid because of an earlier error. */
export function isInvalid(type: Type): boolean {
  const actual = unalias(type);
  return actual.kind === 'Basic' && actual.basic === 'invalid';
}
