// The state of hash functions as bytes, as copies, and in the hands of others.
package main

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding"
	"errors"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"strings"
)

type state interface {
	encoding.BinaryMarshaler
	encoding.BinaryAppender
	encoding.BinaryUnmarshaler
}

func main() {
	functions := []struct {
		name string
		make func() hash.Hash
	}{
		{"md5", md5.New},
		{"sha1", sha1.New},
		{"sha224", sha256.New224},
		{"sha256", sha256.New},
		{"sha384", sha512.New384},
		{"sha512", sha512.New},
		{"sha512/224", sha512.New512_224},
		{"sha512/256", sha512.New512_256},
		{"sha3", func() hash.Hash { return sha3.New384() }},
		{"sha3 zero", func() hash.Hash { return new(sha3.SHA3) }},
		{"adler32", func() hash.Hash { return adler32.New() }},
		{"crc32", func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) }},
		{"crc64", func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ECMA)) }},
		{"fnv32", func() hash.Hash { return fnv.New32() }},
		{"fnv32a", func() hash.Hash { return fnv.New32a() }},
		{"fnv64", func() hash.Hash { return fnv.New64() }},
		{"fnv64a", func() hash.Hash { return fnv.New64a() }},
		{"fnv128", func() hash.Hash { return fnv.New128() }},
		{"fnv128a", func() hash.Hash { return fnv.New128a() }},
	}
	text := strings.Repeat("the state of a hash function ", 9)
	for _, f := range functions {
		h := f.make()
		h.Write([]byte(text[:150]))
		bytes, err := h.(state).MarshalBinary()
		fmt.Printf("%s %d %x %v\n", f.name, len(bytes), bytes, err)
		longer, _ := h.(state).AppendBinary([]byte("before "))
		fmt.Println(string(longer[:7]), string(longer[7:]) == string(bytes))
		other := f.make()
		fmt.Println(other.(state).UnmarshalBinary(bytes))
		clone, err := h.(hash.Cloner).Clone()
		if err != nil {
			fmt.Println(err)
			continue
		}
		clone.Write([]byte("something else"))
		h.Write([]byte(text[150:]))
		other.Write([]byte(text[150:]))
		fmt.Printf("%x %t %t\n", h.Sum(nil), string(h.Sum(nil)) == string(other.Sum(nil)),
			string(h.Sum(nil)) == string(clone.Sum(nil)))
		fmt.Println(other.(state).UnmarshalBinary(bytes[:len(bytes)-1]))
		fmt.Println(other.(state).UnmarshalBinary([]byte("abc")))
	}

	sum := crc32.NewIEEE()
	bytes, _ := crc32.New(crc32.MakeTable(crc32.Koopman)).(state).MarshalBinary()
	fmt.Println(sum.(state).UnmarshalBinary(bytes))

	for _, shake := range []*sha3.SHAKE{sha3.NewSHAKE128(), sha3.NewCSHAKE256([]byte("name"), []byte("custom")), {}} {
		shake.Write([]byte(text))
		bytes, _ := shake.MarshalBinary()
		out := make([]byte, 40)
		shake.Read(out)
		fmt.Printf("%d %x\n", len(bytes), out)
		err := shake.UnmarshalBinary(bytes)
		again := make([]byte, 40)
		shake.Read(again)
		fmt.Println(err, string(out) == string(again))
		shake.Reset()
		shake.Write([]byte(text))
		shake.Read(again)
		fmt.Println(string(out) == string(again))
	}

	mac := hmac.New(sha256.New, []byte("key"))
	mac.Write([]byte("mess"))
	copied, err := mac.(hash.Cloner).Clone()
	mac.Write([]byte("age"))
	copied.Write([]byte("age"))
	fmt.Println(err, hmac.Equal(mac.Sum(nil), copied.Sum(nil)))
	plain := func() hash.Hash { return struct{ hash.Hash }{sha1.New()} }
	_, err = hmac.New(plain, nil).(hash.Cloner).Clone()
	fmt.Println(err, errors.Is(err, errors.ErrUnsupported))
	same := md5.New()
	defer func() { fmt.Println(recover()) }()
	hmac.New(func() hash.Hash { return same }, nil)
}
