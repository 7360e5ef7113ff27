// Functions that Go's packages have for themselves under the name of an exported one, as far as the
// compiler sees them when it imports the package: what it says of `math.sqrt` and `fmt.errorf`
// differs from what it says of other misspelt names. Obtained from the compiler itself.

const names = `
bytes: indexFunc lastIndexFunc splitSeq
crypto/sha3: sumSHAKE128 sumSHAKE256
errors: asType
fmt: errorf
hash/maphash: writeComparable
io: copyBuffer
maps: clone
math: acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf erfc exp2 expm1 frexp ldexp log10
 log1p log2 mod pow remainder sin sinh sqrt tan tanh
os: findProcess hostname readlink removeAll rename sameFile tempDir
path/filepath: join splitList
regexp: compile
regexp/syntax: parse
runtime: addCleanup breakpoint callers
runtime/debug: freeOSMemory setGCPercent setMaxStack setMaxThreads setMemoryLimit setPanicOnFault
strconv: unquote
strings: indexFunc lastIndexFunc splitSeq
unicode: to
unicode/utf16: decode
`;

/** The names, by import path. */
export const unexportedNames: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  names
    .trim()
    .split(/\n(?! )/)
    .map((line): [string, ReadonlySet<string>] => {
      const [path = '', list = ''] = line.split(': ');
      return [path, new Set(list.split(/\s+/))];
    }),
);
