package reflect

func pointerTo(elem int) int
func sliceOf(elem int) int
func arrayOf(length, elem int) int
func mapOf(key, elem int) int
func chanOf(direction, elem int) int
func funcOf(params, results []int, variadic bool) int

func newPlace(typ int) any
func zero(typ int) any
func makeSlice(typ, length, capacity int) any
func makeMap(typ int) any
func makeChan(typ, capacity int) any
func appendContents(typ int, slice any, contents []any) any
func copyInto(typ int, to, from any) int
func slice(typ int, slice any, low, high, max int) any
func sliceOfPlace(typ int, place any) any

func idsOf(types []*rtype) []int {
	ids := make([]int, len(types))
	for i, t := range types {
		ids[i] = t.id
	}
	return ids
}

// PointerTo is *t.
func PointerTo(t Type) Type { return typeOf(pointerTo(t.common().id)) }

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

// SliceOf is []t.
func SliceOf(t Type) Type { return typeOf(sliceOf(t.common().id)) }

// maxSize is the most bytes that a value may have: what amd64 can address.
const maxSize = 1 << 48

// ArrayOf is [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	if size := elem.common().Size(); size > 0 && uintptr(length) > maxSize/size {
		panic("reflect.ArrayOf: array size would exceed virtual address space")
	}
	return typeOf(arrayOf(length, elem.common().id))
}

// MapOf is map[key]elem.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return typeOf(mapOf(key.common().id, elem.common().id))
}

// ChanOf is a channel type.
func ChanOf(dir ChanDir, t Type) Type {
	if dir < RecvDir || dir > BothDir {
		panic("reflect.ChanOf: invalid dir")
	}
	return typeOf(chanOf(int(dir), t.common().id))
}

// FuncOf is a func type.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	return typeOf(funcOf(commonIDs(in), commonIDs(out), variadic))
}

func commonIDs(types []Type) []int {
	ids := make([]int, len(types))
	for i, t := range types {
		ids[i] = t.common().id
	}
	return ids
}

// New is a pointer to a new zero value of type typ.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	t := typ.common()
	return Value{typeOf(pointerTo(t.id)), newPlace(t.id), 0}
}

// Zero is the zero value of type typ; it cannot be set.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	t := typ.common()
	return Value{t, zero(t.id), 0}
}

func MakeSlice(typ Type, len, cap int) Value {
	if typ.common().kind != Slice {
		panic("reflect.MakeSlice of non-slice type")
	}
	if len < 0 {
		panic("reflect.MakeSlice: negative len")
	}
	if cap < 0 {
		panic("reflect.MakeSlice: negative cap")
	}
	if len > cap {
		panic("reflect.MakeSlice: len > cap")
	}
	t := typ.common()
	return Value{t, makeSlice(t.id, len, cap), 0}
}

func MakeChan(typ Type, buffer int) Value {
	if typ.common().kind != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.common().direction != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	t := typ.common()
	return Value{t, makeChan(t.id, buffer), 0}
}

func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

func MakeMapWithSize(typ Type, n int) Value {
	if typ.common().kind != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	t := typ.common()
	return Value{t, makeMap(t.id), 0}
}

// Append appends the values to the slice s.
func Append(s Value, x ...Value) Value {
	s.mustBe("unknown method", Slice)
	s.mustBeExported("unknown method")
	contents := make([]any, len(x))
	elem := s.typ.elemType()
	for i, each := range x {
		each.mustBeExported("reflect.Value.Set")
		contents[i] = each.assignTo("reflect.Set", elem).content
	}
	return Value{s.typ, appendContents(s.typ.id, s.load(), contents), s.flag.inherited()}
}

// AppendSlice appends the slice t to the slice s.
func AppendSlice(s, t Value) Value {
	s.mustBe("unknown method", Slice)
	t.mustBe("unknown method", Slice)
	s.mustBeExported("unknown method")
	t.mustBeExported("unknown method")
	if s.typ.elem != t.typ.elem {
		panic("reflect.AppendSlice: " + s.typ.text + " != " + t.typ.text)
	}
	contents := make([]any, t.Len())
	for i := range contents {
		contents[i] = t.Index(i).load()
	}
	return Value{s.typ, appendContents(s.typ.id, s.load(), contents), s.flag.inherited()}
}

func (v Value) mustBe(method string, kind Kind) {
	if v.Kind() != kind {
		panic(&ValueError{method, v.Kind()})
	}
}

// Copy copies elements from src to dst, as many as there are in both.
func Copy(dst, src Value) int {
	if dst.Kind() != Array && dst.Kind() != Slice {
		panic(&ValueError{"reflect.Copy", dst.Kind()})
	}
	if dst.Kind() == Array {
		dst.mustBeExported("unknown method")
		if dst.flag&addressable == 0 {
			panic("reflect: unknown method using unaddressable value")
		}
	}
	dst.mustBeExported("unknown method")
	src.mustBeExported("unknown method")
	if src.Kind() != Array && src.Kind() != Slice && (src.Kind() != String || dst.typ.elemType().kind != Uint8) {
		panic(&ValueError{"reflect.Copy", src.Kind()})
	}
	typ := sliceOf(dst.typ.elem)
	if src.Kind() != String && src.typ.elem != dst.typ.elem {
		panic("reflect.Copy: " + dst.typ.elemType().text + " != " + src.typ.elemType().text)
	}
	return copyInto(typ, dst.elements(typ), src.elements(typ))
}

// elements are those of an array or slice as a slice content, or a string.
func (v Value) elements(typ int) any {
	if v.Kind() != Array {
		return v.load()
	}
	return sliceOfPlace(typ, v.content)
}

func (v Value) Slice(i, j int) Value {
	switch v.Kind() {
	case String:
		text := toString(v.load())
		if i < 0 || j < i || j > len(text) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		return Value{v.typ, fromString(v.typ.id, text[i:j]), v.flag.inherited()}
	case Array:
		if v.flag&addressable == 0 {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
	case Slice:
	default:
		panic(&ValueError{"reflect.Value.Slice", v.Kind()})
	}
	whole, typ := v.sliceable()
	if i < 0 || j < i || j > capacity(whole) {
		panic("reflect.Value.Slice: slice index out of bounds")
	}
	return Value{typ, slice(typ.id, whole, i, j, capacity(whole)), v.flag.inherited()}
}

func (v Value) Slice3(i, j, k int) Value {
	switch v.Kind() {
	case Array:
		if v.flag&addressable == 0 {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
	case Slice:
	default:
		panic(&ValueError{"reflect.Value.Slice3", v.Kind()})
	}
	whole, typ := v.sliceable()
	if i < 0 || j < i || k < j || k > capacity(whole) {
		panic("reflect.Value.Slice3: slice index out of bounds")
	}
	return Value{typ, slice(typ.id, whole, i, j, k), v.flag.inherited()}
}

func (v Value) sliceable() (any, *rtype) {
	if v.Kind() == Slice {
		return v.load(), v.typ
	}
	typ := typeOf(sliceOf(v.typ.elem))
	return sliceOfPlace(typ.id, v.content), typ
}

// Swapper is a function that swaps elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{"Swapper", v.Kind()})
	}
	size := v.Len()
	return func(i, j int) {
		if uint(i) >= uint(size) || uint(j) >= uint(size) {
			panic("reflect: slice index out of range")
		}
		a, b := v.Index(i), v.Index(j)
		x, y := a.load(), b.load()
		a.put(y)
		b.put(x)
	}
}
