// Package crc32: the cyclic redundancy check of 32 bits.
package crc32

import (
	"errors"
	"hash"
	"internal/hashstate"
)

const (
	Size       = 4
	IEEE       = 0xedb88320
	Castagnoli = 0x82f63b78
	Koopman    = 0xeb31d82e
)

// magic begins the binary form of the state.
const magic = "crc\x01"

// Table holds the checks of single bytes for a polynomial.
type Table [256]uint32

var IEEETable = MakeTable(IEEE)

func MakeTable(poly uint32) *Table {
	t := new(Table)
	for i := range t {
		crc := uint32(i)
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

func Update(crc uint32, tab *Table, p []byte) uint32 {
	crc = ^crc
	for _, b := range p {
		crc = tab[byte(crc)^b] ^ crc>>8
	}
	return ^crc
}

func Checksum(data []byte, tab *Table) uint32 { return Update(0, tab, data) }
func ChecksumIEEE(data []byte) uint32         { return Update(0, IEEETable, data) }

type digest struct {
	crc uint32
	tab *Table
}

func New(tab *Table) hash.Hash32 { return &digest{0, tab} }
func NewIEEE() hash.Hash32       { return New(IEEETable) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 1 }
func (d *digest) Reset()         { d.crc = 0 }
func (d *digest) Sum32() uint32  { return d.crc }

func (d *digest) Write(p []byte) (int, error) {
	d.crc = Update(d.crc, d.tab, p)
	return len(p), nil
}

func (d *digest) Sum(in []byte) []byte {
	return append(in, byte(d.crc>>24), byte(d.crc>>16), byte(d.crc>>8), byte(d.crc))
}

func (d *digest) Clone() (hash.Cloner, error) {
	other := *d
	return &other, nil
}

// sum tells tables apart.
func (t *Table) sum() uint32 {
	var b []byte
	if t != nil {
		for _, x := range t {
			b = hashstate.AppendUint(b, uint64(x), 4)
		}
	}
	return ChecksumIEEE(b)
}

func (d *digest) MarshalBinary() ([]byte, error) { return d.AppendBinary(nil) }

func (d *digest) AppendBinary(b []byte) ([]byte, error) {
	return d.Sum(hashstate.AppendUint(append(b, magic...), uint64(d.tab.sum()), 4)), nil
}

func (d *digest) UnmarshalBinary(b []byte) error {
	b, err := hashstate.Body(b, "hash/crc32", magic, 2*4)
	if err != nil {
		return err
	}
	if uint32(hashstate.Uint(b[:4])) != d.tab.sum() {
		return errors.New("hash/crc32: tables do not match")
	}
	d.crc = uint32(hashstate.Uint(b[4:]))
	return nil
}
