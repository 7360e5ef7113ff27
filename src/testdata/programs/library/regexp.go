// regexp: every function, errors of patterns, flags, classes, Unicode, leftmost-first and longest.
package main

import (
	"errors"
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"
)

func finding() {
	re := regexp.MustCompile(`(?P<user>\w+)@(?P<host>\w+)\.com`)
	s := "ann@one.com, bob@two.com;x@y.com"
	fmt.Println(re, re.NumSubexp(), re.SubexpIndex("host"), re.SubexpIndex("none"))
	fmt.Printf("%q\n", re.SubexpNames())
	fmt.Println(re.MatchString(s), re.Match([]byte("none")), re.MatchReader(strings.NewReader(s)))
	fmt.Println(re.FindString(s), re.FindStringIndex(s))
	fmt.Printf("%q %q\n", re.FindStringSubmatch(s), re.FindAllString(s, -1))
	fmt.Println(re.FindStringSubmatchIndex(s), re.FindAllStringIndex(s, 2))
	fmt.Printf("%q\n", re.FindAllStringSubmatch(s, -1))
	fmt.Println(re.FindAllStringSubmatchIndex(s, -1))
	b := []byte(s)
	fmt.Printf("%s %q %q\n", re.Find(b), re.FindSubmatch(b), re.FindAll(b, 1))
	fmt.Println(re.FindIndex(b), re.FindSubmatchIndex(b), re.FindAllIndex(b, -1))
	fmt.Printf("%q\n", re.FindAllSubmatch(b, 2))
	fmt.Println(re.FindAllSubmatchIndex(b, 1))
	fmt.Println(re.FindReaderIndex(strings.NewReader(s)))
	fmt.Println(re.FindReaderSubmatchIndex(strings.NewReader("zzz")) == nil)
	fmt.Println(re.FindAllString("none", -1) == nil, re.FindStringSubmatch("none") == nil, re.Find(nil) == nil)
	fmt.Println(re.FindAllString(s, 0) == nil)
}

func replacing() {
	re := regexp.MustCompile(`a(x*)b(?P<tail>y)?`)
	fmt.Println(re.ReplaceAllString("-ab-axxb-aby-", "<$1|${tail}|$tail_|$$|$9|$|${1>"))
	fmt.Println(re.ReplaceAllLiteralString("-ab-axxb-", "$1"))
	fmt.Println(re.ReplaceAllStringFunc("-ab-axxb-", strings.ToUpper))
	fmt.Printf("%s\n", re.ReplaceAll([]byte("-ab-axxb-"), []byte("[$0]")))
	fmt.Printf("%s\n", re.ReplaceAllLiteral([]byte("-ab-"), []byte("$0")))
	fmt.Printf("%s\n", re.ReplaceAllFunc([]byte("-axb-"), func(b []byte) []byte { return b[1:] }))
	fmt.Println(regexp.MustCompile(`x*`).ReplaceAllString("axxbcé", "-"))
	fmt.Println(regexp.MustCompile(``).ReplaceAllString("日本", "."))
	fmt.Println(regexp.MustCompile(`^`).ReplaceAllString("line", "> "))
	m := re.FindStringSubmatchIndex("..axxby")
	fmt.Printf("%s %s\n", re.ExpandString(nil, "$1-$tail", "..axxby", m), re.Expand([]byte("got "), []byte("${0}"), []byte("..axxby"), m))
	fmt.Printf("%q\n", regexp.MustCompile(`a`).Split("banana", -1))
	fmt.Printf("%q\n", regexp.MustCompile(`a`).Split("banana", 2))
	fmt.Printf("%q\n", regexp.MustCompile(`a`).Split("banana", 0))
	fmt.Printf("%q\n", regexp.MustCompile(`z+`).Split("pizza", -1))
	fmt.Printf("%q\n", regexp.MustCompile(`x*`).Split("axbxc", -1))
	fmt.Printf("%q\n", regexp.MustCompile(`,`).Split("", -1))
	fmt.Println(regexp.QuoteMeta("a.b*[c]$ \\ {1} é"))
	fmt.Println(regexp.MustCompile(`abc+d`).LiteralPrefix())
	fmt.Println(regexp.MustCompile(`abc`).LiteralPrefix())
	fmt.Println(regexp.MustCompile(`(?i)abc`).LiteralPrefix())
	text, err := re.MarshalText()
	fmt.Println(string(text), err)
	var other regexp.Regexp
	fmt.Println(other.UnmarshalText([]byte(`a+`)), other.String(), other.UnmarshalText([]byte(`(`)))
}

func failing() {
	for _, pattern := range []string{
		`(abc`, `abc)`, `a**`, `a*+`, `a??`, `*a`, `a|*`, `(*)`, `[a`, `[z-a]`, `[[:word:]`, `[[:nope:]]`,
		`\`, `\8`, `\pX`, `\p{Nope}`, `\p{Greek`, `(?P<n`, `(?P<n>a`, `(?P<1-2>a)`, `(?i`, `(?z)`,
		`(?=a)`, `(?<!a)`, `a{1001}`, `a{2,1}`, `(a{100}){100}`, `a{,2}`, `a{1`, `\C`, `\Qa*\Eb`, `[a-\d]`,
		`\x{110000}`, `\x{}`, `\xZ`, `x{2}{3}`, `(?i-)`, `(?i)(?-i)a`, `[]a]`, `[^]a]`, `[-a]`, `[a-]`,
		`()`, `(|a)*`, `\_`, `\q`, `(?P=n)`, `\1`, `[[:^alpha:]]`, `(?s-m:.)`, `a$*`, `^*`, `\b+`,
		strings.Repeat("(", 1001) + strings.Repeat(")", 1001),
	} {
		_, err := regexp.Compile(pattern)
		_, posix := regexp.CompilePOSIX(pattern)
		if len(pattern) > 100 {
			pattern = pattern[:10]
			err = errors.New(err.Error()[:60])
			posix = nil
		}
		fmt.Printf("%q: %v | %v\n", pattern, err, posix)
	}
	_, err := regexp.Compile(`[`)
	var problem *syntax.Error
	fmt.Println(errors.As(err, &problem), problem.Code == syntax.ErrMissingBracket, problem.Expr)
	_, err = regexp.MatchString(`(`, "")
	fmt.Println(err)
	_, err = regexp.Compile("a\xff")
	fmt.Printf("%q\n", err)
	defer func() { fmt.Println(recover()) }()
	regexp.MustCompile("a`(")
}

var patterns = []string{
	``, `a`, `.`, `^`, `$`, `^$`, `a*`, `a+?`, `(a|ab)(c|bcd)(d*)`, `(?i)straße|ſ`, `\bfoo\b`, `\Bo`,
	`(?m)^\w+$`, `(?s)a.b`, `a.b`, `[^\d\s]+`, `[[:upper:]][[:lower:]]*`, `\p{Greek}+`, `\P{L}`, `\pN+`,
	`[\p{Lu}\d]+`, `[^\p{L}]`, `(?i)[k-s]+`, `(?i)[^k]`, `(a*)*`, `(a*)+`, `(a|b)*?c`, `(?U)a+`, `(?U)a+?`,
	`(a{2}){1,2}`, `a{0}b`, `(?:a|b|c)+`, `x*`, `(x)?(y)?`, `()|a`, `(a+)(b+)?`, `\x41|\x{3b1}|\101`,
	`[a\]]+`, `[\^a]`, `\Q.*\E`, `(|a)*`, `(|a)+`, `(a|aa)(a|aa)`, `日.`, `\z`, `a\z|b`, `(?i)é`, `\w+\s\w+`,
	`^abc`, `abc$`, `(?:(?:a))`, `a|b|cd|`, `[a-c]{2,3}`, `(?P<x>a)(?P<x>b)?`, `(?<y>.)\b`, `[^a]*`, `.*`,
	`(.*)(\d+)`, `(.*?)(\d+)`, `\p{Any}`, `\p{Lowercase_Letter}`, `\p{^Lu}`, `(?i)\p{Lu}`,
}

var texts = []string{
	"", "a", "aaa", "abcd", "ab", "foo", "foo bar", "x\ny\n", "a\nb", "STRASSE straße ſ", "Hello World 42",
	"αβγ δ", "kK\u212As", "aab bbc", "日本語", "a]b^c", "..*..", "éÉ", "\xff\xfea", "xxyxx", "aaaa", "abcabc", "12 ab 345",
}

func tables() {
	for _, pattern := range patterns {
		for _, longest := range []bool{false, true} {
			re := regexp.MustCompile(pattern)
			if longest {
				re.Longest()
			}
			fmt.Printf("%q %v:", pattern, longest)
			for _, text := range texts {
				fmt.Print(" ", re.FindAllStringSubmatchIndex(text, -1))
			}
			fmt.Println()
		}
	}
	for _, pattern := range []string{`(a|ab)(c|bcd)(d*)`, `a**`, `^b`, `[^a]+`, `(a+)(b+)`, `x?|xy`} {
		re := regexp.MustCompilePOSIX(pattern)
		for _, text := range texts {
			fmt.Print(re.FindAllStringSubmatchIndex(text, -1), " ")
		}
		fmt.Println()
	}
}

// random makes patterns from a small grammar.
type random uint32

func (r *random) next(n int) int {
	*r = *r*1664525 + 1013904223
	return int(*r>>16) % n
}

func (r *random) pattern(depth int) string {
	if depth == 0 {
		return []string{"a", "b", "c", ".", "[ab]", "[^a]", `\b`, "^", "$", "ab"}[r.next(10)]
	}
	switch r.next(7) {
	case 0:
		return "(" + r.pattern(depth-1) + ")"
	case 1:
		return "(?:" + r.pattern(depth-1) + ")" + []string{"*", "+", "?", "*?", "+?", "??", "{2}", "{1,2}", "{0,2}?"}[r.next(9)]
	case 2:
		return r.pattern(depth-1) + "|" + r.pattern(depth-1)
	default:
		return r.pattern(depth-1) + r.pattern(depth-1)
	}
}

func randoms() {
	r := random(7)
	for range 300 {
		pattern := r.pattern(3)
		text := ""
		for range r.next(12) {
			text += string("abc\n"[r.next(4)])
		}
		re := regexp.MustCompile(pattern)
		first := re.FindAllStringSubmatchIndex(text, -1)
		re.Longest()
		fmt.Printf("%q %q %v %v\n", pattern, text, first, re.FindAllStringSubmatchIndex(text, -1))
	}
}

func long() {
	// Neither pattern may take time exponential in the text.
	text := strings.Repeat("a", 20000)
	fmt.Println(regexp.MustCompile(`(a*)*b`).MatchString(text[:2000]))
	fmt.Println(regexp.MustCompile(`(x+x+)+y`).MatchString(strings.Repeat("x", 3000)))
	fmt.Println(regexp.MustCompile(`(a|aa)+$`).FindStringIndex(text))
	fmt.Println(regexp.MustCompile(`a(b|c)?d?`).FindAllStringIndex(text+"acd", -1)[19999:])
	fmt.Println(regexp.MustCompile(`[a-z]+(\d)`).FindStringSubmatchIndex(text + "7"))
	fmt.Println(len(regexp.MustCompile(`\w`).ReplaceAllString(text, "$0$0")))
}

func main() {
	finding()
	replacing()
	failing()
	tables()
	randoms()
	long()
}
