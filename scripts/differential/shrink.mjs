// Makes a program with a difference smaller: leaves out lines and whole blocks as long as the
// difference stays. What can go each on its own is tried together, so that few rounds are needed.

/** @typedef {{ from: number, to: number }} Piece lines, both included */

const candidatesAtOnce = 40;

/**
 * @param {string} text
 * @param {(candidates: readonly string[]) => readonly boolean[]} stillDiffers of many at once
 * @param {number} rounds at most
 * @returns {string}
 */
export function shrink(text, stillDiffers, rounds) {
  let current = text;
  let at = 0;
  for (let round = 0; round < rounds; round++) {
    const pieces = piecesOf(current);
    if (at >= pieces.length) break;
    const tried = pieces.slice(at, at + candidatesAtOnce);
    const differs = stillDiffers(tried.map((piece) => without(current, [piece])));
    const removable = tried.filter((_, i) => differs[i]);
    const [first] = removable;
    if (first === undefined) {
      at += candidatesAtOnce;
      continue;
    }
    current = together(current, removable, stillDiffers) ?? without(current, [first]);
    // Smaller pieces may have become removable, but what is before has been tried for now.
    if (at > 0 && at >= piecesOf(current).length) at = 0;
  }
  return current;
}

/**
 * The text without as many of the pieces as can go together: all, or a half, a quarter, …
 * @param {string} text
 * @param {readonly Piece[]} removable
 * @param {(candidates: readonly string[]) => readonly boolean[]} stillDiffers
 * @returns {string | null}
 */
function together(text, removable, stillDiffers) {
  /** @type {string[]} */
  const candidates = [];
  for (let size = removable.length; size > 1; size = Math.floor(size / 2)) {
    for (let from = 0; from + size <= removable.length && from < 4 * size; from += size) {
      candidates.push(without(text, removable.slice(from, from + size)));
    }
  }
  if (candidates.length === 0) return null;
  return candidates[stillDiffers(candidates).indexOf(true)] ?? null;
}

/** @param {string} text @param {readonly Piece[]} pieces */
function without(text, pieces) {
  return text
    .split('\n')
    .filter((_, line) => !pieces.some(({ from, to }) => from <= line && line <= to))
    .join('\n');
}

/** @param {string} text @returns {Piece[]} each a statement or declaration, large ones first */
function piecesOf(text) {
  const lines = text.split('\n');
  /** @type {Piece[]} */
  const pieces = [];
  for (let from = 0; from < lines.length; from++) {
    const line = lines[from] ?? '';
    if (line.trim() === '' || /^[)}]/.test(line.trim())) continue;
    const indent = /^\t*/.exec(line)?.[0].length ?? 0;
    let to = from;
    if (/[{(]$/.test(line)) {
      to = from + 1;
      while (to < lines.length && !isClosing(lines[to] ?? '', indent)) to++;
    }
    pieces.push({ from, to });
    // The body without its head.
    if (to > from + 1) pieces.push({ from: from + 1, to: to - 1 });
  }
  return pieces.sort((a, b) => b.to - b.from - (a.to - a.from));
}

/** @param {string} line @param {number} indent */
function isClosing(line, indent) {
  return (/^\t*/.exec(line)?.[0].length ?? 0) <= indent && /^\t*[)}]/.test(line);
}
