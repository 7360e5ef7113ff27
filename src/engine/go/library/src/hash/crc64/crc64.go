// Package crc64: the cyclic redundancy check of 64 bits.
package crc64

import (
	"errors"
	"hash"
	"internal/hashstate"
)

const (
	Size = 8
	ISO  = 0xD800000000000000
	ECMA = 0xC96C5795D7870F42
)

// magic begins the binary form of the state.
const magic = "crc\x02"

// Table holds the checks of single bytes for a polynomial.
type Table [256]uint64

func MakeTable(poly uint64) *Table {
	t := new(Table)
	for i := range t {
		crc := uint64(i)
		for range 8 {
			if crc&1 == 1 {
				crc = crc>>1 ^ poly
			} else {
				crc >>= 1
			}
		}
		t[i] = crc
	}
	return t
}

func Update(crc uint64, tab *Table, p []byte) uint64 {
	crc = ^crc
	for _, b := range p {
		crc = tab[byte(crc)^b] ^ crc>>8
	}
	return ^crc
}

func Checksum(data []byte, tab *Table) uint64 { return Update(0, tab, data) }

type digest struct {
	crc uint64
	tab *Table
}

func New(tab *Table) hash.Hash64 { return &digest{0, tab} }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum64() uint64  { return d.crc }

func (d *digest) Write(p []byte) (n int, err error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	for i := 56; i >= 0; i -= 8 {
		in = append(in, byte(d.crc>>i))
	}
	return in
}

func (d *digest) Clone() (hash.Cloner, error) {
	other := *d
	return &other, nil
}

// sum tells tables apart.
func (t *Table) sum() uint64 {
	var b []byte
	if t != nil {
		for _, x := range t {
			b = hashstate.AppendUint(b, x, 8)
		}
	}
	return Checksum(b, MakeTable(ISO))
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return d.Sum(hashstate.AppendUint(append(b, magic...), d.tab.sum(), 8)), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	b, err := hashstate.Body(b, "hash/crc64", magic, 2*8)
	if err != nil {
		return err
	}
	if hashstate.Uint(b[:8]) != d.tab.sum() {
		return errors.New("hash/crc64: tables do not match")
	}
	d.crc = hashstate.Uint(b[8:])
	return nil
}
