// Package sha3: the hash functions SHA-3, SHAKE and cSHAKE (FIPS 202, SP 800-185).
package sha3

import "hash"

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

// SHA3 is one of the functions of fixed length.
type SHA3 struct {
	s    sponge
	size int
}

func newSHA3(size int) *SHA3 { return &SHA3{sponge{rate: 200 - 2*size, suffix: 0x06}, size} }

func New224() *SHA3 { return newSHA3(28) }
func New256() *SHA3 { return newSHA3(32) }
func New384() *SHA3 { return newSHA3(48) }
func New512() *SHA3 { return newSHA3(64) }

func (s *SHA3) Size() int      { return s.size }
func (s *SHA3) BlockSize() int { return s.s.rate }
func (s *SHA3) Reset()         { s.s.reset() }

func (s *SHA3) Write(p []byte) (n int, err error) {
	s.s.absorb(p)
	return len(p), nil
}

func (s *SHA3) Sum(b []byte) []byte {
	copied := s.s
	sum := make([]byte, s.size)
	copied.squeeze(sum)
	return append(b, sum...)
}

func (s *SHA3) Clone() (hash.Cloner, error) {
	other := *s
	return &other, nil
}

func sum(s *SHA3, data []byte) []byte {
	s.Write(data)
	return s.Sum(nil)
}

func Sum224(data []byte) [28]byte { return [28]byte(sum(New224(), data)) }
func Sum256(data []byte) [32]byte { return [32]byte(sum(New256(), data)) }
func Sum384(data []byte) [48]byte { return [48]byte(sum(New384(), data)) }
func Sum512(data []byte) [64]byte { return [64]byte(sum(New512(), data)) }

// SHAKE gives as many bytes as are read from it.
type SHAKE struct {
	s     sponge
	start []byte
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
	s.start = lengthLeft(nil, s.s.rate)
	s.start = append(lengthLeft(s.start, 8*len(function)), function...)
	s.start = append(lengthLeft(s.start, 8*len(custom)), custom...)
	for len(s.start)%s.s.rate != 0 {
		s.start = append(s.start, 0)
	}
	s.s.absorb(s.start)
	return s
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

func (s *SHAKE) BlockSize() int { return s.s.rate }

func (s *SHAKE) Reset() {
	s.s.reset()
	s.s.absorb(s.start)
}

func (s *SHAKE) Write(p []byte) (n int, err error) {
	s.s.absorb(p)
	return len(p), nil
}

func (s *SHAKE) Read(p []byte) (n int, err error) {
	s.s.squeeze(p)
	return len(p), nil
}

func shakeSum(s *SHAKE, data []byte, length int) []byte {
	s.Write(data)
	sum := make([]byte, length)
	s.Read(sum)
	return sum
}

func SumSHAKE128(data []byte, length int) []byte { return shakeSum(NewSHAKE128(), data, length) }
func SumSHAKE256(data []byte, length int) []byte { return shakeSum(NewSHAKE256(), data, length) }
