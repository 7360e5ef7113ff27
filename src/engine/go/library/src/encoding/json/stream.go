package json

import (
	"bytes"
	"internal/jsontext"
	"io"
	"reflect"
	"strconv"
)

// A Token is a Delim, bool, float64, Number, string or nil.
type Token any

// A Delim is one of [ ] { }.
type Delim rune

func (d Delim) String() string { return string(d) }

// A Decoder reads values from a stream.
type Decoder struct {
	r         io.Reader
	buf       []byte
	base      int64
	at        int
	readErr   error
	err       error
	useNumber bool
	strict    bool
	// stack: open objects and arrays, each with the number of names and values read in it.
	stack    []open
	hadPeek  bool
	hadEnded bool
}

type open struct {
	delim byte
	count int
}

func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r, stack: []open{{}}} }

// UseNumber makes numbers in interfaces Numbers.
func (dec *Decoder) UseNumber() { dec.useNumber = true }

// DisallowUnknownFields makes members that no field takes an error.
func (dec *Decoder) DisallowUnknownFields() { dec.strict = true }

// fetch reads more; false at the end or on an error.
func (dec *Decoder) fetch() bool {
	if dec.readErr != nil {
		return false
	}
	if dec.at > 0 {
		dec.base += int64(dec.at)
		dec.buf = append([]byte(nil), dec.buf[dec.at:]...)
		dec.at = 0
	}
	size := max(512, len(dec.buf))
	room := make([]byte, size)
	n, err := dec.r.Read(room)
	dec.buf = append(dec.buf, room[:n]...)
	dec.readErr = err
	return n > 0 || err == nil
}

func (dec *Decoder) top() *open { return &dec.stack[len(dec.stack)-1] }

// position is the index of what comes next, past white space and the delimiter that must be there.
// Its error is io.EOF if nothing does.
func (dec *Decoder) position() (int, error) {
	for {
		at, delim := jsontext.Space(dec.buf, dec.at), byte(0)
		if at < len(dec.buf) && (dec.buf[at] == ',' || dec.buf[at] == ':') {
			delim = dec.buf[at]
			at = jsontext.Space(dec.buf, at+1)
		}
		if at < len(dec.buf) {
			return at, dec.checkDelim(delim, dec.buf[at])
		}
		if dec.fetch() {
			continue
		}
		if dec.readErr != io.EOF {
			return at, dec.readErr
		}
		at = jsontext.Space(dec.buf, dec.at)
		if len(dec.stack) == 1 && delim == 0 {
			return at, io.EOF
		}
		if delim != 0 {
			if err := dec.checkDelim(delim, '"'); err != nil {
				return at, err
			}
		}
		return at, dec.problem(&jsontext.Problem{Text: "unexpected end of JSON input", At: len(dec.buf), End: true})
	}
}

func (dec *Decoder) problem(p *jsontext.Problem) error {
	return &SyntaxError{p.Text, dec.base + int64(p.At)}
}

// checkDelim says whether delim (0 for none) may stand before a value that begins with next.
func (dec *Decoder) checkDelim(delim, next byte) error {
	top := dec.top()
	need, where := byte(0), jsontext.ForValue
	switch {
	case top.delim == '{' && top.count%2 == 1:
		need, where = ':', jsontext.AfterKey
	case top.delim != 0 && top.count > 0 && next != '}' && next != ']':
		need, where = ',', jsontext.AfterElem
		if top.delim == '{' {
			where = jsontext.AfterPair
		}
	}
	if need == delim {
		return nil
	}
	return dec.problem(jsontext.Unexpected(dec.buf, jsontext.Space(dec.buf, dec.at), where))
}

// raw reads the next value.
func (dec *Decoder) raw() ([]byte, error) {
	for {
		at, err := dec.position()
		if err != nil {
			return nil, err
		}
		top := dec.top()
		var end int
		var p *jsontext.Problem
		switch c := dec.buf[at]; {
		case top.delim != 0 && (c == '}' || c == ']'):
			p = dec.mismatch(at)
		default:
			end, p = jsontext.End(dec.buf, at, len(dec.stack))
		}
		more := p != nil && p.End || p == nil && end == len(dec.buf) && isDigit(dec.buf[at])
		if more && dec.readErr == nil {
			dec.fetch()
			continue
		}
		if p != nil {
			if dec.readErr != nil && dec.readErr != io.EOF && p.End {
				return nil, dec.readErr
			}
			return nil, dec.problem(p)
		}
		if top.delim == '{' && top.count%2 == 0 && dec.buf[at] != '"' {
			return nil, dec.problem(&jsontext.Problem{Text: "object member name must be a string", At: at + 1})
		}
		top.count++
		dec.at = end
		return dec.buf[at:end:end], nil
	}
}

func isDigit(c byte) bool { return c == '-' || '0' <= c && c <= '9' }

// mismatch is the problem of a closing delimiter where a value or another one must be.
func (dec *Decoder) mismatch(at int) *jsontext.Problem {
	where, top := jsontext.ForValue, dec.top()
	if top.delim != 0 && top.count > 0 && dec.buf[at]-2 != top.delim {
		where = jsontext.AfterElem
		if top.delim == '{' {
			where = jsontext.AfterPair
		}
	}
	return jsontext.Unexpected(dec.buf, at, where)
}

// Decode reads the next value into what v points to.
func (dec *Decoder) Decode(v any) error {
	if dec.err != nil {
		return dec.err
	}
	b, err := dec.raw()
	if err != nil {
		if e, ok := err.(*SyntaxError); ok && e.msg == "unexpected end of JSON input" {
			err = io.ErrUnexpectedEOF
		}
		dec.err = err
		return err
	}
	dec.hadPeek, dec.hadEnded = false, false
	return (&decodeState{data: b, useNumber: dec.useNumber, strict: dec.strict}).decode(v)
}

// Buffered is what has been read and not yet decoded.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buf[dec.at:]) }

// Token reads the next token.
func (dec *Decoder) Token() (Token, error) {
	if dec.err != nil {
		return nil, dec.err
	}
	at, err := dec.position()
	if err == nil && (dec.buf[at] == '{' || dec.buf[at] == '[' || dec.buf[at] == '}' || dec.buf[at] == ']') {
		return dec.delim(at)
	}
	var b []byte
	if err == nil {
		b, err = dec.raw()
	}
	if err != nil {
		if e, ok := err.(*SyntaxError); ok && e.msg == "unexpected end of JSON input" {
			if len(bytes.Trim(dec.buf[dec.at:], " \r\n\t,:")) == 0 {
				dec.hadEnded = true
				return nil, io.EOF
			}
			return nil, io.ErrUnexpectedEOF
		}
		return nil, err
	}
	dec.hadPeek, dec.hadEnded = false, false
	switch c := b[0]; c {
	case 'n':
		return nil, nil
	case 't', 'f':
		return c == 't', nil
	case '"':
		return jsontext.Unquote(b), nil
	}
	if dec.useNumber {
		return Number(b), nil
	}
	f, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		return nil, &UnmarshalTypeError{Value: "number " + string(b), Type: reflect.TypeFor[float64](), Offset: dec.InputOffset()}
	}
	return f, nil
}

func (dec *Decoder) delim(at int) (Token, error) {
	c, top := dec.buf[at], dec.top()
	if c == '{' || c == '[' {
		if top.delim == '{' && top.count%2 == 0 {
			return nil, dec.problem(&jsontext.Problem{Text: "object member name must be a string", At: at + 1})
		}
		top.count++
		dec.stack = append(dec.stack, open{delim: c})
	} else {
		if top.delim != c-2 {
			return nil, dec.problem(dec.mismatch(at))
		}
		if top.delim == '{' && top.count%2 == 1 {
			return nil, dec.problem(&jsontext.Problem{Text: "missing value after object key", At: at + 1})
		}
		dec.stack = dec.stack[:len(dec.stack)-1]
	}
	dec.at = at + 1
	dec.hadPeek, dec.hadEnded = false, false
	return Delim(c), nil
}

// More reports whether there is another element in the array or object being read.
func (dec *Decoder) More() bool {
	dec.hadPeek = true
	at, err := dec.position()
	if err != nil {
		if dec.err == nil {
			dec.err = err
		}
		return dec.err != io.EOF
	}
	return dec.buf[at] != ']' && dec.buf[at] != '}'
}

// InputOffset is where the last token ended, or the next begins after More.
func (dec *Decoder) InputOffset() int64 {
	offset := dec.base + int64(dec.at)
	if dec.hadPeek || dec.hadEnded {
		rest := dec.buf[dec.at:]
		if space := jsontext.Space(rest, 0); space < len(rest) {
			offset += int64(space)
			if dec.hadEnded && (rest[space] == ',' || rest[space] == ':') {
				offset++
			}
		}
	}
	return offset
}

// An Encoder writes values to a stream, a line each.
type Encoder struct {
	w              io.Writer
	err            error
	plain          bool
	prefix, indent string
}

func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w} }

func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	e := &encodeState{html: !enc.plain}
	if err := e.top(v); err != nil {
		return err
	}
	b := e.buf
	if enc.prefix != "" || enc.indent != "" {
		b, _ = jsontext.AppendIndent(nil, b, enc.prefix, enc.indent)
	}
	if _, err := enc.w.Write(append(b, '\n')); err != nil {
		enc.err = err
		return err
	}
	return nil
}

// SetIndent lays values out as Indent does.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML says whether <, > and & are escaped.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.plain = !on }
