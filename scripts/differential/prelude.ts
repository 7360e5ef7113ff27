// What generated programs share: helpers, tables of values at the edges of their types, generic
// functions and types. Only what a program uses is part of it.

import { tableLength } from './expression.ts';

/** Helpers that every program has. */
const helpers = `
var yes, no = true, false

func at(i, n int) int {
	if n == 0 {
		return i
	}
	return (i%n + n) % n
}

func small(x float64) float64 {
	if x != x || x > 100 || x < -100 {
		return 1.5
	}
	if x < 0 {
		return -x
	}
	return x
}

func cut[T ~string](s T, i, j int) T {
	i, j = at(i, len(s)+1), at(j, len(s)+1)
	if i > j {
		i, j = j, i
	}
	return s[i:min(j, i+40)]
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			if err, ok := r.(error); ok {
				fmt.Println(name, "error:", err)
				return
			}
			fmt.Printf("%s panic: %v (%T)\\n", name, r, r)
		}
	}()
	f()
}
`;

const optional: { readonly [name: string]: string } = {
  ref: `
func ref[T any](v T) *T { return &v }
`,
  part: `
func part[S ~[]E, E any](s S, i, j int) S {
	i, j = at(i, len(s)+1), at(j, len(s)+1)
	if i > j {
		i, j = j, i
	}
	return s[i:j]
}
`,
  // Go leaves open which of the values that are not a number an operation gives.
  floatBits: `
func bits64(x float64) uint64 {
	if x != x {
		return 1
	}
	return math.Float64bits(x)
}

func bits32(x float32) uint32 {
	if x != x {
		return 1
	}
	return math.Float32bits(x)
}
`,
  formatters: `
type shouting int

func (s shouting) String() string { return strings.Repeat("A", int(s)) }

type quiet struct{ n int }

func (q *quiet) String() string { return fmt.Sprintf("q%d", q.n) }

type fragile int

func (f fragile) String() string { panic(fmt.Sprint("fragile ", int(f))) }

type custom struct{}

func (custom) Format(s fmt.State, verb rune) {
	width, has := s.Width()
	fmt.Fprintf(s, "<%c %d %t %t>", verb, width, has, s.Flag('+'))
}

type failure struct{}

func (failure) Error() string    { return "failed" }
func (failure) GoString() string { return "failure!" }
`,
  collections: `
type Number interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}

func mapped[T, U any](s []T, f func(T) U) []U {
	var out []U
	for _, v := range s {
		out = append(out, f(v))
	}
	return out
}

func kept[S ~[]E, E any](s S, f func(E) bool) S {
	out := s[:0:0]
	for _, v := range s {
		if f(v) {
			out = append(out, v)
		}
	}
	return out
}

func sum[T Number](s ...T) (total T) {
	for _, v := range s {
		total += v
	}
	return
}

type Stack[T any] struct {
	items []T
	top   *T
}

func (s *Stack[T]) Push(v T) *Stack[T] {
	s.items = append(s.items, v)
	s.top = &s.items[len(s.items)-1]
	return s
}

func (s *Stack[T]) Pop() (v T, ok bool) {
	if len(s.items) == 0 {
		return v, false
	}
	v = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, true
}

func (s *Stack[T]) All() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		for i := len(s.items) - 1; i >= 0; i-- {
			if !yield(i, s.items[i]) {
				return
			}
		}
	}
}

type Pair[A comparable, B any] struct {
	First  A
	Second B
}

func (p Pair[A, B]) String() string { return fmt.Sprintf("<%v|%v>", p.First, p.Second) }

func pairOf[A comparable, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }

type Tree[K cmp.Ordered, V any] struct {
	left, right *Tree[K, V]
	key         K
	value       V
}

func (t *Tree[K, V]) Put(key K, value V) *Tree[K, V] {
	if t == nil {
		return &Tree[K, V]{key: key, value: value}
	}
	switch c := cmp.Compare(key, t.key); {
	case c < 0:
		t.left = t.left.Put(key, value)
	case c > 0:
		t.right = t.right.Put(key, value)
	default:
		t.value = value
	}
	return t
}

func (t *Tree[K, V]) Walk(yield func(K, V) bool) bool {
	return t == nil || t.left.Walk(yield) && yield(t.key, t.value) && t.right.Walk(yield)
}

func (t *Tree[K, V]) All() func(func(K, V) bool) {
	return func(yield func(K, V) bool) { t.Walk(yield) }
}
`,
};

const tables: { readonly [type: string]: readonly string[] } = {
  int: ['-9223372036854775808', '9223372036854775807', '-1', '0', '7', '1000003'],
  int8: ['-128', '127', '-1', '0', '5', '64'],
  int16: ['-32768', '32767', '-1', '0', '300', '9'],
  int32: ['-2147483648', '2147483647', '-1', '0', '97', '70000'],
  int64: ['-9223372036854775808', '9223372036854775807', '-1', '0', '4294967296', '3'],
  uint: ['18446744073709551615', '0', '1', '9', '4294967295', '1 << 53'],
  uint8: ['255', '0', '1', '128', '65', '16'],
  uint16: ['65535', '0', '1', '256', '9', '3000'],
  uint32: ['4294967295', '0', '1', '65536', '77', '2147483648'],
  uint64: ['18446744073709551615', '0', '1', '9223372036854775808', '12345678901', '6'],
  uintptr: ['18446744073709551615', '0', '1', '8', '4096', '1 << 40'],
  float32: ['0', '1.5', '-2.25', '3.4e38', '1e-45', '16777217'],
  float64: ['0', '0.1', '-1e300', '1e-320', '9007199254740993', '2.5'],
  complex64: ['0', '1+2i', '-0.5i', '3e20', '1e-20+1i', '2'],
  complex128: ['0', '1-1i', '2.5i', '1e200', '-3+0.1i', '7'],
  string: ['""', '"a"', '"héllo"', '"日本語"', '"x\\xffy"', '"  Go go "'],
};

const packages = [
  ...['cmp', 'context', 'errors', 'fmt', 'maps', 'math', 'math/bits', 'os', 'slices', 'sort'],
  ...['strconv', 'strings', 'sync', 'sync/atomic', 'time', 'unicode/utf8'],
];

/** The text of a program around its own declarations. */
export function programText(preludes: ReadonlySet<string>, declarations: string): string {
  const parts: string[] = [helpers];
  for (const [name, part] of Object.entries(optional)) if (preludes.has(name)) parts.push(part);
  for (const [type, values] of Object.entries(tables)) {
    if (!preludes.has(`k${type}`)) continue;
    if (values.length !== tableLength) throw new Error(`Broken invariant: table of ${type}`);
    parts.push(`\nvar k${type} = []${type}{${values.join(', ')}}\n`);
  }
  const whole = parts.join('') + declarations;
  const imports = packages.filter((path) =>
    new RegExp(`(?<![\\w.])${path.replace(/.*\//, '')}\\.[A-Z]`).test(whole),
  );
  const list = imports.sort().map((path) => `\t"${path}"\n`);
  return `package main\n\nimport (\n${list.join('')})\n${whole}`;
}
