// Panics of every kind recovered, and one in another in a third.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type MyErr struct{ Code int }

func (e *MyErr) Error() string { return fmt.Sprintf("my error %d", e.Code) }

type Temp float64

func (t Temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

func level3(kind string) {
	defer fmt.Println("level3 deferred", kind)
	switch kind {
	case "index":
		s := strings.Split("a,b", ",")
		fmt.Println(s[len(os.Args)+4])
	case "nil":
		var e *MyErr
		fmt.Println(e.Code)
	case "div":
		z := len(os.Args) - len(os.Args)
		fmt.Println(1 / z)
	case "conv":
		var a any = Temp(36.6)
		fmt.Println(a.(error))
	case "conv2":
		var a any
		fmt.Println(a.(int))
	case "slice":
		b := make([]int, 3)
		n := len(os.Args) + 3
		_ = b[2 : n : 1+n]
	case "array":
		b := make([]int, 2)
		_ = [4]int(b)
	case "close":
		var c chan int
		close(c)
	case "neg":
		n := -len(os.Args)
		_ = make([]int, n)
	case "custom":
		panic(&MyErr{7})
	case "stringer":
		panic(Temp(3))
	case "wrapped":
		panic(fmt.Errorf("outer: %w", errors.New("inner")))
	case "key":
		m := map[any]int{}
		m[[]int{1}] = 2
	case "cmp":
		var x, y any = []int{1}, []int{1}
		fmt.Println(x == y)
	case "func":
		var f func()
		f()
	case "shift":
		n := -len(os.Args)
		fmt.Println(1 << n)
	case "repeat":
		strings.Repeat("x", -1)
	}
}

func level2(kind string) (res string) {
	defer func() {
		r := recover()
		res = fmt.Sprintf("%T: %v", r, r)
		if e, ok := r.(error); ok {
			var me *MyErr
			res += fmt.Sprint(" | ", errors.As(e, &me), errors.Unwrap(e))
		}
	}()
	level3(kind)
	return "fine"
}

func main() {
	for _, k := range strings.Fields("index nil div conv conv2 slice array close neg custom stringer wrapped key cmp func shift repeat none") {
		fmt.Println(level2(k))
	}
	func() {
		defer func() { fmt.Println("outer", recover()) }()
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			panic("second")
		}()
		panic("first")
	}()
	defer fmt.Println("main deferred")
	defer func() {
		defer func() {
			panic(Temp(40))
		}()
		panic(&MyErr{1})
	}()
	panic(errors.New("boom"))
}
