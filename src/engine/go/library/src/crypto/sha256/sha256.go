// Package sha256: the hash functions SHA-256 and SHA-224.
package sha256

import (
	"crypto/internal/fips140/sha256"
	"hash"
)

const (
	Size      = 32
	Size224   = 28
	BlockSize = 64
)

func New() hash.Hash    { return sha256.New() }
func New224() hash.Hash { return sha256.New224() }

func Sum256(data []byte) [Size]byte {
	d := sha256.New()
	d.Write(data)
	return [Size]byte(d.Sum(nil))
}

func Sum224(data []byte) [Size224]byte {
	d := sha256.New224()
	d.Write(data)
	return [Size224]byte(d.Sum(nil))
}
