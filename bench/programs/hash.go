// Hash functions as people write them: all 64 bits of uint64, and int that overflows; a bit set.
package main

import (
	"fmt"
	"math/bits"
)

func fnv1a(data []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range data {
		h ^= uint64(c)
		h *= 1099511628211
	}
	return h
}

func djb2(text string) uint64 {
	var h uint64 = 5381
	for i := 0; i < len(text); i++ {
		h = h<<5 + h + uint64(text[i])
	}
	return h
}

func polynomial(text string) int {
	h := 0
	for _, c := range text {
		h = h*31 + int(c)
	}
	return h
}

func murmur(data []byte, seed uint64) uint64 {
	const m = 0xc6a4a7935bd1e995
	h := seed ^ uint64(len(data))*m
	for ; len(data) >= 8; data = data[8:] {
		k := uint64(data[0]) | uint64(data[1])<<8 | uint64(data[2])<<16 | uint64(data[3])<<24 |
			uint64(data[4])<<32 | uint64(data[5])<<40 | uint64(data[6])<<48 | uint64(data[7])<<56
		k *= m
		k ^= k >> 47
		h = (h ^ k*m) * m
	}
	h ^= h >> 47
	h *= m
	return h ^ h>>47
}

type set []uint64

func (s set) add(x uint64)      { s[x>>6%64] |= 1 << (x & 63) }
func (s set) has(x uint64) bool { return s[x>>6%64]&(1<<(x&63)) != 0 }

func main() {
	data := make([]byte, 4096)
	for i := range data {
		data[i] = byte(i*7 + 3)
	}
	text := string(data[:1024])
	seen := make(set, 64)
	var sum, mixed, found uint64
	total := 0
	for round := range 100 {
		data[round] ^= byte(round)
		sum += fnv1a(data)
		mixed ^= murmur(data, sum)
		mixed = bits.RotateLeft64(mixed, 13) + djb2(text)
		total += polynomial(text) ^ round
		for i := uint64(0); i < 100; i++ {
			if seen.has((sum ^ i*mixed) & 4095) {
				found++
			}
			seen.add((mixed + i) & 4095)
		}
	}
	count := 0
	for _, word := range seen {
		count += bits.OnesCount64(word)
	}
	fmt.Println(sum, mixed, total, found, count)
}
