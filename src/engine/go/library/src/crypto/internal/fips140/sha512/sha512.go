// Package sha512: the hash functions SHA-512, SHA-384, SHA-512/224 and SHA-512/256 (FIPS 180-4), with the
// type that crypto/sha512 shows in their values only.
package sha512

import (
	"hash"
	"internal/hashstate"
	"strconv"
)

const (
	Size      = 64
	Size224   = 28
	Size256   = 32
	Size384   = 48
	BlockSize = 128
)

// start is the state of SHA-512 before the first block; the primes it is made of may be others.
func start(skippedPrimes int) string

// compress takes a state and whole blocks.
func compress(state string, blocks string) string

// A Digest is one of the functions with what was written to it.
type Digest struct {
	start  string
	state  string
	rest   []byte
	length uint64
	size   int
	// magic begins the binary form of the state.
	magic string
}

func newDigest(start string, size int, magic string) *Digest {
	return &Digest{start: start, state: start, size: size, magic: magic}
}

func New() *Digest    { return newDigest(start(0), Size, "sha\x07") }
func New384() *Digest { return newDigest(start(8), Size384, "sha\x04") }

// truncated is SHA-512/t, whose start is a sum by another SHA-512.
func truncated(size int, magic string) *Digest {
	changed := []byte(start(0))
	for i := range changed {
		changed[i] ^= 0xa5
	}
	d := newDigest(string(changed), Size, "")
	d.Write([]byte("SHA-512/" + strconv.Itoa(8*size)))
	return newDigest(string(d.Sum(nil)), size, magic)
}

func New512_224() *Digest { return truncated(Size224, "sha\x05") }
func New512_256() *Digest { return truncated(Size256, "sha\x06") }

func (d *Digest) Size() int      { return d.size }
func (d *Digest) BlockSize() int { return BlockSize }

func (d *Digest) Reset() {
	d.state = d.start
	d.rest = nil
	d.length = 0
}

func (d *Digest) Clone() (hash.Cloner, error) {
	other := *d
	other.rest = append([]byte(nil), d.rest...)
	return &other, nil
}

func (d *Digest) Write(p []byte) (int, error) {
	d.length += uint64(len(p))
	d.rest = append(d.rest, p...)
	whole := len(d.rest) / BlockSize * BlockSize
	d.state = compress(d.state, string(d.rest[:whole]))
	d.rest = append([]byte(nil), d.rest[whole:]...)
	return len(p), nil
}

func (d *Digest) Sum(in []byte) []byte {
	last := append([]byte(nil), d.rest...)
	last = append(last, 0x80)
	// The length has 16 bytes, of which 8 are always 0 here.
	for len(last)%BlockSize != BlockSize-16 {
		last = append(last, 0)
	}
	last = append(last, make([]byte, 8)...)
	for i := 56; i >= 0; i -= 8 {
		last = append(last, byte(d.length<<3>>i))
	}
	return append(in, compress(d.state, string(last))[:d.size]...)
}

func (d *Digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *Digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(append(b, d.magic...), d.state...)
	return hashstate.AppendRest(b, d.rest, BlockSize, d.length), nil
}

func (d *Digest) UnmarshalBinary(b []byte) error {
	b, err := hashstate.Body(b, "crypto/sha512", d.magic, Size+BlockSize+8)
	if err != nil {
		return err
	}
	d.state = string(b[:Size])
	d.rest, d.length = hashstate.TakeRest(b[Size:], BlockSize)
	return nil
}
