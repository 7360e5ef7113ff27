// Number literals that are malformed.
package main

func main() {
	_ = 08
	_ = 0b12
	_ = 0xg
	_ = 1_
	_ = 1__0
	_ = 1e
	_ = 0x1.8
	_ = 0o9
	_ = 1.5.5
	_ = 0x
}
