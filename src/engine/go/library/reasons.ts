// Why something of Go's library is not there, and what is there instead: sentences that the
// compiler shows and the page about the library lists. Written by hand; the rest is derived.

/** By import path, or by the first elements of one. */
export const packageReasons: Readonly<Record<string, string>> = {
  C: 'programs run in a simulator, which has no C compiler',
  archive: 'there are no real files; archive/txtar texts are opened by Interleave itself',
  compress: 'nothing in the simulator is compressed',
  crypto:
    'of cryptography there are hash functions, crypto/hmac, crypto/rand and crypto/subtle only',
  database: 'there is no database in the simulator',
  debug: 'there are no executables in the simulator',
  'encoding/gob': 'encoding/json and encoding/binary are available',
  'encoding/xml': 'encoding/json is available',
  expvar: 'there is no network in the simulator',
  go: 'the compiler of the simulator is not written in Go',
  'html/template': 'text/template is available',
  image: 'a program in the simulator shows text only',
  'index/suffixarray': 'packages strings and regexp are available',
  'log/syslog': 'there is no operating system under the simulator; log and log/slog are available',
  mime: 'there is no network in the simulator',
  net: 'there is no network in the simulator; goroutines and channels can stand for the two ends',
  'os/exec': 'there are no other processes in the simulator',
  'os/user': 'there is no operating system under the simulator',
  plugin: 'there is no operating system under the simulator',
  'runtime/cgo': 'programs run in a simulator, which has no C compiler',
  'runtime/coverage': 'coverage is not measured',
  'runtime/metrics': 'runtime.ReadMemStats is available',
  'runtime/race': 'races are found by the option --race',
  simd: 'the simulator has no vector instructions',
  syscall: 'there is no operating system under the simulator',
  unsafe: 'values in the simulator have no addresses or memory layout',
  weak: 'memory is never reclaimed while the program can tell',
};

/** Of provided packages: why parts of them are missing. */
export const partReasons: Readonly<Record<string, string>> = {
  'math/big': 'encoding/gob is not available',
  'math/rand': 'encoding/gob is not available',
  os: 'files are in memory, and there are no other processes',
  reflect: 'values in the simulator have no addresses or memory layout',
  'regexp/syntax': 'regexp compiles patterns without showing their parsed form',
  runtime: 'profiles are not taken',
  'runtime/debug': 'there is no operating system under the simulator',
  'runtime/trace': 'the simulator keeps a trace of every run itself',
  'sync/atomic': 'unsafe.Pointer is not available; atomic.Pointer is',
  syscall: 'there is no operating system under the simulator',
};
