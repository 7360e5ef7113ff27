package atomic

// An Int32 is an atomic int32.
type Int32 struct {
	v int32
}

func (x *Int32) Load() int32
func (x *Int32) Store(val int32)
func (x *Int32) Add(delta int32) (new int32)
func (x *Int32) Swap(new int32) (old int32)
func (x *Int32) CompareAndSwap(old, new int32) (swapped bool)
func (x *Int32) And(mask int32) (old int32)
func (x *Int32) Or(mask int32) (old int32)

// An Int64 is an atomic int64.
type Int64 struct {
	v int64
}

func (x *Int64) Load() int64
func (x *Int64) Store(val int64)
func (x *Int64) Add(delta int64) (new int64)
func (x *Int64) Swap(new int64) (old int64)
func (x *Int64) CompareAndSwap(old, new int64) (swapped bool)
func (x *Int64) And(mask int64) (old int64)
func (x *Int64) Or(mask int64) (old int64)

// A Uint32 is an atomic uint32.
type Uint32 struct {
	v uint32
}

func (x *Uint32) Load() uint32
func (x *Uint32) Store(val uint32)
func (x *Uint32) Add(delta uint32) (new uint32)
func (x *Uint32) Swap(new uint32) (old uint32)
func (x *Uint32) CompareAndSwap(old, new uint32) (swapped bool)
func (x *Uint32) And(mask uint32) (old uint32)
func (x *Uint32) Or(mask uint32) (old uint32)

// A Uint64 is an atomic uint64.
type Uint64 struct {
	v uint64
}

func (x *Uint64) Load() uint64
func (x *Uint64) Store(val uint64)
func (x *Uint64) Add(delta uint64) (new uint64)
func (x *Uint64) Swap(new uint64) (old uint64)
func (x *Uint64) CompareAndSwap(old, new uint64) (swapped bool)
func (x *Uint64) And(mask uint64) (old uint64)
func (x *Uint64) Or(mask uint64) (old uint64)

// A Uintptr is an atomic uintptr.
type Uintptr struct {
	v uintptr
}

func (x *Uintptr) Load() uintptr
func (x *Uintptr) Store(val uintptr)
func (x *Uintptr) Add(delta uintptr) (new uintptr)
func (x *Uintptr) Swap(new uintptr) (old uintptr)
func (x *Uintptr) CompareAndSwap(old, new uintptr) (swapped bool)
func (x *Uintptr) And(mask uintptr) (old uintptr)
func (x *Uintptr) Or(mask uintptr) (old uintptr)

// A Bool is an atomic bool.
type Bool struct {
	v bool
}

func (x *Bool) Load() bool
func (x *Bool) Store(val bool)
func (x *Bool) Swap(new bool) (old bool)
func (x *Bool) CompareAndSwap(old, new bool) (swapped bool)

// observe records an operation on the variable that is part of object: 0 load, 1 store, 3 swap,
// 4 compare-and-swap done, 5 compare-and-swap failed.
func observe(object any, operation int, value any)

// A Pointer is an atomic pointer to a T.
type Pointer[T any] struct {
	v *T
}

func (x *Pointer[T]) Load() *T {
	observe(x, 0, x.v)
	return x.v
}

func (x *Pointer[T]) Store(val *T) {
	x.v = val
	observe(x, 1, val)
}

func (x *Pointer[T]) Swap(new *T) (old *T) {
	old = x.v
	x.v = new
	observe(x, 3, new)
	return old
}

func (x *Pointer[T]) CompareAndSwap(old, new *T) (swapped bool) {
	if x.v != old {
		observe(x, 5, x.v)
		return false
	}
	x.v = new
	observe(x, 4, new)
	return true
}

// A Value is an atomic value of one type, nil at first.
type Value struct {
	v any
}

func sameType(x, y any) bool

func (v *Value) Load() (val any) {
	observe(v, 0, v.v)
	return v.v
}

func (v *Value) check(val any, nilMessage, typeMessage string) {
	if val == nil {
		panic(nilMessage)
	}
	if v.v != nil && !sameType(v.v, val) {
		panic(typeMessage)
	}
}

func (v *Value) Store(val any) {
	v.check(val, "sync/atomic: store of nil value into Value",
		"sync/atomic: store of inconsistently typed value into Value")
	v.v = val
	observe(v, 1, val)
}

func (v *Value) Swap(new any) (old any) {
	v.check(new, "sync/atomic: swap of nil value into Value",
		"sync/atomic: swap of inconsistently typed value into Value")
	old = v.v
	v.v = new
	observe(v, 3, new)
	return old
}

func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	v.check(new, "sync/atomic: compare and swap of nil value into Value",
		"sync/atomic: compare and swap of inconsistently typed value into Value")
	if old != nil && !sameType(old, new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	if v.v != old {
		observe(v, 5, v.v)
		return false
	}
	v.v = new
	observe(v, 4, new)
	return true
}
