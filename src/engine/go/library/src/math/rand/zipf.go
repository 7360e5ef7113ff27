package rand

import "math"

// A Zipf gives numbers k with probability proportional to (v+k)**-s.
type Zipf struct {
	r                             *Rand
	max, v, q, s                  float64
	oneMinusQ, inverse, hm, hDiff float64
}

func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if s <= 1.0 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, max: float64(imax), v: v, q: s, oneMinusQ: 1 - s}
	z.inverse = 1.0 / z.oneMinusQ
	z.hm = z.h(z.max + 0.5)
	z.hDiff = z.h(0.5) - math.Exp(math.Log(z.v)*(-z.q)) - z.hm
	z.s = 1 - z.hInverse(z.h(1.5)-math.Exp(-z.q*math.Log(z.v+1.0)))
	return z
}

func (z *Zipf) h(x float64) float64 { return math.Exp(z.oneMinusQ*math.Log(z.v+x)) * z.inverse }

func (z *Zipf) hInverse(x float64) float64 {
	return math.Exp(z.inverse*math.Log(z.oneMinusQ*x)) - z.v
}

// Uint64 draws by rejection and inversion (Hörmann and Derflinger).
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	for {
		u := z.hm + z.r.Float64()*z.hDiff
		x := z.hInverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.s || u >= z.h(k+0.5)-math.Exp(-math.Log(k+z.v)*z.q) {
			return uint64(k)
		}
	}
}
