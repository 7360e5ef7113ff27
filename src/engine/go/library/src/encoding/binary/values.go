package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
)

type nativeEndian struct{ littleEndian }

// NativeEndian is the order of amd64.
var NativeEndian nativeEndian

func (nativeEndian) String() string   { return "NativeEndian" }
func (nativeEndian) GoString() string { return "binary.NativeEndian" }

var errBufferTooSmall = errors.New("buffer too small")

// Size is how many bytes Write makes of v, -1 if it cannot.
func Size(v any) int { return sizeOf(reflect.Indirect(reflect.ValueOf(v))) }

func sizeOf(v reflect.Value) int {
	switch v.Kind() {
	case reflect.Invalid:
		return -1
	case reflect.Slice:
		if size := typeSize(v.Type().Elem()); size >= 0 {
			return size * v.Len()
		}
		return -1
	}
	return typeSize(v.Type())
}

func typeSize(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Array:
		if size := typeSize(t.Elem()); size >= 0 {
			return size * t.Len()
		}
		return -1
	case reflect.Struct:
		sum := 0
		for i := range t.NumField() {
			size := typeSize(t.Field(i).Type)
			if size < 0 {
				return -1
			}
			sum += size
		}
		return sum
	case reflect.Bool, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64,
		reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		return int(t.Size())
	}
	return -1
}

// Write writes the bytes of data: a value of fixed size, a slice of such, or a pointer to one.
func Write(w io.Writer, order ByteOrder, data any) error {
	b, ok := appended(nil, order, data)
	if !ok {
		return notFixed("Write", data)
	}
	_, err := w.Write(b)
	return err
}

// Append appends the bytes of data to buf.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	b, ok := appended(buf, order, data)
	if !ok {
		return nil, notFixed("Append", data)
	}
	return b, nil
}

// Encode puts the bytes of data into buf and returns their number.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	b, ok := appended(nil, order, data)
	if !ok {
		return 0, notFixed("Encode", data)
	}
	if len(buf) < len(b) {
		return 0, errBufferTooSmall
	}
	return copy(buf, b), nil
}

func notFixed(method string, data any) error {
	return errors.New("binary." + method + ": some values are not fixed-sized in type " + reflect.TypeOf(data).String())
}

func appended(b []byte, order ByteOrder, data any) ([]byte, bool) {
	v := reflect.Indirect(reflect.ValueOf(data))
	if sizeOf(v) < 0 {
		return nil, false
	}
	e := encoder{order, b}
	e.value(v)
	return e.b, true
}

type encoder struct {
	order ByteOrder
	b     []byte
}

func (e *encoder) value(v reflect.Value) {
	switch k := v.Kind(); k {
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			e.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "_" {
				e.b = append(e.b, make([]byte, typeSize(v.Type().Field(i).Type))...)
			} else {
				e.value(v.Field(i))
			}
		}
	case reflect.Bool:
		bit := uint64(0)
		if v.Bool() {
			bit = 1
		}
		e.bits(bit, 1)
	case reflect.Float32:
		e.bits(uint64(math.Float32bits(float32(v.Float()))), 4)
	case reflect.Float64:
		e.bits(math.Float64bits(v.Float()), 8)
	case reflect.Complex64:
		e.bits(uint64(math.Float32bits(float32(real(v.Complex())))), 4)
		e.bits(uint64(math.Float32bits(float32(imag(v.Complex())))), 4)
	case reflect.Complex128:
		e.bits(math.Float64bits(real(v.Complex())), 8)
		e.bits(math.Float64bits(imag(v.Complex())), 8)
	default:
		if v.CanInt() {
			e.bits(uint64(v.Int()), int(v.Type().Size()))
		} else {
			e.bits(v.Uint(), int(v.Type().Size()))
		}
	}
}

func (e *encoder) bits(x uint64, size int) {
	var room [8]byte
	switch size {
	case 1:
		room[0] = byte(x)
	case 2:
		e.order.PutUint16(room[:], uint16(x))
	case 4:
		e.order.PutUint32(room[:], uint32(x))
	default:
		e.order.PutUint64(room[:], x)
	}
	e.b = append(e.b, room[:size]...)
}

// Read reads the bytes of a value into data: a pointer to one of fixed size, or a slice of such.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, size := target(data)
	if size < 0 {
		return errors.New("binary.Read: invalid type " + reflect.TypeOf(data).String())
	}
	b := make([]byte, size)
	if _, err := io.ReadFull(r, b); err != nil {
		return err
	}
	(&decoder{order, b}).value(v)
	return nil
}

// Decode sets data from the start of buf and returns the number of bytes used.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size := target(data)
	if size < 0 {
		return 0, errors.New("binary.Decode: invalid type " + reflect.TypeOf(data).String())
	}
	if len(buf) < size {
		return 0, errBufferTooSmall
	}
	(&decoder{order, buf[:size]}).value(v)
	return size, nil
}

func target(data any) (reflect.Value, int) {
	v := reflect.ValueOf(data)
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
	case reflect.Slice:
	default:
		return v, -1
	}
	return v, sizeOf(v)
}

type decoder struct {
	order ByteOrder
	b     []byte
}

func (d *decoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			d.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "_" {
				d.b = d.b[typeSize(v.Type().Field(i).Type):]
			} else {
				d.value(v.Field(i))
			}
		}
	case reflect.Bool:
		v.SetBool(d.bits(1) != 0)
	case reflect.Float32:
		v.SetFloat(float64(math.Float32frombits(uint32(d.bits(4)))))
	case reflect.Float64:
		v.SetFloat(math.Float64frombits(d.bits(8)))
	case reflect.Complex64:
		re := math.Float32frombits(uint32(d.bits(4)))
		im := math.Float32frombits(uint32(d.bits(4)))
		v.SetComplex(complex(float64(re), float64(im)))
	case reflect.Complex128:
		re := math.Float64frombits(d.bits(8))
		im := math.Float64frombits(d.bits(8))
		v.SetComplex(complex(re, im))
	default:
		size := int(v.Type().Size())
		x := d.bits(size)
		if v.CanUint() {
			v.SetUint(x)
		} else {
			shift := 64 - 8*size
			v.SetInt(int64(x<<shift) >> shift)
		}
	}
}

func (d *decoder) bits(size int) uint64 {
	b := d.b[:size]
	d.b = d.b[size:]
	switch size {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(d.order.Uint16(b))
	case 4:
		return uint64(d.order.Uint32(b))
	}
	return d.order.Uint64(b)
}
