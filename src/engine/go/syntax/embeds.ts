// `//go:embed` comments: their patterns, the variables they stand above, and what gc says of those
// that it cannot obey (noder.go, parseGoEmbed and checkEmbed). Which files the patterns mean is not
// known here.

import type { File, GenDecl, ValueSpec } from './ast.ts';
import type { Diagnostic } from './diagnostic.ts';
import { declarationTest, isAlone, nextToken } from './directives.ts';
import { addToPos, noPos, type Pos } from './pos.ts';
import { inspect } from './walk.ts';

/** One pattern of a comment, and where it is written. */
export interface EmbedPattern {
  readonly text: string;
  readonly pos: Pos;
  readonly end: Pos;
}

/** A variable of the package with the patterns of all comments above it. */
export interface Embed {
  readonly spec: ValueSpec;
  readonly patterns: readonly EmbedPattern[];
}

export interface Embeds {
  /** In the order of the source; those that gc has no complaint about. */
  readonly variables: readonly Embed[];
  /** Whether the file imports embed; without, the go command looks at no pattern. */
  readonly isImported: boolean;
  /** All patterns of the file. */
  readonly patterns: readonly EmbedPattern[];
  /** Errors of the parser, also of comments that stand above no declaration. */
  readonly malformed: readonly Diagnostic[];
  /** What gc says after it has checked types. */
  readonly misplaced: readonly Diagnostic[];
}

const noEmbeds: Embeds = {
  ...{ variables: [], isImported: false, patterns: [], malformed: [], misplaced: [] },
};

/** What a file embeds. */
export function embedsOf(file: File): Embeds {
  if (!file.comments.some(({ text }) => text.startsWith('//go:embed'))) return noEmbeds;
  const malformed: Diagnostic[] = [];
  const misplaced: Diagnostic[] = [];
  const patterns: EmbedPattern[] = [];
  const above = new Map<ValueSpec, { patterns: EmbedPattern[]; pos: Pos; end: Pos }>();
  const isImported = file.imports.some(({ path }) => /^["`]embed["`]$/.test(path.value));
  const places = variablePlaces(file);
  const isDeclaration = declarationTest(file);
  for (const { pos: start, end, text } of file.comments) {
    const rest = /^\/\/go:embed(|[ \t].*)$/s.exec(text)?.[1];
    if (rest === undefined) continue;
    const pos = addToPos(start, '//'.length);
    const complain = (list: Diagnostic[], message: string): void => {
      list.push({ code: 'source', severity: 'error', pos, end, message });
    };
    const words = isAlone(file, start) ? wordsOf(rest) : [];
    if ('error' in words) complain(malformed, words.error);
    if ('error' in words || words.length === 0) {
      complain(malformed, 'usage: //go:embed pattern...');
    } else {
      const from = addToPos(start, text.length - rest.length);
      const own = words.map(({ text: pattern, at, length }): EmbedPattern => {
        const begin = addToPos(from, at);
        return { text: pattern, pos: begin, end: addToPos(begin, length) };
      });
      patterns.push(...own);
      const next = nextToken(file, end);
      const spec = places.get(next);
      if (spec === undefined) {
        complain(isDeclaration(next) ? misplaced : malformed, 'misplaced go:embed directive');
      } else {
        const known = above.get(spec.spec);
        if (known === undefined) above.set(spec.spec, { patterns: own, pos, end });
        else known.patterns.push(...own);
      }
    }
  }
  const variables: Embed[] = [];
  for (const [spec, { patterns: own, pos, end }] of above) {
    const isLocal = [...places.values()].some((place) => place.spec === spec && place.isLocal);
    const message = problemOrNull(spec, isImported, isLocal);
    if (message === null) variables.push({ spec, patterns: own });
    else misplaced.push({ code: 'embed', severity: 'error', pos, end, message });
  }
  return { variables, isImported, patterns, malformed, misplaced };
}

function problemOrNull(spec: ValueSpec, isImported: boolean, isLocal: boolean): string | null {
  if (!isImported) {
    return 'go:embed requires import "embed" (or import _ "embed", if package is not used)';
  }
  if (spec.names.length > 1) return 'go:embed cannot apply to multiple vars';
  if (spec.values.length > 0) return 'go:embed cannot apply to var with initializer';
  if (spec.type === null) return 'go:embed cannot apply to var without type';
  return isLocal ? 'go:embed cannot apply to var inside func' : null;
}

interface VariablePlace {
  readonly spec: ValueSpec;
  readonly isLocal: boolean;
}

/** Declarations of variables by their first token: `var`, or a name within parentheses. */
function variablePlaces(file: File): ReadonlyMap<Pos, VariablePlace> {
  const places = new Map<Pos, VariablePlace>();
  const add = (decl: GenDecl, isLocal: boolean): void => {
    if (decl.tok !== 'var') return;
    for (const spec of decl.specs) {
      if (spec.kind !== 'ValueSpec') continue;
      places.set(decl.lparen === noPos ? decl.pos : spec.pos, { spec, isLocal });
    }
  };
  for (const decl of file.decls) {
    if (decl.kind === 'GenDecl') add(decl, false);
    else if (decl.kind === 'FuncDecl' && decl.body !== null) {
      inspect(decl.body, (node) => {
        if (node.kind === 'DeclStmt' && node.decl.kind === 'GenDecl') add(node.decl, true);
        return true;
      });
    }
  }
  return places;
}

interface Word {
  readonly text: string;
  readonly at: number;
  readonly length: number;
}

/** The words between blanks; one that begins with a quote ends with it. */
function wordsOf(text: string): readonly Word[] | { readonly error: string } {
  const words: Word[] = [];
  for (let at = 0; at < text.length; ) {
    const blank = /\s/u.test(text[at] ?? '');
    if (blank) {
      at += 1;
      continue;
    }
    const rest = text.slice(at);
    const quote = rest[0] === '"' || rest[0] === '`';
    const [raw] = /^(?:`[^`]*`|"(?:[^"\\]|\\.)*"|[^\s"`]\S*)/u.exec(rest) ?? [];
    const value = raw === undefined ? null : quote ? unquoted(raw) : raw;
    const after = rest[raw?.length ?? 0] ?? ' ';
    if (raw === undefined || value === null || (quote && !/\s/u.test(after))) {
      return { error: `invalid quoted string in //go:embed: ${rest}` };
    }
    words.push({ text: value, at, length: raw.length });
    at += raw.length;
  }
  return words;
}

function unquoted(raw: string): string | null {
  if (raw.startsWith('`')) return raw.slice(1, -1);
  const inside = raw.slice(1, -1);
  return inside.includes('\\') ? inside.replace(/\\(["\\])/g, '$1') : inside;
}
