// Tests of Go's library that cannot pass in a simulator, by reason and package. A test that is
// listed and passes counts as a failure, so the lists stay true. Tests marked as skipped by
// themselves, and those that do not compile here, need no line.

/** @type {Readonly<Record<string, Readonly<Record<string, string>>>>} names separated by spaces */
export const impossible = {
  'counts allocations of the real allocator': {
    strings: 'TestBuilderAllocs TestBuilderGrow',
  },
};
