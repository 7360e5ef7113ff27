// Package sha256: the hash functions SHA-256 and SHA-224 (FIPS 180-4), with the type that crypto/sha256
// shows in their values only.
package sha256

import (
	"hash"
	"internal/hashstate"
	"math/bits"
)

const (
	Size      = 32
	Size224   = 28
	BlockSize = 64
)

// constants are the first 32 bits of the fractions of the cube roots of the first 64 primes.
var constants = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

var start = [8]uint32{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}

var start224 = [8]uint32{0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4}

// A Digest is one of the two functions with what was written to it.
type Digest struct {
	state  [8]uint32
	rest   []byte
	length uint64
	size   int
}

func New() *Digest { return &Digest{state: start, size: Size} }

func New224() *Digest { return &Digest{state: start224, size: Size224} }

func (d *Digest) Size() int      { return d.size }
func (d *Digest) BlockSize() int { return BlockSize }

func (d *Digest) Reset() {
	d.state = start
	if d.size == Size224 {
		d.state = start224
	}
	d.rest = nil
	d.length = 0
}

func (d *Digest) Write(p []byte) (int, error) {
	d.length += uint64(len(p))
	d.rest = append(d.rest, p...)
	for len(d.rest) >= BlockSize {
		d.block(d.rest[:BlockSize])
		d.rest = d.rest[BlockSize:]
	}
	return len(p), nil
}

func (d *Digest) block(p []byte) {
	var w [64]uint32
	for i := range 16 {
		w[i] = uint32(p[4*i])<<24 | uint32(p[4*i+1])<<16 | uint32(p[4*i+2])<<8 | uint32(p[4*i+3])
	}
	for i := 16; i < 64; i++ {
		x, y := w[i-15], w[i-2]
		s0 := bits.RotateLeft32(x, -7) ^ bits.RotateLeft32(x, -18) ^ x>>3
		s1 := bits.RotateLeft32(y, -17) ^ bits.RotateLeft32(y, -19) ^ y>>10
		w[i] = w[i-16] + s0 + w[i-7] + s1
	}
	s := d.state
	for i := range 64 {
		a, e := s[0], s[4]
		t1 := s[7] + (bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)) +
			(e&s[5] ^ ^e&s[6]) + constants[i] + w[i]
		t2 := (bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)) +
			(a&s[1] ^ a&s[2] ^ s[1]&s[2])
		s = [8]uint32{t1 + t2, a, s[1], s[2], s[3] + t1, e, s[5], s[6]}
	}
	for i := range s {
		d.state[i] += s[i]
	}
}

func (d *Digest) Sum(in []byte) []byte {
	final := *d
	final.rest = append([]byte(nil), d.rest...)
	padding := make([]byte, 1+(119-d.length%64)%64, 72)
	padding[0] = 0x80
	for i := 7; i >= 0; i-- {
		padding = append(padding, byte(d.length*8>>(8*i)))
	}
	final.Write(padding)
	for i := range final.size / 4 {
		word := final.state[i]
		in = append(in, byte(word>>24), byte(word>>16), byte(word>>8), byte(word))
	}
	return in
}

func (d *Digest) magic() string {
	if d.size == Size224 {
		return "sha\x02"
	}
	return "sha\x03"
}

func (d *Digest) Clone() (hash.Cloner, error) {
	other := *d
	other.rest = append([]byte(nil), d.rest...)
	return &other, nil
}

func (d *Digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *Digest) AppendBinary(b []byte) ([]byte, error) {
	b = hashstate.AppendWords(append(b, d.magic()...), d.state[:])
	return hashstate.AppendRest(b, d.rest, BlockSize, d.length), nil
}

func (d *Digest) UnmarshalBinary(b []byte) error {
	b, err := hashstate.Body(b, "crypto/sha256", d.magic(), 8*4+BlockSize+8)
	if err != nil {
		return err
	}
	b = hashstate.TakeWords(b, d.state[:])
	d.rest, d.length = hashstate.TakeRest(b, BlockSize)
	return nil
}
