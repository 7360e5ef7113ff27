package template

import (
	"cmp"
	"reflect"
	"slices"
)

// loop is {{range}}.
func (s *state) loop(dot reflect.Value, n *node) {
	known := len(s.vars)
	defer func() { s.vars = s.vars[:known] }()
	value, _ := indirect(s.pipeline(dot, n.pipe))
	ran := false
	inside := len(s.vars)
	one := func(index, elem reflect.Value) bool {
		ran = true
		s.setLoopVariables(n.pipe, index, elem)
		f := s.walk(elem, n.list)
		s.vars = s.vars[:inside]
		return f != breaks
	}
	s.each(n, value, one)
	if !ran && n.other != nil {
		s.walk(dot, n.other)
	}
}

func (s *state) setLoopVariables(pipe *node, index, elem reflect.Value) {
	declared := pipe.declared
	if len(declared) == 0 {
		return
	}
	if len(declared) == 1 {
		s.set(declared[0].names[0], elem)
		return
	}
	s.set(declared[0].names[0], index)
	s.set(declared[1].names[0], elem)
}

func (s *state) each(n *node, v reflect.Value, one func(index, elem reflect.Value) bool) {
	two := len(n.pipe.declared) > 1
	switch k := v.Kind(); {
	case v.CanInt() || v.CanUint():
		if two {
			s.fail("can't use %v to iterate over more than one variable", v)
		}
		for elem := range v.Seq() {
			if !one(reflect.Value{}, elem) {
				return
			}
		}
	case k == reflect.Array || k == reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			if !one(reflect.ValueOf(i), v.Index(i)) {
				return
			}
		}
	case k == reflect.Map:
		for _, key := range sortedKeys(v) {
			if !one(key, v.MapIndex(key)) {
				return
			}
		}
	case k == reflect.Chan:
		s.receive(v, one)
	case k == reflect.Invalid, k == reflect.Pointer, k == reflect.Interface:
		if k != reflect.Invalid {
			s.fail("range can't iterate over %v", v)
		}
	case k == reflect.Func && v.Type().CanSeq():
		if two {
			s.fail("can't use %v iterate over more than one variable", v)
		}
		for elem := range v.Seq() {
			if !one(reflect.Value{}, elem) {
				return
			}
		}
	case k == reflect.Func && v.Type().CanSeq2():
		for x, y := range v.Seq2() {
			if !two {
				x, y = reflect.Value{}, x
			}
			if !one(x, y) {
				return
			}
		}
	default:
		s.fail("range can't iterate over %v", v)
	}
}

func (s *state) receive(v reflect.Value, one func(index, elem reflect.Value) bool) {
	if v.IsNil() {
		return
	}
	if v.Type().ChanDir() == reflect.SendDir {
		s.fail("range over send-only channel %v", v)
	}
	for i := 0; ; i++ {
		elem, ok := v.Recv()
		if !ok || !one(reflect.ValueOf(i), elem) {
			return
		}
	}
}

// sortedKeys are the keys of a map in the order in which fmt prints them.
func sortedKeys(m reflect.Value) []reflect.Value {
	keys := m.MapKeys()
	slices.SortStableFunc(keys, compareKeys)
	return keys
}

func compareKeys(a, b reflect.Value) int {
	a, b = held(a), held(b)
	switch {
	case !a.IsValid() || !b.IsValid():
		return truthOrder(a.IsValid(), b.IsValid())
	case a.Kind() != b.Kind():
		return cmp.Compare(a.Kind(), b.Kind())
	case a.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	case a.CanUint():
		return cmp.Compare(a.Uint(), b.Uint())
	case a.CanFloat():
		return cmp.Compare(a.Float(), b.Float())
	case a.Kind() == reflect.String:
		return cmp.Compare(a.String(), b.String())
	case a.Kind() == reflect.Bool:
		return truthOrder(a.Bool(), b.Bool())
	case a.Kind() == reflect.Struct:
		for i := range a.NumField() {
			if c := compareKeys(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case a.Kind() == reflect.Array:
		for i := range a.Len() {
			if c := compareKeys(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	}
	return 0
}

func truthOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
