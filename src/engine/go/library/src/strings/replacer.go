package strings

import "io"

// A Replacer replaces several strings at once, without looking at what it has put in.
type Replacer struct {
	pairs []string
}

// NewReplacer takes pairs of old and new; an earlier pair wins where several match.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	return &Replacer{append([]string(nil), oldnew...)}
}

// match finds the first pair that s starts with.
func (r *Replacer) match(s string, withEmpty bool) (old, replacement string, ok bool) {
	for i := 0; i < len(r.pairs); i += 2 {
		if (withEmpty || r.pairs[i] != "") && HasPrefix(s, r.pairs[i]) {
			return r.pairs[i], r.pairs[i+1], true
		}
	}
	return "", "", false
}

// Replace puts what replaces the empty string before every byte, and may replace the byte as well.
func (r *Replacer) Replace(s string) string {
	var b Builder
	start := 0
	afterEmpty := false
	for i := 0; i <= len(s); {
		old, replacement, ok := r.match(s[i:], !afterEmpty)
		afterEmpty = ok && old == ""
		if !ok {
			i++
			continue
		}
		b.WriteString(s[start:i])
		b.WriteString(replacement)
		i += len(old)
		start = i
	}
	b.WriteString(s[start:])
	return b.String()
}

func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	return io.WriteString(w, r.Replace(s))
}
