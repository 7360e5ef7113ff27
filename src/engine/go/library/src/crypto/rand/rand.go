// Package rand: random bytes. They come from the run's own source, so a run can be repeated: they
// are no secret.
package rand

import (
	"errors"
	"internal/entropy"
	"io"
	"math/big"
)

type reader struct{}

func (reader) Read(b []byte) (n int, err error) {
	entropy.Read(b)
	return len(b), nil
}

var Reader io.Reader = reader{}

func Read(b []byte) (n int, err error) {
	if _, err := io.ReadFull(Reader, b); err != nil {
		panic("crypto/rand: failed to read random data (see https://go.dev/issue/66821): " + err.Error())
	}
	return len(b), nil
}

// Text is 26 letters and digits.
func Text() string {
	text := make([]byte, 26)
	Read(text)
	for i, b := range text {
		text[i] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[b%32]
	}
	return string(text)
}

// Int is in [0, max).
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	n = new(big.Int).Sub(max, big.NewInt(1))
	bits := n.BitLen()
	bytes := make([]byte, (bits+7)/8)
	for bits > 0 {
		if _, err = io.ReadFull(rand, bytes); err != nil {
			return nil, err
		}
		bytes[0] &= byte(0xff >> (uint(-bits) % 8))
		if n.SetBytes(bytes).Cmp(max) < 0 {
			break
		}
	}
	return n, nil
}

// Prime has the two upper bits set. Whatever reader is given, the run's own source is used.
func Prime(r io.Reader, bits int) (*big.Int, error) {
	if bits < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	bytes := make([]byte, (bits+7)/8)
	for {
		if _, err := io.ReadFull(Reader, bytes); err != nil {
			return nil, err
		}
		bytes[0] &= byte(0xff >> (uint(-bits) % 8))
		p := new(big.Int).SetBytes(bytes)
		p.SetBit(p, bits-1, 1)
		p.SetBit(p, bits-2, 1)
		if bits > 2 {
			p.SetBit(p, 0, 1)
		}
		if p.BitLen() == bits && p.ProbablyPrime(20) {
			return p, nil
		}
	}
}
