// What an example is to print: the last comment of its body, if it begins with `Output:` or
// `Unordered output:` (go/doc, example.go; go/ast, CommentGroup.Text).

import type { Comment, File, FuncDecl } from '../syntax/ast.ts';

export interface ExampleOutput {
  readonly text: string;
  readonly isUnordered: boolean;
}

/** Null when the example only has to compile. */
export function exampleOutput(file: File, { body }: FuncDecl): ExampleOutput | null {
  if (body === null) return null;
  const inside = file.comments.filter(({ pos, end }) => pos >= body.pos && end <= body.end);
  const text = commentText(lastGroup(file, inside));
  const match = /^\s*(unordered )?output:/i.exec(text);
  if (match === null) return null;
  const rest = text.slice(match[0].length).replace(/^ */, '').replace(/^\n/, '');
  return { text: rest, isUnordered: match[1] !== undefined };
}

/** The last comments with nothing but the end of a line between them. */
function lastGroup(file: File, comments: readonly Comment[]): readonly Comment[] {
  const { source } = file;
  let first = comments.length - 1;
  while (first > 0) {
    const [before, after] = [comments[first - 1], comments[first]];
    if (before === undefined || after === undefined) break;
    const between = source.text.slice(before.end - source.base, after.pos - source.base);
    if (/\S/.test(between) || between.split('\n').length > 2) break;
    first--;
  }
  return comments.slice(Math.max(first, 0));
}

/** The text without its markers, directives, surplus blank lines and trailing spaces. */
function commentText(comments: readonly Comment[]): string {
  const lines = comments.flatMap(({ text }) => linesOf(text)).map((line) => line.trimEnd());
  const kept = lines.filter((line, i) => line !== '' || (i > 0 && lines[i - 1] !== ''));
  while (kept.at(-1) === '') kept.pop();
  return kept.map((line) => `${line}\n`).join('');
}

function linesOf(text: string): readonly string[] {
  if (text.startsWith('/*')) return text.slice(2, -2).split('\n');
  const line = text.slice(2);
  if (/^(line |extern |export |[a-z0-9]+:[a-z0-9])/.test(line)) return [];
  return [line.replace(/^ /, '')];
}
