package testing

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"unicode"
)

type matchFunc = func(pattern, text string) (bool, error)

// A matcher decides which tests are run, and gives subtests their names.
type matcher struct {
	match matchFunc
	run   []pattern
	skip  []pattern
	// used counts how often a name was asked for.
	used map[string]int
}

// A pattern has a regular expression for each level of subtests.
type pattern []string

// newMatcher ends the program if the patterns of a flag are no regular expressions.
func newMatcher(match matchFunc, run, flagName, skip string) *matcher {
	m := &matcher{match: match, used: map[string]int{}}
	if run != "" {
		m.run = patternsOf(run)
	} else {
		m.run = []pattern{{}}
	}
	if skip != "" {
		m.skip = patternsOf(skip)
	}
	m.verify(m.run, flagName)
	m.verify(m.skip, "-test.skip")
	return m
}

func (m *matcher) verify(patterns []pattern, flagName string) {
	for n, p := range patterns {
		for i, element := range p {
			if _, err := m.match(element, "non-empty"); err != nil {
				where := ""
				if len(patterns) > 1 {
					where = fmt.Sprintf("alternation %d of ", n)
				}
				fmt.Fprintf(os.Stderr, "testing: invalid regexp for %selement %d of %s (%q): %s\n", where, i, flagName, element, err)
				os.Exit(1)
			}
		}
	}
}

// patternsOf splits at each | and / outside of brackets and parentheses.
func patternsOf(text string) []pattern {
	var patterns []pattern
	var current pattern
	brackets, parentheses, start := 0, 0, 0
	for i := 0; i < len(text); i++ {
		isOutside := brackets == 0 && parentheses == 0
		switch c := text[i]; {
		case c == '\\':
			i++
		case c == '[':
			brackets++
		case c == ']':
			brackets = max(brackets-1, 0)
		case c == '(' && brackets == 0:
			parentheses++
		case c == ')' && brackets == 0:
			parentheses--
		case (c == '/' || c == '|') && isOutside:
			current = append(current, asName(text[start:i]))
			start = i + 1
			if c == '|' {
				patterns = append(patterns, current)
				current = nil
			}
		}
	}
	current = append(current, asName(text[start:]))
	return append(patterns, current)
}

// matches says whether the name fits, and whether only because it is shorter than the pattern.
func (m *matcher) matches(patterns []pattern, name string) (ok, isPartial bool) {
	elements := strings.Split(name, "/")
	for _, p := range patterns {
		if m.fits(p, elements) {
			return true, len(elements) < len(p)
		}
	}
	return false, false
}

func (m *matcher) fits(p pattern, elements []string) bool {
	for i, element := range elements {
		if i >= len(p) {
			break
		}
		if ok, _ := m.match(p[i], element); !ok {
			return false
		}
	}
	return true
}

// fullName is the name of a test or subtest, and whether it is to be run.
func (m *matcher) fullName(c *common, name string) (full string, ok, isPartial bool) {
	if c != nil && c.level > 0 {
		name = m.unique(c.name, asName(name))
	}
	ok, isPartial = m.matches(m.run, name)
	if !ok {
		return name, false, false
	}
	if skipped, isPartial := m.matches(m.skip, name); skipped && !isPartial {
		return name, false, false
	}
	return name, ok, isPartial
}

// unique adds #01, #02, … to names that were used before.
func (m *matcher) unique(parent, name string) string {
	base := parent + "/" + name
	for {
		count := m.used[base]
		m.used[base] = count + 1
		if count == 0 && name != "" {
			// A name that looks like a numbered one must not be one that was given.
			prefix, number := numbered(base)
			if len(prefix) < len(base) && number < m.used[prefix] {
				continue
			}
			return base
		}
		candidate := fmt.Sprintf("%s#%02d", base, count)
		if m.used[candidate] == 0 {
			return candidate
		}
	}
}

// numbered splits `name#01`; the number is 0 if there is none.
func numbered(name string) (prefix string, number int) {
	at := strings.LastIndex(name, "#")
	if at < 0 {
		return name, 0
	}
	prefix, digits := name[:at], name[at+1:]
	if len(digits) < 2 || len(digits) > 2 && digits[0] == '0' {
		return name, 0
	}
	if digits == "00" && !strings.HasSuffix(prefix, "/") {
		return name, 0
	}
	n, err := strconv.ParseInt(digits, 10, 32)
	if err != nil || n < 0 {
		return name, 0
	}
	return prefix, int(n)
}

// asName is the text without spaces and with other unprintable characters escaped.
func asName(text string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			b.WriteByte('_')
		case !strconv.IsPrint(r):
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
