// Package rand: pseudo-random numbers (version 2), with the real library's sequence for a seed.
package rand

import (
	"internal/random"
	"math/bits"
)

// A Source gives uniform numbers in [0, 1<<64).
type Source interface {
	Uint64() uint64
}

// random64 is a number of the run's own, by the scheduler's choice.
func random64() uint64

type runSource struct{}

func (runSource) Uint64() uint64 { return random64() }

// A Rand makes numbers of all kinds from a Source.
type Rand struct {
	src Source
}

func New(src Source) *Rand { return &Rand{src: src} }

func (r *Rand) Int64() int64   { return int64(r.src.Uint64() &^ (1 << 63)) }
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }
func (r *Rand) Int32() int32   { return int32(r.src.Uint64() >> 33) }
func (r *Rand) Int() int       { return int(r.src.Uint64() &^ (1 << 63)) }
func (r *Rand) Uint() uint     { return uint(r.src.Uint64()) }

// below is a number under n, by multiplication (Lemire); numbers that would favour some are drawn
// again.
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.Uint64() & (n - 1)
	}
	high, low := bits.Mul64(r.Uint64(), n)
	if low < n {
		threshold := -n % n
		for low < threshold {
			high, low = bits.Mul64(r.Uint64(), n)
		}
	}
	return high
}

func (r *Rand) positive(n int64, name string) uint64 {
	if n <= 0 {
		panic("invalid argument to " + name)
	}
	return r.below(uint64(n))
}

func (r *Rand) nonZero(n uint64, name string) uint64 {
	if n == 0 {
		panic("invalid argument to " + name)
	}
	return r.below(n)
}

func (r *Rand) Int64N(n int64) int64    { return int64(r.positive(n, "Int64N")) }
func (r *Rand) Int32N(n int32) int32    { return int32(r.positive(int64(n), "Int32N")) }
func (r *Rand) IntN(n int) int          { return int(r.positive(int64(n), "IntN")) }
func (r *Rand) Uint64N(n uint64) uint64 { return r.nonZero(n, "Uint64N") }
func (r *Rand) Uint32N(n uint32) uint32 { return uint32(r.nonZero(uint64(n), "Uint32N")) }
func (r *Rand) UintN(n uint) uint       { return uint(r.nonZero(uint64(n), "UintN")) }

func (r *Rand) Float64() float64 { return float64(r.Uint64()<<11>>11) / (1 << 53) }
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

func (r *Rand) NormFloat64() float64 {
	for {
		u := r.Uint64()
		if x, ok := random.Normal(int32(u), int(u>>32&0x7F), r.Float64); ok {
			return x
		}
	}
}

func (r *Rand) ExpFloat64() float64 {
	for {
		u := r.Uint64()
		if x, ok := random.Exponential(uint32(u), int(u>>32&0xFF), r.Float64); ok {
			return x
		}
	}
}

var global = New(runSource{})

func Int64() int64                       { return global.Int64() }
func Uint32() uint32                     { return global.Uint32() }
func Uint64() uint64                     { return global.Uint64() }
func Int32() int32                       { return global.Int32() }
func Int() int                           { return global.Int() }
func Uint() uint                         { return global.Uint() }
func Int64N(n int64) int64               { return global.Int64N(n) }
func Uint64N(n uint64) uint64            { return global.Uint64N(n) }
func Int32N(n int32) int32               { return global.Int32N(n) }
func Uint32N(n uint32) uint32            { return global.Uint32N(n) }
func IntN(n int) int                     { return global.IntN(n) }
func UintN(n uint) uint                  { return global.UintN(n) }
func Float64() float64                   { return global.Float64() }
func Float32() float32                   { return global.Float32() }
func Perm(n int) []int                   { return global.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { global.Shuffle(n, swap) }
func NormFloat64() float64               { return global.NormFloat64() }
func ExpFloat64() float64                { return global.ExpFloat64() }

type intType interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 |
		~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N is a number in [0, n) of any integer type, such as time.Duration.
func N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(global.below(uint64(n)))
}

// N is a number in [0, n) of any integer type, such as time.Duration.
func (r *Rand) N[Int intType](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(r.below(uint64(n)))
}

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
