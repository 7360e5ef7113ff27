package fnv

import (
	"hash"
	"math/bits"
)

const (
	offsetHigh = 0x6c62272e07bb0142
	offsetLow  = 0x62b821756295c58d
	primeLow   = 0x13b
	primeShift = 24
)

type (
	sum128  [2]uint64
	sum128a [2]uint64
)

func New128() hash.Hash  { return &sum128{offsetHigh, offsetLow} }
func New128a() hash.Hash { return &sum128a{offsetHigh, offsetLow} }

// multiplied is the product with the prime 2**88 + 2**8 + 0x3b.
func multiplied(s [2]uint64) [2]uint64 {
	high, low := bits.Mul64(primeLow, s[1])
	return [2]uint64{high + s[1]<<primeShift + primeLow*s[0], low}
}

func (s *sum128) Write(data []byte) (int, error) {
	for _, b := range data {
		*s = multiplied(*s)
		s[1] ^= uint64(b)
	}
	return len(data), nil
}

func (s *sum128a) Write(data []byte) (int, error) {
	for _, b := range data {
		s[1] ^= uint64(b)
		*s = multiplied(*s)
	}
	return len(data), nil
}

func (s *sum128) Sum(in []byte) []byte  { return bytes64(bytes64(in, s[0]), s[1]) }
func (s *sum128a) Sum(in []byte) []byte { return bytes64(bytes64(in, s[0]), s[1]) }
func (s *sum128) Reset()                { *s = sum128{offsetHigh, offsetLow} }
func (s *sum128a) Reset()               { *s = sum128a{offsetHigh, offsetLow} }
func (s *sum128) Size() int             { return 16 }
func (s *sum128a) Size() int            { return 16 }
func (s *sum128) BlockSize() int        { return 1 }
func (s *sum128a) BlockSize() int       { return 1 }
