// Assertions about our own code. A failure here is a bug in Interleave, never a fault in the
// user's Go: those are diagnostics and verdicts, which are data. Only `worker` and `cli` catch.

/** Throws when an invariant of our own does not hold. The message says which one. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Broken invariant: ${message}`);
}

/** Ends a switch over a closed union: it does not compile while a member is unhandled. */
export function assertNever(value: never, what = 'union member'): never {
  throw new Error(`Broken invariant: unhandled ${what} ${JSON.stringify(value)}`);
}
