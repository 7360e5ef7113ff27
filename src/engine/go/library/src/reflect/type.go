// Package reflect: types and values at run time, to look at. Values cannot be set or called.
package reflect

import "strconv"

// A Kind is what a type is made of.
type Kind uint

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

const Ptr = Pointer

var kindNames = []string{"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16",
	"uint32", "uint64", "uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func",
	"interface", "map", "ptr", "slice", "string", "struct", "unsafe.Pointer"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

// kindNamed knows the runtime's words, of which two are not reflect's.
func kindNamed(name string) Kind {
	switch name {
	case "pointer":
		return Pointer
	case "unsafePointer":
		return UnsafePointer
	}
	for i, each := range kindNames {
		if each == name {
			return Kind(i)
		}
	}
	return Invalid
}

// typeID is the number of x's dynamic type, -1 for nil.
func typeID(x any) int

func describe(id int) (kind, text, name, path string, elem, key, length int)
func fieldCount(id int) int
func fieldAt(id, i int) (name, path, tag string, typ int, embedded bool)
func exportedMethods(id int) []string
func isComparable(id int) bool

// Type is a Go type; two are identical if they are equal.
type Type interface {
	Name() string
	PkgPath() string
	String() string
	Kind() Kind
	Elem() Type
	Key() Type
	Len() int
	NumField() int
	Field(i int) StructField
	FieldByName(name string) (StructField, bool)
	NumMethod() int
	Method(i int) Method
	MethodByName(name string) (Method, bool)
	Comparable() bool
	Bits() int
}

// A Method is a method of a type.
type Method struct {
	Name    string
	PkgPath string
	Index   int
}

// A StructField is a field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string
	Type      Type
	Tag       StructTag
	Index     []int
	Anonymous bool
}

func (f StructField) IsExported() bool { return f.PkgPath == "" }

// A StructTag is the text after a field.
type StructTag string

func (tag StructTag) Get(key string) string {
	value, _ := tag.Lookup(key)
	return value
}

// Lookup finds the value of key in the form key:"value" key:"value".
func (tag StructTag) Lookup(key string) (value string, ok bool) {
	for tag != "" {
		i := 0
		for i < len(tag) && tag[i] == ' ' {
			i++
		}
		tag = tag[i:]
		i = 0
		for i < len(tag) && tag[i] > ' ' && tag[i] != ':' && tag[i] != '"' && tag[i] != 0x7f {
			i++
		}
		if i == 0 || i+1 >= len(tag) || tag[i] != ':' || tag[i+1] != '"' {
			break
		}
		name := string(tag[:i])
		tag = tag[i+1:]
		i = 1
		for i < len(tag) && tag[i] != '"' {
			if tag[i] == '\\' {
				i++
			}
			i++
		}
		if i >= len(tag) {
			break
		}
		quoted := string(tag[:i+1])
		tag = tag[i+1:]
		if name == key {
			value, err := strconv.Unquote(quoted)
			return value, err == nil
		}
	}
	return "", false
}

type rtype struct {
	id                int
	kind              Kind
	text, name, path  string
	elem, key, length int
}

var known = map[int]*rtype{}

func typeOf(id int) *rtype {
	t := known[id]
	if t == nil {
		kind, text, name, path, elem, key, length := describe(id)
		t = &rtype{id, kindNamed(kind), text, name, path, elem, key, length}
		known[id] = t
	}
	return t
}

// TypeOf is the dynamic type of i, nil for nil.
func TypeOf(i any) Type {
	id := typeID(i)
	if id < 0 {
		return nil
	}
	return typeOf(id)
}

// TypeFor is the type T.
func TypeFor[T any]() Type {
	var p *T
	return TypeOf(p).Elem()
}

func (t *rtype) Name() string     { return t.name }
func (t *rtype) PkgPath() string  { return t.path }
func (t *rtype) String() string   { return t.text }
func (t *rtype) Kind() Kind       { return t.kind }
func (t *rtype) Comparable() bool { return isComparable(t.id) }

func (t *rtype) Elem() Type {
	if t.elem < 0 {
		panic("reflect: Elem of invalid type " + t.text)
	}
	return typeOf(t.elem)
}

func (t *rtype) Key() Type {
	if t.key < 0 {
		panic("reflect: Key of non-map type " + t.text)
	}
	return typeOf(t.key)
}

func (t *rtype) Len() int {
	if t.kind != Array {
		panic("reflect: Len of non-array type " + t.text)
	}
	return t.length
}

func (t *rtype) Bits() int {
	switch t.kind {
	case Int8, Uint8:
		return 8
	case Int16, Uint16:
		return 16
	case Int32, Uint32, Float32:
		return 32
	case Complex128:
		return 128
	case Int, Int64, Uint, Uint64, Uintptr, Float64, Complex64:
		return 64
	}
	panic("reflect: Bits of non-arithmetic Type " + t.text)
}

func (t *rtype) NumField() int {
	n := fieldCount(t.id)
	if n < 0 {
		panic("reflect: NumField of non-struct type " + t.text)
	}
	return n
}

func (t *rtype) Field(i int) StructField {
	n := fieldCount(t.id)
	if n < 0 {
		panic("reflect: Field of non-struct type " + t.text)
	}
	if i < 0 || i >= n {
		panic("reflect: Field index out of bounds")
	}
	name, path, tag, typ, embedded := fieldAt(t.id, i)
	return StructField{name, path, typeOf(typ), StructTag(tag), []int{i}, embedded}
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	for i := range t.NumField() {
		if f := t.Field(i); f.Name == name {
			return f, true
		}
	}
	return StructField{}, false
}

func (t *rtype) NumMethod() int { return len(exportedMethods(t.id)) }

func (t *rtype) Method(i int) Method {
	names := exportedMethods(t.id)
	if i < 0 || i >= len(names) {
		panic("reflect: Method index out of range")
	}
	return Method{Name: names[i], Index: i}
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	for i, each := range exportedMethods(t.id) {
		if each == name {
			return Method{Name: name, Index: i}, true
		}
	}
	return Method{}, false
}
