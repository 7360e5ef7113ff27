// Package rand: pseudo-random numbers, with the same sequence for a seed as the real library.
package rand

import (
	"internal/godebug"
	"internal/random"
)

// A Source gives uniform numbers in [0, 1<<63).
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 also gives uniform numbers in [0, 1<<64).
type Source64 interface {
	Source
	Uint64() uint64
}

const modulus = 1<<31 - 1

// generator is the additive lagged Fibonacci generator with lags 607 and 273.
type generator struct {
	tap, feed int
	words     [607]int64
}

func NewSource(seed int64) Source {
	g := new(generator)
	g.Seed(seed)
	return g
}

// next is the minimal standard generator, by Schrage's method.
func next(x int32) int32 {
	x = 48271*(x%44488) - 3399*(x/44488)
	if x < 0 {
		x += modulus
	}
	return x
}

func (g *generator) Seed(seed int64) {
	g.tap = 0
	g.feed = 607 - 273
	seed %= modulus
	if seed < 0 {
		seed += modulus
	}
	if seed == 0 {
		seed = 89482311
	}
	x := int32(seed)
	for range 20 {
		x = next(x)
	}
	for i := range g.words {
		x = next(x)
		word := int64(x) << 40
		x = next(x)
		word ^= int64(x) << 20
		x = next(x)
		g.words[i] = word ^ int64(x) ^ generatorTable[i]
	}
}

func (g *generator) Uint64() uint64 {
	g.tap--
	if g.tap < 0 {
		g.tap += 607
	}
	g.feed--
	if g.feed < 0 {
		g.feed += 607
	}
	x := g.words[g.feed] + g.words[g.tap]
	g.words[g.feed] = x
	return uint64(x)
}

func (g *generator) Int63() int64 { return int64(g.Uint64() & (1<<63 - 1)) }

// random64 is a number of the run's own, by the scheduler's choice.
func random64() uint64

// runSource is what the top-level functions use until Seed is called.
type runSource struct{}

func (runSource) Uint64() uint64  { return random64() }
func (runSource) Int63() int64    { return int64(random64() & (1<<63 - 1)) }
func (runSource) Seed(seed int64) {}

// A Rand makes numbers of all kinds from a Source.
type Rand struct {
	src   Source
	src64 Source64

	// What is left of the last number that Read took bytes from.
	readValue int64
	readCount int8
}

func New(src Source) *Rand {
	src64, _ := src.(Source64)
	return &Rand{src: src, src64: src64}
}

func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.readCount = 0
}

func (r *Rand) Int63() int64   { return r.src.Int63() }
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }

func (r *Rand) Uint64() uint64 {
	if r.src64 != nil {
		return r.src64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

func (r *Rand) Int31() int32 { return int32(r.Int63() >> 32) }
func (r *Rand) Int() int     { return int(uint(r.Int63())) }

func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	// Numbers above the last full multiple of n are drawn again, so that all are equally likely.
	last := int64(1<<63 - 1 - (1<<63)%uint64(n))
	v := r.Int63()
	for v > last {
		v = r.Int63()
	}
	return v % n
}

func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	last := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > last {
		v = r.Int31()
	}
	return v % n
}

// int31n multiplies instead of dividing (Lemire); its sequence differs from Int31n's.
func (r *Rand) int31n(n int32) int32 {
	product := uint64(r.Uint32()) * uint64(n)
	if low := uint32(product); low < uint32(n) {
		threshold := uint32(-n) % uint32(n)
		for low < threshold {
			product = uint64(r.Uint32()) * uint64(n)
			low = uint32(product)
		}
	}
	return int32(product >> 32)
}

func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := 0; i < n; i++ {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i >= 1<<31-1 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.int31n(int32(i+1))))
		}
	}
}

func (r *Rand) Read(p []byte) (n int, err error) {
	for n = range p {
		if r.readCount == 0 {
			r.readValue = r.src.Int63()
			r.readCount = 7
		}
		p[n] = byte(r.readValue)
		r.readValue >>= 8
		r.readCount--
	}
	return len(p), nil
}

func (r *Rand) NormFloat64() float64 {
	for {
		j := int32(r.Uint32())
		if x, ok := random.Normal(j, int(j&0x7F), r.Float64); ok {
			return x
		}
	}
}

func (r *Rand) ExpFloat64() float64 {
	for {
		j := r.Uint32()
		if x, ok := random.Exponential(j, int(j&0xFF), r.Float64); ok {
			return x
		}
	}
}

var global = New(runSource{})

// Seed makes the top-level functions repeat the sequence of that seed, in programs of Go before 1.24.
func Seed(seed int64) {
	if godebug.Value("randseednop") == "0" {
		*global = *New(NewSource(seed))
	}
}

func Int63() int64                       { return global.Int63() }
func Uint32() uint32                     { return global.Uint32() }
func Uint64() uint64                     { return global.Uint64() }
func Int31() int32                       { return global.Int31() }
func Int() int                           { return global.Int() }
func Int63n(n int64) int64               { return global.Int63n(n) }
func Int31n(n int32) int32               { return global.Int31n(n) }
func Intn(n int) int                     { return global.Intn(n) }
func Float64() float64                   { return global.Float64() }
func Float32() float32                   { return global.Float32() }
func Perm(n int) []int                   { return global.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
func Read(p []byte) (n int, err error)   { return global.Read(p) }
func NormFloat64() float64               { return global.NormFloat64() }
func ExpFloat64() float64                { return global.ExpFloat64() }

// A Zipf gives numbers k with probability proportional to (v+k)**-s.
type Zipf struct {
	r     *Rand
	shape random.Zipf
}

func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1.0 || v < 1 {
		return nil
	}
	return &Zipf{r, random.NewZipf(s, v, imax)}
}

func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	return z.shape.Draw(z.r.Float64)
}
