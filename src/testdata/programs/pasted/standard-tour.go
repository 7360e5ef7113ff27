package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/list"
	"container/ring"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"math/big"
	"math/bits"
	"math/rand"
	"os"
	"strings"
	"unicode/utf16"
)

type item struct {
	name string
	prio int
	idx  int
}
type pq []*item

func (p pq) Len() int           { return len(p) }
func (p pq) Less(i, j int) bool { return p[i].prio > p[j].prio }
func (p pq) Swap(i, j int)      { p[i], p[j] = p[j], p[i]; p[i].idx = i; p[j].idx = j }
func (p *pq) Push(x any)        { it := x.(*item); it.idx = len(*p); *p = append(*p, it) }
func (p *pq) Pop() any          { o := *p; it := o[len(o)-1]; *p = o[:len(o)-1]; return it }

type header struct {
	Magic   [4]byte
	Version uint16
	Flags   uint8
	_       uint8
	Size    int32
}

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i, c := range p[:n] {
		switch {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return n, err
}

func main() {
	r := csv.NewReader(strings.NewReader("a,b,c\n\"q,1\",\"x \"\"y\"\"\",\n# comment\n1,2\n\"bad\"x,1,2\n"))
	r.Comment = '#'
	for {
		rec, err := r.Read()
		if err == io.EOF {
			break
		}
		var pe *csv.ParseError
		fmt.Printf("%q %v %v\n", rec, err, errors.As(err, &pe))
		if pe != nil && !errors.Is(err, csv.ErrFieldCount) {
			break
		}
	}
	w := csv.NewWriter(os.Stdout)
	w.Write([]string{"plain", "with,comma", "with \"quote\"", "", " lead", "multi\nline"})
	w.UseCRLF = true
	w.WriteAll([][]string{{"x", "y"}})
	q := &pq{}
	for i, n := range []string{"low", "high", "mid"} {
		heap.Push(q, &item{n, []int{1, 9, 5}[i], 0})
	}
	(*q)[2].prio = 10
	heap.Fix(q, 2)
	for q.Len() > 0 {
		fmt.Print(heap.Pop(q).(*item).name, " ")
	}
	l := list.New()
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	l.MoveToFront(e4)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	rg := ring.New(3)
	for i := range 3 {
		rg.Value = i
		rg = rg.Next()
	}
	rg.Do(func(v any) { fmt.Print(v, ",") })
	fmt.Println(rg.Len())
	fmt.Printf("%x\n%x\n%x\n", md5.Sum([]byte("hi")), sha1.Sum(nil), sha256.Sum256([]byte("hello")))
	m := hmac.New(sha256.New, []byte("key"))
	io.WriteString(m, "msg")
	fmt.Println(hex.EncodeToString(m.Sum(nil))[:16], crc32.ChecksumIEEE([]byte("x")))
	h := fnv.New64a()
	h.Write([]byte("hello"))
	fmt.Println(h.Sum64(), base64.StdEncoding.EncodeToString([]byte{0xfb, 0xff, 1}), base64.RawURLEncoding.EncodeToString([]byte{0xfb, 0xff, 1}))
	_, err := base64.StdEncoding.DecodeString("ab$=")
	fmt.Println(err)
	_, err = hex.DecodeString("abc")
	fmt.Println(err)
	fmt.Print(hex.Dump([]byte("hello, world 1234")))
	var buf bytes.Buffer
	binary.Write(&buf, binary.BigEndian, header{[4]byte{'G', 'O', '1', '!'}, 2, 0xff, 0, -5})
	fmt.Println(buf.Bytes(), binary.Size(header{}))
	var hd header
	fmt.Println(binary.Read(&buf, binary.BigEndian, &hd), hd)
	fmt.Println(binary.Read(&buf, binary.BigEndian, &hd))
	b := binary.AppendUvarint(nil, 300)
	v, n := binary.Uvarint(b)
	fmt.Println(b, v, n, binary.LittleEndian.Uint32([]byte{1, 2, 3, 4}))
	io.Copy(os.Stdout, rot13{strings.NewReader("Uryyb, Jbeyq!\n")})
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "piped\ndata")
		pw.CloseWithError(errors.New("custom close"))
	}()
	sc := bufio.NewScanner(io.TeeReader(io.LimitReader(pr, 8), &buf))
	for sc.Scan() {
		fmt.Println(sc.Text())
	}
	fmt.Println(sc.Err(), buf.String())
	_, err = io.ReadAll(pr)
	fmt.Println(err)
	mr := io.MultiReader(strings.NewReader("ab"), strings.NewReader("cd"))
	p := make([]byte, 3)
	nn, err := io.ReadFull(mr, p)
	fmt.Println(nn, err, string(p))
	nn, err = io.ReadFull(mr, p)
	fmt.Println(nn, err)
	nn, err = io.ReadAtLeast(mr, p, 5)
	fmt.Println(nn, err)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	sr.Seek(-2, io.SeekEnd)
	rest, _ := io.ReadAll(sr)
	fmt.Println(string(rest), sr.Size())
	f := new(big.Int).Exp(big.NewInt(3), big.NewInt(200), nil)
	fmt.Println(f, f.BitLen(), new(big.Int).Mod(f, big.NewInt(1e9+7)), f.ProbablyPrime(5))
	ra := big.NewRat(3, -6)
	fmt.Println(ra, ra.FloatString(5), new(big.Rat).Add(ra, big.NewRat(1, 3)))
	x, _ := new(big.Float).SetPrec(100).SetString("1.1")
	fmt.Println(x, x.Text('g', 40))
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros32(1), bits.TrailingZeros(8), bits.Reverse8(1), bits.RotateLeft8(0x81, 1), bits.Len(1023))
	hi, lo := bits.Mul64(1<<63, 6)
	fmt.Println(hi, lo, utf16.Encode([]rune("a😀")))
	rnd := rand.New(rand.NewSource(42))
	fmt.Println(rnd.Intn(100), rnd.Perm(5), rnd.Float64(), rnd.NormFloat64(), rnd.Int63n(1e12), rnd.Uint32())
	rnd.Shuffle(3, func(i, j int) { fmt.Print(i, j, ";") })
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	rnd.Intn(0)
}
