// Package base32: bytes as text of 32 characters (RFC 4648).
package base32

import (
	"io"
	"strconv"
)

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

// An Encoding is an alphabet with a padding character.
type Encoding struct {
	alphabet string
	values   [256]int
	padding  rune
}

func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 32 {
		panic("encoding alphabet is not 32-bytes long")
	}
	e := &Encoding{alphabet: encoder, padding: StdPadding}
	for i := range e.values {
		e.values[i] = -1
	}
	for i := range encoder {
		switch {
		case encoder[i] == '\n' || encoder[i] == '\r':
			panic("encoding alphabet contains newline character")
		case e.values[encoder[i]] >= 0:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.values[encoder[i]] = i
	}
	return e
}

var (
	StdEncoding = NewEncoding("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
	HexEncoding = NewEncoding("0123456789ABCDEFGHIJKLMNOPQRSTUV")
)

func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] >= 0:
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/5*8 + (n%5*8+4)/5
	}
	return (n + 4) / 5 * 8
}

func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/8*5 + n%8*5/8
	}
	return n / 8 * 5
}

func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for len(src) > 0 {
		group := src[:min(len(src), 5)]
		src = src[len(group):]
		var word uint64
		for i := range 5 {
			word <<= 8
			if i < len(group) {
				word |= uint64(group[i])
			}
		}
		for i := range 8 {
			switch {
			case i < (len(group)*8+4)/5:
				dst = append(dst, enc.alphabet[word>>(35-5*i)&31])
			case enc.padding != NoPadding:
				dst = append(dst, byte(enc.padding))
			}
		}
	}
	return dst
}

func (enc *Encoding) Encode(dst, src []byte) { copy(dst, enc.AppendEncode(nil, src)) }

func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// A CorruptInputError is where a text is no base32.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base32 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// decode appends the bytes of src, which has no newlines; end: its last group was a short one.
func (enc *Encoding) decode(dst, src []byte) (out []byte, end bool, err error) {
	for at := 0; at < len(src) && !end; {
		var word uint64
		n := 0
		for n < 8 {
			if at == len(src) {
				if enc.padding != NoPadding {
					return dst, false, CorruptInputError(at - n)
				}
				end = true
				break
			}
			c := src[at]
			at++
			if rune(c) == enc.padding && n >= 2 && len(src)-at < 8 {
				if err := enc.checkPadding(src, at, n); err != nil {
					return dst, false, err
				}
				end = true
				break
			}
			value := enc.values[c]
			if value < 0 {
				return dst, false, CorruptInputError(at - 1)
			}
			word = word<<5 | uint64(value)
			n++
		}
		if n == 1 || n == 3 || n == 6 {
			// No number of bytes has so many characters: the group is passed over.
			n = 0
		}
		word <<= 5 * (8 - n)
		for i := range n * 5 / 8 {
			dst = append(dst, byte(word>>(32-8*i)))
		}
	}
	return dst, end, nil
}

// checkPadding looks at what follows the first padding character of a group of n characters.
func (enc *Encoding) checkPadding(src []byte, at, n int) error {
	if len(src)-at+n < 7 {
		return CorruptInputError(len(src))
	}
	for k := range 7 - n {
		if at+k < len(src) && rune(src[at+k]) != enc.padding {
			return CorruptInputError(at + k - 1)
		}
	}
	if n == 1 || n == 3 || n == 6 {
		return CorruptInputError(at - 1)
	}
	return nil
}

func withoutNewlines(src []byte) []byte {
	text := make([]byte, 0, len(src))
	for _, c := range src {
		if c != '\r' && c != '\n' {
			text = append(text, c)
		}
	}
	return text
}

func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	out, _, err := enc.decode(dst, withoutNewlines(src))
	return out, err
}

func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	out, err := enc.AppendDecode(nil, src)
	return copy(dst, out), err
}

func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	return enc.AppendDecode([]byte{}, []byte(s))
}

type encoder struct {
	enc  *Encoding
	w    io.Writer
	rest []byte
	err  error
}

// NewEncoder is a writer that writes what it is given in base32 to w; Close writes the last bytes.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

// Write writes whole groups, at most 1024 characters at a time; first the one that was left open.
func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	if len(e.rest) > 0 {
		n = min(len(p), 5-len(e.rest))
		e.rest = append(e.rest, p[:n]...)
		p = p[n:]
		if len(e.rest) < 5 {
			return n, nil
		}
		if e.write(e.rest); e.err != nil {
			return n, e.err
		}
		e.rest = e.rest[:0]
	}
	for len(p) >= 5 {
		size := min(640, len(p)/5*5)
		if e.write(p[:size]); e.err != nil {
			return n, e.err
		}
		n += size
		p = p[size:]
	}
	e.rest = append(e.rest, p...)
	return n + len(p), nil
}

func (e *encoder) write(group []byte) {
	_, e.err = e.w.Write(e.enc.AppendEncode(nil, group))
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.rest) > 0 {
		e.write(e.rest)
		e.rest = nil
	}
	return e.err
}

// textReader leaves newlines out.
type textReader struct {
	r io.Reader
}

func (t textReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	for n > 0 {
		kept := 0
		for _, c := range p[:n] {
			if c != '\r' && c != '\n' {
				p[kept] = c
				kept++
			}
		}
		if kept > 0 || err != nil {
			return kept, err
		}
		n, err = t.r.Read(p)
	}
	return n, err
}

type decoder struct {
	enc  *Encoding
	r    io.Reader
	text []byte
	out  []byte
	end  bool
	err  error
}

// NewDecoder is a reader of the bytes that r has in base32; newlines are passed over.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: textReader{r}} }

// Read gives the error of reading with the last bytes that it decodes.
func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.out) > 0 {
		return d.take(p)
	}
	if d.err != nil {
		return 0, d.err
	}
	need := 1
	if d.enc.padding != NoPadding {
		need = 8 - len(d.text)
	}
	n = d.fill(min(max((len(p)+4)/5*8, 8), 1024), need)
	if len(d.text) < need {
		return 0, d.err
	}
	if n > 0 && d.end {
		return 0, CorruptInputError(0)
	}
	whole := len(d.text)
	if d.enc.padding != NoPadding {
		whole = whole / 8 * 8
	}
	d.out, d.end, err = d.enc.decode(nil, d.text[:whole])
	d.text = d.text[whole:]
	if err != nil && (d.err == nil || d.err == io.EOF) {
		d.err = err
	}
	return d.take(p)
}

// fill reads until there are need characters more, of at most size in all.
func (d *decoder) fill(size, need int) (n int) {
	for n < need && d.err == nil {
		part := make([]byte, size-len(d.text))
		var read int
		read, d.err = d.r.Read(part)
		d.text = append(d.text, part[:read]...)
		n += read
	}
	isShort := n > 0 || d.enc.padding != NoPadding && need < 8
	if n < need && isShort && d.err == io.EOF {
		d.err = io.ErrUnexpectedEOF
	}
	return n
}

func (d *decoder) take(p []byte) (int, error) {
	n := copy(p, d.out)
	d.out = d.out[n:]
	if len(d.out) > 0 {
		return n, nil
	}
	return n, d.err
}
