package regexp

import "io"

func (re *Regexp) slots() int { return 2 * len(re.names) }

// first is nil without a match.
func (re *Regexp) first(s string, slots int) []int {
	places := find(re.expr, re.posix, re.longest, s, 0, slots)
	if len(places) == 0 {
		return nil
	}
	return places
}

// all lists the places of up to n matches.
func (re *Regexp) all(s string, n, slots int) [][]int {
	places := findAll(re.expr, re.posix, re.longest, s, n, slots)
	var matches [][]int
	for ; len(places) > 0; places = places[slots:] {
		matches = append(matches, places[:slots:slots])
	}
	return matches
}

func group(s string, m []int, i int) string {
	if m[2*i] < 0 {
		return ""
	}
	return s[m[2*i]:m[2*i+1]]
}

func groups(s string, m []int) []string {
	texts := make([]string, len(m)/2)
	for i := range texts {
		texts[i] = group(s, m, i)
	}
	return texts
}

func byteGroup(b []byte, m []int, i int) []byte {
	if m[2*i] < 0 {
		return nil
	}
	return b[m[2*i]:m[2*i+1]:m[2*i+1]]
}

func byteGroups(b []byte, m []int) [][]byte {
	parts := make([][]byte, len(m)/2)
	for i := range parts {
		parts[i] = byteGroup(b, m, i)
	}
	return parts
}

func (re *Regexp) Find(b []byte) []byte {
	if m := re.FindIndex(b); m != nil {
		return byteGroup(b, m, 0)
	}
	return nil
}

func (re *Regexp) FindString(s string) string {
	if m := re.FindStringIndex(s); m != nil {
		return group(s, m, 0)
	}
	return ""
}

func (re *Regexp) FindIndex(b []byte) (loc []int)         { return re.first(string(b), 2) }
func (re *Regexp) FindStringIndex(s string) (loc []int)   { return re.first(s, 2) }
func (re *Regexp) FindSubmatchIndex(b []byte) []int       { return re.first(string(b), re.slots()) }
func (re *Regexp) FindStringSubmatchIndex(s string) []int { return re.first(s, re.slots()) }

func (re *Regexp) FindReaderIndex(r io.RuneReader) (loc []int) { return re.firstOf(r, 2) }

func (re *Regexp) FindReaderSubmatchIndex(r io.RuneReader) []int {
	return re.firstOf(r, re.slots())
}

func (re *Regexp) FindSubmatch(b []byte) [][]byte {
	if m := re.FindSubmatchIndex(b); m != nil {
		return byteGroups(b, m)
	}
	return nil
}

func (re *Regexp) FindStringSubmatch(s string) []string {
	if m := re.FindStringSubmatchIndex(s); m != nil {
		return groups(s, m)
	}
	return nil
}

// mapped is nil for no matches.
func mapped[T any](matches [][]int, f func(m []int) T) []T {
	var results []T
	for _, m := range matches {
		results = append(results, f(m))
	}
	return results
}

func (re *Regexp) FindAll(b []byte, n int) [][]byte {
	return mapped(re.all(string(b), n, 2), func(m []int) []byte { return byteGroup(b, m, 0) })
}

func (re *Regexp) FindAllString(s string, n int) []string {
	return mapped(re.all(s, n, 2), func(m []int) string { return group(s, m, 0) })
}

func (re *Regexp) FindAllIndex(b []byte, n int) [][]int       { return re.all(string(b), n, 2) }
func (re *Regexp) FindAllStringIndex(s string, n int) [][]int { return re.all(s, n, 2) }

func (re *Regexp) FindAllSubmatch(b []byte, n int) [][][]byte {
	return mapped(re.all(string(b), n, re.slots()), func(m []int) [][]byte { return byteGroups(b, m) })
}

func (re *Regexp) FindAllStringSubmatch(s string, n int) [][]string {
	return mapped(re.all(s, n, re.slots()), func(m []int) []string { return groups(s, m) })
}

func (re *Regexp) FindAllSubmatchIndex(b []byte, n int) [][]int {
	return re.all(string(b), n, re.slots())
}

func (re *Regexp) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return re.all(s, n, re.slots())
}

// Split is what lies between the matches, in at most n parts if n is positive.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if len(re.expr) > 0 && len(s) == 0 {
		return []string{""}
	}
	var parts []string
	start, end := 0, 0
	for _, m := range re.all(s, n, 2) {
		if n > 0 && len(parts) == n-1 {
			break
		}
		end = m[0]
		if m[1] != 0 {
			parts = append(parts, s[start:end])
		}
		start = m[1]
	}
	if end != len(s) {
		parts = append(parts, s[start:])
	}
	return parts
}
