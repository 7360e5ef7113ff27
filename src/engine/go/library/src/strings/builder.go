package strings

// A Builder builds a string from pieces. Joining strings is cheap in the machine, so it keeps one.
type Builder struct {
	self     *Builder
	text     string
	capacity int
}

func (b *Builder) check() {
	if b.self == nil {
		b.self = b
	} else if b.self != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

func (b *Builder) String() string { return b.text }
func (b *Builder) Len() int       { return len(b.text) }
func (b *Builder) Cap() int       { return max(b.capacity, len(b.text)) }

func (b *Builder) Reset() {
	b.self = nil
	b.text = ""
	b.capacity = 0
}

func (b *Builder) Grow(n int) {
	b.check()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if b.Cap()-len(b.text) < n {
		b.capacity = 2*b.Cap() + n
	}
}

func (b *Builder) Write(p []byte) (int, error) {
	b.check()
	b.text += string(p)
	return len(p), nil
}

func byteString(c byte) string

func (b *Builder) WriteByte(c byte) error {
	b.check()
	b.text += byteString(c)
	return nil
}

func (b *Builder) WriteRune(r rune) (int, error) {
	b.check()
	n := len(b.text)
	b.text += string(r)
	return len(b.text) - n, nil
}

func (b *Builder) WriteString(s string) (int, error) {
	b.check()
	b.text += s
	return len(s), nil
}
