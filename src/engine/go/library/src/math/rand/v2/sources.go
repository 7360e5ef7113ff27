package rand

import "math/bits"

// A PCG is a permuted congruential generator with 128 bits of state (PCG-DXSM).
type PCG struct {
	hi uint64
	lo uint64
}

func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

func (p *PCG) Uint64() uint64 {
	const (
		factorHigh = 2549297995355413924
		factorLow  = 4865540595714422341
		addendHigh = 6364136223846793005
		addendLow  = 1442695040888963407
		mixer      = 0xda942042e4dd58b5
	)
	hi, lo := bits.Mul64(p.lo, factorLow)
	hi += p.hi*factorLow + p.lo*factorHigh
	lo, carry := bits.Add64(lo, addendLow, 0)
	hi, _ = bits.Add64(hi, addendHigh, carry)
	p.hi, p.lo = hi, lo

	hi ^= hi >> 32
	hi *= mixer
	hi ^= hi >> 48
	return hi * (lo | 1)
}

// A ChaCha8 is the stream cipher with 8 rounds, four blocks at a time; every fourth time the last
// 32 bytes are the next seed.
type ChaCha8 struct {
	seed    [8]uint32
	words   [32]uint64
	counter uint32
	used    int
	end     int
	rest    []byte
}

func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

func (c *ChaCha8) Seed(seed [32]byte) {
	for i := range c.seed {
		b := seed[4*i:]
		c.seed[i] = uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	}
	c.rest = nil
	c.counter = 0
	c.refill()
}

func (c *ChaCha8) Uint64() uint64 {
	if c.used == c.end {
		c.counter += 4
		if c.counter == 16 {
			for i, word := range c.words[28:] {
				c.seed[2*i] = uint32(word)
				c.seed[2*i+1] = uint32(word >> 32)
			}
			c.counter = 0
		}
		c.refill()
	}
	c.used++
	return c.words[c.used-1]
}

func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if len(c.rest) == 0 {
			c.rest = make([]byte, 8)
			for i, word := 0, c.Uint64(); i < 8; i, word = i+1, word>>8 {
				c.rest[i] = byte(word)
			}
		}
		k := copy(p[n:], c.rest)
		c.rest = c.rest[k:]
		n += k
	}
	return n, nil
}

func (c *ChaCha8) refill() {
	for lane := range uint32(4) {
		var x [16]uint32
		x[0], x[1], x[2], x[3] = 0x61707865, 0x3320646e, 0x79622d32, 0x6b206574
		copy(x[4:], c.seed[:])
		x[12] = c.counter + lane
		for range 4 {
			for i := range 4 {
				quarter(&x, i, 4+i, 8+i, 12+i)
			}
			for i := range 4 {
				quarter(&x, i, 4+(i+1)%4, 8+(i+2)%4, 12+(i+3)%4)
			}
		}
		for i := range c.seed {
			x[4+i] += c.seed[i]
		}
		for i, word := range x {
			at := 2*i + int(lane)/2
			if lane%2 == 0 {
				c.words[at] = uint64(word)
			} else {
				c.words[at] |= uint64(word) << 32
			}
		}
	}
	c.used = 0
	c.end = len(c.words)
	if c.counter == 12 {
		c.end -= 4
	}
}

func quarter(x *[16]uint32, a, b, c, d int) {
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 16)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 12)
	x[a] += x[b]
	x[d] = bits.RotateLeft32(x[d]^x[a], 8)
	x[c] += x[d]
	x[b] = bits.RotateLeft32(x[b]^x[c], 7)
}
