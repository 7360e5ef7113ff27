package big

// An integer has any size: the machine keeps it as one value. Only natives compute with it; Go text
// may copy it and compare it with ==.
type integer int64

func add(x, y integer) integer
func sub(x, y integer) integer
func mul(x, y integer) integer
func quo(x, y integer) integer
func rem(x, y integer) integer
func and(x, y integer) integer
func or(x, y integer) integer
func xor(x, y integer) integer

// power is for y >= 0.
func power(x, y integer) integer
func powerModulo(x, y, m integer) integer

// gcd is for x and y that are not 0; |x| times gcdFactor is equal to it modulo |y|.
func gcd(x, y integer) integer
func gcdFactor(x, y integer) integer

func shiftLeft(x integer, n uint) integer
func shiftRight(x integer, n uint) integer
func sqrt(x integer) integer
func compare(x, y integer) int
func bitLength(x integer) int
func trailingZeros(x integer) uint

func toInt64(x integer) int64

// toUint64 is the low word of |x|.
func toUint64(x integer) uint64
func text(x integer, base int) string
func toBytes(x integer) string
func fromBytes(bytes string) integer
func isProbablyPrime(x integer) bool

func parseInteger(text string, base int) (x integer, problem string, isWhole bool)
func parseRational(text string) (a, b integer, ok bool)
func rationalToHost(a, b integer, single bool) (float64, bool)

// A float is an odd integer with a sign, and the exponent that makes it a fraction in [1/2, 1).

func operate(operator string, x integer, xExp int32, y integer, yExp int32, prec uint32, mode RoundingMode) (integer, int, Accuracy)
func round(x integer, exp int32, prec uint32, mode RoundingMode) (integer, int, Accuracy)
func odd(x integer) integer
func toFloat64(x integer, exp int32) (float64, Accuracy)
func toFloat32(x integer, exp int32) (float32, Accuracy)
func parseFloat(text string, base int, prec uint32, mode RoundingMode) (x integer, exp int, acc Accuracy, negative bool, b int, problem string, end int)
func floatText(x integer, exp int32, prec uint32, mode RoundingMode, format string, digits int) string

func negated(x integer) integer { return sub(0, x) }

func absolute(x integer) integer {
	if x < 0 {
		return negated(x)
	}
	return x
}
