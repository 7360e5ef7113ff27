package main

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"fmt"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
)

func main() {
	fmt.Printf("%T %T %T %T %T %T\n", md5.New(), sha1.New(), sha256.New(), sha256.New224(), sha512.New(), sha512.New384())
	fmt.Printf("%T %T %T %T\n", sha3.New256(), sha3.NewSHAKE128(), hmac.New(sha256.New, nil), sha512.New512_256())
	fmt.Printf("%T %T %T %T %T %T %T %T %T\n", adler32.New(), crc32.NewIEEE(), crc64.New(crc64.MakeTable(crc64.ISO)), fnv.New32(), fnv.New32a(), fnv.New64(), fnv.New64a(), fnv.New128(), &maphash.Hash{})
}
