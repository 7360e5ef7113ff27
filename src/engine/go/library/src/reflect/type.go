// Package reflect: types and values at run time. Types come from the machine by number; a Value is
// either a content (the value in an interface) or a place (a pointer to where it is).
package reflect

import "iter"

// typeID is the number of x's dynamic type, -1 for nil.
func typeID(x any) int

func describe(id int) (kind, text, name, path string, elem, key, length, direction int)
func signature(id int) (params, results []int, variadic bool)
func methods(id int) (names, paths []string, types []int)
func layout(id int) (size, align int)
func isComparable(id int) bool
func implementsInterface(id, target int) bool
func sameUnderlying(a, b int, tags bool) bool
func methodFunction(typ int, name string, id int) any

// Type is a Go type; two are identical if they are equal.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	Methods() iter.Seq[Method]
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	Fields() iter.Seq[StructField]
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	In(i int) Type
	Ins() iter.Seq[Type]
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	Outs() iter.Seq[Type]
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool
	common() *rtype
}

// ChanDir is a channel type's direction.
type ChanDir int

const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + decimal(int(d))
}

type rtype struct {
	id               int
	kind             Kind
	text, name, path string
	elem, key        int
	length           int
	direction        ChanDir

	hasFields bool
	fields    []StructField

	hasSignature    bool
	params, results []*rtype
	variadic        bool
}

var known = map[int]*rtype{}

func typeOf(id int) *rtype {
	t := known[id]
	if t == nil {
		kind, text, name, path, elem, key, length, direction := describe(id)
		t = &rtype{id: id, kind: kindNamed(kind), text: text, name: name, path: path, elem: elem, key: key,
			length: length, direction: ChanDir(direction)}
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

func (t *rtype) common() *rtype   { return t }
func (t *rtype) Name() string     { return t.name }
func (t *rtype) PkgPath() string  { return t.path }
func (t *rtype) String() string   { return t.text }
func (t *rtype) Kind() Kind       { return t.kind }
func (t *rtype) Comparable() bool { return isComparable(t.id) }

func (t *rtype) Size() uintptr {
	size, _ := layout(t.id)
	return uintptr(size)
}

func (t *rtype) Align() int {
	_, align := layout(t.id)
	return align
}

func (t *rtype) FieldAlign() int { return t.Align() }

func (t *rtype) elemType() *rtype { return typeOf(t.elem) }

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
	t.must(t.kind == Array, "Len of non-array")
	return t.length
}

func (t *rtype) ChanDir() ChanDir {
	t.must(t.kind == Chan, "ChanDir of non-chan")
	return t.direction
}

func (t *rtype) must(ok bool, what string) {
	if !ok {
		panic("reflect: " + what + " type " + t.text)
	}
}

func (t *rtype) Bits() int {
	if t.kind < Int || t.kind > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.text)
	}
	return t.bits()
}

func (t *rtype) bits() int {
	switch t.kind {
	case Int8, Uint8:
		return 8
	case Int16, Uint16:
		return 16
	case Int32, Uint32, Float32:
		return 32
	case Complex128:
		return 128
	}
	return 64
}

// Functions

func (t *rtype) signature() *rtype {
	if !t.hasSignature {
		params, results, variadic := signature(t.id)
		t.params, t.results, t.variadic = typesOf(params), typesOf(results), variadic
		t.hasSignature = true
	}
	return t
}

func typesOf(ids []int) []*rtype {
	types := make([]*rtype, len(ids))
	for i, id := range ids {
		types[i] = typeOf(id)
	}
	return types
}

func (t *rtype) IsVariadic() bool {
	t.must(t.kind == Func, "IsVariadic of non-func")
	return t.signature().variadic
}

func (t *rtype) NumIn() int {
	t.must(t.kind == Func, "NumIn of non-func")
	return len(t.signature().params)
}

func (t *rtype) NumOut() int {
	t.must(t.kind == Func, "NumOut of non-func")
	return len(t.signature().results)
}

func (t *rtype) In(i int) Type {
	t.must(t.kind == Func, "In of non-func")
	return t.signature().params[i]
}

func (t *rtype) Out(i int) Type {
	t.must(t.kind == Func, "Out of non-func")
	return t.signature().results[i]
}

func (t *rtype) Ins() iter.Seq[Type] {
	t.must(t.kind == Func, "Ins of non-func")
	return each(t.signature().params)
}

func (t *rtype) Outs() iter.Seq[Type] {
	t.must(t.kind == Func, "Outs of non-func")
	return each(t.signature().results)
}

func each(types []*rtype) iter.Seq[Type] {
	return func(yield func(Type) bool) {
		for _, t := range types {
			if !yield(t) {
				return
			}
		}
	}
}

// Methods

// A Method is a method of a type.
type Method struct {
	Name    string
	PkgPath string
	Type    Type
	Func    Value
	Index   int
}

func (m Method) IsExported() bool { return m.PkgPath == "" }

func (t *rtype) NumMethod() int {
	names, _, _ := methods(t.id)
	return len(names)
}

func (t *rtype) Method(i int) Method {
	names, paths, types := methods(t.id)
	if i < 0 || i >= len(names) {
		panic("reflect: Method index out of range")
	}
	m := Method{Name: names[i], PkgPath: paths[i], Index: i}
	without := typeOf(types[i]).signature()
	if t.kind == Interface {
		m.Type = without
		return m
	}
	params := append([]*rtype{t}, without.params...)
	typ := typeOf(funcOf(idsOf(params), idsOf(without.results), without.variadic))
	m.Type = typ
	m.Func = Value{typ, methodFunction(t.id, m.Name, typ.id), 0}
	return m
}

func (t *rtype) Methods() iter.Seq[Method] {
	return func(yield func(Method) bool) {
		for i := range t.NumMethod() {
			if !yield(t.Method(i)) {
				return
			}
		}
	}
}

func (t *rtype) MethodByName(name string) (Method, bool) {
	names, _, _ := methods(t.id)
	for i, each := range names {
		if each == name {
			return t.Method(i), true
		}
	}
	return Method{}, false
}

// Relations

func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return implementsInterface(t.id, u.common().id)
}

func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	to := u.common()
	return assignable(t, to) || to.kind == Interface && implementsInterface(t.id, to.id)
}

// assignable says whether a value of type from is one of type to as it is.
func assignable(from, to *rtype) bool {
	if from == to {
		return true
	}
	if from.name != "" && to.name != "" || from.kind != to.kind {
		return false
	}
	if from.kind == Chan && from.direction == BothDir && from.elem == to.elem {
		return true
	}
	return sameUnderlying(from.id, to.id, true)
}

// Overflow

func (t *rtype) OverflowInt(x int64) bool {
	t.must(Int <= t.kind && t.kind <= Int64, "OverflowInt of non-int")
	shift := 64 - t.bits()
	return x<<shift>>shift != x
}

func (t *rtype) OverflowUint(x uint64) bool {
	t.must(Uint <= t.kind && t.kind <= Uintptr, "OverflowUint of non-uint")
	shift := 64 - t.bits()
	return x<<shift>>shift != x
}

func (t *rtype) OverflowFloat(x float64) bool {
	t.must(t.kind == Float32 || t.kind == Float64, "OverflowFloat of non-float")
	return t.kind == Float32 && overflowsFloat32(x)
}

func (t *rtype) OverflowComplex(x complex128) bool {
	t.must(t.kind == Complex64 || t.kind == Complex128, "OverflowComplex of non-complex")
	return t.kind == Complex64 && (overflowsFloat32(real(x)) || overflowsFloat32(imag(x)))
}

func overflowsFloat32(x float64) bool {
	if x < 0 {
		x = -x
	}
	const largest = 0x1p127 * (1 + (1 - 0x1p-23))
	const infinity = 1.79769313486231570814527423731704356798070e+308
	return largest < x && x <= infinity
}
