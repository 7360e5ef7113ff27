// What the machine needs of package runtime though no program names it: the types of the values of
// run-time panics.

export const machineRoots: readonly string[] = [
  'runtime.errorString',
  'runtime.plainError',
  'runtime.boundsError',
  'runtime.TypeAssertionError',
  'runtime.PanicNilError',
];
