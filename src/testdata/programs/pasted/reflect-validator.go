// Struct tags read by reflection, functions made and called.
package main

import (
	"errors"
	"fmt"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

type Address struct {
	City string `validate:"required" db:"city"`
	Zip  string `validate:"len=5"`
}

type User struct {
	Name    string   `validate:"required,min=2"`
	Age     int      `validate:"min=18,max=99"`
	Email   string   `validate:"contains=@"`
	Tags    []string `validate:"min=1"`
	Addr    *Address `validate:"required"`
	Attrs   map[string]int
	secret  string
	Handler func(int) string
	Any     any
	Address
}

type ValidationError struct {
	Field, Rule string
	Value       any
}

func (v ValidationError) Error() string {
	return fmt.Sprintf("%s: %s (got %v)", v.Field, v.Rule, v.Value)
}

func validate(v any) (errs []error) {
	rv := reflect.ValueOf(v)
	for rv.Kind() == reflect.Pointer {
		if rv.IsNil() {
			return []error{errors.New("nil pointer")}
		}
		rv = rv.Elem()
	}
	rt := rv.Type()
	for i := 0; i < rt.NumField(); i++ {
		f, fv := rt.Field(i), rv.Field(i)
		if f.Anonymous {
			for _, e := range validate(fv.Interface()) {
				errs = append(errs, fmt.Errorf("%s.%w", f.Name, e))
			}
			continue
		}
		tag, ok := f.Tag.Lookup("validate")
		if !ok {
			continue
		}
		for _, rule := range strings.Split(tag, ",") {
			name, arg, _ := strings.Cut(rule, "=")
			n, _ := strconv.Atoi(arg)
			bad := false
			switch name {
			case "required":
				bad = fv.IsZero()
			case "min", "max":
				var x int
				switch fv.Kind() {
				case reflect.Int:
					x = int(fv.Int())
				case reflect.String, reflect.Slice:
					x = fv.Len()
				}
				bad = name == "min" && x < n || name == "max" && x > n
			case "len":
				bad = fv.Len() != n
			case "contains":
				bad = !strings.Contains(fv.String(), arg)
			}
			if bad {
				errs = append(errs, ValidationError{f.Name, rule, fv.Interface()})
			}
		}
	}
	return
}

type Stringish interface{ ~string }
type ID string

func (i ID) Upper() ID           { return ID(strings.ToUpper(string(i))) }
func (i *ID) Set(s string) error { *i = ID(s); return nil }

func main() {
	for _, e := range validate(&User{Name: "A", Age: 7, Email: "x", Address: Address{Zip: "12"}}) {
		var ve ValidationError
		fmt.Println(e, errors.As(e, &ve), ve.Rule)
	}
	t := reflect.TypeOf(User{})
	fmt.Println(t, t.Name(), t.Kind(), t.NumField(), t.NumMethod())
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Type.Kind(), f.IsExported(), f.Index, f.Tag.Get("validate"))
	}
	id := ID("abc")
	pt := reflect.TypeOf(&id)
	for i := range pt.NumMethod() {
		m := pt.Method(i)
		fmt.Println(m.Name, m.Type)
	}
	out := reflect.ValueOf(id).MethodByName("Upper").Call(nil)
	fmt.Println(out[0], out[0].Type())
	reflect.ValueOf(&id).Elem().SetString("zzz")
	fn := reflect.ValueOf(strings.Repeat)
	fmt.Println(id, fn.Call([]reflect.Value{reflect.ValueOf("ab"), reflect.ValueOf(3)})[0], fn.Type())
	m := reflect.ValueOf(map[string]int{"b": 2, "a": 1})
	keys := m.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	for _, k := range keys {
		fmt.Print(k, "=", m.MapIndex(k), " ")
	}
	s := reflect.MakeSlice(reflect.TypeOf([]int(nil)), 0, 2)
	s = reflect.Append(s, reflect.ValueOf(5))
	mk := reflect.MakeMap(reflect.TypeOf(map[string]bool{}))
	mk.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf(true))
	fmt.Println(s, mk, reflect.DeepEqual([]int{5}, s.Interface()), reflect.DeepEqual(map[string][]int{"a": nil}, map[string][]int{"a": {}}))
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var intSwap func(int, string) (string, int)
	reflect.ValueOf(&intSwap).Elem().Set(reflect.MakeFunc(reflect.TypeOf(intSwap), swap))
	fmt.Println(intSwap(1, "x"))
	c := reflect.ValueOf(make(chan int, 1))
	c.Send(reflect.ValueOf(9))
	x, ok := c.Recv()
	fmt.Println(x, ok, reflect.Zero(t).Field(0).CanSet(), reflect.New(t).Elem().Field(0).CanSet())
	defer func() {
		fmt.Println(recover())
		var e reflect.Value
		fmt.Println(e.IsValid(), e.Kind(), e)
		reflect.ValueOf(id).SetString("no")
	}()
	reflect.ValueOf(User{}).FieldByName("secret").SetString("x")
}
