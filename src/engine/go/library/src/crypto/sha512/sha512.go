// Package sha512: the hash functions SHA-512, SHA-384, SHA-512/224 and SHA-512/256.
package sha512

import (
	"crypto/internal/fips140/sha512"
	"hash"
)

const (
	Size      = 64
	Size224   = 28
	Size256   = 32
	Size384   = 48
	BlockSize = 128
)

func New() hash.Hash        { return sha512.New() }
func New384() hash.Hash     { return sha512.New384() }
func New512_224() hash.Hash { return sha512.New512_224() }
func New512_256() hash.Hash { return sha512.New512_256() }

func sum(d *sha512.Digest, data []byte) []byte {
	d.Write(data)
	return d.Sum(nil)
}

func Sum512(data []byte) [Size]byte        { return [Size]byte(sum(sha512.New(), data)) }
func Sum384(data []byte) [Size384]byte     { return [Size384]byte(sum(sha512.New384(), data)) }
func Sum512_224(data []byte) [Size224]byte { return [Size224]byte(sum(sha512.New512_224(), data)) }
func Sum512_256(data []byte) [Size256]byte { return [Size256]byte(sum(sha512.New512_256(), data)) }
