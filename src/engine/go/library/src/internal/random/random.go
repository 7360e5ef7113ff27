// Package random: what both versions of math/rand draw alike, from different bits.
package random

import "math"

// Normal is a number with a normal distribution, by a ziggurat of 128 strips: j is a place in strip
// i. It fails when another draw is needed. next is uniform in [0, 1).
func Normal(j int32, i int, next func() float64) (x float64, ok bool) {
	const edge = 3.442619855899
	x = float64(j) * float64(normalW[i])
	size := uint32(j)
	if j < 0 {
		size = uint32(-j)
	}
	if size < normalK[i] {
		return x, true
	}
	if i > 0 {
		height := normalF[i] + float32(next())*(normalF[i-1]-normalF[i])
		return x, height < float32(math.Exp(-.5*x*x))
	}
	for {
		x = -math.Log(next()) * (1.0 / edge)
		y := -math.Log(next())
		if y+y >= x*x {
			break
		}
	}
	if j > 0 {
		return edge + x, true
	}
	return -edge - x, true
}

// Exponential is the same with an exponential distribution and 256 strips.
func Exponential(j uint32, i int, next func() float64) (x float64, ok bool) {
	const edge = 7.69711747013104972
	x = float64(j) * float64(exponentialW[i])
	if j < exponentialK[i] {
		return x, true
	}
	if i == 0 {
		return edge - math.Log(next()), true
	}
	height := exponentialF[i] + float32(next())*(exponentialF[i-1]-exponentialF[i])
	return x, height < float32(math.Exp(-x))
}

// A Zipf gives numbers k with probability proportional to (v+k)**-s.
type Zipf struct {
	v, q, s                       float64
	oneMinusQ, inverse, hm, hDiff float64
}

func NewZipf(s float64, v float64, imax uint64) Zipf {
	z := Zipf{v: v, q: s, oneMinusQ: 1 - s}
	z.inverse = 1.0 / z.oneMinusQ
	z.hm = z.h(float64(imax) + 0.5)
	z.hDiff = z.h(0.5) - math.Exp(math.Log(z.v)*(-z.q)) - z.hm
	z.s = 1 - z.hInverse(z.h(1.5)-math.Exp(-z.q*math.Log(z.v+1.0)))
	return z
}

func (z *Zipf) h(x float64) float64 { return math.Exp(z.oneMinusQ*math.Log(z.v+x)) * z.inverse }

func (z *Zipf) hInverse(x float64) float64 {
	return math.Exp(z.inverse*math.Log(z.oneMinusQ*x)) - z.v
}

// Draw is by rejection and inversion (Hörmann and Derflinger).
func (z *Zipf) Draw(next func() float64) uint64 {
	for {
		u := z.hm + next()*z.hDiff
		x := z.hInverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
