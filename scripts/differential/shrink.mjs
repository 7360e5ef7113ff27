// Makes a program with a difference smaller: leaves out lines and whole blocks as long as the
// difference stays.

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
    const candidates = removals(current).filter((each) => each !== current);
    if (candidates.length === 0) break;
    // Begin where the last success was: what stands before it has been tried.
    const ordered = [...candidates.slice(at), ...candidates.slice(0, at)].slice(0, 40);
    const kept = stillDiffers(ordered).indexOf(true);
    if (kept >= 0) current = ordered[kept] ?? current;
    else if (candidates.length <= 40) break;
    at = kept >= 0 ? Math.min(at + kept, candidates.length - 1) : (at + 40) % candidates.length;
  }
  return current;
}

/** @param {string} text @returns {string[]} without one statement or declaration, large ones first */
function removals(text) {
  const lines = text.split('\n');
  /** @type {{ from: number, to: number }[]} */
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
  pieces.sort((a, b) => b.to - b.from - (a.to - a.from));
  return pieces.map(({ from, to }) => [...lines.slice(0, from), ...lines.slice(to + 1)].join('\n'));
}

/** @param {string} line @param {number} indent */
function isClosing(line, indent) {
  return (/^\t*/.exec(line)?.[0].length ?? 0) <= indent && /^\t*[)}]/.test(line);
}
