// The settings of GODEBUG that a program is built with, as the go command gives them to the linker
// (https://go.dev/doc/godebug): those of old Go for an old module, then `//go:debug` lines.

import { versionAllows } from '../types/version.ts';
import type { LowerPackage } from './options.ts';

/** Since which language version Go behaves otherwise, and the setting before (internal/godebugs). */
const changed: readonly (readonly [version: string, setting: string])[] = [
  ['go1.24', 'randseednop=0'],
];

/** Settings with commas between; of two for one name the last holds. */
export function builtInSettings(packages: readonly LowerPackage[]): string {
  const main = packages.findLast(({ library }) => !library);
  if (main === undefined) return '';
  const old = changed.flatMap(([version, setting]) =>
    versionAllows(main.pkg.goVersion, version) ? [] : [setting],
  );
  const lines = main.files.flatMap((file) =>
    file.comments.flatMap(({ text, pos }) => {
      const [, setting] = /^\/\/go:debug[ \t]+(\S+=\S*)\s*$/.exec(text) ?? [];
      return setting === undefined || pos >= file.packagePos ? [] : [setting];
    }),
  );
  return [...old, ...lines].join(',');
}
