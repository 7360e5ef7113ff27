// Product of two matrices of floating-point numbers.
package main

import "fmt"

func product(a, b [][]float64) [][]float64 {
	n := len(a)
	c := make([][]float64, n)
	for i := range c {
		c[i] = make([]float64, n)
		for j := range n {
			sum := 0.0
			for k := range n {
				sum += a[i][k] * b[k][j]
			}
			c[i][j] = sum
		}
	}
	return c
}

func matrix(n int, seed float64) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = seed * float64(i-j) * float64(i+j) / float64(n)
		}
	}
	return m
}

func main() {
	const n = 160
	c := product(matrix(n, 0.5), matrix(n, 0.25))
	fmt.Printf("%.4f %.4f\n", c[n/2][n/3], c[n-1][0])
}
