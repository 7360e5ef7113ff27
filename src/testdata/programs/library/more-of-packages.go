// Parts of packages that few programs use: flag.TextVar, io.OffsetWriter, states of generators,
// build information, signals to oneself.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"math/big"
	"math/rand"
	randv2 "math/rand/v2"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"strings"
	"syscall"
	"time"
)

type level int

func (l *level) UnmarshalText(text []byte) error {
	switch string(text) {
	case "low":
		*l = 1
	case "high":
		*l = 2
	default:
		return fmt.Errorf("no level %q", text)
	}
	return nil
}

func (l level) MarshalText() ([]byte, error) { return []byte([]string{"none", "low", "high"}[l]), nil }

func flags() {
	set := flag.NewFlagSet("prog", flag.ContinueOnError)
	var output bytes.Buffer
	set.SetOutput(&output)
	var l level
	var n big.Int
	set.TextVar(&l, "level", level(1), "how `much`")
	set.TextVar(&n, "n", big.NewInt(7), "a number")
	fmt.Println(l, &n)
	fmt.Println(set.Parse([]string{"-level=high", "-n", "123456789012345678901", "rest"}), l, &n, set.Args())
	fmt.Println(set.Parse([]string{"-level", "odd"}))
	set.PrintDefaults()
	fmt.Print(output.String())
	func() {
		defer func() { fmt.Println(recover()) }()
		set.TextVar(&l, "wrong", big.NewInt(1), "")
	}()
}

type buffer []byte

func (b buffer) WriteAt(p []byte, off int64) (int, error) { return copy(b[off:], p), nil }

func offsets() {
	b := make(buffer, 12)
	for i := range b {
		b[i] = '.'
	}
	w := io.NewOffsetWriter(b, 2)
	fmt.Fprint(w, "ab")
	fmt.Println(w.Seek(4, io.SeekStart))
	fmt.Fprint(w, "cd")
	fmt.Println(w.WriteAt([]byte("!"), 0))
	fmt.Println(w.WriteAt(nil, -1))
	fmt.Println(w.Seek(-100, io.SeekCurrent))
	fmt.Println(w.Seek(0, io.SeekEnd))
	fmt.Println(string(b))
}

func generators() {
	p := randv2.NewPCG(1, 2)
	p.Uint64()
	state, err := p.MarshalBinary()
	var q randv2.PCG
	fmt.Printf("%x %v %v %t\n", state, err, q.UnmarshalBinary(state), p.Uint64() == q.Uint64())
	fmt.Println(q.UnmarshalBinary(state[1:]))
	c := randv2.NewChaCha8([32]byte{1, 2, 3})
	for range 300 {
		c.Uint64()
	}
	c.Read(make([]byte, 3))
	state, err = c.MarshalBinary()
	var d randv2.ChaCha8
	fmt.Printf("%x %v %v\n", state, err, d.UnmarshalBinary(state))
	one, two := make([]byte, 1000), make([]byte, 1000)
	c.Read(one)
	d.Read(two)
	fmt.Println(bytes.Equal(one, two), d.UnmarshalBinary(nil), d.UnmarshalBinary([]byte("readbuf:")))
	r := randv2.New(randv2.NewPCG(3, 4))
	fmt.Println(r.N(10), r.N(int8(5)), r.N(time.Hour), r.N(uint64(1<<40)))
	fmt.Println(r.NormFloat64(), r.ExpFloat64(), randv2.NewZipf(r, 1.5, 2, 100).Uint64())
	old := rand.New(rand.NewSource(5))
	sum := 0.0
	for range 1000 {
		sum += old.NormFloat64() + old.ExpFloat64()
	}
	zipf := rand.NewZipf(old, 1.1, 1, 1000)
	fmt.Println(sum, zipf.Uint64(), zipf.Uint64(), rand.NewZipf(old, 1, 1, 1) == nil)
}

func build() {
	info := &debug.BuildInfo{
		GoVersion: "go1.27", Path: "example.com/cmd", Main: debug.Module{Path: "example.com", Version: "v1.0.0", Sum: "h1:x"},
		Deps:     []*debug.Module{{Path: "dep", Version: "v2", Replace: &debug.Module{Path: "other", Version: "v3", Sum: "h1:y"}}},
		Settings: []debug.BuildSetting{{Key: "-race", Value: "true"}},
	}
	fmt.Print(info)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.EnableGC, len(m.BySize), len(m.PauseNs), m.Alloc > 0)
	runtime.SetBlockProfileRate(1)
	fmt.Println(runtime.SetMutexProfileFraction(5), runtime.SetMutexProfileFraction(-1))
	runtime.SetBlockProfileRate(0)
	var pinner runtime.Pinner
	pinner.Pin(&m)
	pinner.Unpin()
}

func signals() {
	c := make(chan os.Signal, 2)
	signal.Notify(c, os.Interrupt, syscall.SIGUSR1)
	self, err := os.FindProcess(os.Getpid())
	fmt.Println(err, self.Pid == os.Getpid(), self.Signal(os.Interrupt))
	fmt.Println(<-c)
	fmt.Println(syscall.Kill(syscall.Getpid(), syscall.SIGUSR1), <-c)
	fmt.Println(self.Signal(syscall.Signal(0)))
	signal.Ignore(os.Interrupt)
	fmt.Println(self.Signal(os.Interrupt), len(c))
	out := os.NewFile(1, "out")
	fmt.Fprintln(out, strings.ToUpper(out.Name()))
}

func main() {
	flags()
	offsets()
	generators()
	build()
	signals()
}
