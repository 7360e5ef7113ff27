package sync

// A Map may be used by several goroutines at once. Its methods run without being preempted.
type Map struct {
	entries map[any]any
}

func (m *Map) Load(key any) (value any, ok bool) {
	value, ok = m.entries[key]
	return value, ok
}

func (m *Map) Store(key, value any) { m.Swap(key, value) }

func (m *Map) Clear() { clear(m.entries) }

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if actual, loaded = m.entries[key]; loaded {
		return actual, true
	}
	m.Swap(key, value)
	return value, false
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	value, loaded = m.entries[key]
	delete(m.entries, key)
	return value, loaded
}

func (m *Map) Delete(key any) { delete(m.entries, key) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	previous, loaded = m.entries[key]
	if m.entries == nil {
		m.entries = map[any]any{}
	}
	m.entries[key] = value
	return previous, loaded
}

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	if value, ok := m.entries[key]; ok && value == old {
		m.entries[key] = new
		return true
	}
	return false
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	if value, ok := m.entries[key]; ok && value == old {
		delete(m.entries, key)
		return true
	}
	return false
}

func (m *Map) Range(f func(key, value any) bool) {
	for key, value := range m.entries {
		if !f(key, value) {
			return
		}
	}
}
