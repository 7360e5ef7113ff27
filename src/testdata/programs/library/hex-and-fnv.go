package main

import (
	"encoding/hex"
	"fmt"
	"hash"
	"hash/fnv"
	"io/ioutil"
	"strings"
)

func main() {
	fmt.Println(hex.EncodeToString([]byte("Hello\x00\xff")))
	for _, s := range []string{"48656c6c6f", "4G", "484", "48Z", "", "ABcd"} {
		b, err := hex.DecodeString(s)
		fmt.Printf("%q %v %v\n", b, b == nil, err)
	}
	for _, h := range []hash.Hash{fnv.New32(), fnv.New32a(), fnv.New64(), fnv.New64a()} {
		for _, s := range []string{"", "a", "hello world", strings.Repeat("x", 1000)} {
			h.Reset()
			h.Write([]byte(s))
			fmt.Printf("%x %d %d;", h.Sum(nil), h.Size(), h.BlockSize())
		}
		fmt.Println()
	}
	h := fnv.New32a()
	h.Write([]byte("key"))
	fmt.Println(h.Sum32()%16, fnv.New64a().Sum64())
	text, err := ioutil.ReadAll(strings.NewReader("all of it"))
	fmt.Println(string(text), err)
}
