// A mistake in how the command was called, as opposed to one in the program or in Interleave.

/** The message is for the person and says what would have been right; exit code 2. */
export class UsageError extends Error {}

/** A word as messages show it. */
export function quoted(word: string): string {
  return JSON.stringify(word);
}
