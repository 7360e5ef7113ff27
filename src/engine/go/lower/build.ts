// Short ways to make IR expressions and places.

import type { CompareOp, Comparison, Expr, Place } from '../ir/expression.ts';
import type { LocalId, TypeId } from '../ir/ids.ts';
import type { Kind } from '../ir/runtime-type.ts';

export function zero(type: TypeId): Expr {
  return { kind: 'zero', type };
}

export function constant(type: TypeId, value: boolean | number | bigint | string): Expr {
  return { kind: 'const', type, value };
}

export function load(place: Place, type: TypeId): Expr {
  return { kind: 'load', place, type };
}

export function localPlace(local: LocalId): Place {
  return { kind: 'local', local };
}

export function loadLocal(local: LocalId, type: TypeId): Expr {
  return { kind: 'load', place: { kind: 'local', local }, type };
}

export function register(local: LocalId): Expr {
  return { kind: 'register', local };
}

export function not(x: Expr): Expr {
  return { kind: 'not', x };
}

/** A comparison of numbers, strings and the like. */
export function compareDirect(op: CompareOp, type: TypeId, x: Expr, y: Expr): Expr {
  return { kind: 'compare', op, comparison: 'direct', type, x, y };
}

/** How values of a kind are compared. */
export function comparisonOf(kind: Kind, elemIsAggregate: boolean): Comparison {
  switch (kind) {
    case 'pointer':
      // Pointers to structs and arrays are the objects themselves.
      return elemIsAggregate ? 'direct' : 'pointer';
    case 'complex64':
    case 'complex128':
      return 'complex';
    case 'interface':
    case 'struct':
    case 'array':
      return kind;
    default:
      return 'direct';
  }
}

export function isInteger(kind: Kind): boolean {
  return /^u?int(8|16|32|64|ptr)?$/.test(kind);
}

export function isFloat(kind: Kind): boolean {
  return kind === 'float32' || kind === 'float64';
}

export function isComplex(kind: Kind): boolean {
  return kind === 'complex64' || kind === 'complex128';
}

export function isNumeric(kind: Kind): boolean {
  return isInteger(kind) || isFloat(kind) || isComplex(kind);
}

/** Kinds that share range and representation: converting between them does nothing. */
export function sameRepresentation(from: Kind, to: Kind): boolean {
  return wideKind(from) === wideKind(to);
}

function wideKind(kind: Kind): Kind {
  if (kind === 'int') return 'int64';
  return kind === 'uint' || kind === 'uintptr' ? 'uint64' : kind;
}
