package quick

import (
	"math"
	"math/rand"
	"reflect"
)

// A Generator makes random values of its own type.
type Generator interface {
	Generate(rand *rand.Rand, size int) reflect.Value
}

// largest bounds the length of strings and the number of elements.
const largest = 50

// Value makes a random value of a type; false if there is no way to.
func Value(t reflect.Type, rand *rand.Rand) (value reflect.Value, ok bool) {
	return sized(t, rand, largest)
}

func float(random *rand.Rand, most float64) float64 {
	f := random.Float64() * most
	if random.Int()&1 == 1 {
		return -f
	}
	return f
}

func float32Value(random *rand.Rand) float64 { return float64(float32(float(random, math.MaxFloat32))) }

func sized(t reflect.Type, random *rand.Rand, size int) (value reflect.Value, ok bool) {
	if g, ok := reflect.Zero(t).Interface().(Generator); ok {
		return g.Generate(random, size), true
	}
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.Bool:
		v.SetBool(random.Int()&1 == 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(int64(random.Uint64()))
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		v.SetUint(random.Uint64())
	case reflect.Float32:
		v.SetFloat(float32Value(random))
	case reflect.Float64:
		v.SetFloat(float(random, math.MaxFloat64))
	case reflect.Complex64:
		re := float32Value(random)
		v.SetComplex(complex(re, float32Value(random)))
	case reflect.Complex128:
		re := float(random, math.MaxFloat64)
		v.SetComplex(complex(re, float(random, math.MaxFloat64)))
	case reflect.String:
		runes := make([]rune, random.Intn(largest))
		for i := range runes {
			runes[i] = rune(random.Intn(0x10ffff))
		}
		v.SetString(string(runes))
	default:
		ok := composite(v, random, size)
		return v, ok
	}
	return v, true
}

// composite fills in what consists of other values.
func composite(v reflect.Value, random *rand.Rand, size int) bool {
	t := v.Type()
	switch t.Kind() {
	case reflect.Map:
		v.Set(reflect.MakeMap(t))
		for range random.Intn(size) {
			key, ok1 := sized(t.Key(), random, size)
			elem, ok2 := sized(t.Elem(), random, size)
			if !ok1 || !ok2 {
				return false
			}
			v.SetMapIndex(key, elem)
		}
	case reflect.Pointer:
		if random.Intn(size) == 0 {
			return true
		}
		elem, ok := sized(t.Elem(), random, size)
		if !ok {
			return false
		}
		v.Set(reflect.New(t.Elem()))
		v.Elem().Set(elem)
	case reflect.Slice:
		n := random.Intn(size)
		v.Set(reflect.MakeSlice(t, n, n))
		return elements(v, random, size-n)
	case reflect.Array:
		return elements(v, random, size)
	case reflect.Struct:
		n := v.NumField()
		each := size
		if n > size {
			each = 1
		} else if n > 0 {
			each = size / n
		}
		for i := range n {
			field, ok := sized(t.Field(i).Type, random, each)
			if !ok {
				return false
			}
			v.Field(i).Set(field)
		}
	default:
		return false
	}
	return true
}

func elements(v reflect.Value, random *rand.Rand, size int) bool {
	for i := range v.Len() {
		elem, ok := sized(v.Type().Elem(), random, size)
		if !ok {
			return false
		}
		v.Index(i).Set(elem)
	}
	return true
}
