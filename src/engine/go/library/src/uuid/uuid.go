// Package uuid: identifiers of 128 bits that nobody else makes (RFC 9562).
package uuid

import (
	"bytes"
	"encoding/hex"
	"errors"
	"internal/entropy"
	"strings"
	"sync"
	"time"
)

type UUID [16]byte

func Nil() UUID { return UUID{} }

func Max() (u UUID) {
	for i := range u {
		u[i] = 0xff
	}
	return u
}

func New() UUID { return NewV4() }

// marked has the version and the variant of the RFC.
func (u UUID) marked(version byte) UUID {
	u[6] = u[6]&0x0f | version<<4
	u[8] = u[8]&0x3f | 0x80
	return u
}

// NewV4 is random.
func NewV4() UUID {
	var u UUID
	entropy.Read(u[:])
	return u.marked(4)
}

var (
	mu         sync.Mutex
	last       uint64
	lastSecond int64
)

// stamp counts 4096ths of milliseconds since 1970, and never the same twice unless the clock was put
// back, as it is in a bubble of testing/synctest.
func stamp() uint64 {
	mu.Lock()
	defer mu.Unlock()
	now := time.Now()
	nanoseconds := now.UnixNano()
	stamp := uint64(nanoseconds/1e6)<<12 + uint64(nanoseconds%1e6)*4096/1e6
	if now.Unix() >= lastSecond {
		stamp = max(stamp, last+1)
	}
	last, lastSecond = stamp, now.Unix()
	return stamp
}

// NewV7 begins with the time, so that later ones are greater.
func NewV7() UUID {
	var u UUID
	entropy.Read(u[8:])
	time := stamp()
	for i := range 6 {
		u[i] = byte(time >> (52 - 8*i))
	}
	u[6] = byte(time >> 8)
	u[7] = byte(time)
	return u.marked(7)
}

func Parse(s string) (UUID, error) {
	var u UUID
	err := u.UnmarshalText([]byte(s))
	return u, err
}

func MustParse(s string) UUID {
	u, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return u
}

func (u UUID) String() string {
	digits := hex.EncodeToString(u[:])
	return strings.Join([]string{digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]}, "-")
}

func (u UUID) AppendText(b []byte) ([]byte, error) { return append(b, u.String()...), nil }
func (u UUID) MarshalText() ([]byte, error)        { return []byte(u.String()), nil }
func (u UUID) Compare(v UUID) int                  { return bytes.Compare(u[:], v[:]) }

// UnmarshalText knows the usual form, also as a URN or in braces, and digits alone.
func (u *UUID) UnmarshalText(b []byte) error {
	text := string(b)
	switch len(text) {
	case 45:
		text = strings.TrimPrefix(text, "urn:uuid:")
	case 38:
		text = strings.TrimSuffix(strings.TrimPrefix(text, "{"), "}")
	}
	if len(text) == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-' {
		text = text[:8] + text[9:13] + text[14:18] + text[19:23] + text[24:]
	}
	parsed, err := hex.DecodeString(text)
	if err != nil || len(parsed) != len(u) {
		return errors.New("invalid uuid")
	}
	*u = UUID(parsed)
	return nil
}
