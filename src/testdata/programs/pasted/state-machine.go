// Tables of transitions, lexers as state functions, labels and goto.
package main

import (
	"fmt"
	"os"
	"strings"
)

type State string
type Event string

type transition struct {
	from State
	ev   Event
}

type Action func(m *Machine, args ...any) error

type Machine struct {
	state State
	table map[transition]struct {
		to  State
		act Action
	}
	trail []string
	hooks map[string][]func(from, to State)
}

type stateFn func(*lexer) stateFn

type lexer struct {
	in    string
	start int
	pos   int
	items []string
}

func (l *lexer) emit(kind string) {
	l.items = append(l.items, kind+":"+l.in[l.start:l.pos])
	l.start = l.pos
}

func lexText(l *lexer) stateFn {
	for l.pos < len(l.in) {
		if strings.HasPrefix(l.in[l.pos:], "{{") {
			if l.pos > l.start {
				l.emit("text")
			}
			return lexOpen
		}
		l.pos++
	}
	if l.pos > l.start {
		l.emit("text")
	}
	return nil
}
func lexOpen(l *lexer) stateFn { l.pos += 2; l.emit("open"); return lexInside }
func lexInside(l *lexer) stateFn {
	switch i := strings.Index(l.in[l.pos:], "}}"); i {
	case -1:
		l.items = append(l.items, "error:unclosed")
		return nil
	default:
		l.pos += i
		l.emit("expr")
		l.pos += 2
		l.emit("close")
		return lexText
	}
}

func (m *Machine) On(from State, ev Event, to State, act Action) *Machine {
	if m.table == nil {
		m.table = make(map[transition]struct {
			to  State
			act Action
		})
	}
	m.table[transition{from, ev}] = struct {
		to  State
		act Action
	}{to, act}
	return m
}

func (m *Machine) Fire(ev Event, args ...any) (err error) {
	t, ok := m.table[transition{m.state, ev}]
	if !ok {
		return fmt.Errorf("no transition from %q on %q", m.state, ev)
	}
	defer func() {
		if err == nil {
			for _, h := range m.hooks["after"] {
				h(m.state, t.to)
			}
			m.state = t.to
		}
	}()
	if t.act != nil {
		return t.act(m, args...)
	}
	return
}

func main() {
	m := &Machine{state: "idle", hooks: map[string][]func(State, State){}}
	record := func(from, to State) { m.trail = append(m.trail, string(from+"→"+to)) }
	m.hooks["after"] = append(m.hooks["after"], record)
	coins := 0
	m.On("idle", "coin", "ready", func(m *Machine, args ...any) error {
		for _, a := range args {
			switch c := a.(type) {
			case int, int64:
				coins += c.(int)
			case string:
				return fmt.Errorf("bad coin %s", c)
			case nil:
				return nil
			default:
				return fmt.Errorf("unknown coin %T(%[1]v)", c)
			}
		}
		return nil
	}).On("ready", "push", "idle", nil).On("ready", "coin", "ready", func(*Machine, ...any) error { coins++; return nil })

	for _, s := range []struct {
		ev   Event
		args []any
	}{{"push", nil}, {"coin", []any{1, 2}}, {"coin", nil}, {"push", nil}, {"coin", []any{"x"}}, {"coin", []any{2.5}}, {"coin", []any{nil}}} {
		if err := m.Fire(s.ev, s.args...); err != nil {
			fmt.Fprintln(os.Stderr, "error:", err)
		}
	}
	fmt.Println(m.state, coins, m.trail)
	l := &lexer{in: "Hello {{name}}, {{ greeting }}! {{oops"}
	for f := stateFn(lexText); f != nil; {
		f = f(l)
	}
	fmt.Printf("%q\n", l.items)

outer:
	for i := 0; ; i++ {
		switch {
		case i == 2:
			continue outer
		case i > 4:
			break outer
		case i == 3:
			fmt.Print("three ")
			fallthrough
		default:
			fmt.Print(i, " ")
		}
	}
	fmt.Println()
	i := 0
loop:
	if i < 3 {
		i++
		goto loop
	}
	fmt.Println(i)
	m.Fire("coin", int64(5))
}
