// Constraints: unions, underlying types, methods and comparable.
package main

import (
	"fmt"
	"strconv"
)

type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64
}

type Number interface {
	Integer | ~float32 | ~float64
}

type Celsius float32
type ID int8

func Sum[T Number](list ...T) (total T) {
	for _, v := range list {
		total += v
	}
	return total
}

func Abs[T Number](v T) T {
	if v < 0 {
		return -v
	}
	return v
}

func Mean[T Number](list ...T) float64 { return float64(Sum(list...)) / float64(len(list)) }

type Labelled interface {
	~string
	Label() string
}

type Tag string

func (t Tag) Label() string { return "<" + string(t) + ">" }

func Join[L Labelled](list ...L) (out string) {
	for _, l := range list {
		out += l.Label() + strconv.Itoa(len(l))
	}
	return
}

func IndexOf[T comparable](list []T, want T) int {
	for i, v := range list {
		if v == want {
			return i
		}
	}
	return -1
}

func Length[T ~string | ~[]byte](v T) int { return len(v) }

func Convert[To, From Number](v From) To { return To(v) }

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum(Celsius(20.5), 1), Sum[ID](100, 100))
	fmt.Println(Abs(-5), Abs(ID(-128)), Abs(-2.5), Mean(1, 2), Mean[Celsius]())
	fmt.Println(Join(Tag("a"), "bcd"))
	fmt.Println(IndexOf([]string{"x", "y"}, "y"), IndexOf([]any{1, "a", 2.5}, any(2.5)), IndexOf([][2]int{{1, 2}}, [2]int{1, 2}))
	fmt.Println(Length("héy"), Length([]byte{1, 2}), Convert[int8](300), Convert[float64](ID(7)), Convert[int](3.99))
	fmt.Printf("%T %T\n", Sum(Celsius(1)), Convert[ID](1))
}
