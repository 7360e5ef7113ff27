package hex

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

type encoder struct{ w io.Writer }

// NewEncoder is a writer that writes what it is given as digits to w.
func NewEncoder(w io.Writer) io.Writer { return encoder{w} }

func (e encoder) Write(p []byte) (n int, err error) {
	for len(p) > 0 && err == nil {
		piece := p[:min(len(p), 512)]
		var written int
		written, err = e.w.Write(AppendEncode(nil, piece))
		n += written / 2
		p = p[len(piece):]
	}
	return n, err
}

type decoder struct {
	r   io.Reader
	in  []byte
	err error
}

// NewDecoder is a reader of the bytes whose digits r has.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.in) < 2 && d.err == nil {
		buf := make([]byte, 1024)
		had := copy(buf, d.in)
		var more int
		more, d.err = d.r.Read(buf[had:])
		d.in = buf[:had+more]
		if d.err == io.EOF && len(d.in)%2 != 0 {
			d.err = io.ErrUnexpectedEOF
			if last := d.in[len(d.in)-1]; !isDigit(last) {
				d.err = InvalidByteError(last)
			}
		}
	}
	p = p[:min(len(p), len(d.in)/2)]
	n, err = Decode(p, d.in[:2*len(p)])
	d.in = d.in[2*n:]
	if err != nil {
		d.in, d.err = nil, err
	}
	if len(d.in) < 2 {
		return n, d.err
	}
	return n, nil
}

func isDigit(c byte) bool {
	_, ok := value(c)
	return ok
}

// Dump shows bytes as `hexdump -C` does.
func Dump(data []byte) string {
	var text strings.Builder
	d := Dumper(&text)
	d.Write(data)
	d.Close()
	return text.String()
}

type dumper struct {
	w      io.Writer
	shown  []byte
	n      int
	closed bool
}

// Dumper is a writer that writes a dump of what it is given to w; Close ends the last line.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	var text []byte
	for _, c := range data {
		if len(d.shown) == 0 {
			text = fmt.Appendf(text, "%08x  ", d.n)
		}
		text = fmt.Appendf(text, "%02x ", c)
		if c < 32 || c > 126 {
			c = '.'
		}
		d.shown = append(d.shown, c)
		d.n++
		switch len(d.shown) {
		case 8:
			text = append(text, ' ')
		case 16:
			text = fmt.Appendf(text, " |%s|\n", d.shown)
			d.shown = d.shown[:0]
		}
	}
	if len(text) > 0 {
		if _, err := d.w.Write(text); err != nil {
			return 0, err
		}
	}
	return len(data), nil
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if len(d.shown) == 0 {
		return nil
	}
	gap := 3*(16-len(d.shown)) + 1
	if len(d.shown) < 8 {
		gap++
	}
	_, err := fmt.Fprintf(d.w, "%s|%s|\n", strings.Repeat(" ", gap), d.shown)
	return err
}
