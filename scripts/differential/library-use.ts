// Statements that use the library and the corners of the language where implementations slip:
// method values, struct keys, conversions to arrays, parsing and formatting numbers, errors.

import { basic, int, integers, text, write } from './go-type.ts';
import { expression, leaf } from './expression.ts';
import type { Writer } from './writer.ts';

/** Writes one of them. */
export function libraryUse(w: Writer): void {
  w.random.pick(uses)(w);
}

const uses: readonly ((w: Writer) => void)[] = [
  parsing,
  formatting,
  bits,
  stringsUse,
  sorting,
  methodValues,
  structKeys,
  arrays,
  errorChains,
  durations,
  deferOrder,
  rangeCopies,
  gotoLoop,
  embeddedInterface,
  formatters,
  runes,
  constants,
  maps,
  builders,
  generatorsWithDefer,
];

function parsing(w: Writer): void {
  const { random } = w;
  const name = w.fresh('n');
  const inputs = [
    '"12"',
    '"-9"',
    '"0x1f"',
    '"1e3"',
    '"99999999999999999999"',
    '"x"',
    '"3.25"',
    '"+Inf"',
    '"1_000"',
    '"0b11"',
    '""',
    '"\\xff"',
  ];
  const input = random.pick(inputs);
  switch (random.below(5)) {
    case 0:
      w.line(`${name}, ${name}err := strconv.Atoi(${input})`);
      break;
    case 1:
      w.line(
        `${name}, ${name}err := strconv.ParseInt(${input}, ${random.pick(['0', '10', '16', '2'])}, ${random.pick(['8', '16', '32', '64'])})`,
      );
      break;
    case 2:
      w.line(`${name}, ${name}err := strconv.ParseFloat(${input}, ${random.pick(['32', '64'])})`);
      break;
    case 3:
      w.line(`${name}, ${name}err := strconv.ParseUint(${input}, 0, ${random.pick(['8', '64'])})`);
      break;
    default:
      w.line(`${name}, ${name}err := strconv.Unquote(strconv.Quote(${expression(w, text, 2)}))`);
  }
  w.line(`fmt.Println(${name}, ${name}err)`);
}

function formatting(w: Writer): void {
  const { random } = w;
  const float = expression(w, basic('float64'), 2);
  const verb = random.pick(["'f'", "'e'", "'g'", "'G'", "'b'", "'x'"]);
  w.line(
    `fmt.Println(strconv.FormatFloat(${float}, ${verb}, ${random.below(12) - 1}, ${random.pick(['32', '64'])}))`,
  );
  w.line(
    `fmt.Println(strconv.FormatInt(${expression(w, basic('int64'), 2)}, ${2 + random.below(35)}), strconv.QuoteToASCII(${expression(w, text, 2)}))`,
  );
}

function bits(w: Writer): void {
  const { random } = w;
  const wide = (): string => expression(w, basic('uint64'), 2);
  const func = random.pick([
    'OnesCount64',
    'LeadingZeros64',
    'TrailingZeros64',
    'Reverse64',
    'ReverseBytes64',
    'Len64',
  ]);
  w.line(
    `fmt.Println(bits.${func}(${wide()}), bits.RotateLeft64(${wide()}, ${random.below(80) - 40}))`,
  );
  w.line(`fmt.Println(bits.Mul64(${wide()}, ${wide()}))`);
  w.line(`fmt.Println(bits.Add64(${wide()}, ${wide()}, ${random.below(2)}))`);
  w.preludes.add('floatBits');
  w.line(
    `fmt.Println(bits64(${expression(w, basic('float64'), 2)}), bits32(${expression(w, basic('float32'), 2)}))`,
  );
}

function stringsUse(w: Writer): void {
  const s = (): string => expression(w, text, 2);
  const calls = [
    () => `strings.Split(${s()}, ${leaf(w, text)})`,
    () => `strings.Fields(${s()})`,
    () => `strings.Index(${s()}, ${leaf(w, text)})`,
    () => `strings.ReplaceAll(${s()}, ${leaf(w, text)}, "-")`,
    () => `strings.Map(func(r rune) rune { if r > 'k' { return -1 }; return r + 1 }, ${s()})`,
    () => `strings.TrimLeft(${s()}, "aGx ")`,
    () => `strings.EqualFold(${s()}, ${s()})`,
    () => `strings.Count(${s()}, ${leaf(w, text)})`,
    () => `[]byte(${s()})`,
    () => `[]rune(${s()})`,
    () => `strings.SplitN(${s()}, "", ${w.random.below(5) - 1})`,
    () => `strings.LastIndex(${s()}, ${leaf(w, text)})`,
    () => `strings.Join([]string{${s()}, ${s()}}, ${leaf(w, text)})`,
    () => `strings.ToTitle(${s()})`,
  ];
  w.line(`fmt.Printf("%q\\n", ${w.random.pick(calls)()})`);
  w.line(`fmt.Println(${w.random.pick(calls)()})`);
}

function sorting(w: Writer): void {
  const type = basic(w.random.pick(['int', 'string', 'float64', 'uint8']));
  const name = w.fresh('list');
  const items = Array.from({ length: 2 + w.random.below(5) }, () => expression(w, type, 2));
  w.line(`${name} := []${write(type)}{${items.join(', ')}}`);
  w.line(
    `sort.SliceStable(${name}, func(i, j int) bool { return ${name}[i] ${w.random.pick(['<', '>'])} ${name}[j] })`,
  );
  w.line(`fmt.Println(${name}, slices.Max(${name}), slices.Contains(${name}, ${leaf(w, type)}))`);
  w.line(`slices.SortFunc(${name}, func(a, b ${write(type)}) int { return cmp.Compare(b, a) })`);
  w.line(`fmt.Println(slices.Compact(${name}))`);
}

function methodValues(w: Writer): void {
  const type = w.random.pick(w.structs);
  const name = w.fresh('s');
  w.line(`${name} := ${type.byPointer ? '&' : ''}${type.name}{}`);
  w.line(`${name}f := ${name}.Calc`);
  const int64 = basic('int64');
  const call = type.byPointer ? `(*${type.name}).Calc` : `${type.name}.Calc`;
  w.line(
    `try("method", func() { fmt.Println(${name}f(${leaf(w, int64)}), ${call}(${name}, ${leaf(w, int64)})) })`,
  );
  w.line(`var ${name}i Shape`);
  w.line(`try("nil method", func() { fmt.Println(${name}i.Name()) })`);
  w.line(`${name}i = ${name}`);
  w.line(`try("method", func() { g := Shape.Name; fmt.Println(g(${name}i)) })`);
}

function structKeys(w: Writer): void {
  const name = w.fresh('m');
  w.line(`type key${name} struct { a int; b string }`);
  w.line(`${name} := map[any]int{key${name}{1, "x"}: 1, [2]int{1, 2}: 2, ${leaf(w, text)}: 3}`);
  w.line(`${name}[key${name}{${expression(w, int, 1)}, "x"}]++`);
  w.line(`${name}[1.5] = ${expression(w, int, 2)}`);
  w.line(
    `fmt.Println(len(${name}), ${name}[key${name}{1, "x"}], ${name}[[2]int{1, 2}], ${name}[1], ${name}[1.5])`,
  );
  w.line(
    `try("key", func() { ${name}[${w.random.pick(['[]int{1}', 'map[int]int{}', 'func() {}', 'struct{ f any }{[]int{}}'])}] = 1 })`,
  );
}

function arrays(w: Writer): void {
  const name = w.fresh('a');
  w.line(`${name} := []int{1, 2, ${expression(w, int, 2)}, 4}`);
  w.line(`${name}p := (*[2]int)(${name})`);
  w.line(`${name}p[1] = ${expression(w, int, 2)}`);
  w.line(`${name}v := [3]int(${name})`);
  w.line(`${name}[0] = 9`);
  w.line(`fmt.Println(${name}, *${name}p, ${name}v, ${name}v == [3]int{1, 2, 3}, len(${name}p))`);
  w.line(`try("array", func() { fmt.Println([5]int(${name}[:${w.random.below(5)}])) })`);
  w.line(
    `try("three", func() { x := ${expression(w, int, 2)}; fmt.Println(${name}[1:2:at(x, 7)]) })`,
  );
}

function errorChains(w: Writer): void {
  const name = w.fresh('err');
  w.line(`${name} := errors.New(${leaf(w, text)})`);
  w.line(`${name}w := fmt.Errorf("a %w b %w %v", ${name}, os.ErrNotExist, ${leaf(w, int)})`);
  w.line(`${name}j := errors.Join(${name}w, nil, ${name})`);
  w.line(
    `fmt.Println(${name}w, errors.Is(${name}j, os.ErrNotExist), errors.Unwrap(${name}w) == nil)`,
  );
  w.line(`fmt.Printf("%v|%q|%+v\\n", ${name}j, ${name}w, errors.Is(${name}, ${name}w))`);
}

function durations(w: Writer): void {
  const n = expression(w, basic('int32'), 2);
  w.line(
    `fmt.Println(time.Duration(${n})*time.${w.random.pick(['Nanosecond', 'Microsecond', 'Millisecond', 'Second'])}, time.Duration(${n}).Round(time.Microsecond))`,
  );
  w.line(
    `fmt.Println(time.Unix(int64(${n}), 0).UTC().Format(time.${w.random.pick(['RFC3339', 'RFC1123', 'ANSIC', 'Kitchen', 'StampMicro'])}))`,
  );
}

function deferOrder(w: Writer): void {
  w.line('func() {');
  w.line('\tfor i := 0; i < 3; i++ {');
  w.line(
    `\t\tdefer func(n int) { fmt.Println("defer", i, n, recover()) }(i * ${1 + w.random.below(9)})`,
  );
  w.line('\t}');
  if (w.random.chance(60)) w.line(`\tpanic(${expression(w, w.basicType(), 2)})`);
  w.line('}()');
}

function rangeCopies(w: Writer): void {
  const name = w.fresh('a');
  w.line(`${name} := [3]int{1, 2, 3}`);
  w.line(`for i, v := range ${w.random.pick([name, `&${name}`, `${name}[:]`])} {`);
  w.line(`\t${name}[2-i] += v * 10`);
  w.line('\tfmt.Print(v, " ")');
  w.line('}');
  w.line(`fmt.Println(${name})`);
}

function gotoLoop(w: Writer): void {
  const [i, label] = [w.fresh('i'), w.fresh('L')];
  w.line('func() {');
  w.line(`\t${i} := 0`);
  w.line(`${label}:`);
  w.line(`\tif ${i} < ${1 + w.random.below(4)} {`);
  w.line(`\t\tdefer fmt.Println("jumped", ${i})`);
  w.line(`\t\t${i}++`);
  w.line(`\t\tgoto ${label}`);
  w.line('\t}');
  w.line('}()');
}

function embeddedInterface(w: Writer): void {
  const name = w.fresh('e');
  const type = w.random.pick(w.structs);
  w.line(`type ${name} struct { Shape; n int }`);
  w.line(`${name}v := ${name}{${type.byPointer ? '&' : ''}${type.name}{}, ${leaf(w, int)}}`);
  w.line(
    `try("embedded", func() { fmt.Println(${name}v.Name(), ${name}v.n, Shape(${name}v).Name()) })`,
  );
  w.line(`try("empty", func() { fmt.Println((&${name}{}).Name()) })`);
  w.line(`_, ${name}ok := any(${name}v).(Shape)`);
  w.line(`_, ${name}no := any(${name}v).(fmt.Stringer)`);
  w.line(`fmt.Println(${name}ok, ${name}no)`);
}

function formatters(w: Writer): void {
  w.preludes.add('formatters');
  const verbs = ['%v', '%+v', '%#v', '%s', '%d', '%q', '%x', '%10v|', '%T'];
  const value = w.random.pick([
    ...['shouting(1)', '&quiet{2}', 'quiet{3}', '[]shouting{1, 2}', 'map[shouting]quiet{1: {2}}'],
    ...[
      'struct{ s shouting; e error }{3, nil}',
      'fragile(0)',
      '[]any{shouting(1), nil, fragile(2)}',
    ],
    ...[
      '(*quiet)(nil)',
      'custom{}',
      '[]custom{{}, {}}',
      '&struct{ a []int; b *quiet }{}',
      'error(failure{})',
    ],
  ]);
  w.line(`fmt.Printf("${w.random.pick(verbs)} ${w.random.pick(verbs)}\\n", ${value}, ${value})`);
  w.line(`fmt.Println(${value})`);
}

function runes(w: Writer): void {
  w.line(
    `for i, r := range cut(${expression(w, text, 2)}+"é\\xf0x", 0, ${3 + w.random.below(9)}) {`,
  );
  w.line('\tfmt.Print(i, ":", r, string(r), " ")');
  w.line('}');
  w.line(
    `fmt.Println(utf8.RuneCountInString(${expression(w, text, 2)}), utf8.ValidString(${leaf(w, text)}))`,
  );
}

function constants(w: Writer): void {
  const n = w.fresh('c');
  const { random } = w;
  w.line(
    `const ${n} = ${1 + random.below(9)} << ${random.below(70)} ${random.pick(['/', '>>', '-', '+'])} ${1 + random.below(20)}`,
  );
  w.line(
    `const ${n}f = ${n} ${random.pick(['*', '/', '+'])} ${random.pick(['1.5', '3', '2e10', '0.1'])}`,
  );
  w.line(
    `fmt.Println(float64(${n}), ${n}f, ${n} % 7, ${n}f > ${n}, len("日本"), ${random.pick(['1i * 1i', "'a' + 1", '"a" + "b"', '7 / 2', '7 / 2.0', '-7 % 3', '^0', '1 << 3.0', 'uint8(255) &^ 7'])})`,
  );
}

function maps(w: Writer): void {
  const name = w.fresh('m');
  const key = basic(w.random.pick([...integers, 'string', 'float64', 'bool']));
  // Go leaves open in which order keys that are not a number are printed.
  const k = (): string => {
    const value = expression(w, key, 2);
    return write(key) === 'float64' ? `small(${value})` : value;
  };
  w.line(`${name} := map[${write(key)}][]int{}`);
  w.block('for i := range 4', () => {
    w.line(`${name}[${k()}] = append(${name}[${k()}], i)`);
    w.line(`if i > 2 { delete(${name}, ${k()}) }`);
  });
  w.line(`${name}n := 0`);
  w.line(`for _, v := range ${name} { ${name}n += len(v) }`);
  w.line(`fmt.Println(${name}, len(${name}), ${name}n)`);
  if (write(key) !== 'bool') w.line(`fmt.Println(slices.Sorted(maps.Keys(${name})))`);
}

function builders(w: Writer): void {
  const name = w.fresh('b');
  w.line(`var ${name} strings.Builder`);
  w.block('for i := range 3', () => {
    w.line(`fmt.Fprintf(&${name}, "%d-%v;", i, ${expression(w, w.basicType(), 2)})`);
    w.line(`${name}.WriteByte(byte('a' + i))`);
  });
  w.line(`fmt.Println(${name}.Len(), ${name}.String())`);
}

function generatorsWithDefer(w: Writer): void {
  const name = w.fresh('gen');
  w.line(`${name} := func(yield func(int, string) bool) {`);
  w.line(`\tdefer fmt.Println("${name} cleaned")`);
  w.line('\tfor i := 0; ; i++ {');
  w.line('\t\tif !yield(i, fmt.Sprint("v", i)) {');
  w.line('\t\t\treturn');
  w.line('\t\t}');
  w.line('\t}');
  w.line('}');
  w.line(`${name}f := func() (n int) {`);
  w.line(`\tfor i, s := range ${name} {`);
  w.line('\t\t_ = s');
  w.line('\t\tdefer func() { n += i }()');
  w.line(`\t\tif i == ${w.random.below(4)} {`);
  w.line(`\t\t\t${w.random.pick(['return len(s)', 'break', 'panic(s)', 'continue'])}`);
  w.line('\t\t}');
  w.line('\t\tif i > 5 { return 100 }');
  w.line('\t}');
  w.line('\treturn -1');
  w.line('}');
  w.line(`try("${name}", func() { fmt.Println(${name}f()) })`);
}
