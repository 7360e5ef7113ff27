package big

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// A reader takes from an input what belongs to a number, and one rune beyond it back.
type reader struct {
	state fmt.ScanState
	text  []byte
	ch    rune
	err   error
}

func (r *reader) next() {
	var size int
	r.ch, size, r.err = r.state.ReadRune()
	if r.err == nil && size != 1 {
		r.err = fmt.Errorf("invalid rune %#U", r.ch)
	}
}

// take keeps the rune that was read and reads another one.
func (r *reader) take() {
	r.text = append(r.text, byte(r.ch))
	r.next()
}

// takeAny takes the rune if it is one of some.
func (r *reader) takeAny(letters string) bool {
	ok := r.err == nil && strings.ContainsRune(letters, r.ch)
	if ok {
		r.take()
	}
	return ok
}

func (r *reader) putBack() {
	if r.err == nil {
		r.state.UnreadRune()
	}
}

func digitOf(ch rune) int {
	switch {
	case '0' <= ch && ch <= '9':
		return int(ch - '0')
	case 'a' <= ch && ch <= 'z':
		return int(ch-'a') + 10
	case 'A' <= ch && ch <= 'Z':
		return int(ch-'A') + 10
	}
	return MaxBase + 1
}

// mantissa takes the digits of a number, and says whether there are any.
func (r *reader) mantissa(base int, hasFraction bool) bool {
	separators, ok := "", false
	if base == 0 {
		separators = "_"
		base = 10
		if r.takeAny("0") {
			ok = true
			switch {
			case r.takeAny("bB"):
				base, ok = 2, false
			case r.takeAny("oO"):
				base, ok = 8, false
			case r.takeAny("xX"):
				base, ok = 16, false
			case !hasFraction:
				base = 8
			}
		}
	}
	for r.err == nil {
		if hasFraction && r.takeAny(".") {
			hasFraction = false
		} else if !r.takeAny(separators) {
			if digitOf(r.ch) >= base {
				break
			}
			r.take()
			ok = true
		}
	}
	return ok
}

// number reads the text of a number with a sign, in a base that is told by a prefix if it is 0.
func number(s fmt.ScanState, base int, isFloat bool) (string, error) {
	s.SkipSpace()
	r := &reader{state: s}
	r.next()
	if r.err != nil {
		return "", r.err
	}
	r.takeAny("+-")
	if r.mantissa(base, isFloat) && isFloat && r.takeAny("eEpP") {
		r.takeAny("+-")
		for r.takeAny("0123456789_") {
		}
	}
	r.putBack()
	if r.err == io.EOF {
		r.err = nil
	}
	return string(r.text), r.err
}

func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	base := 0
	if ch != 's' && ch != 'v' {
		if base = verbBase(ch); base == 0 || ch == 'O' {
			s.SkipSpace()
			return errors.New("Int.Scan: invalid verb")
		}
	}
	text, err := number(s, base, false)
	if err != nil && text == "" {
		return err
	}
	value, problem, _ := parseInteger(text, base)
	z.to(value)
	if err == nil && problem != "" {
		return errors.New(problem)
	}
	return err
}

func (z *Float) Scan(s fmt.ScanState, ch rune) error {
	text, err := number(s, 0, true)
	if err != nil {
		return err
	}
	_, _, err = z.parse(text, 0)
	return err
}
