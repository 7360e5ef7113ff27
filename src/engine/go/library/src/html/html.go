// Package html escapes what HTML could misread, and back.
package html

import (
	"strconv"
	"strings"
)

var escaper = strings.NewReplacer(`&`, "&amp;", `'`, "&#39;", `<`, "&lt;", `>`, "&gt;", `"`, "&#34;")

// EscapeString escapes <, >, &, ' and ".
func EscapeString(s string) string { return escaper.Replace(s) }

// entities are the texts by the names, with their semicolon or, where it may be missing, without.
var entities map[string]string

// longestShort is the length of the longest name without a semicolon.
const longestShort = 6

func entity(name string) string {
	if entities == nil {
		entities = make(map[string]string, 2500)
		words := strings.Fields(named)
		for i := 0; i < len(words); i += 2 {
			var text strings.Builder
			for code := range strings.SplitSeq(words[i+1], "+") {
				r, _ := strconv.ParseUint(code, 16, 32)
				text.WriteRune(rune(r))
			}
			name, short := strings.CutSuffix(words[i], "!")
			entities[name+";"] = text.String()
			if short {
				entities[name] = text.String()
			}
		}
	}
	return entities[name]
}

// UnescapeString replaces character references: named, decimal and hexadecimal.
func UnescapeString(s string) string {
	var text strings.Builder
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			text.WriteString(s)
			return text.String()
		}
		text.WriteString(s[:i])
		plain, n := reference(s[i:])
		text.WriteString(plain)
		s = s[i+n:]
	}
}

// reference is what stands for the start of s, which is an ampersand, and how much of s that is.
func reference(s string) (text string, n int) {
	if len(s) > 1 && s[1] == '#' {
		return numeric(s)
	}
	n = 1
	for n < len(s) && isAlphanumeric(s[n]) {
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	if n == 1 {
		return s[:1], 1
	}
	if text := entity(s[1:n]); text != "" {
		return text, n
	}
	for k := min(n-2, longestShort); k > 1; k-- {
		if text := entity(s[1 : 1+k]); text != "" && len([]rune(text)) == 1 {
			return text, 1 + k
		}
	}
	return s[:n], n
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// windows1252 has what browsers show for 0x80 to 0x9f.
var windows1252 = []rune("\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
	"\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178")

func numeric(s string) (text string, n int) {
	if len(s) <= 3 {
		return s[:1], 1
	}
	n = 2
	base := rune(10)
	if s[n] == 'x' || s[n] == 'X' {
		base = 16
		n++
	}
	var x rune
	for n < len(s) {
		digit, err := strconv.ParseUint(s[n:n+1], int(base), 8)
		if err != nil {
			break
		}
		x = x*base + rune(digit)
		n++
	}
	if n < len(s) && s[n] == ';' {
		n++
	}
	if n <= 3 {
		return s[:1], 1
	}
	switch {
	case 0x80 <= x && x <= 0x9f:
		x = windows1252[x-0x80]
	case x == 0 || 0xd800 <= x && x <= 0xdfff || x > 0x10ffff:
		x = '\ufffd'
	}
	return string(x), n
}
