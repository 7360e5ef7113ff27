// Package entropy: random bits that differ from run to run only as the run's seed does.
package entropy

// Word is a number of 32 bits.
func Word() uint32

// Read fills b.
func Read(b []byte) {
	var word uint32
	for i := range b {
		if i%4 == 0 {
			word = Word()
		}
		b[i] = byte(word)
		word >>= 8
	}
}
