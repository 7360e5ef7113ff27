// Loops: the primes up to two million by Eratosthenes' sieve.
package main

func main() {
	const limit = 2_000_000
	composite := make([]bool, limit+1)
	primes := 0
	for i := 2; i <= limit; i++ {
		if composite[i] {
			continue
		}
		primes++
		for j := i * 2; j <= limit; j += i {
			composite[j] = true
		}
	}
	println(primes)
}
