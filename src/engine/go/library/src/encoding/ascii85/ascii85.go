// Package ascii85: four bytes in five characters, as btoa, PostScript and PDF have them.
package ascii85

import (
	"io"
	"strconv"
)

// MaxEncodedLen is how many characters n bytes may need.
func MaxEncodedLen(n int) int { return (n + 3) / 4 * 5 }

// Encode writes src to dst, which has room for MaxEncodedLen(len(src)) characters.
func Encode(dst, src []byte) int {
	count := 0
	for len(src) > 0 {
		n := min(len(src), 4)
		var group [4]byte
		copy(group[:], src)
		src = src[n:]
		value := uint32(group[0])<<24 | uint32(group[1])<<16 | uint32(group[2])<<8 | uint32(group[3])
		if value == 0 && n == 4 {
			dst[count] = 'z'
			count++
			continue
		}
		for i := 4; i >= 0; i-- {
			dst[count+i] = '!' + byte(value%85)
			value /= 85
		}
		count += n + 1
	}
	return count
}

type encoder struct {
	w    io.Writer
	err  error
	rest []byte // fewer than four bytes
}

// NewEncoder writes what is written to it to w; Close writes the last group.
func NewEncoder(w io.Writer) io.WriteCloser { return &encoder{w: w} }

// most is how many bytes are encoded at once.
const most = 816

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	for len(p) > 0 {
		taken := min(len(p), most-len(e.rest))
		if len(e.rest) > 0 {
			taken = min(taken, 4-len(e.rest))
		}
		group := append(e.rest, p[:taken]...)
		whole := len(group) / 4 * 4
		if e.send(group[:whole]); e.err != nil {
			return n, e.err
		}
		e.rest = append([]byte(nil), group[whole:]...)
		n += taken
		p = p[taken:]
	}
	return n, nil
}

func (e *encoder) send(p []byte) {
	if len(p) == 0 {
		return
	}
	text := make([]byte, MaxEncodedLen(len(p)))
	_, e.err = e.w.Write(text[:Encode(text, p)])
}

func (e *encoder) Close() error {
	if e.err == nil {
		e.send(e.rest)
		e.rest = nil
	}
	return e.err
}

// CorruptInputError is where the text is wrong.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal ascii85 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// Decode writes whole groups of src to dst, and with flush also the last one. It stops when dst has no
// room for a group.
func Decode(dst, src []byte, flush bool) (ndst, nsrc int, err error) {
	value, count := uint32(0), 0
	for i, c := range src {
		if len(dst)-ndst < 4 {
			return ndst, nsrc, nil
		}
		switch {
		case c <= ' ':
			continue
		case c == 'z' && count == 0:
			count = 5
		case '!' <= c && c <= 'u':
			value = 85*value + uint32(c-'!')
			count++
		default:
			return 0, 0, CorruptInputError(i)
		}
		if count == 5 {
			ndst += put(dst[ndst:], value, 4)
			nsrc = i + 1
			value, count = 0, 0
		}
	}
	if !flush {
		return ndst, nsrc, nil
	}
	if count == 1 {
		// One character has not even a byte.
		return 0, 0, CorruptInputError(len(src))
	}
	if count > 0 {
		for range 5 - count {
			value = 85*value + 84
		}
		ndst += put(dst[ndst:], value, count-1)
	}
	return ndst, len(src), nil
}

func put(dst []byte, value uint32, n int) int {
	for i := range n {
		dst[i] = byte(value >> (24 - 8*i))
	}
	return n
}

type decoder struct {
	r       io.Reader
	text    []byte // not yet decoded
	out     []byte // not yet read
	err     error
	readErr error
}

// NewDecoder reads what is encoded in r.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(p) == 0 {
		return 0, nil
	}
	if d.err != nil {
		return 0, d.err
	}
	for len(d.out) == 0 {
		if len(d.text) > 0 && d.decode() {
			break
		}
		if d.err == nil {
			d.err = d.readErr
		}
		if d.err != nil {
			return 0, d.err
		}
		more := make([]byte, 1024-len(d.text))
		var count int
		count, d.readErr = d.r.Read(more)
		d.text = append(d.text, more[:count]...)
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	return n, nil
}

// decode says whether there is something to be read now.
func (d *decoder) decode() bool {
	out := make([]byte, 1024)
	var count, taken int
	count, taken, d.err = Decode(out, d.text, d.readErr != nil)
	if count > 0 {
		d.out, d.text = out[:count], d.text[taken:]
		return true
	}
	if d.err == nil {
		// White space may not fill the room for a group.
		kept := d.text[:0]
		for _, c := range d.text {
			if c > ' ' {
				kept = append(kept, c)
			}
		}
		d.text = kept
	}
	return false
}
