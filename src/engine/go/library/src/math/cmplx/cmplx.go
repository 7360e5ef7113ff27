// Package cmplx: functions of complex numbers.
package cmplx

import "math"

func Abs(x complex128) float64          { return math.Hypot(real(x), imag(x)) }
func Phase(x complex128) float64        { return math.Atan2(imag(x), real(x)) }
func Polar(x complex128) (r, θ float64) { return Abs(x), Phase(x) }
func Conj(x complex128) complex128      { return complex(real(x), -imag(x)) }
func Inf() complex128                   { return complex(math.Inf(1), math.Inf(1)) }
func NaN() complex128                   { return complex(math.NaN(), math.NaN()) }
func IsInf(x complex128) bool           { return math.IsInf(real(x), 0) || math.IsInf(imag(x), 0) }
func IsNaN(x complex128) bool           { return !IsInf(x) && (math.IsNaN(real(x)) || math.IsNaN(imag(x))) }
func Log(x complex128) complex128       { return complex(math.Log(Abs(x)), Phase(x)) }
func Rect(r, θ float64) complex128 {
	s, c := math.Sincos(θ)
	return complex(r*c, r*s)
}

func Log10(x complex128) complex128 {
	z := Log(x)
	return complex(math.Log10E*real(z), math.Log10E*imag(z))
}

func isEndless(x float64) bool { return math.IsInf(x, 0) || math.IsNaN(x) }

func Exp(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case math.IsInf(re, 1) && im == 0:
		return x
	case math.IsInf(re, -1) && isEndless(im):
		return complex(0, math.Copysign(0, im))
	case math.IsInf(re, 1) && isEndless(im):
		return complex(re, math.NaN())
	case math.IsNaN(re) && im == 0:
		return x
	}
	return Rect(math.Exp(re), im)
}

func Pow(x, y complex128) complex128 {
	re, im := real(y), imag(y)
	if x == 0 {
		switch {
		case IsNaN(y):
			return NaN()
		case re == 0:
			return 1
		case re > 0:
			return 0
		case im == 0:
			return complex(math.Inf(1), 0)
		}
		return Inf()
	}
	modulus := Abs(x)
	if modulus == 0 {
		return 0
	}
	r := math.Pow(modulus, re)
	angle := Phase(x)
	theta := re * angle
	if im != 0 {
		r *= math.Exp(-im * angle)
		theta += im * math.Log(modulus)
	}
	return Rect(r, theta)
}

func Sqrt(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && re == 0:
		return complex(0, im)
	case im == 0 && re < 0:
		return complex(0, math.Copysign(math.Sqrt(-re), im))
	case im == 0:
		return complex(math.Sqrt(re), im)
	case math.IsInf(im, 0):
		return complex(math.Inf(1), im)
	case re == 0 && im < 0:
		r := math.Sqrt(-0.5 * im)
		return complex(r, -r)
	case re == 0:
		r := math.Sqrt(0.5 * im)
		return complex(r, r)
	}
	// Scaled, so that squares neither overflow nor vanish.
	factor, back := float64(1<<54), 1.0/(1<<27)
	if math.Abs(re) > 4 || math.Abs(im) > 4 {
		factor, back = 0.25, 2
	}
	a, b := re*factor, im*factor
	r := math.Hypot(a, b)
	var t float64
	if a > 0 {
		t = math.Sqrt(0.5*r + 0.5*a)
		r = back * math.Abs((0.5*b)/t)
		t *= back
	} else {
		r = math.Sqrt(0.5*r - 0.5*a)
		t = back * math.Abs((0.5*b)/r)
		r *= back
	}
	return complex(t, math.Copysign(r, b))
}
