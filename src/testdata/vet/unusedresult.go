package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type s struct{}

func (s) String() string  { return "" }
func (*s) Error() string  { return "" }
func (s) Other() string   { return "" }

type g[T any] struct{}

func (g[T]) String() string { return "" }

func main() {
	fmt.Sprintf("x")
	fmt.Sprint("x")
	fmt.Errorf("x")
	errors.New("x")
	(fmt.Sprintln("x"))
	sort.Reverse(sort.IntSlice{})
	slices.Index([]int{1}, 1)
	slices.Clone([]int{1})
	slices.Sort([]int{1})
	context.WithValue(context.Background(), "k", 1)
	s{}.String()
	(&s{}).Error()
	s{}.Other()
	var e error
	e.Error()
	var b strings.Builder
	b.String()
	g[int]{}.String()
	strings.ToUpper("x")
	go fmt.Sprint()
	f := fmt.Sprint
	f("x")
}
