// Words of a text, counted, sorted, templated and replaced.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"sort"
	"strings"
	"text/template"
	"unicode"
	"unicode/utf8"
)

const text = `It was the best of times, it was the worst of times, it was the age of
wisdom, it was the age of foolishness... Naïve café — “quotes” and ünïcödé.
日本語のテキスト and emoji 🎉🎉 too! The end; the END.`

type Stat struct {
	Word  string
	Count int
	Lines []int
}

type byCount []*Stat

func (b byCount) Len() int { return len(b) }
func (b byCount) Less(i, j int) bool {
	return b[i].Count > b[j].Count || b[i].Count == b[j].Count && b[i].Word < b[j].Word
}
func (b byCount) Swap(i, j int) { b[i], b[j] = b[j], b[i] }

type countingReader struct {
	r io.Reader
	n int
}

func (c *countingReader) Read(p []byte) (int, error) {
	if len(p) > 16 {
		p = p[:16]
	}
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

var wordRE = regexp.MustCompile(`\pL+(?:['’]\pL+)?`)

func main() {
	stats := map[string]*Stat{}
	cr := &countingReader{r: strings.NewReader(text)}
	sc := bufio.NewScanner(cr)
	for n := 1; sc.Scan(); n++ {
		for _, w := range wordRE.FindAllString(sc.Text(), -1) {
			w = strings.ToLower(w)
			s, ok := stats[w]
			if !ok {
				s = &Stat{Word: w}
				stats[w] = s
			}
			s.Count++
			if !slices.Contains(s.Lines, n) {
				s.Lines = append(s.Lines, n)
			}
		}
	}
	list := make(byCount, 0, len(stats))
	for _, s := range stats {
		list = append(list, s)
	}
	sort.Sort(list)
	for _, s := range list[:8] {
		fmt.Printf("%-10s|%*d|%v\n", s.Word, 3, s.Count, s.Lines)
	}
	fmt.Println(cr.n, len(text), utf8.RuneCountInString(text))

	words := bufio.NewScanner(strings.NewReader(text))
	words.Split(bufio.ScanWords)
	longest := ""
	for words.Scan() {
		t := strings.TrimFunc(words.Text(), func(r rune) bool { return !unicode.IsLetter(r) })
		if utf8.RuneCountInString(t) > utf8.RuneCountInString(longest) {
			longest = t
		}
	}
	fmt.Printf("%q %+q %x % x\n", longest, "café", "é", "日")

	tmpl := template.Must(template.New("r").Funcs(template.FuncMap{"up": strings.ToUpper}).Parse(
		`{{range $i, $s := .}}{{if $i}}, {{end}}{{$s.Word | up | printf "%.4s"}}={{.Count}}{{with .Lines}}{{len .}}{{end}}{{end}}
`))
	if err := tmpl.Execute(os.Stdout, list[:5]); err != nil {
		fmt.Println(err)
	}
	var buf bytes.Buffer
	rep := strings.NewReplacer("best", "WORST", "worst", "BEST", "times", "t")
	rep.WriteString(&buf, text[:50])
	fmt.Println(buf.String(), strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Han, r) {
			return '#'
		}
		if r > 127 {
			return -1
		}
		return r
	}, text[len(text)-70:]))
	fmt.Println(strings.EqualFold("Straße", "STRASSE"), strings.ToUpper("straße"), strings.Title("hello wOrld"))
	for i, r := range "a\xffb€" {
		fmt.Print(i, ":", string(r), "(", r, ") ")
	}
	fmt.Println()
	fmt.Println([]byte("€"), []rune("a€"), string([]rune{8364}), strings.Fields(" a  b "), strings.SplitN("a,b,c", ",", 2))
}
