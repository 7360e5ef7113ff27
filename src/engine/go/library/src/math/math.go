// Package math: mathematical functions and constants. All functions are native and give the same
// bits on every machine as Go gives on amd64.
package math

func Abs(x float64) float64
func Acos(x float64) float64
func Acosh(x float64) float64
func Asin(x float64) float64
func Asinh(x float64) float64
func Atan(x float64) float64
func Atan2(y, x float64) float64
func Atanh(x float64) float64
func Cbrt(x float64) float64
func Ceil(x float64) float64
func Copysign(f, sign float64) float64
func Cos(x float64) float64
func Cosh(x float64) float64

// Dim returns x-y, or 0 if that is negative.
func Dim(x, y float64) float64

func Erf(x float64) float64
func Erfc(x float64) float64
func Erfcinv(x float64) float64
func Erfinv(x float64) float64
func Exp(x float64) float64
func Exp2(x float64) float64
func Expm1(x float64) float64

// FMA returns x*y + z, rounded once.
func FMA(x, y, z float64) float64

func Float32bits(f float32) uint32
func Float32frombits(b uint32) float32
func Float64bits(f float64) uint64
func Float64frombits(b uint64) float64
func Floor(x float64) float64

// Frexp splits f into a fraction of at least 1/2 and below 1, and a power of two.
func Frexp(f float64) (frac float64, exp int)

func Gamma(x float64) float64

// Hypot returns Sqrt(p*p + q*q) without needless overflow.
func Hypot(p, q float64) float64

func Ilogb(x float64) int

// Inf returns positive infinity if sign >= 0, else negative infinity.
func Inf(sign int) float64

// IsInf reports whether f is the infinity of the given sign; of any sign if that is 0.
func IsInf(f float64, sign int) bool

func IsNaN(f float64) (is bool)
func J0(x float64) float64
func J1(x float64) float64
func Jn(n int, x float64) float64

// Ldexp returns frac × 2**exp.
func Ldexp(frac float64, exp int) float64

// Lgamma returns the logarithm of |Gamma(x)| and the sign of Gamma(x).
func Lgamma(x float64) (lgamma float64, sign int)

func Log(x float64) float64
func Log10(x float64) float64
func Log1p(x float64) float64
func Log2(x float64) float64
func Logb(x float64) float64
func Max(x, y float64) float64
func Min(x, y float64) float64

// Mod returns the remainder of x/y, with the sign of x.
func Mod(x, y float64) float64

// Modf splits f into its whole part and its fraction.
func Modf(f float64) (integer float64, fractional float64)

func NaN() float64

// Nextafter returns the next number after x towards y.
func Nextafter(x, y float64) (r float64)

func Nextafter32(x, y float32) (r float32)
func Pow(x, y float64) float64
func Pow10(n int) float64

// Remainder returns the IEEE 754 remainder of x/y: that of the nearest quotient.
func Remainder(x, y float64) float64

// Round rounds halves away from zero.
func Round(x float64) float64

// RoundToEven rounds halves to the even number.
func RoundToEven(x float64) float64

func Signbit(x float64) bool
func Sin(x float64) float64
func Sincos(x float64) (sin, cos float64)
func Sinh(x float64) float64
func Sqrt(x float64) float64
func Tan(x float64) float64
func Tanh(x float64) float64
func Trunc(x float64) float64
func Y0(x float64) float64
func Y1(x float64) float64
func Yn(n int, x float64) float64
