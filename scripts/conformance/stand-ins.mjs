// Go text for names that a package of Go's library exports to its own tests only (export_test.go),
// where ours can say the same by its public names: one function where Go has two, or the zone that
// tests of time are run in. Tests that need more than that are out of reach.

/**
 * @typedef {object} StandIn
 * @property {string} imports Go text
 * @property {string} text declarations; the package itself is imported by a point
 * @property {readonly (readonly [declared: string, known: string])[]} [linked] variables of Go's
 *   runtime that tests link to, with their values
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
  'math/rand': {
    imports: '',
    text: `
// Int31nForTest takes as many numbers as Shuffle does for one of its choices (Lemire's method).
func Int31nForTest(r *Rand, n int32) int32 {
	product := uint64(r.Uint32()) * uint64(n)
	for least := uint32(-n) % uint32(n); uint32(product) < least; {
		product = uint64(r.Uint32()) * uint64(n)
	}
	return int32(product >> 32)
}
`,
  },
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

var standInLeast int64 = -1<<63 + 50
var NotMonoNegativeTime = Unix(standInLeast-UnixToInternal, 0).UTC()

var _, ErrLocation = LoadLocation("/")

var _ = ForceUSPacificForTesting()

// ForceUSPacificForTesting gives Local the clocks of Los Angeles without another name.
func ForceUSPacificForTesting() bool {
	pacific, err := LoadLocation("America/Los_Angeles")
	if err == nil {
		pacific, err = LoadLocationFromTZData("Local", standInZone(pacific))
	}
	if err != nil {
		panic(err)
	}
	_ = Local.String() // What the environment says is read before.
	*Local = *pacific
	return true
}

// standInZone is the file of a zone.
func standInZone(place *Location) []byte {
	word := func(x int) string { return string([]byte{byte(x >> 24), byte(x >> 16), byte(x >> 8), byte(x)}) }
	head := func(changes, kinds, letters int) string {
		return "TZif2" + string(make([]byte, 15+3*4)) + word(changes) + word(kinds) + word(letters)
	}
	kinds := map[string]byte{}
	instants, chosen, records, letters := "", "", "", ""
	for t := Date(1800, 1, 1, 0, 0, 0, 0, place); t.Year() < 2038; {
		start, end := t.ZoneBounds()
		name, offset := t.Zone()
		record := word(offset) + "\\x00"
		if t.IsDST() {
			record = word(offset) + "\\x01"
		}
		kind, ok := kinds[record+name]
		if !ok {
			kind = byte(len(kinds))
			kinds[record+name] = kind
			records += record + string([]byte{byte(len(letters))})
			letters += name + "\\x00"
		}
		if !start.IsZero() {
			instants += word(int(start.Unix()>>32)) + word(int(start.Unix()))
			chosen += string([]byte{kind})
		}
		t = end
	}
	body := instants + chosen + records + letters
	return []byte(head(0, 0, 0) + head(len(chosen), len(kinds), len(letters)) + body + "\\nPST8PDT,M3.2.0,M11.1.0\\n")
}

func ResetZoneinfoForTesting() {}

func DisablePlatformSources() (undo func()) { return func() {} }

func Interrupt() { standinsyscall.Kill(standinsyscall.Getpid(), standinsyscall.SIGCHLD) }
`,
    linked: [['var haveHighResSleep bool', 'var haveHighResSleep = true']],
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
  let result = text;
  for (const [old, known] of standIns[path]?.linked ?? []) result = result.replace(old, known);
  const declared = /^(?:func|const|var)(?: _,)? ([A-Z]\w+)/gm;
  const names = [...(standIns[path]?.text ?? '').matchAll(declared)].map(([, name]) => name);
  if (names.length === 0) return result;
  const own = path.slice(path.lastIndexOf('/') + 1);
  return result.replace(new RegExp(`\\b${own}\\.(${names.join('|')})\\b`, 'g'), '$1');
}
