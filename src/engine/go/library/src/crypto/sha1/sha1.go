// Package sha1: the hash function SHA-1 (RFC 3174). It is not safe; some programs use it as a
// checksum.
package sha1

import (
	"hash"
	"internal/hashstate"
	"math/bits"
)

const (
	Size      = 20
	BlockSize = 64
)

// magic begins the binary form of the state.
const magic = "sha\x01"

type digest struct {
	state  [5]uint32
	rest   []byte
	length uint64
}

func New() hash.Hash {
	d := new(digest)
	d.Reset()
	return d
}

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Reset() {
	d.state = [5]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}
	d.rest = nil
	d.length = 0
}

func (d *digest) Write(p []byte) (int, error) {
	d.length += uint64(len(p))
	d.rest = append(d.rest, p...)
	for len(d.rest) >= BlockSize {
		d.block(d.rest[:BlockSize])
		d.rest = d.rest[BlockSize:]
	}
	return len(p), nil
}

func (d *digest) block(p []byte) {
	var w [80]uint32
	for i := range 16 {
		w[i] = uint32(p[4*i])<<24 | uint32(p[4*i+1])<<16 | uint32(p[4*i+2])<<8 | uint32(p[4*i+3])
	}
	for i := 16; i < 80; i++ {
		w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
	}
	s := d.state
	for i := range 80 {
		var f uint32
		b, c, e := s[1], s[2], s[3]
		switch i / 20 {
		case 0:
			f = b&c | ^b&e
			f += 0x5a827999
		case 1:
			f = b ^ c ^ e
			f += 0x6ed9eba1
		case 2:
			f = b&c | b&e | c&e
			f += 0x8f1bbcdc
		default:
			f = b ^ c ^ e
			f += 0xca62c1d6
		}
		s = [5]uint32{bits.RotateLeft32(s[0], 5) + f + s[4] + w[i], s[0], bits.RotateLeft32(b, 30), c, e}
	}
	for i := range s {
		d.state[i] += s[i]
	}
}

func (d *digest) Sum(in []byte) []byte {
	final := *d
	final.rest = append([]byte(nil), d.rest...)
	padding := make([]byte, 1+(119-d.length%64)%64, 72)
	padding[0] = 0x80
	for i := 7; i >= 0; i-- {
		padding = append(padding, byte(d.length*8>>(8*i)))
	}
	final.Write(padding)
	for _, word := range final.state {
		in = append(in, byte(word>>24), byte(word>>16), byte(word>>8), byte(word))
	}
	return in
}

func Sum(data []byte) [Size]byte {
	d := New()
	d.Write(data)
	return [Size]byte(d.Sum(nil))
}

func (d *digest) Clone() (hash.Cloner, error) {
	other := *d
	other.rest = append([]byte(nil), d.rest...)
	return &other, nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = hashstate.AppendWords(append(b, magic...), d.state[:])
	return hashstate.AppendRest(b, d.rest, BlockSize, d.length), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	b, err := hashstate.Body(b, "crypto/sha1", magic, 5*4+BlockSize+8)
	if err != nil {
		return err
	}
	b = hashstate.TakeWords(b, d.state[:])
	d.rest, d.length = hashstate.TakeRest(b, BlockSize)
	return nil
}
