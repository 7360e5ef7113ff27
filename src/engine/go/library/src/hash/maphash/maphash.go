// Package maphash: hash functions that differ from seed to seed, as those of maps do.
package maphash

import (
	"hash"
	"internal/entropy"
)

// A Seed chooses the hash function. The zero value is none.
type Seed struct {
	s uint64
}

func MakeSeed() Seed {
	for {
		if s := uint64(entropy.Word())<<32 | uint64(entropy.Word()); s != 0 {
			return Seed{s}
		}
	}
}

func (s Seed) demand() {
	if s.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
}

const prime = 1099511628211

func mixed(state uint64, b byte) uint64 { return (state ^ uint64(b)) * prime }

// finished spreads the last bytes over all bits.
func finished(state uint64) uint64 {
	state = (state ^ state>>33) * 0xff51afd7ed558ccd
	return state ^ state>>29
}

// A Hash gets a seed of its own when it is first used.
type Hash struct {
	_       [0]func()
	seed    Seed
	state   uint64
	started bool
}

func (h *Hash) start() {
	if h.seed.s == 0 {
		h.seed = MakeSeed()
	}
	if !h.started {
		h.started = true
		h.state = h.seed.s
	}
}

func (h *Hash) Seed() Seed {
	h.start()
	return h.seed
}

func (h *Hash) SetSeed(seed Seed) {
	seed.demand()
	h.seed = seed
	h.Reset()
}

func (h *Hash) Reset() { h.started = false }

func (h *Hash) WriteByte(b byte) error {
	h.start()
	h.state = mixed(h.state, b)
	return nil
}

func (h *Hash) Write(b []byte) (int, error) {
	h.start()
	for _, c := range b {
		h.state = mixed(h.state, c)
	}
	return len(b), nil
}

func (h *Hash) WriteString(s string) (int, error) { return h.Write([]byte(s)) }

func (h *Hash) Sum64() uint64 {
	h.start()
	return finished(h.state)
}

func (h *Hash) Sum(b []byte) []byte {
	sum := h.Sum64()
	for i := 56; i >= 0; i -= 8 {
		b = append(b, byte(sum>>i))
	}
	return b
}

func (h *Hash) Size() int      { return 8 }
func (h *Hash) BlockSize() int { return 128 }

func (h *Hash) Clone() (hash.Cloner, error) {
	h.start()
	other := *h
	return &other, nil
}

func Bytes(seed Seed, b []byte) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.Write(b)
	return h.Sum64()
}

func String(seed Seed, s string) uint64 { return Bytes(seed, []byte(s)) }

// numbers gives every value its own, in the order in which they are asked for.
var numbers = map[any]uint64{nothing{}: 0}

// nothing is equal to no value of others'.
type nothing struct{}

func numberOf(v any) uint64 {
	n, ok := numbers[v]
	if !ok {
		n = uint64(len(numbers))
		numbers[v] = n
	}
	return n
}

func Comparable[T comparable](seed Seed, v T) uint64 {
	var h Hash
	h.SetSeed(seed)
	WriteComparable(&h, v)
	return h.Sum64()
}

func WriteComparable[T comparable](h *Hash, x T) {
	n := numberOf(x)
	for range 8 {
		h.WriteByte(byte(n))
		n >>= 8
	}
}

// A Hasher is a notion of equality with a hash that goes with it.
type Hasher[T any] interface {
	Hash(*Hash, T)
	Equal(x, y T) bool
}

// ComparableHasher is the equality of ==.
type ComparableHasher[T comparable] struct {
	_ [0]func(T)
}

func (ComparableHasher[T]) Hash(h *Hash, v T) { WriteComparable(h, v) }
func (ComparableHasher[T]) Equal(x, y T) bool { return x == y }
