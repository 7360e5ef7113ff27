package base64

import "io"

type encoder struct {
	enc  *Encoding
	w    io.Writer
	rest []byte
	err  error
}

// NewEncoder is a writer that writes what it is given in base64 to w; Close writes the last bytes.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

// Write writes whole groups, at most 1024 characters at a time; first the one that was left open.
func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	if len(e.rest) > 0 {
		n = min(len(p), 3-len(e.rest))
		e.rest = append(e.rest, p[:n]...)
		p = p[n:]
		if len(e.rest) < 3 {
			return n, nil
		}
		if e.write(e.rest); e.err != nil {
			return n, e.err
		}
		e.rest = e.rest[:0]
	}
	for len(p) >= 3 {
		size := min(768, len(p)/3*3)
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
		if kept > 0 {
			return kept, err
		}
		n, err = t.r.Read(p)
	}
	return n, err
}

type decoder struct {
	enc     *Encoding
	r       io.Reader
	text    []byte
	out     []byte
	readErr error
	err     error
}

// NewDecoder is a reader of the bytes that r has in base64; newlines are passed over. The places in
// its errors count from the start of what was read at a time.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: textReader{r}} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if len(d.out) > 0 {
		return d.take(p), nil
	}
	if d.err != nil {
		return 0, d.err
	}
	for len(d.text) < 4 && d.readErr == nil {
		part := make([]byte, min(max(len(p)/3*4, 4), 1024)-len(d.text))
		n, d.readErr = d.r.Read(part)
		d.text = append(d.text, part[:n]...)
	}
	if len(d.text) < 4 {
		return d.end(p)
	}
	whole := len(d.text) / 4 * 4
	d.out, d.err = d.enc.AppendDecode(nil, d.text[:whole])
	d.text = d.text[whole:]
	return d.take(p), d.err
}

// end decodes the last group, which without padding may be a short one.
func (d *decoder) end(p []byte) (n int, err error) {
	if d.enc.padding == NoPadding && len(d.text) > 0 {
		d.out, d.err = d.enc.AppendDecode(nil, d.text)
		d.text = nil
		if n = d.take(p); n > 0 || len(p) == 0 && len(d.out) > 0 {
			return n, nil
		}
		if d.err != nil {
			return 0, d.err
		}
	}
	d.err = d.readErr
	if d.err == io.EOF && len(d.text) > 0 {
		d.err = io.ErrUnexpectedEOF
	}
	return 0, d.err
}

func (d *decoder) take(p []byte) int {
	n := copy(p, d.out)
	d.out = d.out[n:]
	return n
}
