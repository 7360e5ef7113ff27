package sync

// A Map may be used by several goroutines at once. Its methods run without being preempted. What
// orders memory is observe, write, remove and clear, for each key by itself.
type Map struct {
	entries map[any]any
}

func (m *Map) observe(key any) (value any, ok bool) {
	if len(m.entries) == 0 {
		hash(key)
	}
	value, ok = m.entries[key]
	return value, ok
}

// hash panics as Go's does if the key has none.
func hash(key any) { _ = map[any]bool{key: true} }

func (m *Map) write(key, value any) {
	if m.entries == nil {
		m.entries = map[any]any{}
	}
	m.entries[key] = value
}

func (m *Map) remove(key any) { delete(m.entries, key) }
func (m *Map) empty()         { clear(m.entries) }

func (m *Map) Load(key any) (value any, ok bool) { return m.observe(key) }

func (m *Map) Store(key, value any) { m.Swap(key, value) }

func (m *Map) Clear() { m.empty() }

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if actual, loaded = m.observe(key); loaded {
		return actual, true
	}
	m.write(key, value)
	return value, false
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	if value, loaded = m.observe(key); loaded {
		m.remove(key)
	}
	return value, loaded
}

func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	previous, loaded = m.observe(key)
	m.write(key, value)
	return previous, loaded
}

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	if value, ok := m.observe(key); ok && value == old {
		m.write(key, new)
		return true
	}
	return false
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	if value, ok := m.observe(key); ok && value == old {
		m.remove(key)
		return true
	}
	return false
}

func (m *Map) Range(f func(key, value any) bool) {
	for key, value := range m.entries {
		m.observe(key)
		if !f(key, value) {
			return
		}
	}
}
