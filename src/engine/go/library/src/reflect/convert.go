package reflect

func arrayFrom(typ int, slice any) any
func arrayPointerFrom(typ, array int, slice any) any

// ConvertibleTo reports whether values of type t can be converted to type u.
func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return conversion(t, u.common()) != nil
}

// CanConvert reports whether v can be converted to type t without a panic.
func (v Value) CanConvert(t Type) bool {
	from, to := v.valueType(), t.common()
	if conversion(from, to) == nil {
		return false
	}
	if from.kind == Slice && to.kind == Array {
		return to.length <= v.Len()
	}
	if from.kind == Slice && to.kind == Pointer && to.elemType().kind == Array {
		return to.elemType().length <= v.Len()
	}
	return true
}

// Convert is v converted to type t.
func (v Value) Convert(t Type) Value {
	v = v.unbound("Convert")
	to := t.common()
	convert := conversion(v.typ, to)
	if convert == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.text + " cannot be converted to type " + to.text)
	}
	return Value{to, convert(v, to), v.flag.inherited()}
}

type converter func(v Value, to *rtype) any

func isInt(k Kind) bool     { return Int <= k && k <= Int64 }
func isUint(k Kind) bool    { return Uint <= k && k <= Uintptr }
func isFloat(k Kind) bool   { return k == Float32 || k == Float64 }
func isComplex(k Kind) bool { return k == Complex64 || k == Complex128 }

// conversion is how values of type from become ones of type to, nil if they cannot.
func conversion(from, to *rtype) converter {
	if c := basicConversion(from, to); c != nil {
		return c
	}
	if sameUnderlying(from.id, to.id, false) && from.kind != Interface {
		return retyped
	}
	if from.kind == Pointer && to.kind == Pointer && from.name == "" && to.name == "" &&
		sameUnderlying(from.elem, to.elem, false) {
		return retyped
	}
	if from.kind == Chan && from.direction == BothDir && assignable(from, to) {
		return retyped
	}
	if to.kind == Interface && implementsInterface(from.id, to.id) {
		return func(v Value, to *rtype) any { return v.load() }
	}
	return nil
}

func retyped(v Value, to *rtype) any { return retype(to.id, v.load()) }

func basicConversion(from, to *rtype) converter {
	switch {
	case isInt(from.kind):
		return intConversion(to)
	case isUint(from.kind):
		return uintConversion(to)
	case isFloat(from.kind):
		return floatConversion(to)
	case isComplex(from.kind) && isComplex(to.kind):
		return func(v Value, to *rtype) any { return fromComplex(to.id, v.Complex()) }
	case from.kind == String:
		return stringConversion(to)
	case from.kind == Slice:
		return sliceConversion(from, to)
	}
	return nil
}

func intConversion(to *rtype) converter {
	switch {
	case isInt(to.kind):
		return func(v Value, to *rtype) any { return fromInt(to.id, v.Int()) }
	case isUint(to.kind):
		return func(v Value, to *rtype) any { return fromUint(to.id, uint64(v.Int())) }
	case isFloat(to.kind):
		return func(v Value, to *rtype) any { return fromFloat(to.id, float64(v.Int())) }
	case to.kind == String:
		return func(v Value, to *rtype) any {
			if x := v.Int(); int64(rune(x)) == x {
				return fromString(to.id, string(rune(x)))
			}
			return fromString(to.id, "\uFFFD")
		}
	}
	return nil
}

func uintConversion(to *rtype) converter {
	switch {
	case isInt(to.kind):
		return func(v Value, to *rtype) any { return fromInt(to.id, int64(v.Uint())) }
	case isUint(to.kind):
		return func(v Value, to *rtype) any { return fromUint(to.id, v.Uint()) }
	case isFloat(to.kind):
		return func(v Value, to *rtype) any { return fromFloat(to.id, float64(v.Uint())) }
	case to.kind == String:
		return func(v Value, to *rtype) any {
			if x := v.Uint(); uint64(rune(x)) == x {
				return fromString(to.id, string(rune(x)))
			}
			return fromString(to.id, "\uFFFD")
		}
	}
	return nil
}

func floatConversion(to *rtype) converter {
	switch {
	case isInt(to.kind):
		return func(v Value, to *rtype) any { return fromInt(to.id, int64(v.Float())) }
	case isUint(to.kind):
		return func(v Value, to *rtype) any { return fromUint(to.id, uint64(v.Float())) }
	case isFloat(to.kind):
		return func(v Value, to *rtype) any { return fromFloat(to.id, v.Float()) }
	}
	return nil
}

func stringConversion(to *rtype) converter {
	if to.kind != Slice || to.elemType().path != "" {
		return nil
	}
	switch to.elemType().kind {
	case Uint8:
		return func(v Value, to *rtype) any { return fromBytes(to.id, []byte(v.String())) }
	case Int32:
		return func(v Value, to *rtype) any { return fromRunes(to.id, []rune(v.String())) }
	}
	return nil
}

func sliceConversion(from, to *rtype) converter {
	elem := from.elemType()
	if to.kind == String && elem.path == "" {
		switch elem.kind {
		case Uint8:
			return func(v Value, to *rtype) any { return fromString(to.id, string(toBytes(v.load()))) }
		case Int32:
			return func(v Value, to *rtype) any { return fromString(to.id, string(toRunes(v.load()))) }
		}
	}
	if to.kind == Array && elem == to.elemType() {
		return func(v Value, to *rtype) any {
			v.mustHave(to.length, "array")
			return arrayFrom(to.id, v.load())
		}
	}
	if to.kind == Pointer && to.elemType().kind == Array && elem == to.elemType().elemType() {
		return func(v Value, to *rtype) any {
			v.mustHave(to.elemType().length, "pointer to array")
			return arrayPointerFrom(to.id, to.elem, v.load())
		}
	}
	return nil
}

func (v Value) mustHave(n int, what string) {
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + decimal(v.Len()) + " to " + what +
			" with length " + decimal(n))
	}
}
