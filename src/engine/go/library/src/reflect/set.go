package reflect

func fromBool(typ int, x bool) any
func fromInt(typ int, x int64) any
func fromUint(typ int, x uint64) any
func fromFloat(typ int, x float64) any
func fromComplex(typ int, x complex128) any
func fromString(typ int, x string) any
func fromBytes(typ int, x []byte) any
func fromRunes(typ int, x []rune) any
func sliceClear(typ int, slice any)
func mapClear(typ int, m any)

func (v Value) put(content any) { store(v.typ.id, v.content, content) }

// assignTo is v as a value of type to, to which it can be assigned.
func (v Value) assignTo(context string, to *rtype) Value {
	v = v.unbound(context)
	if assignable(v.typ, to) {
		content := v.load()
		if to.kind != Interface && v.typ != to {
			content = retype(to.id, content)
		}
		return Value{to, content, v.flag & readOnly}
	}
	if to.kind == Interface && implementsInterface(v.typ.id, to.id) {
		return Value{to, v.load(), 0}
	}
	panic(context + ": value of type " + v.typ.text + " is not assignable to type " + to.text)
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	v.mustBeAssignable("Set")
	x.mustBeExported("reflect.Value.Set")
	v.put(x.assignTo("reflect.Set", v.typ).content)
}

func (v Value) SetZero() {
	v.mustBeAssignable("SetZero")
	v.put(zero(v.typ.id))
}

func (v Value) SetBool(x bool) {
	v.mustBeAssignable("SetBool")
	v.must("SetBool", v.Kind() == Bool)
	v.put(fromBool(v.typ.id, x))
}

func (v Value) SetInt(x int64) {
	v.mustBeAssignable("SetInt")
	v.must("SetInt", v.CanInt())
	v.put(fromInt(v.typ.id, x))
}

func (v Value) SetUint(x uint64) {
	v.mustBeAssignable("SetUint")
	v.must("SetUint", v.CanUint())
	v.put(fromUint(v.typ.id, x))
}

func (v Value) SetFloat(x float64) {
	v.mustBeAssignable("SetFloat")
	v.must("SetFloat", v.CanFloat())
	v.put(fromFloat(v.typ.id, x))
}

func (v Value) SetComplex(x complex128) {
	v.mustBeAssignable("SetComplex")
	v.must("SetComplex", v.CanComplex())
	v.put(fromComplex(v.typ.id, x))
}

func (v Value) SetString(x string) {
	v.mustBeAssignable("SetString")
	v.must("SetString", v.Kind() == String)
	v.put(fromString(v.typ.id, x))
}

func (v Value) SetBytes(x []byte) {
	v.mustBeAssignable("SetBytes")
	v.must("SetBytes", v.Kind() == Slice)
	if v.typ.elemType().kind != Uint8 {
		panic("reflect.Value.SetBytes of non-byte slice")
	}
	v.put(fromBytes(v.typ.id, x))
}

func (v Value) SetLen(n int) {
	v.mustBeAssignable("SetLen")
	v.must("SetLen", v.Kind() == Slice)
	if uint(n) > uint(v.Cap()) {
		panic("reflect: slice length out of range in SetLen")
	}
	s := v.load()
	v.put(slice(v.typ.id, s, 0, n, capacity(s)))
}

func (v Value) SetCap(n int) {
	v.mustBeAssignable("SetCap")
	v.must("SetCap", v.Kind() == Slice)
	s := v.load()
	if n < length(s) || n > capacity(s) {
		panic("reflect: slice capacity out of range in SetCap")
	}
	v.put(slice(v.typ.id, s, 0, length(s), n))
}

// Grow makes room for n more elements.
func (v Value) Grow(n int) {
	v.mustBeAssignable("Grow")
	v.must("Grow", v.Kind() == Slice)
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	s := v.load()
	size := length(s)
	if size+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if size+n > capacity(s) {
		more := make([]any, n)
		for i := range more {
			more[i] = zero(v.typ.elem)
		}
		grown := appendContents(v.typ.id, s, more)
		v.put(slice(v.typ.id, grown, 0, size, capacity(grown)))
	}
}

// Clear removes all entries of a map or zeroes all elements of a slice.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		sliceClear(v.typ.id, v.load())
	case Map:
		mapClear(v.typ.id, v.load())
	default:
		panic(&ValueError{"reflect.Value.Clear", v.Kind()})
	}
}
