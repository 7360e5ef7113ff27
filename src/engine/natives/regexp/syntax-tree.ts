// The parsed form of a regular expression. Each node knows its height and how many instructions it
// will need, as too much of either is an error of the pattern.

import type { RuneSet } from './rune-set.ts';

/** What a place between two runes may be asked: the bits of `syntax.EmptyOp`. */
export const Assertion = {
  beginLine: 1,
  endLine: 2,
  beginText: 4,
  endText: 8,
  wordBoundary: 16,
  noWordBoundary: 32,
} as const;

type Parts =
  | { readonly kind: 'empty' }
  | { readonly kind: 'rune'; readonly rune: number; readonly folds: boolean }
  | { readonly kind: 'set'; readonly set: RuneSet }
  | { readonly kind: 'any'; readonly newline: boolean }
  | { readonly kind: 'assertion'; readonly assertion: number }
  | { readonly kind: 'capture'; readonly index: number; readonly sub: Node }
  | {
      readonly kind: 'repeat';
      readonly min: number;
      /** -1: any number. */
      readonly max: number;
      readonly greedy: boolean;
      readonly sub: Node;
    }
  | { readonly kind: 'concat' | 'alternate'; readonly subs: readonly Node[] };

export type Node = Parts & { readonly height: number; readonly size: number };

/** Why a pattern is none: `syntax.Error`. */
export class PatternError extends Error {
  readonly code: string;
  readonly expr: string;

  constructor(code: string, expr: string) {
    super(code);
    this.code = code;
    this.expr = expr;
  }
}

export interface Pattern {
  readonly root: Node;
  /** Names of the groups, '' for those without; the first is the whole. */
  readonly names: readonly string[];
}

export function leaf(parts: Exclude<Parts, { sub: Node } | { subs: readonly Node[] }>): Node {
  return { ...parts, height: 1, size: 1 };
}

export function capture(index: number, sub: Node): Node {
  return { kind: 'capture', index, sub, height: sub.height + 1, size: sub.size + 2 };
}

export function repeat(sub: Node, min: number, max: number, greedy: boolean): Node {
  return {
    kind: 'repeat',
    min,
    max,
    greedy,
    sub,
    height: sub.height + 1,
    size: sizeOf(sub, min, max),
  };
}

function sizeOf(sub: Node, min: number, max: number): number {
  if (max < 0) return min === 0 ? sub.size + 2 : 1 + min * sub.size;
  return Math.max(1, max * sub.size + (max - min));
}

/** Parts one after the other, or one of them; a single part is itself. */
export function joined(kind: 'concat' | 'alternate', subs: readonly Node[]): Node {
  const [only] = subs;
  if (only === undefined) return leaf({ kind: 'empty' });
  if (subs.length === 1) return only;
  const flat = subs.flatMap((sub) => (sub.kind === kind ? sub.subs : [sub]));
  const bars = kind === 'alternate' ? flat.length - 1 : 0;
  return {
    kind,
    subs: flat,
    height: 1 + Math.max(...flat.map((sub) => sub.height)),
    size: flat.reduce((sum, sub) => sum + sub.size, bars),
  };
}
