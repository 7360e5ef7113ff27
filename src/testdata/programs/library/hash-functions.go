// Hash functions: sums of texts of many lengths, states, keys; unique handles.
package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"crypto/subtle"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc64"
	"hash/fnv"
	"hash/maphash"
	"math/big"
	"strings"
	"structs"
	"unique"
	"uuid"
)

func sums() {
	for _, n := range []int{0, 1, 3, 55, 56, 64, 71, 111, 112, 127, 128, 135, 136, 200, 1000} {
		data := []byte(strings.Repeat("abcdefghij", 100)[:n])
		fmt.Printf("%d %x\n%x\n%x\n%x\n", n, sha512.Sum512(data), sha512.Sum384(data), sha512.Sum512_224(data), sha512.Sum512_256(data))
		fmt.Printf("%x %x\n%x %x\n", sha3.Sum224(data), sha3.Sum256(data), sha3.Sum384(data), sha3.Sum512(data))
		fmt.Printf("%x %x\n", sha3.SumSHAKE128(data, 40), sha3.SumSHAKE256(data, 200))
		fmt.Printf("%08x %016x %016x\n", adler32.Checksum(data), crc64.Checksum(data, crc64.MakeTable(crc64.ISO)), crc64.Checksum(data, crc64.MakeTable(crc64.ECMA)))
	}
}

func states() {
	for _, h := range []hash.Hash{
		sha512.New(), sha512.New384(), sha512.New512_224(), sha512.New512_256(), sha3.New224(), sha3.New256(), sha3.New384(),
		sha3.New512(), adler32.New(), crc64.New(crc64.MakeTable(crc64.ECMA)), fnv.New128(), fnv.New128a(), fnv.New64a(),
		hmac.New(sha256.New, []byte("key")), hmac.New(sha1.New, []byte(strings.Repeat("long key", 20))), hmac.New(md5.New, nil),
	} {
		for i := range 20 {
			fmt.Fprintf(h, "part %d of the text;", i)
		}
		first := h.Sum([]byte{0xff})
		h.Write([]byte("more"))
		second := h.Sum(nil)
		h.Reset()
		fmt.Printf("%d %d %x %x %x\n", h.Size(), h.BlockSize(), first, second, h.Sum(nil))
	}
	s := sha3.NewCSHAKE128([]byte("name"), []byte("custom"))
	s.Write([]byte("text"))
	out := make([]byte, 20)
	s.Read(out)
	fmt.Printf("%x ", out)
	s.Read(out)
	fmt.Printf("%x ", out)
	s.Reset()
	s.Read(out)
	fmt.Printf("%x %d\n", out, s.BlockSize())
	d := sha3.New256()
	d.Write([]byte("a"))
	other, err := d.Clone()
	d.Write([]byte("b"))
	fmt.Printf("%x %v %t\n", other.Sum(nil)[:4], err, bytes.Equal(d.Sum(nil), other.Sum(nil)))
}

func keys() {
	a, b := []byte("same"), []byte("same")
	fmt.Println(hmac.Equal(a, b), hmac.Equal(a, b[:3]), subtle.ConstantTimeCompare(a, []byte("some")))
	fmt.Println(subtle.ConstantTimeSelect(1, 5, 6), subtle.ConstantTimeSelect(0, 5, 6), subtle.ConstantTimeByteEq(3, 3), subtle.ConstantTimeByteEq(3, 4))
	fmt.Println(subtle.ConstantTimeEq(-1, -1), subtle.ConstantTimeEq(1, 2), subtle.ConstantTimeLessOrEq(1, 2), subtle.ConstantTimeLessOrEq(3, 2))
	dst := make([]byte, 4)
	fmt.Println(subtle.XORBytes(dst, a, []byte{1, 2}), dst)
	subtle.ConstantTimeCopy(0, dst, a)
	subtle.ConstantTimeCopy(1, dst, a)
	fmt.Println(string(dst))
}

type point struct {
	_    structs.HostLayout
	x, y int
}

func handles() {
	a, b := unique.Make("text"), unique.Make(strings.ToLower("TEXT"))
	fmt.Println(a == b, a == unique.Make("other"), a.Value(), unique.Make(point{x: 1}) == unique.Make(point{x: 1}))
	seed := maphash.MakeSeed()
	fmt.Println(maphash.String(seed, "abc") == maphash.Bytes(seed, []byte("abc")), maphash.Comparable(seed, 5) == maphash.Comparable(seed, 5), maphash.Comparable(seed, 5) == maphash.Comparable(seed, 6))
	var h maphash.Hash
	h.WriteString("ab")
	h.WriteByte('c')
	fmt.Println(h.Sum64() == maphash.String(h.Seed(), "abc"), h.Size(), h.Seed() == seed)
	h.SetSeed(seed)
	maphash.WriteComparable(&h, point{x: 1, y: 2})
	fmt.Println(h.Sum64() == maphash.Comparable(seed, point{x: 1, y: 2}))
	func() {
		defer func() { fmt.Println(recover()) }()
		maphash.String(maphash.Seed{}, "")
	}()
}

func randoms() {
	data := make([]byte, 100)
	n, err := rand.Read(data)
	fmt.Println(n, err, bytes.Equal(data, make([]byte, 100)), len(rand.Text()))
	limit := big.NewInt(1000)
	for range 100 {
		if n, err := rand.Int(rand.Reader, limit); err != nil || n.Sign() < 0 || n.Cmp(limit) >= 0 {
			fmt.Println(n, err)
		}
	}
	p, err := rand.Prime(rand.Reader, 64)
	fmt.Println(p.BitLen(), p.ProbablyPrime(10), err)
	_, err = rand.Prime(rand.Reader, 1)
	fmt.Println(err)
}

func identifiers() {
	a, b := uuid.New(), uuid.NewV7()
	fmt.Println(a.String()[14], b.String()[14], len(a.String()), a == b, b.Compare(uuid.NewV7()), uuid.Nil(), uuid.Max())
	for _, s := range []string{
		"f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "urn:uuid:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
		"f81d4fae7dec11d0a76500a0c91e6bf6", "f81d4fae-7dec-11d0-a765-00a0c91e6bfg", "f81d4fae 7dec-11d0-a765-00a0c91e6bf6", "",
	} {
		u, err := uuid.Parse(s)
		fmt.Println(u, err, u.Compare(a) != 0)
	}
}

func main() {
	identifiers()
	sums()
	states()
	keys()
	handles()
	randoms()
}
