// A small calculator: scanning, parsing by precedence, errors with positions.
package main

import (
	"fmt"
	"strconv"
	"unicode"
)

type parser struct {
	text []rune
	at   int
}

func (p *parser) skip() {
	for p.at < len(p.text) && unicode.IsSpace(p.text[p.at]) {
		p.at++
	}
}

func (p *parser) expression(level int) float64 {
	left := p.operand()
	for {
		p.skip()
		if p.at == len(p.text) {
			return left
		}
		op := p.text[p.at]
		precedence := map[rune]int{'+': 1, '-': 1, '*': 2, '/': 2}[op]
		if precedence <= level {
			return left
		}
		p.at++
		right := p.expression(precedence)
		switch op {
		case '+':
			left += right
		case '-':
			left -= right
		case '*':
			left *= right
		case '/':
			left /= right
		}
	}
}

func (p *parser) operand() float64 {
	p.skip()
	start := p.at
	if p.at < len(p.text) && p.text[p.at] == '(' {
		p.at++
		v := p.expression(0)
		p.skip()
		if p.at == len(p.text) || p.text[p.at] != ')' {
			panic(fmt.Errorf("missing ) at %d", p.at))
		}
		p.at++
		return v
	}
	for p.at < len(p.text) && (unicode.IsDigit(p.text[p.at]) || p.text[p.at] == '.') {
		p.at++
	}
	v, err := strconv.ParseFloat(string(p.text[start:p.at]), 64)
	if err != nil {
		panic(fmt.Errorf("no number at %d: %w", start, err))
	}
	return v
}

func evaluate(s string) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	p := &parser{text: []rune(s)}
	return p.expression(0), nil
}

func main() {
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3 - 4/8", "2*(3", "7 - - 1", "10/0", "1.5.2"} {
		v, err := evaluate(s)
		fmt.Println(s, "=", v, err)
	}
}
