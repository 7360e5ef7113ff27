// vet: slog

package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"crypto/md5"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"hash/crc32"
	"io"
	"log"
	"log/slog"
	"math/big"
	"math/bits"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf16"
)

type Opt struct {
	Name  string `opt:"name,required" help:"the name"`
	Level int    `opt:"level"`
	Deep  struct {
		On bool `opt:"on"`
	}
	hidden bool
	Ptr    *int
	Iface  any
}

type IntHeap []int

func (h IntHeap) Len() int           { return len(h) }
func (h IntHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h IntHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *IntHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *IntHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

func describe(v reflect.Value, depth int) {
	ind := strings.Repeat("  ", depth)
	t := v.Type()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := t.Field(i)
			tag, ok := f.Tag.Lookup("opt")
			fmt.Printf("%s%s %s tag=%q/%t exported=%t offsetOK=%t\n", ind, f.Name, f.Type, tag, ok, f.IsExported(), f.Offset >= 0)
			if f.IsExported() {
				describe(v.Field(i), depth+1)
			}
		}
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			fmt.Printf("%snil %s\n", ind, t)
			return
		}
		describe(v.Elem(), depth+1)
	default:
		fmt.Printf("%s%v (%s, settable %t)\n", ind, v, v.Kind(), v.CanSet())
	}
}

func main() {
	log.SetFlags(log.Lmsgprefix)
	log.SetPrefix("app: ")
	log.SetOutput(os.Stdout)
	log.Printf("start %d", 1)
	seven := 7
	o := Opt{Name: "n", Ptr: &seven, Iface: []string{"a"}}
	describe(reflect.ValueOf(&o), 0)
	rv := reflect.ValueOf(&o).Elem()
	rv.FieldByName("Level").SetInt(5)
	rv.Field(2).Field(0).SetBool(true)
	fmt.Printf("%+v\n", o.Deep)
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		rv.FieldByName("hidden").SetBool(true)
	}()
	fn := reflect.ValueOf(strings.Repeat)
	fmt.Println(fn.Call([]reflect.Value{reflect.ValueOf("ab"), reflect.ValueOf(3)})[0], fn.Type())
	mt := reflect.MapOf(reflect.TypeFor[string](), reflect.TypeOf(0))
	m := reflect.MakeMap(mt)
	m.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(9))
	fmt.Println(m.Interface(), mt, reflect.TypeOf((*error)(nil)).Elem(), reflect.DeepEqual(m.Interface(), map[string]int{"k": 9}))

	fs := flag.NewFlagSet("tool", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	n := fs.Int("n", 3, "number of `things`")
	verbose := fs.Bool("v", false, "be loud")
	d := fs.Duration("wait", 1500000000, "how long")
	fmt.Println(fs.Parse([]string{"-n=5", "--v", "-wait", "1m", "rest", "-x"}), *n, *verbose, *d, fs.Args())
	fmt.Println(fs.Parse([]string{"-n", "x"}))
	fmt.Println(errors.Is(fs.Parse([]string{"-h"}), flag.ErrHelp))

	re := regexp.MustCompile(`(?i)(?P<user>[\w.]+)@(?P<host>\w+)\.(com|org)`)
	s := "Bob.x@Example.com, al@go.org; bad@x.net"
	fmt.Println(re.FindAllStringSubmatch(s, -1), re.SubexpNames(), re.ReplaceAllString(s, "<${host}:$user>"), re.NumSubexp())
	fmt.Println(re.ReplaceAllStringFunc(s, strings.ToUpper), re.FindStringIndex(s), re.MatchString("nope"))
	_, err := regexp.Compile(`a(b`)
	fmt.Println(err)

	u, err := url.Parse("https://user:p%40ss@host.example:8080/a%20b/../c?q=1&q=2&z=%26#frag")
	fmt.Println(u.Host, u.Port(), u.Path, u.RawPath, u.Query()["q"], u.Fragment, u.User, u.ResolveReference(&url.URL{Path: "../x"}), err)
	r := csv.NewReader(strings.NewReader("a,\"b \"\"q\"\"\",c\n# no\n1,2\n\"x"))
	r.FieldsPerRecord = -1
	for {
		rec, err := r.Read()
		if err == io.EOF {
			break
		}
		fmt.Printf("%q %v\n", rec, err)
		if err != nil {
			break
		}
	}
	var h IntHeap
	for _, x := range []int{5, 2, 8, 1} {
		heap.Push(&h, x)
	}
	for h.Len() > 0 {
		fmt.Print(heap.Pop(&h), " ")
	}
	l := list.New()
	e := l.PushBack(1)
	l.PushFront(0)
	l.InsertAfter("mid", e)
	for x := l.Front(); x != nil; x = x.Next() {
		fmt.Print(x.Value, ",")
	}
	rg := ring.New(3)
	for i := range 3 {
		rg.Value = i
		rg = rg.Next()
	}
	rg.Do(func(v any) { fmt.Print(v, ";") })
	fmt.Println()
	f20, _ := new(big.Int).SetString("123456789012345678901234567890", 10)
	fmt.Println(new(big.Int).Exp(f20, big.NewInt(3), big.NewInt(1e9+7)), new(big.Int).MulRange(1, 25), big.NewRat(6, 8), new(big.Int).Sqrt(f20), f20.BitLen())
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros32(1), bits.Reverse8(3), bits.Len(0))
	hi, lo := bits.Mul64(1<<63, 6)
	fmt.Println(hi, lo, base64.URLEncoding.EncodeToString([]byte{0xfb, 0xff}), hex.EncodeToString([]byte("hi")))
	fmt.Printf("%x %08x %x\n", sha256.Sum256([]byte("abc")), crc32.ChecksumIEEE([]byte("abc")), md5.Sum(nil))
	b := binary.BigEndian.AppendUint32(nil, 0xdeadbeef)
	fmt.Println(b, binary.LittleEndian.Uint16(b), binary.PutUvarint(make([]byte, 10), 300), utf16.Encode([]rune("a😀")))
	fmt.Print(hex.Dump([]byte("hello, gopher 123")))
	fmt.Println(path.Join("a", "../b", "/c"), path.Base("/x/y.go"), path.Ext("a.tar.gz"), filepath.Dir("/a/b/"), path.Clean("a//b/./../c"))
	mm, err := path.Match("*.g?", "main.go")
	fmt.Println(mm, err)
	lg := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: func(g []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}))
	lg.With("a", 1).WithGroup("g").Debug("msg with space", "k", "v w", slog.Group("in", "x", 1.5), "err", errors.New("bad \"q\""))
	lg.Info("odd", "only")
	slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: func(g []string, a slog.Attr) slog.Attr {
		if a.Key == "time" && len(g) == 0 {
			a.Value = slog.StringValue("T")
		}
		return a
	}})).Warn("json", "n", 1, "s", []int{1}, "d", o.Deep)
	log.Fatalf("done %v", err)
}
