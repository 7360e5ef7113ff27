// Where a top-level function and its body end in a file that gofmt has formatted, without reading
// them: a body ends on the line where it begins, or at the first brace that begins a line.

/** Offset of the brace that closes the one at `opening`; -1 if there is none. */
export function closingBrace(text: string, opening: number): number {
  const newline = text.indexOf('\n', opening);
  const lineEnd = newline < 0 ? text.length : newline;
  let depth = 0;
  for (let at = opening; at < lineEnd; at++) {
    const character = text[at];
    if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at;
    } else if (character === '/' && text[at + 1] === '/') break;
    else if (character === '"' || character === "'" || character === '`') {
      at = endOfQuoted(text, at, character);
    }
  }
  const line = text.indexOf('\n}', opening);
  return line < 0 ? -1 : line + 1;
}

/** Offset just past the declaration of the function or type whose name ends at or before `from`. */
export function declarationEnd(text: string, from: number): number {
  let depth = 0;
  let end = from;
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\n' && depth === 0) break;
    if (character === ' ' || character === '\t' || character === '\n') continue;
    if (character === '/' && text[at + 1] === '/') {
      at = text.indexOf('\n', at) - 1;
      continue;
    }
    if (character === '"' || character === "'" || character === '`') {
      at = endOfQuoted(text, at, character);
    } else if (character === '{') {
      // A body, or a type of several lines: its brace begins a line, too.
      const closing = closingBrace(text, at);
      if (closing < 0) return text.length;
      at = closing;
    } else if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    end = at + 1;
  }
  return end;
}

/** Offset of the quote that ends the literal at `from`. */
function endOfQuoted(text: string, from: number, quote: string): number {
  let at = from + 1;
  while (at < text.length && text[at] !== quote) {
    if (text[at] === '\\' && quote !== '`') at += 1;
    at += 1;
  }
  return at;
}
