package fmt

import (
	"errors"
	"internal/streams"
	"io"
	"unicode/utf8"
)

// ScanState is the input as a Scanner sees it.
type ScanState interface {
	ReadRune() (r rune, size int, err error)
	UnreadRune() error
	SkipSpace()
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	Width() (wid int, ok bool)
	Read(buf []byte) (n int, err error)
}

// Scanner is implemented by values that scan themselves.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

func Scan(a ...any) (n int, err error)   { return Fscan(streams.Stdin(), a...) }
func Scanln(a ...any) (n int, err error) { return Fscanln(streams.Stdin(), a...) }
func Scanf(format string, a ...any) (n int, err error) {
	return Fscanf(streams.Stdin(), format, a...)
}

func Sscan(str string, a ...any) (n int, err error)   { return Fscan((*text)(&str), a...) }
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*text)(&str), a...) }
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*text)(&str), format, a...)
}

// Fscan takes words off r; line ends are spaces.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newInput(r)
	s.newlineIsSpace = true
	return s.scanAll(a)
}

// Fscanln takes words off r up to the end of the line.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newInput(r)
	s.newlineEnds = true
	return s.scanAll(a)
}

// Fscanf takes off r what format shows.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newInput(r).scanFormat(format, a)
}

// text reads the string that it is.
type text string

func (t *text) Read(b []byte) (n int, err error) {
	n = copy(b, *t)
	*t = (*t)[n:]
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

const (
	end  = -1
	huge = 1 << 30
)

// scanError is the panic by which scanning stops.
type scanError struct {
	err error
}

// input is what is being scanned.
type input struct {
	runes          io.RuneScanner
	token          []byte
	count          int
	atEnd          bool
	newlineEnds    bool
	newlineIsSpace bool
	// limit is the count at which the width of the operand is used up.
	limit int
	width int
}

func newInput(r io.Reader) *input {
	s := &input{limit: huge, width: huge}
	if runes, ok := r.(io.RuneScanner); ok {
		s.runes = runes
	} else {
		s.runes = &runeReader{reader: r, peeked: -1}
	}
	return s
}

func (s *input) fail(err error)      { panic(scanError{err}) }
func (s *input) failWith(err string) { s.fail(errors.New(err)) }

func (s *input) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *input) ReadRune() (r rune, size int, err error) {
	if s.atEnd || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.runes.ReadRune()
	if err == nil {
		s.count++
		s.atEnd = s.newlineEnds && r == '\n'
	} else if err == io.EOF {
		s.atEnd = true
	}
	return r, size, err
}

func (s *input) UnreadRune() error {
	s.runes.UnreadRune()
	s.atEnd = false
	s.count--
	return nil
}

func (s *input) Width() (wid int, ok bool) {
	if s.width == huge {
		return 0, false
	}
	return s.width, true
}

func (s *input) Token(skipSpace bool, f func(rune) bool) (tok []byte, err error) {
	defer func() {
		if e := recover(); e != nil {
			failure, ok := e.(scanError)
			if !ok {
				panic(e)
			}
			err = failure.err
		}
	}()
	if f == nil {
		f = notSpace
	}
	s.token = s.token[:0]
	if skipSpace {
		s.SkipSpace()
	}
	return s.takeWhile(f), nil
}

// next is the next rune, or end.
func (s *input) next() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return end
	}
	if err != nil {
		s.fail(err)
	}
	return r
}

func (s *input) mustNext() rune {
	r := s.next()
	if r == end {
		s.fail(io.ErrUnexpectedEOF)
	}
	return r
}

func isSpace(r rune) bool {
	switch {
	case '\t' <= r && r <= '\r', r == ' ', r == 0x85, r == 0xa0, r == 0x1680, 0x2000 <= r && r <= 0x200a,
		r == 0x2028, r == 0x2029, r == 0x202f, r == 0x205f, r == 0x3000:
		return true
	}
	return false
}

func notSpace(r rune) bool { return !isSpace(r) }

func (s *input) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == end:
			return
		case r == '\r' && s.peek("\n"):
		case r == '\n':
			if !s.newlineIsSpace {
				s.failWith("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

func (s *input) takeWhile(f func(rune) bool) []byte {
	for {
		r := s.next()
		if r == end {
			break
		}
		if !f(r) {
			s.UnreadRune()
			break
		}
		s.token = utf8.AppendRune(s.token, r)
	}
	return s.token
}

func isOneOf(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// accept takes the next rune into the token if it is one of the set.
func (s *input) accept(set string) bool {
	r := s.next()
	if r == end {
		return false
	}
	if isOneOf(set, r) {
		s.token = utf8.AppendRune(s.token, r)
		return true
	}
	s.UnreadRune()
	return false
}

func (s *input) peek(set string) bool {
	r := s.next()
	if r != end {
		s.UnreadRune()
	}
	return isOneOf(set, r)
}

// mustHaveMore stops scanning with io.EOF at the end of the input.
func (s *input) mustHaveMore() {
	if s.next() == end {
		panic(io.EOF)
	}
	s.UnreadRune()
}

// stopped turns the panic by which scanning stops into an error.
func stopped(err *error) {
	switch e := recover().(type) {
	case nil:
	case scanError:
		*err = e.err
	default:
		if e != error(io.EOF) {
			panic(e)
		}
		*err = io.EOF
	}
}

func (s *input) scanAll(a []any) (n int, err error) {
	defer stopped(&err)
	for _, arg := range a {
		s.scanOne('v', arg)
		n++
	}
	for s.newlineEnds {
		r := s.next()
		if r == '\n' || r == end {
			break
		}
		if !isSpace(r) {
			s.failWith("expected newline")
		}
	}
	return n, nil
}

func (s *input) scanFormat(format string, a []any) (n int, err error) {
	defer stopped(&err)
	for format != "" {
		matched := s.match(format)
		if matched > 0 {
			format = format[matched:]
			continue
		}
		if format[0] != '%' {
			if matched < 0 {
				s.failWith("input does not match format")
			}
			break
		}
		format = format[1:]
		s.width = huge
		if digits := leadingDigits(format); digits > 0 {
			s.width = 0
			for _, digit := range format[:digits] {
				s.width = min(s.width*10+int(digit-'0'), huge-1)
			}
			format = format[digits:]
		}
		verb, size := utf8.DecodeRuneInString(format)
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			s.scanPercent()
			format = format[size:]
			continue
		}
		s.limit = min(huge, s.count+s.width)
		if n >= len(a) {
			s.failWith("too few operands for format '%" + format + "'")
		}
		format = format[size:]
		s.scanOne(verb, a[n])
		n++
		s.limit = huge
	}
	if n < len(a) {
		s.failWith("too many operands")
	}
	return n, nil
}

func leadingDigits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}

func (s *input) scanPercent() {
	s.SkipSpace()
	s.mustHaveMore()
	if !s.accept("%") {
		s.failWith("missing literal %")
	}
}

// match takes input that matches the start of the format, up to a verb. It returns the length of
// what matched, or -1 if the input differs.
func (s *input) match(format string) int {
	i := 0
	for i < len(format) {
		c, size := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			i += s.matchSpace(format[i:])
			continue
		}
		if c == '%' {
			if i+size == len(format) {
				s.failWith("missing verb: % at end of format string")
			}
			if format[i+size] != '%' {
				return i
			}
			i += size
		}
		if s.mustNext() != c {
			s.UnreadRune()
			return -1
		}
		i += size
	}
	return i
}

// matchSpace handles a run of spaces in the format: each newline stands for spaces and a newline,
// spaces after the last for at least one space if there is no newline.
func (s *input) matchSpace(format string) int {
	newlines := 0
	spaceAtEnd := false
	length := 0
	for length < len(format) {
		c, size := utf8.DecodeRuneInString(format[length:])
		if !isSpace(c) {
			break
		}
		if c == '\n' {
			newlines++
		}
		spaceAtEnd = c != '\n'
		length += size
	}
	for range newlines {
		r := s.next()
		for isSpace(r) && r != '\n' {
			r = s.next()
		}
		if r != '\n' && r != end {
			s.failWith("newline in format does not match input")
		}
	}
	if !spaceAtEnd {
		return length
	}
	r := s.next()
	if newlines == 0 {
		if !isSpace(r) && r != end {
			s.failWith("expected space in input to match format")
		}
		if r == '\n' {
			s.failWith("newline in input does not match format")
		}
	}
	for isSpace(r) && r != '\n' {
		r = s.next()
	}
	if r != end {
		s.UnreadRune()
	}
	return length
}

// runeReader reads runes of any reader byte by byte, so that nothing is read too far.
type runeReader struct {
	reader io.Reader
	// pending are bytes of an invalid sequence that were read already.
	pending []byte
	// peeked is a rune to read again, or the complement of the last one.
	peeked rune
}

func (r *runeReader) readByte() (byte, error) {
	if len(r.pending) > 0 {
		b := r.pending[0]
		r.pending = r.pending[1:]
		return b, nil
	}
	var b [1]byte
	if n, err := io.ReadFull(r.reader, b[:]); n != 1 {
		return 0, err
	}
	return b[0], nil
}

func (r *runeReader) ReadRune() (c rune, size int, err error) {
	if r.peeked >= 0 {
		c = r.peeked
		r.peeked = ^c
		return c, utf8.RuneLen(c), nil
	}
	b, err := r.readByte()
	if err != nil {
		return 0, 0, err
	}
	if b < utf8.RuneSelf {
		r.peeked = ^rune(b)
		return rune(b), 1, nil
	}
	bytes := []byte{b}
	for !utf8.FullRune(bytes) {
		b, err = r.readByte()
		if err == io.EOF {
			break
		}
		if err != nil {
			return 0, 0, err
		}
		bytes = append(bytes, b)
	}
	c, size = utf8.DecodeRune(bytes)
	r.pending = append(bytes[size:], r.pending...)
	r.peeked = ^c
	return c, size, nil
}

func (r *runeReader) UnreadRune() error {
	if r.peeked >= 0 {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.peeked = ^r.peeked
	return nil
}
