// Compiler directives, `//go:noinline`, that stand where gc takes none (noder lex.go, noder.go).
// A directive belongs to the declaration that begins with the next token: functions take all that
// are known here, the package clause takes `//go:build`, everything else takes none.

import type { File, GenDecl } from './ast.ts';
import type { Diagnostic } from './diagnostic.ts';
import { addToPos, lineAt, noPos, offsetIn, type Pos, posAt } from './pos.ts';
import { inspect } from './walk.ts';

/** Of all complaints here: only the compiler has them, not vet. */
export const directiveCode = 'directive';

const misplaced = 'misplaced compiler directive';

/** Verbs that gc tells the places of; it ignores unknown ones on lines of their own. */
const functionVerb =
  /^(?:no(?:escape|race|split|inline|checkptr|writebarrier|writebarrierrec)|systemstack|yeswritebarrierrec|cgo_unsafe_args|uintptrkeepalive|uintptrescapes|registerparams)$/;

const runtimeVerb = /^(?:systemstack|nowritebarrier|nowritebarrierrec|yeswritebarrierrec)$/;

/** The complaints; gc has those `atDeclarations` only for packages without other errors. */
export interface Misplaced {
  readonly elsewhere: readonly Diagnostic[];
  readonly atDeclarations: readonly Diagnostic[];
}

const none: Misplaced = { elsewhere: [], atDeclarations: [] };

export function misplacedDirectives(file: File): Misplaced {
  const directives = file.comments.flatMap(({ pos, end, text }) => {
    const verb = /^\/\/go:([^ ]*)/.exec(text)?.[1];
    return verb === undefined ? [] : [{ pos, end, verb }];
  });
  if (directives.length === 0) return none;
  const functions = new Set<Pos>();
  for (const decl of file.decls) if (decl.kind === 'FuncDecl') functions.add(decl.pos);
  const elsewhere: Diagnostic[] = [];
  const atDeclarations: Diagnostic[] = [];
  const isDeclaration = declarationTest(file);
  for (const { pos, end, verb } of directives) {
    const complain = (list: Diagnostic[], message: string): void => {
      const at = addToPos(pos, '//'.length);
      list.push({ code: directiveCode, severity: 'error', pos: at, end, message });
    };
    if (!isAlone(file, pos)) {
      complain(elsewhere, misplaced);
      continue;
    }
    if (runtimeVerb.test(verb)) complain(elsewhere, `//go:${verb} only allowed in runtime`);
    if (verb !== 'build' && !functionVerb.test(verb)) continue;
    const next = nextToken(file, end);
    if (verb === 'build' ? next === file.packagePos : functions.has(next)) continue;
    complain(isDeclaration(next) ? atDeclarations : elsewhere, misplaced);
  }
  return { elsewhere, atDeclarations };
}

/** Whether nothing stands before a place on its line. */
export function isAlone({ source }: File, pos: Pos): boolean {
  const offset = offsetIn(source, pos);
  const start = source.lineStarts[lineAt(source, offset) - 1] ?? 0;
  return source.text.slice(start, offset).trim() === '';
}

/** Where the token after a place begins. */
export function nextToken({ source }: File, from: Pos): Pos {
  const blank = /(?:[ \t\r\n]|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;
  blank.lastIndex = offsetIn(source, from);
  blank.exec(source.text);
  return posAt(source, blank.lastIndex);
}

/** Whether a declaration other than a function begins at a place, or one of its group. */
export function declarationTest(file: File): (pos: Pos) => boolean {
  const starts = new Set<Pos>([file.packagePos]);
  const add = ({ pos, lparen, specs }: GenDecl): void => {
    if (lparen === noPos) starts.add(pos);
    else for (const spec of specs) starts.add(spec.pos);
  };
  for (const decl of file.decls) {
    inspect(decl, (node) => {
      if (node.kind === 'GenDecl') add(node);
      return true;
    });
    if (decl.kind === 'FuncDecl') starts.add(decl.pos);
  }
  return (pos) => starts.has(pos);
}
