// Package hmac: authentication of messages by a key and a hash function.
package hmac

import (
	"crypto/internal/fips140/hmac"
	"crypto/subtle"
	"hash"
)

func New(h func() hash.Hash, key []byte) hash.Hash { return hmac.New(h, key) }

func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
