// Package hmac: authentication of messages by a key and a hash function (FIPS 198), with the type that
// crypto/hmac shows in its values only.
package hmac

import (
	"errors"
	"hash"
)

// An HMAC is a hash of messages under a key.
type HMAC struct {
	inner, outer       hash.Hash
	innerPad, outerPad []byte
}

func New(h func() hash.Hash, key []byte) *HMAC {
	m := &HMAC{inner: h(), outer: h()}
	if isSame(m.inner, m.outer) {
		panic("crypto/hmac: hash generation function does not produce unique values")
	}
	if len(key) > m.inner.BlockSize() {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	m.innerPad = padded(key, m.inner.BlockSize(), 0x36)
	m.outerPad = padded(key, m.inner.BlockSize(), 0x5c)
	m.inner.Write(m.innerPad)
	return m
}

func isSame(x, y hash.Hash) (same bool) {
	// What cannot be compared is no pointer, and so is a copy.
	defer func() { recover() }()
	return x == y
}

func padded(key []byte, size int, with byte) []byte {
	pad := make([]byte, size)
	copy(pad, key)
	for i := range pad {
		pad[i] ^= with
	}
	return pad
}

func (m *HMAC) Write(p []byte) (n int, err error) { return m.inner.Write(p) }
func (m *HMAC) Size() int                         { return m.outer.Size() }
func (m *HMAC) BlockSize() int                    { return m.inner.BlockSize() }

func (m *HMAC) Reset() {
	m.inner.Reset()
	m.inner.Write(m.innerPad)
}

func (m *HMAC) Sum(in []byte) []byte {
	m.outer.Reset()
	m.outer.Write(m.outerPad)
	m.outer.Write(m.inner.Sum(nil))
	return m.outer.Sum(in)
}

type noCloner struct{}

func (noCloner) Error() string { return "crypto/hmac: hash does not support hash.Cloner" }
func (noCloner) Unwrap() error { return errors.ErrUnsupported }

func (m *HMAC) Clone() (hash.Cloner, error) {
	inner, ok := m.inner.(hash.Cloner)
	if !ok {
		return nil, noCloner{}
	}
	outer, ok := m.outer.(hash.Cloner)
	if !ok {
		return nil, noCloner{}
	}
	other := *m
	var err error
	if other.inner, err = inner.Clone(); err != nil {
		return nil, noCloner{}
	}
	if other.outer, err = outer.Clone(); err != nil {
		return nil, noCloner{}
	}
	return &other, nil
}
