// The parser, by programs that are valid, programs that gc rejects (with the toolchain's own
// output, recorded in testdata/errors.txtar), and the shape of a whole tree.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasSyntaxErrors } from './diagnostic.ts';
import { printAst } from './print-ast.ts';
import { readArchive } from './testing/archive.ts';
import { parseText } from './testing/parse-text.ts';

describe('declarations that are valid Go', () => {
  it.each([
    'import ( "fmt"; . "math"; _ "net"; str "strings" )',
    'const ( a, b = iota, 1 << iota; c, d; _, _ )',
    'var ( x, y int; z = 1; u, v string = "a", "b" )',
    'type ( A int; B = A; C struct{}; D[T any] []T; E[K comparable, V any] = map[K]V )',
    'type T struct { a, b int `tag`; *U; p.V; W[int]; p.X[int, string]; f func(int) (int, error) }',
    'type I interface { m(x int) (y string); E; p.F; ~int | ~string; *T | []T; G[int] }',
    'type T[P *C,] int',
    'type T[P *C, Q any] int',
    'type T[P interface{ *C }] int',
    'type T[P *C|~int] int',
    'type T[P []E, E any] int',
    'type T[P (func())] int',
    'type A [n]int; type B [n * m]int; type C [f(n)]int; type D [len("abc")]int',
    'type F func(int, string) (bool, error)',
    'type F func(a, b int, c ...string) (d, e bool)',
    'type M map[[2]string]chan<- <-chan int; type N <-chan (chan<- int)',
    'func f()',
    'func f[T any, U ~int | ~string](x T, y ...U) (z T) { return }',
    'func (t T) m() {}; func (*T) n() {}; func (t *T[K, _]) o() {}',
    'func (t T) m[U any](u U) U { return u }',
    'func f(int, *T, ...p.Q) (int, error) { return 0, nil }',
    'var f = func(x int) func() int { return func() int { return x } }',
  ])('%s', (declaration) => {
    expect(parseText(`package p; ${declaration}\n`).listing).toBe('');
  });
});

describe('statements that are valid Go', () => {
  it.each([
    'x, y := 1, 2; x, y = y, x; x += 1; x <<= 2; x &^= 3; x++; y--',
    'a[i], *p, s.f = 1, 2, 3',
    'ch <- 1; <-ch; v, ok := <-ch; _, _ = v, ok',
    'if x { } else if y := f(); y { } else { }',
    'for { }; for x { }; for i := 0; i < 3; i++ { }; for ; ; { }; for i < 3 { }',
    'for range 10 { }; for i := range 10 { }; for k, v = range m { }; for range ch { }',
    'for x := range func(yield func(int) bool) { } { }',
    'switch { }; switch x { case 1, 2: f(); fallthrough; default: }; switch x := 1; x { }',
    'switch x.(type) { case int, *T: case nil: }; switch y := f(); z := y.(type) { }',
    'select { case x := <-a: case b <- 1: case <-c: case d[0], e = <-f: default: }',
    'L: for { break L; continue L }; goto M; M: f()',
    'go f(x); defer func() { recover() }(); go x.y.z[0](1)',
    '{ { } ; ; }',
    'var x int; const y = 1; type T struct{}',
    'if (T{}) == x { }; if x == (T{1}) { }; for _, x := range ([]T{{}}) { }',
    'if f(T{1}) { }; if a[T{1}.i] { }; switch (T{}) { }',
    'if x := []int{1}; len(x) > 0 { }; if struct{}{} == x { }',
    'x = T[int]{1}; y = p.T[int, string]{}; z = f[int](1); w = a[0](b)',
    'x = []int{1, 2}[0:1:2]; y = s[:]; z = s[1:]; w = s[:2]; v = m["k"].(T).f(a, b...)',
    'x = *p + -y*^z&!b || a && c <= d; y = <-<-ch; z = &T{1}; w = &(T{})',
    'x = map[string][]int{"a": {1, 2}, "b": {}}; y = [...]string{2: "x", "y"}',
    'x = (<-chan int)(c); y = <-chan int(c); z = (*T)(nil); f = (*T).m; g = []byte("x")',
    'x = func() {}; func() { return }(); y = interface{}(nil); z = struct{ a int }{1}',
    "x = 1i + 0x1p-2 + 'a' + '\\U0010FFFF'; y = `raw`; z = \"\\x00\\377\\u1234\"",
  ])('%s', (statement) => {
    expect(parseText(`package p; func _() { ${statement} }\n`).listing).toBe('');
  });
});

describe('programs that gc rejects', () => {
  const archive = readArchive(
    readFileSync(new URL('./testdata/errors.txtar', import.meta.url), 'utf8'),
  );
  const programs = [...archive.keys()].filter((name) => name.endsWith('.go'));

  it.each(programs)('%s gets the words and positions of gc', (name) => {
    const recorded = archive.get(name.replace(/go$/, 'out')) ?? '';
    const { listing, diagnostics } = parseText(archive.get(name) ?? '');
    if (hasSyntaxErrors(diagnostics)) {
      expect(listing).toBe(recorded);
      return;
    }
    // Without syntax errors gc goes on to check types; what we report must be among its errors.
    const lines = listing.split('\n').filter((line) => line !== '');
    expect(lines.filter((line) => !recorded.includes(line))).toEqual([]);
  });
});

describe('the tree', () => {
  it('mirrors go/ast', () => {
    const text = [
      '//go:build go1.21',
      '',
      'package main',
      '',
      'import "fmt"',
      '',
      'func main() {',
      '\tch := make(chan int, 1)',
      '\tgo func() { ch <- 1 }()',
      '\tfmt.Println(<-ch) // receives',
      '}',
      '',
    ].join('\n');
    const { file, source } = parseText(text);
    expect(`\n${printAst(file, source)}`).toBe(`
    1:1  File go1.21 go1.21
    3:9    name: Ident main
    5:1    decls[0]: GenDecl import
    5:8      specs: ImportSpec
    5:8        path: BasicLit STRING "fmt"
    7:1    decls[1]: FuncDecl
    7:6      name: Ident main
    7:1      type: FuncType
   7:10        params: FieldList
   7:13      body: BlockStmt
    8:2        list[0]: AssignStmt :=
    8:2          lhs: Ident ch
    8:8          rhs: CallExpr
    8:8            fun: Ident make
   8:13            args[0]: ChanType both
   8:18              value: Ident int
   8:23            args[1]: BasicLit INT 1
    9:2        list[1]: GoStmt
    9:5          call: CallExpr
    9:5            fun: FuncLit
    9:5              type: FuncType
    9:9                params: FieldList
   9:12              body: BlockStmt
   9:14                list: SendStmt
   9:14                  chan: Ident ch
   9:20                  value: BasicLit INT 1
   10:2        list[2]: ExprStmt
   10:2          x: CallExpr
   10:2            fun: SelectorExpr
   10:2              x: Ident fmt
   10:6              sel: Ident Println
  10:14            args: UnaryExpr <-
  10:16              x: Ident ch
    1:1    comments[0]: Comment //go:build go1.21
  10:20    comments[1]: Comment // receives
    1:1    directives: Directive build go1.21
`);
  });

  it('keeps what could be parsed beside what could not', () => {
    const { file, diagnostics } = parseText(
      'package p\n\nfunc f() {\n\tx := \n\ty = 2\n}\n\nfunc g() { z() }\n',
    );
    expect(diagnostics).toHaveLength(1);
    expect(file.decls.map((decl) => decl.kind === 'FuncDecl' && decl.name.name)).toEqual([
      'f',
      'g',
    ]);
  });

  it('gives names that share a type one field, as go/ast does', () => {
    const { file } = parseText('package p; func f(a, b int, c int, _ ...string)\n');
    const [decl] = file.decls;
    const fields = decl?.kind === 'FuncDecl' ? decl.type.params.list : [];
    expect(fields.map((field) => field.names.map((name) => name.name))).toEqual([
      ['a', 'b'],
      ['c'],
      ['_'],
    ]);
  });
});

describe('the file', () => {
  it('knows the language version its build line demands', () => {
    const versionOf = (line: string): string | null =>
      parseText(`${line}\n\npackage p\n`).file.goVersion;
    expect(versionOf('//go:build go1.21')).toBe('go1.21');
    expect(versionOf('//go:build linux && go1.22 || go1.20')).toBe('go1.20');
    expect(versionOf('//go:build !go1.22')).toBe(null);
    expect(versionOf('//go:build ignore')).toBe(null);
    expect(versionOf('// go:build go1.21')).toBe(null);
    expect(versionOf('package p //go:build go1.21')).toBe(null);
  });

  it('lists directives in column 1', () => {
    const { file } = parseText('package p\n\n//go:noinline\nfunc f() {}\n\t//go:embed x\n');
    expect(file.directives.map(({ verb, arguments: rest }) => [verb, rest])).toEqual([
      ['noinline', ''],
    ]);
  });
});
