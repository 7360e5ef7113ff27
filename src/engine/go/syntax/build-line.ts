// What comments above and around the package clause tell the toolchain: `//go:build` constraints,
// the language version they imply, and `//go:` directives.
// The grammar and the rule for versions are those of go/build/constraint.

import type { Comment, Directive } from './ast.ts';
import { lineAt, offsetIn } from './pos.ts';
import type { Pos, SourceFile } from './pos.ts';

/** A build constraint, such as `linux && !cgo`. */
export type BuildExpr =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'not'; readonly x: BuildExpr }
  | { readonly kind: 'and' | 'or'; readonly x: BuildExpr; readonly y: BuildExpr };

/** What `File` holds of it. */
export interface BuildInformation {
  readonly directives: readonly Directive[];
  readonly buildConstraint: string | null;
  readonly goVersion: string | null;
}

/** Reads the directives of a file; only a constraint above the package clause counts. */
export function buildInformation(
  source: SourceFile,
  comments: readonly Comment[],
  packagePos: Pos,
): BuildInformation {
  const directives: Directive[] = [];
  let buildConstraint: string | null = null;
  let goVersion: string | null = null;
  for (const { pos, end, text } of comments) {
    const match = /^\/\/go:([a-z_]+)(?:[ \t]+(.*?))?\s*$/.exec(text);
    if (match === null) continue;
    const verb = match[1] ?? '';
    const rest = match[2] ?? '';
    const offset = offsetIn(source, pos);
    if (source.lineStarts[lineAt(source, offset) - 1] !== offset) continue;
    directives.push({ kind: 'Directive', pos, end, verb, arguments: rest });
    if (verb !== 'build' || pos > packagePos) continue;
    const constraint = parseBuildExprOrNull(rest);
    if (constraint === null) continue;
    buildConstraint = rest;
    goVersion = impliedVersion(constraint);
  }
  return { directives, buildConstraint, goVersion };
}

// Longer lines are no constraints anyone wrote; the bound keeps the recursion shallow.
const maxConstraintLength = 1000;

/** The constraint as a tree, or null if it is malformed. */
export function parseBuildExprOrNull(text: string): BuildExpr | null {
  if (text.length > maxConstraintLength) return null;
  const tokens = text.match(/&&|\|\||[!()]|[\p{L}\p{Nd}_.]+|\S/gu) ?? [];
  const parser = new BuildExprParser(tokens);
  const x = parser.or();
  return parser.isAtEnd() ? x : null;
}

/** Whether the constraint holds when exactly the tags with `hasTag` are set. */
export function satisfies(x: BuildExpr, hasTag: (tag: string) => boolean): boolean {
  switch (x.kind) {
    case 'tag':
      return hasTag(x.tag);
    case 'not':
      return !satisfies(x.x, hasTag);
    case 'and':
      return satisfies(x.x, hasTag) && satisfies(x.y, hasTag);
    case 'or':
      return satisfies(x.x, hasTag) || satisfies(x.y, hasTag);
  }
}

class BuildExprParser {
  private readonly tokens: readonly string[];
  private at = 0;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  or(): BuildExpr | null {
    let x = this.and();
    while (x !== null && this.got('||')) {
      const y = this.and();
      x = y === null ? null : { kind: 'or', x, y };
    }
    return x;
  }

  private and(): BuildExpr | null {
    let x = this.not();
    while (x !== null && this.got('&&')) {
      const y = this.not();
      x = y === null ? null : { kind: 'and', x, y };
    }
    return x;
  }

  private not(): BuildExpr | null {
    if (this.got('!')) {
      // A double negation is an error in Go, too.
      if (this.tokens[this.at] === '!') return null;
      const x = this.not();
      return x === null ? null : { kind: 'not', x };
    }
    if (this.got('(')) {
      const x = this.or();
      return this.got(')') ? x : null;
    }
    const tag = this.tokens[this.at];
    if (tag === undefined || !/^[\p{L}\p{Nd}_.]+$/u.test(tag)) return null;
    this.at += 1;
    return { kind: 'tag', tag };
  }

  private got(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }
}

function impliedVersion(x: BuildExpr): string | null {
  const minor = impliedMinor(x, true);
  if (minor < 0) return null;
  return minor === 0 ? 'go1' : `go1.${minor}`;
}

// The lowest minor version that `x` (or its negation) implies, -1 if none.
function impliedMinor(x: BuildExpr, positive: boolean): number {
  switch (x.kind) {
    case 'tag': {
      if (!positive) return -1;
      const match = /^go1(?:\.(\d+))?$/.exec(x.tag);
      return match === null ? -1 : Number(match[1] ?? 0);
    }
    case 'not':
      return impliedMinor(x.x, !positive);
    case 'and':
    case 'or': {
      const both = [impliedMinor(x.x, positive), impliedMinor(x.y, positive)];
      return (x.kind === 'and') === positive ? Math.max(...both) : Math.min(...both);
    }
  }
}
