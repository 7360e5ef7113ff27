package reflect

// A Value is a Go value of any type. The zero Value is that of nothing.
type Value struct {
	typ *rtype
	// content is the value itself; for one of interface type what the interface holds. If the flag
	// addressable is set it is a pointer to where the value is.
	content any
	flag
}

type flag uint

const (
	addressable flag = 1 << iota
	// hidden: obtained by way of an unexported field.
	hidden
	// hiddenEmbedded: of an unexported embedded field, whose exported fields are not hidden.
	hiddenEmbedded
	// bound: a method of the value; its index is above methodShift.
	bound

	readOnly    = hidden | hiddenEmbedded
	methodShift = 8
)

// inherited is what parts of a value have of its flags.
func (f flag) inherited() flag {
	if f&readOnly != 0 {
		return hidden
	}
	return 0
}

// A ValueError is the panic of a method on a value of the wrong kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

func field(x any, i int) any
func fieldPlace(typ int, place any, i int) any
func index(x any, i int) any
func elementPlace(elem int, x any, i int) any
func load(typ int, place any) any
func store(typ int, place, content any)
func retype(typ int, content any) any
func length(x any) int
func capacity(x any) int
func isNil(x any) bool
func address(x any) int
func toBool(x any) bool
func toInt(x any) int64
func toUint(x any) uint64
func toFloat(x any) float64
func toComplex(x any) complex128
func toString(x any) string
func toBytes(x any) []byte
func toRunes(x any) []rune

// DeepEqual compares values of the same type with all that they contain or point to.
func DeepEqual(x, y any) bool

// ValueOf is the value that i holds.
func ValueOf(i any) Value {
	id := typeID(i)
	if id < 0 {
		return Value{}
	}
	return Value{typeOf(id), i, 0}
}

// Indirect is what v points to, or v.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// load is the content of v, wherever it is.
func (v Value) load() any {
	if v.flag&addressable != 0 {
		return load(v.typ.id, v.content)
	}
	return v.content
}

func (v Value) IsValid() bool { return v.typ != nil }

func (v Value) Kind() Kind {
	if v.typ == nil {
		return Invalid
	}
	if v.flag&bound != 0 {
		return Func
	}
	return v.typ.kind
}

func (v Value) Type() Type {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	return v.valueType()
}

func (v Value) valueType() *rtype {
	if v.flag&bound != 0 {
		_, typ := v.boundMethod()
		return typ
	}
	return v.typ
}

func (v Value) must(method string, ok bool) {
	if !ok {
		panic(&ValueError{"reflect.Value." + method, v.Kind()})
	}
}

func (v Value) mustBeExported(method string) {
	if v.typ == nil {
		panic(&ValueError{method, Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect: " + method + " using value obtained using unexported field")
	}
}

func (v Value) mustBeAssignable(method string) {
	v.mustBeExported("reflect.Value." + method)
	if v.flag&addressable == 0 {
		panic("reflect: reflect.Value." + method + " using unaddressable value")
	}
}

func (v Value) Interface() any {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.unbound("Interface").load()
}

// TypeAssert is v.Interface().(T).
func TypeAssert[T any](v Value) (T, bool) {
	if v.typ == nil {
		panic(&ValueError{"reflect.TypeAssert", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.TypeAssert: cannot return value obtained from unexported field or method")
	}
	x, ok := v.Interface().(T)
	return x, ok
}

func (v Value) CanInterface() bool {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&readOnly == 0
}

func (v Value) CanSet() bool     { return v.flag&(addressable|readOnly) == addressable }
func (v Value) CanAddr() bool    { return v.flag&addressable != 0 }
func (v Value) CanInt() bool     { return Int <= v.Kind() && v.Kind() <= Int64 }
func (v Value) CanUint() bool    { return Uint <= v.Kind() && v.Kind() <= Uintptr }
func (v Value) CanFloat() bool   { return v.Kind() == Float32 || v.Kind() == Float64 }
func (v Value) CanComplex() bool { return v.Kind() == Complex64 || v.Kind() == Complex128 }

// Addr is a pointer to v.
func (v Value) Addr() Value {
	if v.flag&addressable == 0 {
		panic("reflect.Value.Addr of unaddressable value")
	}
	return Value{typeOf(pointerTo(v.typ.id)), v.content, v.flag & readOnly}
}

func (v Value) Bool() bool {
	v.must("Bool", v.Kind() == Bool)
	return toBool(v.load())
}

func (v Value) Int() int64 {
	v.must("Int", v.CanInt())
	return toInt(v.load())
}

func (v Value) Uint() uint64 {
	v.must("Uint", v.CanUint())
	return toUint(v.load())
}

func (v Value) Float() float64 {
	v.must("Float", v.CanFloat())
	return toFloat(v.load())
}

func (v Value) Complex() complex128 {
	v.must("Complex", v.CanComplex())
	return toComplex(v.load())
}

func (v Value) Bytes() []byte {
	switch v.Kind() {
	case Slice:
		if v.typ.elemType().kind != Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return toBytes(v.load())
	case Array:
		if v.typ.elemType().kind != Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return toBytes(sliceOfPlace(sliceOf(v.typ.elem), v.content))
	}
	panic(&ValueError{"reflect.Value.Bytes", v.Kind()})
}

// String is the text of a string; for all else <T Value>.
func (v Value) String() string {
	switch v.Kind() {
	case Invalid:
		return "<invalid Value>"
	case String:
		return toString(v.load())
	}
	return "<" + v.valueType().text + " Value>"
}

func (v Value) IsNil() bool {
	switch v.Kind() {
	case Func:
		return v.flag&bound == 0 && isNil(v.load())
	case Chan, Map, Pointer, UnsafePointer, Slice:
		return isNil(v.load())
	case Interface:
		return v.load() == nil
	}
	panic(&ValueError{"reflect.Value.IsNil", v.Kind()})
}

func (v Value) Len() int {
	switch v.Kind() {
	case Array:
		return v.typ.length
	case Map, Slice:
		return length(v.load())
	case String:
		return len(toString(v.load()))
	case Chan:
		return channelLength(v.load())
	case Pointer:
		if v.typ.elemType().kind == Array {
			return v.typ.elemType().length
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.Kind()})
}

func (v Value) Cap() int {
	switch v.Kind() {
	case Array:
		return v.typ.length
	case Slice:
		return capacity(v.load())
	case Chan:
		return channelCapacity(v.load())
	case Pointer:
		if v.typ.elemType().kind == Array {
			return v.typ.elemType().length
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.Kind()})
}

// Elem is what an interface holds or a pointer points to.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		x := ValueOf(v.load())
		if x.typ != nil {
			x.flag |= v.flag.inherited()
		}
		return x
	case Pointer:
		pointer := v.load()
		if isNil(pointer) {
			return Value{}
		}
		return Value{v.typ.elemType(), pointer, v.flag&readOnly | addressable}
	}
	panic(&ValueError{"reflect.Value.Elem", v.Kind()})
}

func (v Value) Index(i int) Value {
	switch v.Kind() {
	case String:
		text := toString(v.load())
		if uint(i) >= uint(len(text)) {
			panic("reflect: string index out of range")
		}
		return Value{typeOf(typeID(text[i])), text[i], v.flag.inherited()}
	case Array:
		if uint(i) >= uint(v.typ.length) {
			panic("reflect: array index out of range")
		}
		elem := v.typ.elemType()
		if v.flag&addressable != 0 {
			return Value{elem, elementPlace(elem.id, v.content, i), addressable | v.flag.inherited()}
		}
		return Value{elem, index(v.content, i), v.flag.inherited()}
	case Slice:
		slice := v.load()
		if uint(i) >= uint(length(slice)) {
			panic("reflect: slice index out of range")
		}
		elem := v.typ.elemType()
		return Value{elem, elementPlace(elem.id, slice, i), addressable | v.flag.inherited()}
	}
	panic(&ValueError{"reflect.Value.Index", v.Kind()})
}

func (v Value) NumField() int {
	v.must("NumField", v.Kind() == Struct)
	return v.typ.NumField()
}

func (v Value) Field(i int) Value {
	v.must("Field", v.Kind() == Struct)
	fields := v.typ.structFields()
	if uint(i) >= uint(len(fields)) {
		panic("reflect: Field index out of range")
	}
	f := &fields[i]
	inner := v.flag & (hidden | addressable)
	if f.PkgPath != "" {
		if f.Anonymous {
			inner |= hiddenEmbedded
		} else {
			inner |= hidden
		}
	}
	typ := f.Type.common()
	if v.flag&addressable != 0 {
		return Value{typ, fieldPlace(v.typ.id, v.content, i), inner}
	}
	return Value{typ, field(v.content, i), inner}
}

func (v Value) FieldByIndex(index []int) Value {
	if len(index) == 1 {
		return v.Field(index[0])
	}
	v.must("FieldByIndex", v.Kind() == Struct)
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elemType().kind == Struct {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v
}

type nilEmbedded string

func (e nilEmbedded) Error() string { return string(e) }

// FieldByIndexErr is FieldByIndex with an error for a nil pointer on the way.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	if len(index) == 1 {
		return v.Field(index[0]), nil
	}
	v.must("FieldByIndexErr", v.Kind() == Struct)
	for i, x := range index {
		if i > 0 && v.Kind() == Pointer && v.typ.elemType().kind == Struct {
			if v.IsNil() {
				return Value{}, nilEmbedded("reflect: indirection through nil pointer to embedded struct field " + v.typ.elemType().name)
			}
			v = v.Elem()
		}
		v = v.Field(x)
	}
	return v, nil
}

func (v Value) FieldByName(name string) Value {
	v.must("FieldByName", v.Kind() == Struct)
	if f, ok := v.typ.FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

func (v Value) FieldByNameFunc(match func(string) bool) Value {
	v.must("FieldByNameFunc", v.Kind() == Struct)
	if f, ok := v.typ.FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// Pointer is the address of what v refers to, as %p prints it; it is the same for all bound methods.
func (v Value) Pointer() uintptr {
	if v.flag&bound != 0 {
		return uintptr(address(Value.boundMethod))
	}
	switch v.Kind() {
	case Pointer, Chan, Map, UnsafePointer, Func, Slice, String:
		return uintptr(address(v.load()))
	}
	panic(&ValueError{"reflect.Value.Pointer", v.Kind()})
}

func (v Value) UnsafeAddr() uintptr {
	if v.typ == nil {
		panic(&ValueError{"reflect.Value.UnsafeAddr", Invalid})
	}
	if v.flag&addressable == 0 {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(address(v.content))
}

func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return false
	case Interface:
		return v.IsNil() || v.Elem().Comparable()
	case Array:
		switch v.typ.elemType().kind {
		case Interface, Array, Struct:
		default:
			return v.typ.Comparable()
		}
		for i := range v.Len() {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return v.Kind() != Func && v.Kind() != Map && v.Kind() != Slice
}

// Equal is v == u for comparable values of one type.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.Kind() != u.Kind() || v.Type() != u.Type() {
		return false
	}
	switch v.Kind() {
	case Func, Map, Slice:
		panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
	case Array:
		if v.Len() == 0 && !v.typ.elemType().Comparable() {
			panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
		}
		for i := range v.Len() {
			if !v.Index(i).Equal(u.Index(i)) {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).Equal(u.Field(i)) {
				return false
			}
		}
		return true
	}
	return v.load() == u.load()
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Bool:
		return !v.Bool()
	case String:
		return v.Len() == 0
	case Float32, Float64:
		return v.Float() == 0
	case Complex64, Complex128:
		return v.Complex() == 0
	case Array:
		for i := range v.Len() {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := range v.NumField() {
			if !v.Field(i).IsZero() && v.typ.structFields()[i].Name != "_" {
				return false
			}
		}
		return true
	}
	switch {
	case v.CanInt():
		return v.Int() == 0
	case v.CanUint():
		return v.Uint() == 0
	}
	return v.IsNil()
}

func (v Value) OverflowInt(x int64) bool {
	v.must("OverflowInt", v.CanInt())
	return v.typ.OverflowInt(x)
}

func (v Value) OverflowUint(x uint64) bool {
	v.must("OverflowUint", v.CanUint())
	return v.typ.OverflowUint(x)
}

func (v Value) OverflowFloat(x float64) bool {
	v.must("OverflowFloat", v.CanFloat())
	return v.typ.OverflowFloat(x)
}

func (v Value) OverflowComplex(x complex128) bool {
	v.must("OverflowComplex", v.CanComplex())
	return v.typ.OverflowComplex(x)
}
