// Package regexp: regular expressions in RE2's syntax. Searching takes time linear in the text.
package regexp

import (
	"io"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Regexp may be used by several goroutines at once, but for Longest.
type Regexp struct {
	expr    string
	posix   bool
	longest bool
	names   []string
}

// check tells what is wrong with a pattern, or the names of its groups.
func check(expr string, posix bool) (code, part string, names []string)

// find is where the leftmost match from a place on begins and ends, and its groups.
func find(expr string, posix, longest bool, text string, from, slots int) []int

// decided says whether more text after s cannot change what find gives.
func decided(expr string, posix, longest bool, s string, slots int) bool

// findAll puts the places of several matches one after the other.
func findAll(expr string, posix, longest bool, text string, max, slots int) []int

func literalPrefix(expr string, posix bool) (prefix string, complete bool)

func compile(expr string, posix bool) (*Regexp, error) {
	code, part, names := check(expr, posix)
	if code != "" {
		return nil, &syntax.Error{syntax.ErrorCode(code), part}
	}
	return &Regexp{expr, posix, posix, names}, nil
}

func Compile(expr string) (*Regexp, error)      { return compile(expr, false) }
func CompilePOSIX(expr string) (*Regexp, error) { return compile(expr, true) }

func MustCompile(str string) *Regexp      { return must("Compile", str, false) }
func MustCompilePOSIX(str string) *Regexp { return must("CompilePOSIX", str, true) }

func must(function, expr string, posix bool) *Regexp {
	re, err := compile(expr, posix)
	if err != nil {
		quoted := "`" + expr + "`"
		if !strconv.CanBackquote(expr) {
			quoted = strconv.Quote(expr)
		}
		panic("regexp: " + function + "(" + quoted + "): " + err.Error())
	}
	return re
}

func (re *Regexp) String() string { return re.expr }
func (re *Regexp) Longest()       { re.longest = true }

func (re *Regexp) Copy() *Regexp {
	other := *re
	return &other
}

func (re *Regexp) NumSubexp() int        { return len(re.names) - 1 }
func (re *Regexp) SubexpNames() []string { return re.names }

func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, other := range re.names {
			if name == other {
				return i
			}
		}
	}
	return -1
}

func (re *Regexp) LiteralPrefix() (prefix string, complete bool) {
	return literalPrefix(re.expr, re.posix)
}

func (re *Regexp) AppendText(b []byte) ([]byte, error) { return append(b, re.expr...), nil }
func (re *Regexp) MarshalText() ([]byte, error)        { return []byte(re.expr), nil }

func (re *Regexp) UnmarshalText(text []byte) error {
	other, err := Compile(string(text))
	if err != nil {
		return err
	}
	*re = *other
	return nil
}

func (re *Regexp) MatchString(s string) bool { return re.first(s, 2) != nil }

func (re *Regexp) Match(b []byte) bool              { return re.MatchString(string(b)) }
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.firstOf(r, 0) != nil }

func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchString(s), nil
}

func Match(pattern string, b []byte) (matched bool, err error) {
	return MatchString(pattern, string(b))
}

func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	if err != nil {
		return false, err
	}
	return re.MatchReader(r), nil
}

// firstOf is like first; its places count what the reader says of the lengths of its runes. It reads no
// further than a match needs, and one rune more; of long texts a little further. No slots are for
// whether there is a match.
func (re *Regexp) firstOf(r io.RuneReader, slots int) []int {
	var text strings.Builder
	place := 0
	// places has those of all bytes of the text: runes that were broken are longer in the text.
	var places []int
	count, next := 0, 1
	for {
		c, size, err := r.ReadRune()
		if err != nil {
			break
		}
		text.WriteRune(c)
		for len(places) < text.Len() {
			places = append(places, place)
		}
		place += size
		if count++; count >= next {
			if decided(re.expr, re.posix, re.longest, text.String(), slots) {
				break
			}
			next += 1 + count/64
		}
	}
	places = append(places, place)
	m := re.first(text.String(), max(slots, 2))
	for i, at := range m {
		if at >= 0 {
			m[i] = places[at]
		}
	}
	return m
}

// QuoteMeta is a pattern that matches the text itself.
func QuoteMeta(s string) string {
	var quoted strings.Builder
	for i := range len(s) {
		if strings.IndexByte(`\.+*?()|[]{}^$`, s[i]) >= 0 {
			quoted.WriteByte('\\')
		}
		quoted.WriteByte(s[i])
	}
	return quoted.String()
}

func isNameRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// reference is what follows a dollar: the name or number of a group.
func reference(text string) (name string, number int, rest string, ok bool) {
	braced := strings.HasPrefix(text, "{")
	if braced {
		text = text[1:]
	}
	end := 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isNameRune(r) {
			break
		}
		end += size
	}
	name, rest = text[:end], text[end:]
	if name == "" || braced && !strings.HasPrefix(rest, "}") {
		return "", 0, "", false
	}
	if braced {
		rest = rest[1:]
	}
	for i := range len(name) {
		if name[i] < '0' || '9' < name[i] || number >= 1e8 {
			return name, -1, rest, true
		}
		number = number*10 + int(name[i]-'0')
	}
	if name[0] == '0' && len(name) > 1 {
		number = -1
	}
	return name, number, rest, true
}

func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.ExpandString(dst, string(template), string(src), match)
}

// ExpandString appends a template with $1, $name and ${name} replaced by groups of a match.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	for {
		before, after, found := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !found {
			return dst
		}
		template = after
		if strings.HasPrefix(template, "$") {
			dst = append(dst, '$')
			template = template[1:]
			continue
		}
		name, number, rest, ok := reference(template)
		if !ok {
			dst = append(dst, '$')
			continue
		}
		template = rest
		if number < 0 {
			number = re.groupOf(name, match)
		}
		if number >= 0 && 2*number+1 < len(match) && match[2*number] >= 0 {
			dst = append(dst, src[match[2*number]:match[2*number+1]]...)
		}
	}
}

// groupOf is the first group of a name that took part in a match, or -1.
func (re *Regexp) groupOf(name string, match []int) int {
	for i, other := range re.names {
		if name == other && 2*i+1 < len(match) && match[2*i] >= 0 {
			return i
		}
	}
	return -1
}
