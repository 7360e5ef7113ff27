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
  'MustHaveSymlink(t testing.TB)',
  'MustHaveLink(t testing.TB)',
  'MustHaveParallelism(t testing.TB)',
  'NeedsTool(t testing.TB, tool string)',
  'SkipIfOptimizationOff(t testing.TB)',
];
const absences = ['HasExec', 'HasGoBuild', 'HasGoRun', 'HasCGO', 'HasSrc', 'HasLink'];
const neverTrue = [...absences, 'HasSymlink', 'HasParallelism', 'HasExternalNetwork'];

const testenv = `package testenv

import "testing"

func Builder() string { return "" }
func OptimizationOff() bool { return true }
func CPUIsSlow() bool { return true }
func SkipFlaky(t testing.TB, issue int) { t.Skip("flaky") }
func SkipFlakyNet(t testing.TB) { t.Skip("flaky") }
func SkipIfShortAndSlow(t testing.TB) { t.Skip("slow") }
func GOROOT(t testing.TB) string { t.Skip("needs Go's own files"); return "" }
func GoToolPath(t testing.TB) string { t.Skip("needs a go command"); return "" }
func GoTool() (string, error) { return "", nil }
func Executable(t testing.TB) string { t.Skip("needs other processes"); return "" }
${demands.map((head) => `func ${head} { t.Skip("needs what ${nameOf(head)} demands") }`).join('\n')}
${neverTrue.map((name) => `func ${name}() bool { return false }`).join('\n')}
`;

/** @param {string} head */
function nameOf(head) {
  return `testenv.${head.slice(0, head.indexOf('('))}`;
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
  { name: 'encoding/json/internal/jsontest', text: jsontest },
  ...disabled,
];
