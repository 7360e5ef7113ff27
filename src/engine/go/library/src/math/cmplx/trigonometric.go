package cmplx

import "math"

// sinhcosh computes both from one exponential where that is exact enough.
func sinhcosh(x float64) (sh, ch float64) {
	if math.Abs(x) <= 0.5 {
		return math.Sinh(x), math.Cosh(x)
	}
	e := math.Exp(x)
	inverse := 0.5 / e
	e *= 0.5
	return e - inverse, e + inverse
}

func Sin(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && isEndless(re):
		return complex(math.NaN(), im)
	case math.IsInf(im, 0) && re == 0, re == 0 && math.IsNaN(im):
		return x
	case math.IsInf(im, 0) && isEndless(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(re)
	sh, ch := sinhcosh(im)
	return complex(s*ch, c*sh)
}

func Sinh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && isEndless(im):
		return complex(re, math.NaN())
	case math.IsInf(re, 0) && im == 0:
		return x
	case math.IsInf(re, 0) && isEndless(im):
		return complex(re, math.NaN())
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	sh, ch := sinhcosh(re)
	return complex(c*sh, s*ch)
}

func Cos(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case im == 0 && isEndless(re):
		return complex(math.NaN(), -im*math.Copysign(0, re))
	case math.IsInf(im, 0) && re == 0:
		return complex(math.Inf(1), -re*math.Copysign(0, im))
	case math.IsInf(im, 0) && isEndless(re):
		return complex(math.Inf(1), math.NaN())
	case re == 0 && math.IsNaN(im):
		return complex(math.NaN(), 0)
	}
	s, c := math.Sincos(re)
	sh, ch := sinhcosh(im)
	return complex(c*ch, -s*sh)
}

func Cosh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case re == 0 && isEndless(im):
		return complex(math.NaN(), re*math.Copysign(0, im))
	case math.IsInf(re, 0) && im == 0:
		return complex(math.Inf(1), im*math.Copysign(0, re))
	case math.IsInf(re, 0) && isEndless(im):
		return complex(math.Inf(1), math.NaN())
	case im == 0 && math.IsNaN(re):
		return complex(math.NaN(), im)
	}
	s, c := math.Sincos(im)
	sh, ch := sinhcosh(re)
	return complex(c*ch, s*sh)
}

func Tan(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case math.IsInf(im, 0) && isEndless(re):
		return complex(math.Copysign(0, re), math.Copysign(1, im))
	case math.IsInf(im, 0):
		return complex(math.Copysign(0, math.Sin(2*re)), math.Copysign(1, im))
	case re == 0 && math.IsNaN(im):
		return x
	}
	d := math.Cos(2*re) + math.Cosh(2*im)
	if math.Abs(d) < 0.25 {
		d = tanSeries(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, math.Sinh(2*im)/d)
}

func Tanh(x complex128) complex128 {
	re, im := real(x), imag(x)
	switch {
	case math.IsInf(re, 0) && isEndless(im):
		return complex(math.Copysign(1, re), math.Copysign(0, im))
	case math.IsInf(re, 0):
		return complex(math.Copysign(1, re), math.Copysign(0, math.Sin(2*im)))
	case im == 0 && math.IsNaN(re):
		return x
	}
	d := math.Cosh(2*re) + math.Cos(2*im)
	if d == 0 {
		return Inf()
	}
	return complex(math.Sinh(2*re)/d, math.Sin(2*im)/d)
}

func Cot(x complex128) complex128 {
	re, im := real(x), imag(x)
	d := math.Cosh(2*im) - math.Cos(2*re)
	if math.Abs(d) < 0.25 {
		d = tanSeries(x)
	}
	if d == 0 {
		return Inf()
	}
	return complex(math.Sin(2*re)/d, -math.Sinh(2*im)/d)
}

// halfTurns is the fraction of a large x/pi.
func halfTurns(x float64) float64

// reduced is x less the nearest multiple of pi, which is taken away in three parts.
func reduced(x float64) float64 {
	if math.Abs(x) >= 1<<30 {
		turns := halfTurns(x)
		if turns > 0.5 {
			turns--
		}
		return math.Pi * turns
	}
	const (
		high   = 3.141592502593994
		middle = 1.5099578831723193e-07
		low    = 1.0780605716316238e-14
	)
	count := float64(int64(x/math.Pi + 0.5))
	return ((x - count*high) - count*middle) - count*low
}

// tanSeries is cosh 2y - cos 2x by its power series, for where the difference would lose digits.
func tanSeries(z complex128) float64 {
	x := reduced(math.Abs(2 * real(z)))
	y := math.Abs(2 * imag(z))
	x *= x
	y *= y
	xPower, yPower, factorial, n, sum := 1.0, 1.0, 1.0, 0.0, 0.0
	for {
		for _, sign := range []float64{1, -1} {
			n++
			factorial *= n
			n++
			factorial *= n
			xPower *= x
			yPower *= y
			term := (yPower + sign*xPower) / factorial
			sum += term
			if sign < 0 && !(math.Abs(term/sum) > 1.0/(1<<53)) {
				return sum
			}
		}
	}
}
