package reflect

func mapGet(typ int, m, key any) (any, bool)
func mapSet(typ int, m, key, value any)
func mapDelete(typ int, m, key any)

// mapKeys are the keys from a start that the scheduler chooses.
func mapKeys(typ int, m any) []any

// mapSlots are the places of the entries, mapKeyAt and mapValueAt what is in one.
func mapSlots(m any) []int
func mapKeyAt(typ int, m any, slot int) (any, bool)
func mapValueAt(typ int, m any, slot int) any

// MapKeys are the keys, in no particular order.
func (v Value) MapKeys() []Value {
	v.must("MapKeys", v.Kind() == Map)
	keys := mapKeys(v.typ.id, v.load())
	values := make([]Value, len(keys))
	for i, key := range keys {
		values[i] = Value{typeOf(v.typ.key), key, v.flag.inherited()}
	}
	return values
}

func (v Value) MapIndex(key Value) Value {
	v.must("MapIndex", v.Kind() == Map)
	key = key.assignTo("reflect.Value.MapIndex", typeOf(v.typ.key))
	content, ok := mapGet(v.typ.id, v.load(), key.content)
	if !ok {
		return Value{}
	}
	return Value{v.typ.elemType(), content, (v.flag | key.flag).inherited()}
}

// SetMapIndex sets the entry of key, or deletes it if elem is the zero Value.
func (v Value) SetMapIndex(key, elem Value) {
	v.must("SetMapIndex", v.Kind() == Map)
	v.mustBeExported("reflect.Value.SetMapIndex")
	key.mustBeExported("reflect.Value.SetMapIndex")
	k := key.assignTo("reflect.Value.SetMapIndex", typeOf(v.typ.key)).content
	if elem.typ == nil {
		mapDelete(v.typ.id, v.load(), k)
		return
	}
	elem.mustBeExported("reflect.Value.SetMapIndex")
	mapSet(v.typ.id, v.load(), k, elem.assignTo("reflect.Value.SetMapIndex", v.typ.elemType()).content)
}

// A MapIter walks the entries of a map.
type MapIter struct {
	m       Value
	content any
	slots   []int
	started bool
	at      int
	key     any
}

func (v Value) MapRange() *MapIter {
	if v.Kind() != Map {
		panic(&ValueError{"reflect.Value.MapRange", v.Kind()})
	}
	return &MapIter{m: v}
}

// Next moves to an entry that is still there.
func (iter *MapIter) Next() bool {
	if !iter.m.IsValid() {
		panic("MapIter.Next called on an iterator that does not have an associated map Value")
	}
	if !iter.started {
		iter.started = true
		iter.content = iter.m.load()
		iter.slots = mapSlots(iter.content)
		iter.at = -1
	} else if iter.at >= len(iter.slots) {
		panic("MapIter.Next called on exhausted iterator")
	}
	for iter.at++; iter.at < len(iter.slots); iter.at++ {
		key, ok := mapKeyAt(iter.m.typ.id, iter.content, iter.slots[iter.at])
		if ok {
			iter.key = key
			return true
		}
	}
	return false
}

func (iter *MapIter) check(method string) {
	if !iter.started {
		panic("MapIter." + method + " called before Next")
	}
	if iter.at >= len(iter.slots) {
		panic("MapIter." + method + " called on exhausted iterator")
	}
}

func (iter *MapIter) Key() Value {
	iter.check("Key")
	return Value{typeOf(iter.m.typ.key), iter.key, iter.m.flag.inherited()}
}

func (iter *MapIter) Value() Value {
	iter.check("Value")
	content := mapValueAt(iter.m.typ.id, iter.content, iter.slots[iter.at])
	return Value{iter.m.typ.elemType(), content, iter.m.flag.inherited()}
}

// Reset makes iter walk v.
func (iter *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.must("MapRange", v.Kind() == Map)
	}
	*iter = MapIter{m: v}
}

// SetIterKey is v.Set(iter.Key()).
func (v Value) SetIterKey(iter *MapIter) {
	iter.checkSet("SetIterKey")
	v.mustBeAssignable("SetIterKey")
	key := iter.Key()
	key.mustBeExported("reflect.Value.SetIterKey")
	v.put(key.assignTo("reflect.MapIter.SetKey", v.typ).content)
}

// SetIterValue is v.Set(iter.Value()).
func (v Value) SetIterValue(iter *MapIter) {
	iter.checkSet("SetIterValue")
	v.mustBeAssignable("SetIterValue")
	value := iter.Value()
	value.mustBeExported("reflect.Value.SetIterValue")
	v.put(value.assignTo("reflect.MapIter.SetValue", v.typ).content)
}

func (iter *MapIter) checkSet(method string) {
	if !iter.started {
		panic("reflect: Value." + method + " called before Next")
	}
	if iter.at >= len(iter.slots) {
		panic("reflect: Value." + method + " called on exhausted iterator")
	}
}
