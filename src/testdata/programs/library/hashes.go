package main

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"hash"
	"io"
	"strings"
)

func main() {
	for _, s := range []string{"", "abc", "The quick brown fox jumps over the lazy dog", strings.Repeat("a", 55), strings.Repeat("b", 56), strings.Repeat("c", 64), strings.Repeat("d", 200)} {
		fmt.Printf("%x\n%x\n%x\n%x\n", md5.Sum([]byte(s)), sha1.Sum([]byte(s)), sha256.Sum256([]byte(s)), sha256.Sum224([]byte(s)))
	}
	for _, h := range []hash.Hash{md5.New(), sha1.New(), sha256.New(), sha256.New224()} {
		io.WriteString(h, "part one, ")
		first := h.Sum([]byte("x"))
		io.WriteString(h, "part two")
		fmt.Printf("%x %x %d %d\n", first, h.Sum(nil), h.Size(), h.BlockSize())
		h.Reset()
		fmt.Printf("%x\n", h.Sum(nil))
	}
	for _, enc := range []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding} {
		for _, s := range []string{"", "a", "ab", "abc", "\xff\xfe\xfd\xfb", "hello world"} {
			text := enc.EncodeToString([]byte(s))
			back, err := enc.DecodeString(text)
			fmt.Printf("%s %d %d %q %v; ", text, enc.EncodedLen(len(s)), enc.DecodedLen(len(text)), back, err)
		}
		fmt.Println()
		for _, s := range []string{"YWJj", "YW\nJj\r\n", "YQ==", "YQ", "YQ=", "YQ=x", "Y", "Y===", "YWJj!", "YQ==YQ==", "====", "YWI=", "-_-_", "+/+/"} {
			back, err := enc.DecodeString(s)
			fmt.Printf("%q %v; ", back, err)
		}
		fmt.Println()
	}
}
