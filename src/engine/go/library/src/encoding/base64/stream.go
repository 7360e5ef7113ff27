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

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	all := append(e.rest, p...)
	whole := len(all) / 3 * 3
	if whole > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, all[:whole]))
		if e.err != nil {
			return 0, e.err
		}
	}
	e.rest = append([]byte(nil), all[whole:]...)
	return len(p), nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.rest) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.rest))
		e.rest = nil
	}
	return e.err
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
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	for len(d.out) == 0 && d.err == nil && len(p) > 0 {
		d.fill(min(max(len(p)/3*4, 4), 1024))
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	if n > 0 || len(p) == 0 {
		return n, nil
	}
	return 0, d.err
}

// fill decodes the whole groups of four of what is read, at most size characters.
func (d *decoder) fill(size int) {
	for len(d.text) < 4 && d.readErr == nil {
		buf := make([]byte, size-len(d.text))
		n, err := d.r.Read(buf)
		for _, c := range buf[:n] {
			if c != '\r' && c != '\n' {
				d.text = append(d.text, c)
			}
		}
		d.readErr = err
	}
	take := len(d.text) / 4 * 4
	if take == 0 {
		d.err = d.readErr
		if len(d.text) == 0 || d.readErr != io.EOF {
			return
		}
		if d.enc.padding != NoPadding {
			d.err = io.ErrUnexpectedEOF
			return
		}
		take = len(d.text)
	}
	out, err := d.enc.AppendDecode(nil, d.text[:take])
	d.out = out
	if err != nil {
		d.err = err
	}
	d.text = d.text[take:]
}
