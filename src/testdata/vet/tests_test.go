package main

import (
	"fmt"
	"testing"
)

type T struct{}

func (T) M() {}

func Testlower(t *testing.T)      {}
func TestUpper(t *testing.T)      {}
func Test(t *testing.T)           {}
func Test_x(t *testing.T)         {}
func Benchmarkx(b *testing.B)     {}

func ExampleT()         {}
func ExampleT_M()       {}
func ExampleT_N()       {}
func ExampleMissing()   {}
func Example_suffix()   {}
func Example_Suffix()   {}
func ExampleT_M_suffix() {}
func ExampleT_M_Suffix() {}

func Example_output() {
	// Output: x
	fmt.Println("x")
	// not last
}

func Example_outputs() {
	fmt.Println("x")
	// Output: x

	// Output: y
}

func Example_good() {
	fmt.Println("x")
	// Output:
	// x
}

func fail(t *testing.T) { t.Fatal("x") }

func TestGoroutine(t *testing.T) {
	go func() {
		t.Fatal("x")
		t.Error("x")
		t.Fatalf("%d", "x")
	}()
	go fail(t)
	go t.FailNow()
	f := func() { t.Skip() }
	go f()
	t.Run("sub", func(s *testing.T) {
		t.Fatal("outer")
		s.Fatal("inner")
		go s.FailNow()
	})
	for i := range 3 {
		t.Run("sub", func(t *testing.T) {
			t.Parallel()
			t.Log(i, "\n")
			t.Logf("%s", i)
		})
	}
}

func TestOther(t *testing.T) {
	t.Errorf("x %d")
	t.Error("%d", 1)
	helper := func(format string, args ...any) { t.Helper(); t.Errorf(format, args...) }
	helper("%s", 1)
}
