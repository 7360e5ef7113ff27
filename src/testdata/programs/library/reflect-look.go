package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
	"sort"
)

type point struct {
	X int `json:"x,omitempty" note:"a \"b\""`
	y float64
}

func (p point) Show() string   { return fmt.Sprint(p.X) }
func (p *point) Move(dx int)   { p.X += dx }
func (p point) hidden() string { return "" }

type shape interface{ Show() string }
type named []string
type node struct {
	value int
	next  *node
}
type outer struct {
	point
	Name string
	Any  any
	M    map[string]int
	F    func()
}

func main() {
	values := []any{1, int8(2), uint16(3), 1.5, float32(2.5), "text", true, 'x', []int{1, 2}, [2]bool{true, false}, map[string]int{"a": 1},
		point{1, 2}, &point{3, 4}, named{"n"}, errors.New("e"), func(int) string { return "" }, make(chan int), struct{}{}, complex(1, 2), (*int)(nil)}
	for _, v := range values {
		t := reflect.TypeOf(v)
		fmt.Printf("%v|%s|%q|%v|%v|%d\n", t, t.Kind(), t.Name(), t.PkgPath(), t.Comparable(), t.NumMethod())
	}
	fmt.Println(reflect.TypeOf(nil), reflect.TypeOf(1) == reflect.TypeOf(2), reflect.TypeFor[shape]().Kind(), reflect.TypeFor[error]())
	t := reflect.TypeOf(point{})
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag.Get("json"), f.Tag.Get("note"), f.Tag.Get("none"), f.PkgPath, f.IsExported(), f.Index, f.Anonymous)
	}
	fmt.Println(t.Method(0).Name, reflect.TypeOf(&point{}).NumMethod(), reflect.TypeOf(map[string][]int{}).Elem(), reflect.TypeOf(map[string]int{}).Key(), reflect.TypeOf([3]int{}).Len())

	v := reflect.ValueOf(outer{point{7, 8.5}, "n", []int{5}, map[string]int{"k": 9, "l": 10}, nil})
	for i := range v.NumField() {
		f := v.Field(i)
		fmt.Print(v.Type().Field(i).Name, " ", f.Kind(), " ", f.Type(), "; ")
	}
	fmt.Println(v.Field(0).Field(0).Int(), v.Field(0).Field(1).Float(), v.FieldByName("Name").String(), v.Field(2).Elem().Index(0).Int(), v.Field(4).IsNil())
	keys := v.Field(3).MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	for _, k := range keys {
		fmt.Print(k, "=", v.Field(3).MapIndex(k).Int(), " ")
	}
	fmt.Println(v.FieldByName("None").IsValid(), v.String(), reflect.ValueOf(nil).Kind(), reflect.Indirect(reflect.ValueOf(&point{1, 2})).Field(0).Int())
	fmt.Println(reflect.ValueOf(outer{}).IsZero(), reflect.ValueOf(0).IsZero(), reflect.ValueOf("x").IsZero(), reflect.ValueOf([]int{1, 2, 3}).Len())
	fmt.Println(reflect.ValueOf(uint8(9)).Uint(), reflect.ValueOf("abc").Index(1).Uint(), reflect.ValueOf([]any{nil, 1}).Index(0).IsNil(), reflect.ValueOf(3).Interface().(int))
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf("s").Int()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		reflect.ValueOf([]int{1}).Index(5)
	}()

	a, b := &node{1, nil}, &node{1, nil}
	a.next, b.next = a, b
	nan := math.NaN()
	f := func() {}
	pairs := [][2]any{
		{1, 1}, {1, int64(1)}, {[]int{1, 2}, []int{1, 2}}, {[]int{1, 2}, []int{1, 3}}, {[]int(nil), []int{}}, {map[string][]int{"a": {1}}, map[string][]int{"a": {1}}},
		{map[string]int{"a": 1}, map[string]int{"b": 1}}, {map[point]int{{1, 2}: 3}, map[point]int{{1, 2}: 3}}, {point{1, 2}, point{1, 2}}, {&point{1, 2}, &point{1, 2}},
		{a, b}, {nan, nan}, {[]float64{nan}, []float64{nan}}, {f, f}, {nil, nil}, {nil, 1}, {errors.New("x"), errors.New("x")}, {[]any{1, "a", nil}, []any{1, "a", nil}},
		{[2]bool{true, false}, [2]bool{true, false}}, {complex(1, 2), complex(1, 2)}, {map[string]int(nil), map[string]int{}}, {(func())(nil), (func())(nil)},
	}
	for _, p := range pairs {
		fmt.Print(reflect.DeepEqual(p[0], p[1]), " ")
	}
	fmt.Println()
}
