// Package sha512: the hash functions SHA-512, SHA-384, SHA-512/224 and SHA-512/256 (FIPS 180-4).
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

type digest struct {
	start  string
	state  string
	rest   []byte
	length uint64
	size   int
	// magic begins the binary form of the state.
	magic string
}

func newDigest(start string, size int, magic string) *digest {
	return &digest{start: start, state: start, size: size, magic: magic}
}

func new512() *digest { return newDigest(start(0), Size, "sha\x07") }
func new384() *digest { return newDigest(start(8), Size384, "sha\x04") }

// truncated is SHA-512/t, whose start is a sum by another SHA-512.
func truncated(size int, magic string) *digest {
	changed := []byte(start(0))
	for i := range changed {
		changed[i] ^= 0xa5
	}
	d := newDigest(string(changed), Size, "")
	d.Write([]byte("SHA-512/" + strconv.Itoa(8*size)))
	return newDigest(string(d.Sum(nil)), size, magic)
}

func new512_224() *digest { return truncated(Size224, "sha\x05") }
func new512_256() *digest { return truncated(Size256, "sha\x06") }

func New() hash.Hash        { return new512() }
func New384() hash.Hash     { return new384() }
func New512_224() hash.Hash { return new512_224() }
func New512_256() hash.Hash { return new512_256() }

func (d *digest) Size() int      { return d.size }
func (d *digest) BlockSize() int { return BlockSize }

func (d *digest) Reset() {
	d.state = d.start
	d.rest = nil
	d.length = 0
}

func (d *digest) Clone() (hash.Cloner, error) {
	other := *d
	other.rest = append([]byte(nil), d.rest...)
	return &other, nil
}

func (d *digest) Write(p []byte) (int, error) {
	d.length += uint64(len(p))
	d.rest = append(d.rest, p...)
	whole := len(d.rest) / BlockSize * BlockSize
	d.state = compress(d.state, string(d.rest[:whole]))
	d.rest = append([]byte(nil), d.rest[whole:]...)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
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

func sum(d *digest, data []byte) []byte {
	d.Write(data)
	return d.Sum(nil)
}

func Sum512(data []byte) [Size]byte        { return [Size]byte(sum(new512(), data)) }
func Sum384(data []byte) [Size384]byte     { return [Size384]byte(sum(new384(), data)) }
func Sum512_224(data []byte) [Size224]byte { return [Size224]byte(sum(new512_224(), data)) }
func Sum512_256(data []byte) [Size256]byte { return [Size256]byte(sum(new512_256(), data)) }

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	b = append(append(b, d.magic...), d.state...)
	return hashstate.AppendRest(b, d.rest, BlockSize, d.length), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	b, err := hashstate.Body(b, "crypto/sha512", d.magic, Size+BlockSize+8)
	if err != nil {
		return err
	}
	d.state = string(b[:Size])
	d.rest, d.length = hashstate.TakeRest(b[Size:], BlockSize)
	return nil
}
