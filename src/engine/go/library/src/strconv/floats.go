package strconv

import "errors"

// parseFloat gives the nearest float; status 1: not a number, 2: out of range.
func parseFloat(s string, bitSize int) (f float64, status int)

func formatFloat(f float64, fmt byte, prec, bitSize int) string

// ParseFloat reads a decimal or hexadecimal floating-point number, inf or nan.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, status := parseFloat(s, bitSize)
	switch status {
	case 1:
		return 0, syntaxError("ParseFloat", s)
	case 2:
		return f, rangeError("ParseFloat", s)
	}
	return f, nil
}

// FormatFloat: fmt is one of b e E f g G x X; prec -1 asks for the shortest text.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	if bitSize != 32 && bitSize != 64 {
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	return formatFloat(f, fmt, prec, bitSize)
}

func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	return append(dst, FormatFloat(f, fmt, prec, bitSize)...)
}

// FormatComplex writes (a+bi).
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	bitSize /= 2
	im := FormatFloat(imag(c), fmt, prec, bitSize)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + FormatFloat(real(c), fmt, prec, bitSize) + im + "i)"
}

// ParseComplex reads N, Ni, or N±Ni, with or without parentheses.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	whole := s
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		s = s[1 : len(s)-1]
	}
	if s == "" {
		return 0, syntaxError("ParseComplex", whole)
	}
	if s[len(s)-1] != 'i' {
		re, err := ParseFloat(s, size)
		return complex(re, 0), complexError(err, whole)
	}
	split := imaginaryStart(s)
	re := 0.0
	var reErr error
	if split > 0 {
		re, reErr = ParseFloat(s[:split], size)
	}
	imText := s[split : len(s)-1]
	if split > 0 && len(imText) > 1 && imText[0] == '+' && imText[1] != '+' {
		// A sign between the parts, of which NaN has none.
		imText = imText[1:]
	}
	im, imErr := ParseFloat(imText, size)
	if err := complexError(reErr, whole); err != nil && !errors.Is(err, ErrRange) {
		return 0, err
	}
	if err := complexError(imErr, whole); err != nil && !errors.Is(err, ErrRange) {
		return 0, err
	}
	if reErr != nil {
		return complex(re, im), complexError(reErr, whole)
	}
	return complex(re, im), complexError(imErr, whole)
}

// imaginaryStart is the index of the sign that starts the imaginary part, 0 if it is all.
func imaginaryStart(s string) int {
	for i := len(s) - 2; i > 0; i-- {
		if s[i] != '+' && s[i] != '-' {
			continue
		}
		if c := s[i-1] | 0x20; c == 'e' || c == 'p' {
			continue
		}
		return i
	}
	return 0
}

func complexError(err error, whole string) error {
	if e, ok := err.(*NumError); ok {
		e.Func = "ParseComplex"
		e.Num = whole
		return e
	}
	return nil
}
