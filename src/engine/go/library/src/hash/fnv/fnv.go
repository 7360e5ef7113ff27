// Package fnv: the hash functions FNV-1 and FNV-1a of 32 and 64 bits.
package fnv

import "hash"

const (
	offset32 = 2166136261
	offset64 = 14695981039346656037
	prime32  = 16777619
	prime64  = 1099511628211
)

type (
	sum32  uint32
	sum32a uint32
	sum64  uint64
	sum64a uint64
)

func New32() hash.Hash32 {
	s := sum32(offset32)
	return &s
}

func New32a() hash.Hash32 {
	s := sum32a(offset32)
	return &s
}

func New64() hash.Hash64 {
	s := sum64(offset64)
	return &s
}

func New64a() hash.Hash64 {
	s := sum64a(offset64)
	return &s
}

func (s *sum32) Write(data []byte) (int, error) {
	for _, b := range data {
		*s = *s*prime32 ^ sum32(b)
	}
	return len(data), nil
}

func (s *sum32a) Write(data []byte) (int, error) {
	for _, b := range data {
		*s = (*s ^ sum32a(b)) * prime32
	}
	return len(data), nil
}

func (s *sum64) Write(data []byte) (int, error) {
	for _, b := range data {
		*s = *s*prime64 ^ sum64(b)
	}
	return len(data), nil
}

func (s *sum64a) Write(data []byte) (int, error) {
	for _, b := range data {
		*s = (*s ^ sum64a(b)) * prime64
	}
	return len(data), nil
}

func bytes32(b []byte, v uint32) []byte {
	return append(b, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func bytes64(b []byte, v uint64) []byte { return bytes32(bytes32(b, uint32(v>>32)), uint32(v)) }

func (s *sum32) Sum32() uint32         { return uint32(*s) }
func (s *sum32a) Sum32() uint32        { return uint32(*s) }
func (s *sum64) Sum64() uint64         { return uint64(*s) }
func (s *sum64a) Sum64() uint64        { return uint64(*s) }
func (s *sum32) Sum(in []byte) []byte  { return bytes32(in, uint32(*s)) }
func (s *sum32a) Sum(in []byte) []byte { return bytes32(in, uint32(*s)) }
func (s *sum64) Sum(in []byte) []byte  { return bytes64(in, uint64(*s)) }
func (s *sum64a) Sum(in []byte) []byte { return bytes64(in, uint64(*s)) }
func (s *sum32) Reset()                { *s = offset32 }
func (s *sum32a) Reset()               { *s = offset32 }
func (s *sum64) Reset()                { *s = offset64 }
func (s *sum64a) Reset()               { *s = offset64 }
func (s *sum32) Size() int             { return 4 }
func (s *sum32a) Size() int            { return 4 }
func (s *sum64) Size() int             { return 8 }
func (s *sum64a) Size() int            { return 8 }
func (s *sum32) BlockSize() int        { return 1 }
func (s *sum32a) BlockSize() int       { return 1 }
func (s *sum64) BlockSize() int        { return 1 }
func (s *sum64a) BlockSize() int       { return 1 }
