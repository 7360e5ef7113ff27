// Package md5: the hash function MD5 (RFC 1321). It is not safe; some programs use it as a checksum.
package md5

import (
	"hash"
	"internal/hashstate"
	"math/bits"
)

const (
	Size      = 16
	BlockSize = 64
)

// sines are 2**32 times the absolute sines of 1 to 64.
var sines = [64]uint32{
	0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
	0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
	0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
	0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
	0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
	0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
	0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
	0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
}

var shifts = [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}

// magic begins the binary form of the state.
const magic = "md5\x01"

type digest struct {
	state  [4]uint32
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
	d.state = [4]uint32{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}
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
	var words [16]uint32
	for i := range words {
		words[i] = uint32(p[4*i]) | uint32(p[4*i+1])<<8 | uint32(p[4*i+2])<<16 | uint32(p[4*i+3])<<24
	}
	a, b, c, e := d.state[0], d.state[1], d.state[2], d.state[3]
	for i := range 64 {
		var f uint32
		var k int
		switch i / 16 {
		case 0:
			f, k = b&c|^b&e, i
		case 1:
			f, k = e&b|^e&c, 5*i+1
		case 2:
			f, k = b^c^e, 3*i+5
		default:
			f, k = c^(b|^e), 7*i
		}
		turned := bits.RotateLeft32(a+f+sines[i]+words[k%16], shifts[i/16][i%4])
		a, b, c, e = e, b+turned, b, c
	}
	d.state[0] += a
	d.state[1] += b
	d.state[2] += c
	d.state[3] += e
}

func (d *digest) Sum(in []byte) []byte {
	final := *d
	final.rest = append([]byte(nil), d.rest...)
	padding := make([]byte, 1+(119-d.length%64)%64, 72)
	padding[0] = 0x80
	for i := range 8 {
		padding = append(padding, byte(d.length*8>>(8*i)))
	}
	final.Write(padding)
	for _, word := range final.state {
		in = append(in, byte(word), byte(word>>8), byte(word>>16), byte(word>>24))
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
	b, err := hashstate.Body(b, "crypto/md5", magic, 4*4+BlockSize+8)
	if err != nil {
		return err
	}
	b = hashstate.TakeWords(b, d.state[:])
	d.rest, d.length = hashstate.TakeRest(b, BlockSize)
	return nil
}
