// Package sha3: the hash functions SHA-3, SHAKE and cSHAKE (FIPS 202, SP 800-185).
package sha3

import (
	"errors"
	"hash"
)

// permute is Keccak-f[1600] on 200 bytes.
func permute(state string) string

// A sponge takes bytes in and then gives bytes out.
type sponge struct {
	state  [200]byte
	rate   int
	at     int
	suffix byte
	// Giving out has begun.
	squeezing bool
}

func (s *sponge) permute() {
	copy(s.state[:], permute(string(s.state[:])))
	s.at = 0
}

func (s *sponge) absorb(p []byte) {
	if s.squeezing {
		panic("sha3: Write after Read")
	}
	for _, b := range p {
		s.state[s.at] ^= b
		if s.at++; s.at == s.rate {
			s.permute()
		}
	}
}

func (s *sponge) squeeze(p []byte) {
	if !s.squeezing {
		s.squeezing = true
		s.state[s.at] ^= s.suffix
		s.state[s.rate-1] ^= 0x80
		s.permute()
	}
	for i := range p {
		if s.at == s.rate {
			s.permute()
		}
		p[i] = s.state[s.at]
		s.at++
	}
}

func (s *sponge) reset() { *s = sponge{rate: s.rate, suffix: s.suffix} }

// stateSize is the length of a sponge's binary form: which function, rate, state, how far the block
// is filled or read, and whether giving out has begun.
const stateSize = 4 + 1 + 200 + 1 + 1

// magics begin the binary forms, by suffix.
var magics = map[byte]string{0x06: "sha\x08", 0x1f: "sha\x09", 0x04: "sha\x0a"}

func (s *sponge) append(b []byte) []byte {
	b = append(b, magics[s.suffix]...)
	b = append(append(b, byte(s.rate)), s.state[:]...)
	b = append(b, byte(s.at), 0)
	if s.squeezing {
		b[len(b)-1] = 1
	}
	return b
}

func (s *sponge) unmarshal(b []byte) error {
	if len(b) != stateSize {
		return errors.New("sha3: invalid hash state")
	}
	if string(b[:4]) != magics[s.suffix] {
		return errors.New("sha3: invalid hash state identifier")
	}
	if int(b[4]) != s.rate {
		return errors.New("sha3: invalid hash state function")
	}
	copy(s.state[:], b[5:])
	at, squeezing := int(b[205]), b[206]
	if at > s.rate {
		return errors.New("sha3: invalid hash state")
	}
	s.at = at
	if squeezing > 1 {
		return errors.New("sha3: invalid hash state")
	}
	s.squeezing = squeezing == 1
	return nil
}

// SHA3 is one of the functions of fixed length; the zero value is SHA3-256.
type SHA3 struct {
	s    sponge
	size int
}

// sponge is that of SHA3-256 if none has been chosen.
func (s *SHA3) sponge() *sponge {
	if s.size == 0 {
		*s = *New256()
	}
	return &s.s
}

func newSHA3(size int) *SHA3 { return &SHA3{sponge{rate: 200 - 2*size, suffix: 0x06}, size} }

func New224() *SHA3 { return newSHA3(28) }
func New256() *SHA3 { return newSHA3(32) }
func New384() *SHA3 { return newSHA3(48) }
func New512() *SHA3 { return newSHA3(64) }

func (s *SHA3) Size() int      { s.sponge(); return s.size }
func (s *SHA3) BlockSize() int { return s.sponge().rate }
func (s *SHA3) Reset()         { s.sponge().reset() }

func (s *SHA3) Write(p []byte) (n int, err error) {
	s.sponge().absorb(p)
	return len(p), nil
}

func (s *SHA3) Sum(b []byte) []byte {
	copied := *s.sponge()
	sum := make([]byte, s.size)
	copied.squeeze(sum)
	return append(b, sum...)
}

func (s *SHA3) Clone() (hash.Cloner, error) {
	s.sponge()
	other := *s
	return &other, nil
}

func (s *SHA3) MarshalBinary() ([]byte, error)        { return s.sponge().append(nil), nil }
func (s *SHA3) AppendBinary(p []byte) ([]byte, error) { return s.sponge().append(p), nil }
func (s *SHA3) UnmarshalBinary(data []byte) error     { return s.sponge().unmarshal(data) }

func sum(s *SHA3, data []byte) []byte {
	s.Write(data)
	return s.Sum(nil)
}

func Sum224(data []byte) [28]byte { return [28]byte(sum(New224(), data)) }
func Sum256(data []byte) [32]byte { return [32]byte(sum(New256(), data)) }
func Sum384(data []byte) [48]byte { return [48]byte(sum(New384(), data)) }
func Sum512(data []byte) [64]byte { return [64]byte(sum(New512(), data)) }

// SHAKE gives as many bytes as are read from it; the zero value is SHAKE256.
type SHAKE struct {
	s     sponge
	start []byte
}

func (s *SHAKE) sponge() *sponge {
	if s.s.rate == 0 {
		*s = *NewSHAKE256()
	}
	return &s.s
}

func NewSHAKE128() *SHAKE { return &SHAKE{s: sponge{rate: 168, suffix: 0x1f}} }
func NewSHAKE256() *SHAKE { return &SHAKE{s: sponge{rate: 136, suffix: 0x1f}} }

func NewCSHAKE128(N, S []byte) *SHAKE { return customized(NewSHAKE128(), N, S) }
func NewCSHAKE256(N, S []byte) *SHAKE { return customized(NewSHAKE256(), N, S) }

func customized(s *SHAKE, function, custom []byte) *SHAKE {
	if len(function) == 0 && len(custom) == 0 {
		return s
	}
	s.s.suffix = 0x04
	s.start = append(lengthLeft(nil, 8*len(function)), function...)
	s.start = append(lengthLeft(s.start, 8*len(custom)), custom...)
	s.begin()
	return s
}

// begin absorbs what customizes the function, padded to whole blocks.
func (s *SHAKE) begin() {
	if len(s.start) == 0 {
		return
	}
	block := append(lengthLeft(nil, s.s.rate), s.start...)
	for len(block)%s.s.rate != 0 {
		block = append(block, 0)
	}
	s.s.absorb(block)
}

// lengthLeft appends a number after how many bytes it has.
func lengthLeft(b []byte, n int) []byte {
	var bytes []byte
	for bytes == nil || n > 0 {
		bytes = append([]byte{byte(n)}, bytes...)
		n >>= 8
	}
	return append(append(b, byte(len(bytes))), bytes...)
}

func (s *SHAKE) BlockSize() int { return s.sponge().rate }

func (s *SHAKE) Reset() {
	s.sponge().reset()
	s.begin()
}

func (s *SHAKE) Write(p []byte) (n int, err error) {
	s.sponge().absorb(p)
	return len(p), nil
}

func (s *SHAKE) Read(p []byte) (n int, err error) {
	s.sponge().squeeze(p)
	return len(p), nil
}

func (s *SHAKE) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *SHAKE) AppendBinary(p []byte) ([]byte, error) {
	return append(s.sponge().append(p), s.start...), nil
}

func (s *SHAKE) UnmarshalBinary(data []byte) error {
	if len(data) < stateSize {
		return errors.New("sha3: invalid hash state")
	}
	if err := s.sponge().unmarshal(data[:stateSize]); err != nil {
		return err
	}
	s.start = append([]byte(nil), data[stateSize:]...)
	return nil
}

func shakeSum(s *SHAKE, data []byte, length int) []byte {
	s.Write(data)
	sum := make([]byte, length)
	s.Read(sum)
	return sum
}

func SumSHAKE128(data []byte, length int) []byte { return shakeSum(NewSHAKE128(), data, length) }
func SumSHAKE256(data []byte, length int) []byte { return shakeSum(NewSHAKE256(), data, length) }
