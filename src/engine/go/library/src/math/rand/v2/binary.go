package rand

import (
	"errors"
	"strings"
)

func appendBig(b []byte, v uint64) []byte {
	for i := 56; i >= 0; i -= 8 {
		b = append(b, byte(v>>i))
	}
	return b
}

func big(b []byte) (v uint64) {
	for _, c := range b[:8] {
		v = v<<8 | uint64(c)
	}
	return v
}

func (p *PCG) AppendBinary(b []byte) ([]byte, error) {
	return appendBig(appendBig(append(b, "pcg:"...), p.hi), p.lo), nil
}

func (p *PCG) MarshalBinary() ([]byte, error) { return p.AppendBinary(nil) }

func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.hi, p.lo = big(data[4:]), big(data[12:])
	return nil
}

const (
	restMark  = "readbuf:"
	stateMark = "chacha8:"
)

// AppendBinary tells what is left of a word that was read in part, how many words were used since
// the seed, and the seed.
func (c *ChaCha8) AppendBinary(b []byte) ([]byte, error) {
	if len(c.rest) > 0 {
		b = append(append(b, restMark...), byte(len(c.rest)))
		b = append(b, c.rest...)
	}
	b = appendBig(append(b, stateMark...), uint64(c.counter/4*32)+uint64(c.used))
	for _, word := range c.seed {
		b = append(b, byte(word), byte(word>>8), byte(word>>16), byte(word>>24))
	}
	return b, nil
}

func (c *ChaCha8) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

func (c *ChaCha8) UnmarshalBinary(data []byte) error {
	var rest []byte
	if after, ok := strings.CutPrefix(string(data), restMark); ok {
		if after == "" || len(after) < 1+int(after[0]) {
			return errors.New("invalid ChaCha8 Read buffer encoding")
		}
		rest = []byte(after[1 : 1+after[0]])
		data = []byte(after[1+after[0]:])
	}
	if len(data) != 48 || string(data[:8]) != stateMark {
		return errors.New("invalid ChaCha8 encoding")
	}
	used := big(data[8:])
	if used > 4*32-4 {
		return errors.New("invalid ChaCha8 encoding")
	}
	c.Seed([32]byte(data[16:]))
	c.counter = uint32(used) / 32 * 4
	c.refill()
	c.used = int(used % 32)
	c.rest = rest
	return nil
}
