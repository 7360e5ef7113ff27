// A lexer and parser that panic inside and return errors outside.
package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"unicode"
)

type TokenKind int

const (
	EOF TokenKind = iota
	Num
	Ident
	Op
	LParen
	RParen
)

//go:generate stringer -type=TokenKind
func (k TokenKind) String() string {
	return [...]string{"EOF", "Num", "Ident", "Op", "LParen", "RParen"}[k]
}

type Token struct {
	Kind TokenKind
	Text string
	Pos  int
}

type Lexer struct {
	src []rune
	pos int
}

type SyntaxError struct {
	Pos int
	Msg string
}

func (e *SyntaxError) Error() string { return strconv.Itoa(e.Pos) + ": " + e.Msg }

func (l *Lexer) Next() (tok Token) {
	for l.pos < len(l.src) && unicode.IsSpace(l.src[l.pos]) {
		l.pos++
	}
	tok.Pos = l.pos
	if l.pos >= len(l.src) {
		return
	}
	start := l.pos
	switch r := l.src[l.pos]; {
	case unicode.IsDigit(r) || r == '.':
		for l.pos < len(l.src) && (unicode.IsDigit(l.src[l.pos]) || l.src[l.pos] == '.') {
			l.pos++
		}
		tok.Kind = Num
	case unicode.IsLetter(r):
		for l.pos < len(l.src) && unicode.IsLetter(l.src[l.pos]) {
			l.pos++
		}
		tok.Kind = Ident
	case r == '(':
		l.pos++
		tok.Kind = LParen
	case r == ')':
		l.pos++
		tok.Kind = RParen
	case strings.ContainsRune("+-*/^%", r):
		l.pos++
		tok.Kind = Op
	default:
		panic(&SyntaxError{l.pos, fmt.Sprintf("unexpected %q", r)})
	}
	tok.Text = string(l.src[start:l.pos])
	return
}

type Node interface {
	Eval(env map[string]float64) float64
}

type (
	Number float64
	Var    string
	Unary  struct {
		Op byte
		X  Node
	}
	Binary struct {
		Op   byte
		X, Y Node
	}
	Call struct {
		Fn  string
		Arg Node
	}
)

var funcs = map[string]func(float64) float64{"sqrt": math.Sqrt, "sin": math.Sin, "abs": math.Abs, "floor": math.Floor}

func (n Number) Eval(map[string]float64) float64 { return float64(n) }
func (v Var) Eval(env map[string]float64) float64 {
	x, ok := env[string(v)]
	if !ok {
		panic(fmt.Errorf("undefined variable %s", string(v)))
	}
	return x
}
func (u Unary) Eval(env map[string]float64) float64 { return -u.X.Eval(env) }
func (b Binary) Eval(env map[string]float64) float64 {
	x, y := b.X.Eval(env), b.Y.Eval(env)
	switch b.Op {
	case '+':
		return x + y
	case '-':
		return x - y
	case '*':
		return x * y
	case '/':
		return x / y
	case '%':
		return math.Mod(x, y)
	case '^':
		return math.Pow(x, y)
	}
	panic("unreachable")
}
func (c Call) Eval(env map[string]float64) float64 { return funcs[c.Fn](c.Arg.Eval(env)) }

type Parser struct {
	lex *Lexer
	tok Token
}

func Parse(s string) (n Node, err error) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case *SyntaxError:
			err = e
		default:
			panic(e)
		}
	}()
	p := &Parser{lex: &Lexer{src: []rune(s)}}
	p.advance()
	n = p.expr(0)
	if p.tok.Kind != EOF {
		p.fail("unexpected %v %q", p.tok.Kind, p.tok.Text)
	}
	return n, nil
}

func (p *Parser) advance() { p.tok = p.lex.Next() }
func (p *Parser) fail(format string, args ...any) {
	panic(&SyntaxError{p.tok.Pos, fmt.Sprintf(format, args...)})
}

var prec = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 4}

func (p *Parser) expr(min int) Node {
	x := p.unary()
	for p.tok.Kind == Op && prec[p.tok.Text] > min {
		op := p.tok.Text
		p.advance()
		q := prec[op]
		if op == "^" {
			q--
		}
		x = Binary{op[0], x, p.expr(q)}
	}
	return x
}

func (p *Parser) unary() Node {
	t := p.tok
	switch t.Kind {
	case Op:
		if t.Text == "-" {
			p.advance()
			return Unary{'-', p.expr(3)}
		}
	case Num:
		f, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			p.fail("%v", err)
		}
		p.advance()
		return Number(f)
	case Ident:
		p.advance()
		if p.tok.Kind != LParen {
			return Var(t.Text)
		}
		if funcs[t.Text] == nil {
			p.fail("no function %s", t.Text)
		}
		return Call{t.Text, p.unary()}
	case LParen:
		p.advance()
		x := p.expr(0)
		if p.tok.Kind != RParen {
			p.fail("expected ), got %v", p.tok.Kind)
		}
		p.advance()
		return x
	}
	p.fail("unexpected %v", t.Kind)
	return nil
}

func eval(n Node, env map[string]float64) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(error); ok {
				err = e
				return
			}
			panic(r)
		}
	}()
	return n.Eval(env), nil
}

const input = `1 + 2 * 3
(1 + 2) * 3
2 ^ 3 ^ 2
-2 ^ 2
sqrt(2) * sqrt(2)
x * (y - 1)
1 / 0
0 / 0
7 % 4 + z
1 +
(1 + 2
2 $ 3
1.2.3
foo(1)
abs(-floor(2.7))
π * 2
`

func main() {
	env := map[string]float64{"x": 3, "y": 5, "π": math.Pi}
	sc := bufio.NewScanner(strings.NewReader(input))
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for line := 1; sc.Scan(); line++ {
		n, err := Parse(sc.Text())
		if err != nil {
			fmt.Fprintf(out, "%2d: syntax error at %v\n", line, err)
			continue
		}
		v, err := eval(n, env)
		if err != nil {
			fmt.Fprintf(out, "%2d: %v in %+v\n", line, err, n)
			continue
		}
		fmt.Fprintf(out, "%2d: %-20s = %g %T\n", line, sc.Text(), v, n)
	}
}
