// Go text for names that a package of Go's library exports to its own tests only (export_test.go),
// where ours can say the same by its public names: one function where Go has two, or the zone that
// tests of time are run in. Tests that need more than that are out of reach.

/**
 * @typedef {object} StandIn
 * @property {string} imports Go text
 * @property {string} text declarations; the package itself is imported by a point
 */

/** @type {Readonly<Record<string, StandIn>>} by import path */
const standIns = {
  math: {
    imports: '',
    text: `
func ExpGo(x float64) float64      { return Exp(x) }
func Exp2Go(x float64) float64     { return Exp2(x) }
func HypotGo(p, q float64) float64 { return Hypot(p, q) }
func SqrtGo(x float64) float64     { return Sqrt(x) }
`,
  },
  'math/bits': { imports: '', text: 'const DeBruijn64 = 0x03f79d71b4ca8b09\n' },
  sync: {
    imports: '',
    text: `
func Runtime_procPin() int { return 0 }
func Runtime_procUnpin()   {}

var _ Mutex
`,
  },
  time: {
    imports: 'import standinsyscall "syscall"\n',
    text: `
const UnixToInternal int64 = (1969*365 + 1969/4 - 1969/100 + 1969/400) * 86400

var _, ErrLocation = LoadLocation("/")

func init() { ForceUSPacificForTesting() }

func ForceUSPacificForTesting() {
	pacific, err := LoadLocation("America/Los_Angeles")
	if err != nil {
		panic(err)
	}
	*Local = *pacific
}

func ResetZoneinfoForTesting() {}

func DisablePlatformSources() (undo func()) { return func() {} }

func Interrupt() { standinsyscall.Kill(standinsyscall.Getpid(), standinsyscall.SIGCHLD) }
`,
  },
};

/**
 * The file that stands in for what tests of a package see of its inside, or ''.
 * @param {string} path
 * @param {string} header the tests' package clause
 */
export function standInText(path, header) {
  const standIn = standIns[path];
  if (standIn === undefined) return '';
  return `${header}\n\nimport . "${path}"\n${standIn.imports}\n${standIn.text}`;
}

/**
 * A test's text with the names that are stood in for, as its own package has them.
 * @param {string} path
 * @param {string} text
 */
export function withStandIns(path, text) {
  const declared = /^(?:func|const|var)(?: _,)? ([A-Z]\w+)/gm;
  const names = [...(standIns[path]?.text ?? '').matchAll(declared)].map(([, name]) => name);
  if (names.length === 0) return text;
  const own = path.slice(path.lastIndexOf('/') + 1);
  return text.replace(new RegExp(`\\b${own}\\.(${names.join('|')})\\b`, 'g'), '$1');
}
