// Templates: every action and function, and every way to write or fill one wrongly.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"os"
	"strings"
	"text/template"
)

type Addr struct{ City, Zip string }
type User struct {
	Name  string
	Age   int
	Tags  []string
	M     map[string]int
	Addr  *Addr
	Any   any
	priv  int
	F     func(int) int
	Err   error
	C     complex128
	Fl    float64
	U     uint8
	B     []byte
	Ch    chan int
	Nil   *Addr
	Inner struct{ X, Y int }
	Arr   [3]int
	MI    map[int]string
	Seq   iter.Seq[int]
	Seq2  iter.Seq2[string, int]
}

func (u User) Hello(greet string) string { return greet + ", " + u.Name }
func (u *User) Ptr() string              { return "ptr:" + u.Name }
func (u User) Fail() (string, error)     { return "", errors.New("method failed") }
func (u User) Sum(xs ...int) int {
	s := 0
	for _, x := range xs {
		s += x
	}
	return s
}
func (u User) Boom() string    { panic("boom") }
func (u User) Two() (int, int) { return 1, 2 }
func (a Addr) String() string  { return "<" + a.City + ">" }

func data() *User {
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	return &User{Name: "Bob & <co>", Age: 42, Tags: []string{"a", "b", "c"}, M: map[string]int{"z": 26, "x": 24, "y": 25}, Addr: &Addr{"Paris", "75"}, Any: map[string]any{"k": []int{1, 2, 3}}, F: func(i int) int { return i * 2 }, Err: errors.New("an error"), C: 1 + 2i, Fl: 2.5, U: 7, B: []byte("bytes"), Ch: ch, Arr: [3]int{7, 8, 9}, MI: map[int]string{3: "three", 1: "one"},
		Seq:  func(yield func(int) bool) { _ = yield(10) && yield(20) },
		Seq2: func(yield func(string, int) bool) { _ = yield("p", 1) && yield("q", 2) }}
}

var texts = []string{
	`hello {{.Name}}!`,
	"{{.Age}} {{.Addr.City}} {{.Addr}} {{.Inner.X}} {{.Any.k}} {{.M.x}} {{.M.nope}} {{.Nil}} {{.Err}}",
	`{{range .Tags}}[{{.}}]{{end}}{{range $i, $e := .Tags}}{{$i}}={{$e}};{{end}}{{range $e := .Tags}}{{$e}}{{end}}`,
	`{{range $k, $v := .M}}{{$k}}:{{$v}} {{end}}{{range .MI}}{{.}} {{end}}{{range .Arr}}{{.}}{{end}}{{range .Ch}}<{{.}}>{{end}}{{range 3}}{{.}}{{end}}{{range $i := 2}}{{$i}}{{end}}`,
	`{{range .Seq}}{{.}},{{end}}{{range $k, $v := .Seq2}}{{$k}}{{$v}},{{end}}{{range $k := .Seq2}}{{$k}}{{end}}`,
	`{{range .Tags}}{{if eq . "b"}}{{continue}}{{end}}{{.}}{{if eq . "b"}}{{break}}{{end}}{{else}}none{{end}}{{range .Nil}}x{{else}}empty{{end}}`,
	`{{if .Age}}y{{else}}n{{end}}{{if and .Age .Name}}both{{end}}{{if or 0 "" .Tags}}or{{end}}{{if not .Age}}x{{else if gt .Age 40}}old{{else}}young{{end}}`,
	`{{with .Addr}}{{.City}} {{$.Name}}{{end}}{{with .Nil}}x{{else with .Name}}{{.}}{{else}}z{{end}}{{with $x := 5}}{{$x}}{{end}}`,
	`{{$x := 1}}{{$y := "s"}}{{$x}} {{$y}}{{if true}}{{$x = 2}}{{$z := 3}}{{$z}}{{end}}{{$x}}`,
	`{{.Hello "hi"}} {{.Ptr}} {{"yo" | .Hello}} {{.Sum 1 2 3}} {{.Sum}} {{call .F 21}} {{printf "%05d|%-5s|%v" 42 "ab" .Tags}}`,
	`{{len .Tags}} {{len .Name}} {{index .Tags 1}} {{index .M "y"}} {{index .M "none"}} {{index .Any "k" 2}} {{slice .Tags 1}} {{slice .Name 0 3}} {{slice .Arr 1 2}}`,
	`{{print 1 2 "a" "b" 3}} {{println "x" .Age}}{{html .Name}} {{js .Name}} {{urlquery .Name "a=b"}} {{.Name | html | len}} {{.Name | printf "%q"}}`,
	`{{eq 1 1}} {{eq 1 2 3 1}} {{ne "a" "b"}} {{lt 1 2}} {{le 2.5 2.5}} {{gt "b" "a"}} {{ge .Age 43}} {{eq .U 7}} {{lt .U 300}} {{eq .Nil nil}} {{eq .Addr .Addr}} {{eq true true}}`,
	`{{1}} {{1.5}} {{0x1F}} {{1e3}} {{'a'}} {{1i}} {{1+2i}} {{true}} {{"q\"x"}} {{` + "`raw`" + `}} {{-3}} {{1_000}} {{0b11}} {{.C}}`,
	"a  {{- 1 -}}  b {{2}} c\n\n{{- /* comment */ -}}\n\nd {{/* c */}} e",
	`{{define "T"}}T({{.}}){{end}}{{template "T" .Age}}{{template "T"}}{{block "B" .Name}}B[{{.}}]{{end}}`,
	`{{(.Addr).City}} {{(index .Tags 0) | len}} {{(.Hello "x" | len)}} {{len (print 1 2 3)}} {{with (print 1)}}{{.}}{{end}} {{$.Addr.Zip}}`,
	`{{upper .Name}} {{join .Tags "-"}} {{.Tags | rev}} {{add 1 2}} {{fail false}} {{variadic 1 2 3}} {{nilable nil}}`,
	"{{printf \"%d %s %v %T\" .Age .Name .Addr .Fl}} {{.B}} {{printf \"%s\" .B}} {{.Fl}} {{.Inner}}",
	// errors while filling
	`line1
{{.Nope}}`, `{{.priv}}`, `{{.Addr.Nope}}`, `{{.Nil.City}}`, `{{.Fail}}`, `{{.Boom}}`, `{{.Name.X}}`, `{{index .Tags 9}}`, `{{index .Tags 3}}`, `{{index .Tags "a"}}`, `{{index .M 1}}`, `{{index nil 1}}`, `{{slice .Tags 2 1}}`, `{{len 3}}`, `{{len .Nil}}`, `{{template "none"}}`, `{{call .Name}}`, `{{call .F "x"}}`, `{{call .F}}`, `{{.Hello}}`, `{{.Hello 1}}`, `{{.Hello "a" "b"}}`, `{{eq}}`, `{{eq 1 "a"}}`, `{{eq 1}}`, `{{lt 1 "a"}}`, `{{lt true false}}`, `{{range .Age}}{{.}}{{end}}`, `{{range .Name}}{{end}}`, `{{range .Fl}}{{end}}`, `{{.Ch}}`, `{{.F}}`, `{{fail true}}`, `{{upper 1}}`, `{{add 1 "x"}}`, `{{nil}}`, `{{if .Inner}}ok{{end}}{{.Two}}`, `{{.Sum "x"}}`, `{{print (index .Any.k 7)}}`, `{{ .Name | .Age }}`, `{{1 | .Hello}}`, `{{printf 5}}`, `{{eq .Tags .Tags}}`, `{{eq .F nil}}`, `{{not}}`, `{{99999999999999999999}}`, `{{.Age.Foo}}`, `{{.Tags.Foo}}`, `{{$x := .Nope}}`, `{{with .Any}}{{.k.j}}{{end}}`,
	// errors while parsing
	`{{`, `{{.`, `{{.Name`, `{{end}}`, `{{if}}x{{end}}`, `{{if .X}}`, `{{range}}{{end}}`, `{{nofunc 1}}`, `{{$undef}}`, `{{"unclosed}}`, "{{`raw}}", `{{'a}}`, `{{/* x }}`, `{{/* x */ y}}`, `{{1 | 2}}`, `{{.X | "s"}}`, `{{template}}`, `{{template "a" "b" "c"}}`, `{{template 5}}`, `{{define}}x{{end}}`, `{{define "x"}}`, `{{define "x"}}{{else}}{{end}}`, `{{else}}`, `{{if .X}}a{{else}}b{{else}}c{{end}}`, `{{break}}`, `{{continue}}`, `{{range .}}{{break 1}}{{end}}`, `{{(1}}`, `{{1)}}`, `{{()}}`, `{{|}}`, `{{1 |}}`, `{{.X:=1}}`, `{{$x:}}`, `{{$x, $y := 1}}`, `{{range $x, 1 := .}}{{end}}`, `{{range $x, $y, $z := .}}{{end}}`, `{{#}}`, "{{\x01}}", `{{é}}`, `{{1a}}`, `{{0x}}`, `{{.a.b-c}}`, `{{true.x}}`, `{{nil.x}}`, `{{"a".b}}`, `{{.X.(y)}}`, "a\nb\n{{if .X}}\n{{.Y\n}}", "{{block \"x\"}}{{end}}", `{{if .X}}{{else range .Y}}{{end}}`, `{{define "a"}}1{{end}}{{define "a"}}2{{end}}`, "{{ \n\n .X \n if }}", `{{1 2}}`, `{{"a" 1}}`, `{{.X =}}`, `{{@}}`, `{{99999999999999999999.}}`, `{{'ab'}}`, `{{end -}}`, `x{{- end}}`, `{{with}}{{end}}`, `{{if $x := 1}}{{end}}{{$x}}`, `{{print .X .Y | | print}}`,
}

func main() {
	funcs := template.FuncMap{
		"upper": strings.ToUpper,
		"join":  strings.Join,
		"rev": func(s []string) []string {
			out := []string{}
			for i := len(s) - 1; i >= 0; i-- {
				out = append(out, s[i])
			}
			return out
		},
		"add": func(a, b int) int { return a + b },
		"fail": func(b bool) (string, error) {
			if b {
				return "", errors.New("told to fail")
			}
			return "fine", nil
		},
		"variadic": func(xs ...any) int { return len(xs) },
		"nilable":  func(x []int) bool { return x == nil },
	}
	for i, text := range texts {
		t, err := template.New(fmt.Sprint("t", i)).Funcs(funcs).Parse(text)
		if err != nil {
			fmt.Printf("%q\n  parse: %v\n", text, err)
			continue
		}
		var out bytes.Buffer
		err = t.Execute(&out, data())
		fmt.Printf("%q\n  %q\n", text, out.String())
		if err != nil {
			fmt.Printf("  %v (%T)\n", err, err)
			for e := errors.Unwrap(err); e != nil; e = errors.Unwrap(e) {
				fmt.Printf("    %T", e)
			}
			fmt.Println()
		}
	}
	t := template.Must(template.New("main").Delims("<<", ">>").Parse(`<<define "a">>A<<.>><<end>>main <<template "a" 1>>{{x}}`))
	fmt.Println(t.Execute(os.Stdout, nil))
	fmt.Println(t.ExecuteTemplate(os.Stdout, "a", 5), t.ExecuteTemplate(os.Stdout, "zz", 5))
	fmt.Println(t.Lookup("a").Name(), t.Lookup("b") == nil, len(t.Templates()), t.Name())
	c, err := t.Clone()
	fmt.Println(err)
	template.Must(c.New("a").Parse("replaced <<.>>"))
	c.ExecuteTemplate(os.Stdout, "main", nil)
	t.ExecuteTemplate(os.Stdout, "main", nil)
	fmt.Println()
	for _, opt := range []string{"default", "zero", "error"} {
		t := template.Must(template.New("o").Option("missingkey=" + opt).Parse("{{.x}} {{.y.z}}"))
		fmt.Println(t.Execute(os.Stdout, map[string]map[string]int{"y": {}}))
		fmt.Println(t.Execute(os.Stdout, map[string]any{"x": 1}))
	}
	try := func(f func()) {
		defer func() { fmt.Println(recover()) }()
		f()
	}
	try(func() { template.New("x").Option("bad") })
	try(func() { template.New("x").Funcs(template.FuncMap{"a-b": 1}) })
	try(func() { template.New("x").Funcs(template.FuncMap{"ab": 1}) })
	try(func() { template.New("x").Funcs(template.FuncMap{"ab": func() {}}) })
	try(func() { template.Must(template.New("x").Parse("{{")) })
	fmt.Println(template.New("empty").Execute(os.Stdout, 1))
	fmt.Println(template.HTMLEscapeString("<a&'\">\x00"), template.JSEscapeString("<a='\"\\\n\u2028é>"), template.URLQueryEscaper("a b&c/é"))
	fmt.Println(template.IsTrue(0))
	fmt.Println(template.IsTrue([]int{1}))
	fmt.Printf("%q\n", template.Must(template.New("d").Parse("x")).DefinedTemplates())
	for _, v := range []any{nil, 5, "s", []int{1}, map[string]int{"a": 1}, struct{ A int }{3}, (*User)(nil), error(nil)} {
		err := template.Must(template.New("v").Parse("{{.}} {{printf \"%v\" .}} {{if .}}t{{else}}f{{end}}\n")).Execute(os.Stdout, v)
		if err != nil {
			fmt.Println(err)
		}
	}
}
