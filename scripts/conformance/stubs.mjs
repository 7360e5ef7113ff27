// Packages that only Go's own tests may import, as far as tests need them where there is no
// operating system, no go command and no compiler that optimises. Tests import them under a path
// of this module.

/** What is skipped, by the name of the function that demands it. */
const demands = [
  'MustHaveExec(t testing.TB)',
  'MustHaveExecPath(t testing.TB, path string)',
  'MustHaveGoBuild(t testing.TB)',
  'MustHaveGoRun(t testing.TB)',
  'MustHaveCGO(t testing.TB)',
  'MustHaveBuildMode(t testing.TB, mode string)',
  'MustInternalLink(t testing.TB, with any)',
  'MustHaveExternalNetwork(t testing.TB)',
  'MustHaveSource(t testing.TB)',
  'MustHaveParallelism(t testing.TB)',
  'NeedsTool(t testing.TB, tool string)',
  'SkipIfOptimizationOff(t testing.TB)',
];
const absences = ['HasExec', 'HasGoBuild', 'HasGoRun', 'HasCGO', 'HasSrc'];
const neverTrue = [...absences, 'HasParallelism', 'HasExternalNetwork'];

const testenv = `package testenv

import (
	"context"
	"io"
	"os"
	"testing"
)

// A Cmd would be another process.
type Cmd struct {
	Path           string
	Args, Env      []string
	Dir            string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	ExtraFiles     []*os.File
	Process        *os.Process
	ProcessState   *os.ProcessState
	Cancel         func() error
}

func Command(t testing.TB, name string, args ...string) *Cmd {
	t.Skip("no simulator has other processes")
	return nil
}

func CommandContext(t testing.TB, ctx context.Context, name string, args ...string) *Cmd {
	return Command(t, name, args...)
}

func CleanCmdEnv(cmd *Cmd) *Cmd { return cmd }

func (c *Cmd) Run() error                         { return nil }
func (c *Cmd) Start() error                       { return nil }
func (c *Cmd) Wait() error                        { return nil }
func (c *Cmd) Environ() []string                  { return nil }
func (c *Cmd) String() string                     { return "" }
func (c *Cmd) Output() ([]byte, error)            { return nil, nil }
func (c *Cmd) CombinedOutput() ([]byte, error)    { return nil, nil }
func (c *Cmd) StdinPipe() (io.WriteCloser, error) { return nil, nil }
func (c *Cmd) StdoutPipe() (io.ReadCloser, error) { return nil, nil }
func (c *Cmd) StderrPipe() (io.ReadCloser, error) { return nil, nil }

func Builder() string { return "" }
func OptimizationOff() bool { return true }
func CPUIsSlow() bool { return true }
func SkipFlaky(t testing.TB, issue int) { t.Skip("flaky") }
func SkipFlakyNet(t testing.TB) { t.Skip("flaky") }
func SkipIfShortAndSlow(t testing.TB) { t.Skip("slow") }
func GOROOT(t testing.TB) string { t.Skip("needs Go's own files"); return "" }
func GoToolPath(t testing.TB) string { t.Skip("needs a go command"); return "" }
func GoTool() (string, error) { return "", nil }
func Executable(t testing.TB) string { t.Skip("no simulator has other processes"); return "" }
func HasSymlink() bool { return true }
func HasLink() bool { return true }
func MustHaveSymlink(t testing.TB) {}
func MustHaveLink(t testing.TB) {}
func SyscallIsNotSupported(err error) bool { return false }
func WriteImportcfg(t testing.TB, path string, files map[string]string, packages ...string) {}
${demands.map((head) => `func ${head} { t.Skip("${demandOf(head)}") }`).join('\n')}
${neverTrue.map((name) => `func ${name}() bool { return false }`).join('\n')}
`;

/** @param {string} head */
function demandOf(head) {
  const name = head.slice(0, head.indexOf('('));
  const isProcess = /Exec|GoBuild|GoRun|CGO|Tool/.test(name);
  return isProcess ? 'no simulator has other processes' : `needs what testenv.${name} demands`;
}

const disabled = ['asan', 'msan', 'race'].map((name) => ({
  name: `internal/${name}`,
  text: `package ${name}\n\nconst Enabled = false\n`,
}));

const systems = ['Windows', 'Plan9', 'Js', 'Wasip1', 'Android', 'Darwin', 'Ios', 'Freebsd'];
const goos = `package goos

const GOOS = "linux"
const IsLinux = 1
${systems.map((name) => `const Is${name} = 0`).join('\n')}
`;

/** Tests of hash functions, without what looks at memory or at several implementations. */
const cryptotest = `package cryptotest

import (
	"conformance/testhash"
	"hash"
	"testing"
)

type MakeHash func() hash.Hash

func TestHash(t *testing.T, mh MakeHash) { testhash.TestHash(t, testhash.MakeHash(mh)) }

func TestAllImplementations(t *testing.T, pkg string, f func(t *testing.T)) { f(t) }

func BoundarySlices(t *testing.T, size int) (start, end []byte) {
	return make([]byte, size), make([]byte, size)
}

func SkipTestAllocations(t *testing.T) { t.Skip("counts allocations") }
`;

const boring = `package boring

const Enabled = false
`;

const fips140hash = `package fips140hash

import "hash"

func Unwrap(h hash.Hash) hash.Hash                         { return h }
func UnwrapNew[H hash.Hash](newHash func() H) func() H { return newHash }
`;

const goarch = `package goarch

const (
	GOARCH    = "amd64"
	PtrSize   = 8
	BigEndian = false
	Int64Align = 8
)
`;

const jsontest = `package jsontest

import (
	"fmt"
	"path"
	"runtime"
)

type CasePos struct{ pc uintptr }

type CaseName struct {
	Name  string
	Where CasePos
}

func (where CasePos) String() string {
	frame, _ := runtime.CallersFrames([]uintptr{where.pc}).Next()
	return fmt.Sprintf("%s:%d", path.Base(frame.File), frame.Line)
}

func Name(name string) CaseName {
	var pcs [1]uintptr
	runtime.Callers(2, pcs[:])
	return CaseName{name, CasePos{pcs[0]}}
}
`;

/** Package texts by Go's import path. */
export const stubs = [
  { name: 'internal/testenv', text: testenv },
  { name: 'internal/goos', text: goos },
  { name: 'internal/goarch', text: goarch },
  { name: 'encoding/json/internal/jsontest', text: jsontest },
  { name: 'crypto/internal/cryptotest', text: cryptotest },
  { name: 'crypto/internal/boring', text: boring },
  { name: 'crypto/internal/fips140hash', text: fips140hash },
  ...disabled,
];

/**
 * Files of the tree that such packages consist of, read where they are.
 * @type {readonly (readonly [name: string, file: string])[]}
 */
export const ownHelpers = [
  ['internal/testhash', 'internal/testhash/hash.go'],
  ['crypto/internal/cryptotest', 'crypto/internal/cryptotest/methods.go'],
  ['reflect/internal/example1', 'reflect/internal/example1/example.go'],
  ['reflect/internal/example2', 'reflect/internal/example2/example.go'],
];
