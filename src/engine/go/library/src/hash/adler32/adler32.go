// Package adler32: the checksum Adler-32 (RFC 1950).
package adler32

import (
	"hash"
	"internal/hashstate"
)

const (
	Size    = 4
	modulus = 65521
	magic   = "adl\x01"
)

type digest uint32

func New() hash.Hash32 {
	d := digest(1)
	return &d
}

func update(sum uint32, p []byte) uint32 {
	low, high := sum&0xffff, sum>>16
	for _, b := range p {
		low = (low + uint32(b)) % modulus
		high = (high + low) % modulus
	}
	return high<<16 | low
}

func Checksum(data []byte) uint32 { return update(1, data) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Reset()         { *d = 1 }
func (d *digest) Sum32() uint32  { return uint32(*d) }

func (d *digest) Write(p []byte) (n int, err error) {
	*d = digest(update(uint32(*d), p))
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	s := uint32(*d)
	return append(in, byte(s>>24), byte(s>>16), byte(s>>8), byte(s))
}

func (d *digest) Clone() (hash.Cloner, error) {
	other := *d
	return &other, nil
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) AppendBinary(b []byte) ([]byte, error) { return d.Sum(append(b, magic...)), nil }

func (d *digest) UnmarshalBinary(b []byte) error {
	b, err := hashstate.Body(b, "hash/adler32", magic, 4)
	if err != nil {
		return err
	}
	*d = digest(hashstate.Uint(b))
	return nil
}
