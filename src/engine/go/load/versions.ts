// Comparing versions of Go by their numbers.

/** Negative, zero or positive as `1.21` is before `1.21.3`, and so on. */
export function compareGoVersions(x: string, y: string): number {
  const [a, b] = [numbersOf(x), numbersOf(y)];
  for (let i = 0; i < 3; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): readonly number[] {
  return (/^(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version) ?? []).slice(1).map((n) => Number(n ?? 0));
}
