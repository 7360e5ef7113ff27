// What a caller lends to the functions that explain types: how types are printed in messages and
// which language version holds. The checker is one; `plainHost` serves outside of checking.

import { plainFormat, type TypeFormat } from './type-string.ts';

export interface TypeHost {
  readonly format: TypeFormat;
  /** Whether the language version is at least `version`, like "go1.21". */
  allowVersion(version: string): boolean;
}

/** Package paths in full, the newest language. */
export const plainHost: TypeHost = { format: plainFormat, allowVersion: () => true };

/** Receives the reason of a failure; callers that do not want it pass null. */
export interface Cause {
  text: string;
}
