// Language versions (types2 version.go, go/version): "go1.21" and the like.

/** The language this checker knows, and the default. */
export const currentGoVersion = 'go1.27';

const pattern = /^go([0-9]+)(?:\.([0-9]+))?/;

/** "go1.21" of "go1.21.3" or "go1.21rc1"; "" if it is no version. */
export function languageVersion(version: string): string {
  const match = pattern.exec(version);
  if (match === null) return '';
  return match[2] === undefined ? `go${match[1] ?? ''}` : `go${match[1] ?? ''}.${match[2]}`;
}

/** Negative, zero or positive as x is before, the same as or after y. */
export function compareVersions(x: string, y: string): number {
  const [a, b] = [pattern.exec(x), pattern.exec(y)];
  const major = Number(a?.[1] ?? 0) - Number(b?.[1] ?? 0);
  return major !== 0 ? major : Number(a?.[2] ?? 0) - Number(b?.[2] ?? 0);
}

/** Whether a language version allows what came with `wanted`; "" allows everything. */
export function versionAllows(version: string, wanted: string): boolean {
  return version === '' || compareVersions(version, wanted) >= 0;
}
