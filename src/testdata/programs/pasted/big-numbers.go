// Whole numbers, fractions, bits, durations and dates at their edges.
package main

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"time"
)

type Bits uint16

const (
	Read Bits = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

func (b Bits) Has(f Bits) bool { return b&f == f }
func (b Bits) String() string {
	s := []byte("---")
	for i, f := range []Bits{Read, Write, Exec} {
		if b.Has(f) {
			s[i] = "rwx"[i]
		}
	}
	return string(s)
}

func collatz(n uint64) (steps int) {
	for ; n != 1; steps++ {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
	}
	return
}

func fnv1a(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h ^= uint64(s[i])
		h *= 1099511628211
	}
	return h
}

type rng struct{ s [2]uint64 }

func (r *rng) next() uint64 {
	s1, s0 := r.s[0], r.s[1]
	res := s0 + s1
	r.s[0] = s0
	s1 ^= s1 << 23
	r.s[1] = s1 ^ s0 ^ (s1 >> 18) ^ (s0 >> 5)
	return res
}

func main() {
	f := big.NewInt(1)
	for i := int64(1); i <= 50; i++ {
		f.Mul(f, big.NewInt(i))
	}
	fmt.Println(f, f.BitLen(), new(big.Int).Exp(big.NewInt(2), big.NewInt(200), big.NewInt(1e9+7)))
	r := big.NewRat(1, 3)
	r.Add(r, big.NewRat(1, 6))
	fmt.Println(r, r.FloatString(5), new(big.Float).SetPrec(100).Quo(big.NewFloat(1), big.NewFloat(3)))
	fmt.Println(collatz(837799), fnv1a("hello"), bits.OnesCount64(fnv1a("hello")), bits.LeadingZeros32(1), bits.Reverse8(0b11010000))
	g := rng{[2]uint64{1, 2}}
	for range 5 {
		fmt.Print(g.next()%1000, " ")
	}
	fmt.Println()
	var i8 int8 = math.MaxInt8
	i8++
	var u8 uint8
	u8--
	var i64 int64 = math.MinInt64
	fmt.Println(i8, u8, -i64, i64/-1, i64-1, ^0, 7&^5, -7/2, -7%3, -7>>1)
	x := 1e100
	fmt.Println(int64(float32(16777217)), uint8(int(300)&0xff), math.Float32bits(0.1), int(math.Trunc(-2.7)), x > math.MaxFloat32, float32(x))
	fmt.Println(math.NaN() == math.NaN(), math.Sqrt(-1), math.Mod(-7, 3), math.Remainder(7, 4), math.Round(-2.5), math.RoundToEven(2.5), math.Hypot(3, 4), math.Cbrt(27), math.Log2(8))
	fmt.Println(strconv.FormatFloat(1.0/3, 'g', 5, 64), strconv.Quote("a\tb\x00é"), strconv.FormatInt(-255, 36), strconv.AppendBool(nil, true))
	for _, s := range []string{"0x1F", "0b101", "1_000", "077", "9223372036854775808", "-1", "1e3"} {
		n, err := strconv.ParseInt(s, 0, 64)
		fmt.Println(n, err)
	}
	fl, err := strconv.ParseFloat("1e400", 64)
	fmt.Println(fl, err)
	fmt.Println(All, Read|Exec, Bits(0), []Bits{Write}, map[Bits]int{Exec: 1, Read: 2})
	fmt.Printf("%v %d %b %x %08b %s|%6.2f|%-8v|%+v|%T\n", All, All, All, All, All, All, 3.14159, Write, &struct{ B *Bits }{}, All)
	d := 90*time.Minute + 30*time.Second + 5*time.Millisecond
	fmt.Println(d, d.Hours(), d.Truncate(time.Minute), d.Round(time.Hour), time.Duration(0), time.Duration(999))
	t := time.Date(2023, 1, 31, 25, 61, 0, 0, time.FixedZone("X", -5*3600))
	fmt.Println(t, t.AddDate(0, 1, 0).Format(time.RFC1123Z), t.UTC(), t.YearDay(), t.Unix(), t.Truncate(24*time.Hour).Format(time.Kitchen))
	a, b := t, t.Add(36*time.Hour)
	fmt.Println(b.Sub(a), a.Before(b), b.Equal(b.UTC()), b == b.UTC(), time.Time{}.IsZero(), time.Time{}, time.UnixMilli(1700000000123).UTC())
	hi, lo := bits.Mul64(1<<63, 6)
	q, rem := bits.Div64(hi, lo, 7)
	fmt.Println(hi, lo, q, rem)
	var z complex128 = complex(1, -2)
	fmt.Println(z*z, real(z), imag(z), z == complex(1, -2), fmt.Sprintf("%.1f %v", z, complex64(z)))
}
