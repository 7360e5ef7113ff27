package slices

// Insert puts v… before index i.
func Insert[S ~[]E, E any](s S, i int, v ...E) S {
	_ = s[i:]
	if len(v) == 0 {
		return s
	}
	n := len(s) + len(v)
	if i == len(s) {
		return append(s, v...)
	}
	if n > cap(s) {
		grown := append(s[:i], make(S, n-i)...)
		copy(grown[i:], v)
		copy(grown[i+len(v):], s[i:])
		return grown
	}
	// v may lie inside s, so it is kept apart before anything moves.
	kept := append([]E(nil), v...)
	tail := s[i:]
	s = s[:n]
	copy(s[i+len(kept):], tail)
	copy(s[i:], kept)
	return s
}

// Delete removes s[i:j]; the freed elements at the end become zero.
func Delete[S ~[]E, E any](s S, i, j int) S {
	_ = s[i:j:len(s)]
	if i == j {
		return s
	}
	n := len(s)
	s = append(s[:i], s[j:]...)
	clear(s[len(s):n])
	return s
}

func DeleteFunc[S ~[]E, E any](s S, del func(E) bool) S {
	n := 0
	for _, v := range s {
		if !del(v) {
			s[n] = v
			n++
		}
	}
	clear(s[n:])
	return s[:n]
}

// Replace puts v… in the place of s[i:j].
func Replace[S ~[]E, E any](s S, i, j int, v ...E) S {
	_ = s[i:j]
	if i == j {
		return Insert(s, i, v...)
	}
	kept := append([]E(nil), v...)
	n := len(s)
	size := n - (j - i) + len(kept)
	if size > cap(s) {
		grown := append(s[:i], make(S, size-i)...)
		copy(grown[i:], kept)
		copy(grown[i+len(kept):], s[j:])
		return grown
	}
	tail := s[j:n]
	replaced := s[:size]
	if len(kept) <= j-i {
		copy(replaced[i:], kept)
		copy(replaced[i+len(kept):], tail)
		clear(s[size:n])
		return replaced
	}
	copy(replaced[i+len(kept):], tail)
	copy(replaced[i:], kept)
	return replaced
}

func Clone[S ~[]E, E any](s S) S {
	return append(s[:0:0], s...)
}

// Compact keeps one of each run of equal elements.
func Compact[S ~[]E, E comparable](s S) S {
	return CompactFunc(s, func(a, b E) bool { return a == b })
}

func CompactFunc[S ~[]E, E any](s S, eq func(E, E) bool) S {
	if len(s) < 2 {
		return s
	}
	last := 0
	for i := 1; i < len(s); i++ {
		if !eq(s[last], s[i]) {
			last++
			s[last] = s[i]
		}
	}
	clear(s[last+1:])
	return s[:last+1]
}

// Grow makes room for n more elements.
func Grow[S ~[]E, E any](s S, n int) S {
	if n < 0 {
		panic("cannot be negative")
	}
	if n -= cap(s) - len(s); n > 0 {
		s = append(s[:cap(s)], make([]E, n)...)[:len(s)]
	}
	return s
}

func Clip[S ~[]E, E any](s S) S { return s[:len(s):len(s)] }

func Reverse[S ~[]E, E any](s S) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

func Concat[S ~[]E, E any](slices ...S) S {
	size := 0
	for _, s := range slices {
		size += len(s)
		if size < 0 {
			panic("len out of range")
		}
	}
	all := Grow[S](nil, size)
	for _, s := range slices {
		all = append(all, s...)
	}
	return all
}

func Repeat[S ~[]E, E any](x S, count int) S {
	if count < 0 {
		panic("cannot be negative")
	}
	if maxInt := int(^uint(0) >> 1); count > 0 && len(x) > maxInt/count {
		panic("the result of (len(x) * count) overflows")
	}
	all := make(S, len(x)*count)
	for n := copy(all, x); n > 0 && n < len(all); n *= 2 {
		copy(all[n:], all[:n])
	}
	return all
}
