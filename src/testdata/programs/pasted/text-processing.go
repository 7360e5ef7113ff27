package main

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"text/tabwriter"
	"text/template"
	"unicode"
	"unicode/utf8"
)

const doc = `# Title
Name:  Ada Lovelace
Age: 36

  * first item
  * second — item with "quotes"
* third, naïve café ☕
log: 2024-01-02T03:04:05Z level=warn msg="disk almost full" used=93%
log: 2024-01-02T03:04:06Z level=info msg="ok" used=12%
`

type entry struct {
	Level, Msg string
	Used       int
}

var logRE = regexp.MustCompile(`(?m)^log: (\S+) level=(?P<level>\w+) msg="([^"]*)" used=(\d+)%$`)

func main() {
	sc := bufio.NewScanner(strings.NewReader(doc))
	for n := 1; sc.Scan(); n++ {
		line := sc.Text()
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "":
			fmt.Printf("%2d blank\n", n)
		case strings.HasPrefix(trimmed, "#"):
			fmt.Printf("%2d heading %q\n", n, strings.TrimLeft(trimmed, "# "))
		case strings.HasPrefix(trimmed, "*"):
			fmt.Printf("%2d item %s (%d bytes, %d runes)\n", n, strconv.Quote(trimmed[2:]), len(trimmed), utf8.RuneCountInString(trimmed))
		default:
			if k, v, ok := strings.Cut(line, ":"); ok {
				fmt.Printf("%2d %s => %s\n", n, strings.ToUpper(k), strings.TrimSpace(v))
			}
		}
	}
	var entries []entry
	for _, m := range logRE.FindAllStringSubmatch(doc, -1) {
		used, _ := strconv.Atoi(m[4])
		entries = append(entries, entry{m[logRE.SubexpIndex("level")], m[3], used})
	}
	fmt.Printf("%+v\n", entries)
	fmt.Println(logRE.NumSubexp(), logRE.SubexpNames(), logRE)
	fmt.Println(logRE.ReplaceAllString(doc[len(doc)-60:], "${level}:$3"))
	tw := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(tw, "level\tmsg\tused\t")
	for _, e := range entries {
		fmt.Fprintf(tw, "%s\t%s\t%d\t\n", e.Level, e.Msg, e.Used)
	}
	tw.Flush()
	tmpl := template.Must(template.New("r").Funcs(template.FuncMap{"up": strings.ToUpper}).Parse(`{{define "row"}}{{.Level | up | printf "%-6s"}}|{{.Msg}}{{end -}}
{{range $i, $e := .}}{{if $i}}
{{end}}{{$i}}: {{template "row" $e}}{{with $e.Used}}{{if gt . 90}} !!{{else}} ok {{.}}{{end}}{{end}}{{else}}none{{end}}
{{len .}} {{index . 0 | printf "%v"}} {{(index . 1).Msg}} {{eq 1 2 1}} {{and true 0}} {{or "" "x"}} {{not nil}} {{slice "abcdef" 1 3}} {{html "<a&b>"}} {{js "it's"}} {{printf "%q" "x"}}
`))
	if err := tmpl.Execute(os.Stdout, entries); err != nil {
		fmt.Println(err)
	}
	err := template.Must(template.New("bad").Parse("{{.Nope}}")).Execute(os.Stdout, entries[0])
	fmt.Println(err)
	_, err = template.New("syn").Parse("{{if}}x{{end}}")
	fmt.Println(err)
	words := strings.FieldsFunc(doc, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	fmt.Println(len(words), words[len(words)-4:])
	freq := map[rune]int{}
	for _, r := range strings.ToLower(doc) {
		if unicode.IsLetter(r) {
			freq[r]++
		}
	}
	fmt.Println(freq['e'], freq['ï'], freq['é'], string([]rune{'☕', 0x10FFFF + 1, -1}))
	for i, r := range "a\xffé\xe4\xb8" {
		fmt.Print(i, ":", string(r), "/", r, " ")
	}
	fmt.Println(utf8.ValidString("a\xff"), strings.ToValidUTF8("a\xff\xfeb", "?"))
	r := strings.NewReplacer("<", "&lt;", ">", "&gt;", "a", "A", "aa", "B")
	fmt.Println(r.Replace("<aaa>"), strings.Map(func(r rune) rune {
		if r == 'x' {
			return -1
		}
		return unicode.ToUpper(r)
	}, "axbxcß"), strings.Title("hello wOrld"), strings.EqualFold("Straße", "STRASSE"), strings.EqualFold("ǅ", "ǆ"))
	fmt.Println(strings.SplitN("a,b,c,d", ",", 2), strings.SplitAfter("a,b,c", ","), strings.Split("", ","), len(strings.Split("abc", "")), strings.LastIndex("go gopher", "go"), strings.IndexByte("abc", 'c'), strings.IndexAny("golang", "ny"), strings.ContainsRune("é", 'é'))
	fmt.Println(strings.TrimFunc("123abc456", unicode.IsDigit), strings.TrimRight("abccc", "c"), strings.TrimSuffix("a.go", ".go"), strings.Count("cheese", "e"), strings.Count("abc", ""))
	var buf bytes.Buffer
	w := bufio.NewWriterSize(&buf, 16)
	for i := range 5 {
		fmt.Fprintf(w, "line %d\n", i)
	}
	fmt.Println(w.Buffered(), buf.Len(), w.Available())
	w.Flush()
	rd := bufio.NewReader(&buf)
	s, _ := rd.ReadString('\n')
	b, _ := rd.Peek(4)
	l, isP, err := rd.ReadLine()
	fmt.Printf("%q %q %q %v %v\n", s, b, l, isP, err)
	ru, size, _ := rd.ReadRune()
	rd.UnreadRune()
	rest, err := rd.ReadString('!')
	fmt.Printf("%c %d %q %v\n", ru, size, rest, err)
	ws := bufio.NewScanner(strings.NewReader("one  two\nthree"))
	ws.Split(bufio.ScanWords)
	for ws.Scan() {
		fmt.Print(ws.Text(), "|")
	}
	ws = bufio.NewScanner(strings.NewReader(strings.Repeat("x", 70000)))
	fmt.Println(ws.Scan(), ws.Err())
	for seg := range strings.SplitSeq("a-b-c", "-") {
		fmt.Print(seg, ";")
	}
	for line := range strings.Lines("x\ny\nz") {
		fmt.Printf("%q ", line)
	}
	fmt.Println()
	fmt.Println(strconv.Quote("\x00\u200b\U0001F600"), strconv.QuoteToASCII("é"), strconv.AppendInt(nil, -255, 16), strconv.FormatFloat(1.0/3, 'f', -1, 32))
	u, err := strconv.Unquote(`"a\u00e9\n"`)
	fmt.Printf("%q %v\n", u, err)
	_, err = strconv.Unquote(`'ab'`)
	fmt.Println(err)
}
