// What a misspelt word was perhaps meant to be.

/** `; did you mean …?` when one of the known words is near, else nothing. */
export function suggestion(word: string, known: readonly string[]): string {
  const nearest = nearestOrNull(word, known);
  return nearest === null ? '' : `; did you mean ${nearest}?`;
}

function nearestOrNull(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  // Two mistakes in a long word are a slip, in a short one another word.
  let bestDistance = word.length <= 4 ? 2 : 3;
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Fewest insertions, deletions, replacements and swaps of neighbours that make `a` into `b`. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) distance = Math.min(distance, (before[j - 2] ?? 0) + 1);
      next.push(distance);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
