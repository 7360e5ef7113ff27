package main

import (
	"encoding/json"
	"fmt"
	"reflect"
)

type Inner struct{ A, B int }

type key struct {
	Name string `json:"name"`
	Age  int    `json:"age,omitempty"`
}

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	t := reflect.StructOf([]reflect.StructField{
		{Name: "Name", Type: reflect.TypeFor[string](), Tag: `json:"name"`},
		{Name: "Ages", Type: reflect.TypeFor[[]int](), Tag: `json:"ages,omitempty"`},
		{Name: "Inner", Type: reflect.TypeFor[Inner](), Anonymous: true},
		{Name: "Next", Type: reflect.TypeFor[*Inner]()},
		{Name: "flag", PkgPath: "main", Type: reflect.TypeFor[bool]()},
	})
	fmt.Println(t, t.Size(), t.NumField(), t.Comparable(), t.Kind(), t.Name() == "", t.PkgPath() == "")
	p := reflect.New(t)
	v := p.Elem()
	v.Field(0).SetString("Gopher")
	v.FieldByName("Ages").Set(reflect.ValueOf([]int{1, 2}))
	v.FieldByName("B").SetInt(7)
	fmt.Printf("%v %+v\n", v, v.Interface())
	text, err := json.Marshal(p.Interface())
	fmt.Println(string(text), err)
	q := reflect.New(t)
	fmt.Println(json.Unmarshal([]byte(`{"name":"x","ages":[3],"A":5,"Next":{"A":1,"B":2}}`), q.Interface()))
	fmt.Printf("%+v %v\n", q.Elem().Field(2), q.Elem().FieldByName("Next").Elem())
	fmt.Println(v.CanSet(), v.Field(4).CanSet(), v.Field(4).CanInterface())

	same := reflect.StructOf([]reflect.StructField{
		{Name: "Name", Type: reflect.TypeFor[string](), Tag: `json:"name"`},
		{Name: "Age", Type: reflect.TypeFor[int](), Tag: `json:"age,omitempty"`},
	})
	literal := reflect.TypeFor[struct {
		Name string `json:"name"`
		Age  int    `json:"age,omitempty"`
	}]()
	fmt.Println(same == literal, same.ConvertibleTo(reflect.TypeFor[key]()), same)
	k := reflect.New(same).Elem()
	k.Field(1).SetInt(3)
	fmt.Printf("%+v\n", k.Convert(reflect.TypeFor[key]()).Interface().(key))
	m := reflect.MakeMap(reflect.MapOf(same, reflect.TypeFor[int]()))
	m.SetMapIndex(k, reflect.ValueOf(1))
	m.SetMapIndex(k, reflect.ValueOf(2))
	fmt.Println(m, m.Len(), m.Type())
	fmt.Println(reflect.StructOf(nil), reflect.New(reflect.StructOf(nil)).Elem())
	s := reflect.MakeSlice(reflect.SliceOf(same), 2, 2)
	s.Index(1).Set(k)
	fmt.Printf("%+v %T\n", s, s.Interface())
	fmt.Println(reflect.DeepEqual(s.Index(1).Interface(), k.Interface()), s.Index(0).Interface() == k.Interface())

	i := reflect.TypeFor[int]()
	try(func() { reflect.StructOf([]reflect.StructField{{Type: i}}) })
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "a b", Type: i}}) })
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "A"}}) })
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "a", Type: i}}) })
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "A", Type: i}, {Name: "A", Type: i}}) })
	try(func() {
		reflect.StructOf([]reflect.StructField{{Name: "a", PkgPath: "p", Type: i}, {Name: "b", PkgPath: "q", Type: i}})
	})
	try(func() {
		reflect.StructOf([]reflect.StructField{{Name: "T", Anonymous: true, Type: reflect.TypeFor[**int]()}})
	})
}
