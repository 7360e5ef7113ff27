package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A small expression language: lexer, Pratt parser, evaluator with closures.

type Kind int

const (
	EOF Kind = iota
	Num
	Ident
	Str
	Op
)

//go:generate stringer -type Kind
func (k Kind) String() string {
	if k < 0 || int(k) >= len(kindNames) {
		return "Kind(" + strconv.Itoa(int(k)) + ")"
	}
	return kindNames[k]
}

var kindNames = [...]string{EOF: "EOF", Num: "Num", Ident: "Ident", Op: "Op", Str: "Str"}

type Token struct {
	Kind
	Text string
	Pos  int
}

type SyntaxError struct {
	Pos int
	Msg string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("%d: %s", e.Pos, e.Msg) }

type lexer struct {
	r   *bufio.Reader
	pos int
}

func (l *lexer) next() (t Token) {
	defer func() { l.pos += len(t.Text) }()
	var buf bytes.Buffer
	for {
		r, n, err := l.r.ReadRune()
		if err == io.EOF {
			return Token{Pos: l.pos}
		}
		if unicode.IsSpace(r) {
			l.pos += n
			continue
		}
		if r == utf8.RuneError && n == 1 {
			panic(&SyntaxError{l.pos, "bad UTF-8"})
		}
		buf.WriteRune(r)
		start := l.pos
		take := func(ok func(rune) bool) string {
			for {
				r, _, err := l.r.ReadRune()
				if err != nil {
					break
				}
				if !ok(r) {
					l.r.UnreadRune()
					break
				}
				buf.WriteRune(r)
			}
			return buf.String()
		}
		switch {
		case unicode.IsDigit(r):
			return Token{Num, take(func(r rune) bool { return unicode.IsDigit(r) || r == '.' || r == 'e' }), start}
		case unicode.IsLetter(r) || r == '_':
			return Token{Ident, take(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }), start}
		case strings.ContainsRune("<>=!", r):
			return Token{Op, take(func(r rune) bool { return r == '=' }), start}
		default:
			return Token{Op, buf.String(), start}
		}
	}
}

type Env struct {
	vars   map[string]any
	parent *Env
}

func (e *Env) find(n string) (any, bool) {
	for ; e != nil; e = e.parent {
		if v, ok := e.vars[n]; ok {
			return v, true
		}
	}
	return nil, false
}

type Node interface{ Eval(*Env) any }
type (
	Lit    float64
	Var    struct{ Token }
	Binary struct {
		op   Token
		l, r Node
	}
	Unary struct {
		op Token
		x  Node
	}
	Call struct {
		fn   Node
		args []Node
	}
	Lambda struct {
		params []string
		body   Node
	}
)
type Func func(...any) any

func (l Lit) Eval(*Env) any { return float64(l) }
func (v Var) Eval(e *Env) any {
	x, ok := e.find(v.Text)
	if !ok {
		panic(fmt.Errorf("undefined %s (%v)", v.Text, v.Token.Kind))
	}
	return x
}
func (u Unary) Eval(e *Env) any { return -u.x.Eval(e).(float64) }
func (b Binary) Eval(e *Env) any {
	l, r := b.l.Eval(e).(float64), b.r.Eval(e).(float64)
	switch b.op.Text {
	case "+":
		return l + r
	case "-":
		return l - r
	case "*":
		return l * r
	case "/":
		return l / r
	case "^":
		return math.Pow(l, r)
	case "<":
		return l < r
	case "==":
		return l == r
	}
	panic(&SyntaxError{b.op.Pos, "unknown operator " + strconv.Quote(b.op.Text)})
}
func (c Call) Eval(e *Env) any {
	args := make([]any, len(c.args))
	for i, a := range c.args {
		args[i] = a.Eval(e)
	}
	return c.fn.Eval(e).(Func)(args...)
}
func (l Lambda) Eval(e *Env) any {
	return Func(func(a ...any) any {
		env := &Env{map[string]any{}, e}
		for i, p := range l.params {
			env.vars[p] = a[i]
		}
		return l.body.Eval(env)
	})
}

type parser struct {
	lexer
	tok Token
}

func (p *parser) advance() Token { t := p.tok; p.tok = p.next(); return t }

var prec = map[string]int{"==": 1, "<": 1, "+": 2, "-": 2, "*": 3, "/": 3, "%": 3, "^": 4, "(": 5}

func (p *parser) expr(min int) Node {
	var left Node
	switch t := p.advance(); t.Kind {
	case Num:
		f, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			panic(err)
		}
		left = Lit(f)
	case Ident:
		left = Var{t}
	case Op:
		switch t.Text {
		case "-":
			left = Unary{t, p.expr(4)}
		case "(":
			left = p.expr(0)
			p.expect(")")
		case "\\":
			var l Lambda
			for p.tok.Kind == Ident {
				l.params = append(l.params, p.advance().Text)
			}
			p.expect(".")
			l.body = p.expr(0)
			left = l
		default:
			panic(&SyntaxError{t.Pos, fmt.Sprintf("unexpected %q", t.Text)})
		}
	default:
		panic(&SyntaxError{t.Pos, "unexpected " + t.Kind.String()})
	}
	for {
		n, ok := prec[p.tok.Text]
		if !ok || n <= min {
			return left
		}
		op := p.advance()
		if op.Text == "(" {
			c := Call{fn: left}
			for p.tok.Text != ")" {
				c.args = append(c.args, p.expr(0))
				if p.tok.Text == "," {
					p.advance()
				}
			}
			p.advance()
			left = c
			continue
		}
		if op.Text == "^" {
			n--
		}
		left = Binary{op, left, p.expr(n)}
	}
}

func (p *parser) expect(s string) {
	if t := p.advance(); t.Text != s {
		panic(&SyntaxError{t.Pos, fmt.Sprintf("want %q, got %v %q", s, t.Kind, t.Text)})
	}
}

func run(src string, env *Env) (v any, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *SyntaxError:
			err = r
		case error:
			err = fmt.Errorf("%q: %w", src, r)
		default:
			panic(r)
		}
	}()
	p := &parser{lexer: lexer{r: bufio.NewReader(strings.NewReader(src))}}
	p.advance()
	n := p.expr(0)
	if p.tok.Kind != EOF {
		return n, &SyntaxError{p.tok.Pos, "trailing " + p.tok.Text}
	}
	return n.Eval(env), nil
}

func main() {
	env := &Env{vars: map[string]any{"pi": math.Pi, "sqrt": Func(func(a ...any) any { return math.Sqrt(a[0].(float64)) }), "name": "gopher"}}
	for _, s := range []string{"1+2*3", "-2^2", "2^3^2", "(1+2)*3)", "sqrt(2)*pi", "x+1", "(\\x y. x*y+1)(3,4)", "1/0", "-1/0", "0/0", "1 < 2", "(1<2)+1", "name+1", "sqrt()", "1 % 2", "1.2.3", "", "é", "(", "\xff", "1e400", "(\\f. f(f))(3)", "1 == 1.0"} {
		v, err := run(s, env)
		fmt.Fprintf(os.Stdout, "%-22q => %v", s, v)
		if err != nil {
			fmt.Printf(" ERROR %v", err)
		}
		fmt.Println()
	}
	fmt.Println(Kind(9), Op, []Kind{Num, Str}, Token{Ident, "x", 3})
	fmt.Printf("%v %+v %d %x %s\n", Token{Ident, "x", 3}, Token{Ident, "x", 3}, Op, Op, Op)
}
