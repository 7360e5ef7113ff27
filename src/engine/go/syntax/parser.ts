// Tokens to tree. `parse` never throws and never hangs, whatever the input: what cannot be parsed
// becomes a diagnostic and a Bad node or nothing, and the rest of the file is still there.

import type { Decl, File } from './ast.ts';
import { buildInformation } from './build-line.ts';
import type { Diagnostic } from './diagnostic.ts';
import { depthLimitExceededAt } from './depth.ts';
import { misplacedDirectives } from './directives.ts';
import { DeclarationParser, type ParsedFile } from './parse-declaration.ts';
import { posAt } from './pos.ts';
import type { SourceFile } from './pos.ts';

/** A file's tree and what is wrong with it, in the order gc finds it. */
export interface ParseResult {
  readonly file: File;
  readonly diagnostics: readonly Diagnostic[];
}

/** Parses one source file. */
export function parse(source: SourceFile): ParseResult {
  const parser = new DeclarationParser(source);
  const file = fileOf(source, parser, parser.parseFile());
  return limitDepth(file, [...parser.diagnostics, ...misplacedDirectives(file).elsewhere]);
}

/** The same for a file that is right and gofmt-formatted; a function's body is read when needed. */
export function parseLazily(source: SourceFile): ParseResult {
  const parser = new DeclarationParser(source);
  const file = fileOf(source, parser, parser.parseLazily());
  return { file, diagnostics: parser.diagnostics };
}

function fileOf(source: SourceFile, parser: DeclarationParser, parsed: ParsedFile): File {
  const { packagePos, name, decls, imports } = parsed;
  const { comments } = parser;
  return {
    kind: 'File',
    pos: source.base,
    end: posAt(source, source.text.length),
    source,
    packagePos,
    name,
    decls,
    imports,
    comments,
    ...buildInformation(source, comments, packagePos),
  };
}

// A chain of a thousand operators is no deeper for the parser than one, but it is for everyone who
// walks the tree, so such declarations are replaced here, with an error.
function limitDepth(file: File, diagnostics: readonly Diagnostic[]): ParseResult {
  const tooDeep: Diagnostic[] = [];
  const decls = file.decls.map((decl): Decl => {
    const node = depthLimitExceededAt(decl);
    if (node === null) return decl;
    const message = 'syntax error: expression too complex for Interleave';
    tooDeep.push({ code: 'syntax', severity: 'error', pos: node.pos, end: node.end, message });
    return { kind: 'BadDecl', pos: decl.pos, end: decl.end };
  });
  if (tooDeep.length === 0) return { file, diagnostics };
  return { file: { ...file, decls }, diagnostics: [...diagnostics, ...tooDeep] };
}
