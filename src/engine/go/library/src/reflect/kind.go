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
	if uint(k) < uint(len(kindNames)) {
		return kindNames[k]
	}
	return "kind" + decimal(int(k))
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

func decimal(n int) string { return strconv.Itoa(n) }
