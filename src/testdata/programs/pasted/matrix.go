// Generic matrices, a goroutine a row, and a nil pointer at the end.
package main

import (
	"errors"
	"fmt"
	"math"
	"math/cmplx"
	"math/rand"
	"strings"
	"sync"
)

type Number interface {
	~int | ~int64 | ~float64 | ~complex128
}

type Matrix[T Number] struct {
	rows, cols int
	data       []T
}

var ErrShape = errors.New("matrix: shape mismatch")

func NewMatrix[T Number](rows, cols int, vals ...T) *Matrix[T] {
	m := &Matrix[T]{rows, cols, make([]T, rows*cols)}
	copy(m.data, vals)
	return m
}

func Identity[T Number](n int) *Matrix[T] {
	m := NewMatrix[T](n, n)
	for i := range n {
		m.Set(i, i, 1)
	}
	return m
}

func (m *Matrix[T]) At(i, j int) T     { return m.data[i*m.cols+j] }
func (m *Matrix[T]) Set(i, j int, v T) { m.data[i*m.cols+j] = v }

func (m *Matrix[T]) Mul(o *Matrix[T]) (*Matrix[T], error) {
	if m.cols != o.rows {
		return nil, fmt.Errorf("%w: %dx%d * %dx%d", ErrShape, m.rows, m.cols, o.rows, o.cols)
	}
	r := NewMatrix[T](m.rows, o.cols)
	var wg sync.WaitGroup
	for i := range m.rows {
		wg.Go(func() {
			for j := range o.cols {
				var s T
				for k := range m.cols {
					s += m.At(i, k) * o.At(k, j)
				}
				r.Set(i, j, s)
			}
		})
	}
	wg.Wait()
	return r, nil
}

func (m *Matrix[T]) Pow(n int) *Matrix[T] {
	r := Identity[T](m.rows)
	b := m
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r, _ = r.Mul(b)
		}
		b, _ = b.Mul(b)
	}
	return r
}

func (m *Matrix[T]) String() string {
	var sb strings.Builder
	for i := range m.rows {
		for j := range m.cols {
			if j > 0 {
				sb.WriteByte('\t')
			}
			fmt.Fprintf(&sb, "%v", m.At(i, j))
		}
		sb.WriteByte('\n')
	}
	return sb.String()
}

func det(a [][]float64) (d float64) {
	d = 1
	n := len(a)
	for c := 0; c < n; c++ {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[p][c]) {
				p = r
			}
		}
		if a[p][c] == 0 {
			return 0
		}
		if p != c {
			a[p], a[c] = a[c], a[p]
			d = -d
		}
		d *= a[c][c]
		for r := c + 1; r < n; r++ {
			f := a[r][c] / a[c][c]
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
		}
	}
	return
}

type Money int64

func main() {
	fib := NewMatrix(2, 2, 1, 1, 1, 0)
	fmt.Print(fib.Pow(10))
	fmt.Println(fib.Pow(90).At(0, 1))
	fmt.Println(fib.Pow(93).At(0, 1))
	m := NewMatrix[Money](2, 3, 1, 2, 3, 4, 5, 6)
	if _, err := m.Mul(m); err != nil {
		fmt.Println(err, errors.Is(err, ErrShape))
	}
	c := NewMatrix(2, 2, 0, -1i, 1i, 0)
	c2, _ := c.Mul(c)
	fmt.Print(c2)
	fmt.Println(cmplx.Abs(3+4i), cmplx.Exp(1i*math.Pi), cmplx.Sqrt(-1))
	rng := rand.New(rand.NewSource(42))
	a := make([][]float64, 4)
	for i := range a {
		a[i] = make([]float64, 4)
		for j := range a[i] {
			a[i][j] = float64(rng.Intn(20) - 10)
		}
	}
	fmt.Println(a)
	fmt.Printf("%.6f\n", det(a))
	fmt.Printf("%8.3f|%-8.2e|%+g|%x\n", math.Pi, 12345.678, 1e21, 1.5)
	fmt.Println(math.MaxInt64, math.Inf(-1), -math.MaxFloat64, float32(0.1), 1e20, 1e21, 100000.0)
	var bad *Matrix[int]
	fmt.Println(bad.At(0, 0))
}
