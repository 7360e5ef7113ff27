// Files of Go's test tree that cannot pass here, each with the reason, for the table. Invariant: what
// is listed was compared with the real toolchain: it fails there too, or its go command says what
// ours says, before the compiler that the file is meant for.

const compilerFails = 'Go’s own compiler does not pass it (types2Failures)';
const goCommand = 'what `go build` says before it compiles';

/** @type {ReadonlyMap<string, string>} by path below the test tree */
export const unreachable = new Map([
  ['shift1.go', compilerFails],
  ['fixedbugs/issue20233.go', compilerFails],
  ['fixedbugs/issue13266.go', goCommand],
  ['fixedbugs/issue4776.go', goCommand],
  ['fixedbugs/issue11362.go', goCommand],
  ['fixedbugs/issue11610a.go', goCommand],
  ['fixedbugs/issue14520a.go', goCommand],
  ['import6.go', goCommand],
  ['syntax/import.go', goCommand],
  ['fixedbugs/issue29190.go', 'slices of 2^63 elements'],
  ['winbatch.go', 'files of the Go tree on disk'],
]);
