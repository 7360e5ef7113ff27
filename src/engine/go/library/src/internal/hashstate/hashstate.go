// Package hashstate: the binary form of the state of hash functions: a word that says which function,
// then the state. It is that of Go's own.
package hashstate

import "errors"

// Body is what follows the magic word in a state of that many bytes behind it.
func Body(b []byte, name, magic string, size int) ([]byte, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errors.New(name + ": invalid hash state identifier")
	}
	if len(b) != len(magic)+size {
		return nil, errors.New(name + ": invalid hash state size")
	}
	return b[len(magic):], nil
}

// AppendUint appends size bytes of v, the highest first.
func AppendUint(b []byte, v uint64, size int) []byte {
	for i := size - 1; i >= 0; i-- {
		b = append(b, byte(v>>(8*i)))
	}
	return b
}

// Uint is the number in all of b.
func Uint(b []byte) uint64 {
	v := uint64(0)
	for _, c := range b {
		v = v<<8 | uint64(c)
	}
	return v
}

func AppendWords(b []byte, words []uint32) []byte {
	for _, word := range words {
		b = AppendUint(b, uint64(word), 4)
	}
	return b
}

// TakeWords fills words from the start of b and gives the rest.
func TakeWords(b []byte, words []uint32) []byte {
	for i := range words {
		words[i] = uint32(Uint(b[4*i : 4*i+4]))
	}
	return b[4*len(words):]
}

// AppendRest appends the bytes that do not fill a block yet, and how many there have been in all.
func AppendRest(b, rest []byte, block int, length uint64) []byte {
	b = append(b, rest...)
	b = append(b, make([]byte, block-len(rest))...)
	return AppendUint(b, length, 8)
}

// TakeRest is the inverse of AppendRest.
func TakeRest(b []byte, block int) (rest []byte, length uint64) {
	length = Uint(b[block:])
	return append([]byte(nil), b[:length%uint64(block)]...), length
}
