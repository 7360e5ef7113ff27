package main

import (
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"text/template"
	"time"
	"unicode"
)

type Person struct {
	First, Last string
	Born        time.Time
	Emails      []string
	Address     *Address
	Scores      map[string]float64
}

type Address struct {
	Street string
	City   string
}

func (p Person) Full() string                 { return p.First + " " + p.Last }
func (p *Person) Age(at time.Time) int        { return int(at.Sub(p.Born).Hours() / 24 / 365.25) }
func (p Person) Greet(s string, n int) string { return strings.Repeat(s+" ", n) + p.First }
func (a *Address) String() string             { return a.Street + ", " + a.City }

const report = `{{- /* report */ -}}
{{define "addr"}}{{with .Address}}{{.}}{{else}}(none){{end}}{{end -}}
{{range $i, $p := .People}}{{if $i}}
---
{{end}}{{inc $i}}. {{$p.Full | printf "%-20q"}} {{template "addr" $p}}
   born {{$p.Born.Format "Jan _2, 2006 (Mon)"}} {{$p.Age $.Now}} years
   {{- range .Emails}}
   <{{. | html}}>{{else}} no mail{{end}}
   {{- range $k, $v := .Scores}} {{$k}}:{{printf "%.2f" $v}}{{if gt $v 50.0}}!{{end}}{{end}}
   {{len .Emails}} {{index $.Labels "x"}} {{and .Address true | not}} {{or .Emails "none"}} {{.Greet "hi" 2}}
{{- end}}
{{with $x := slice "abcdef" 1 3}}{{$x}}{{end}} {{eq 1 2 3 1}} {{ne "a" "b"}} {{lt 1.5 2.5}} {{js "<a'b>"}} {{urlquery "a b&c"}}
{{block "footer" .Now}}at {{.UTC.Format "2006-01-02T15:04:05Z07:00"}}{{end}}
{{range 3}}{{.}}{{end}} {{range $i := .Seq}}{{if eq $i 2}}{{continue}}{{end}}{{if eq $i 4}}{{break}}{{end}}<{{$i}}>{{end}}
{{print 1 2 "x" 3 4.5 nil}} {{println "end" true}}
{{- "quoted" | title | upper}} {{call .Fn 4}}
`

func title(s string) string {
	var prev rune
	return strings.Map(func(r rune) rune {
		defer func() { prev = r }()
		if !unicode.IsLetter(prev) {
			return unicode.ToTitle(r)
		}
		return r
	}, s)
}

func main() {
	funcs := template.FuncMap{"inc": func(i int) int { return i + 1 }, "title": title, "upper": strings.ToUpper,
		"fail": func(s string) (string, error) { return "", fmt.Errorf("failed: %s", s) }}
	t, err := template.New("report").Funcs(funcs).Parse(report)
	if err != nil {
		fmt.Println("parse:", err)
		os.Exit(1)
	}
	now := time.Date(2025, time.January, 2, 3, 4, 5, 678e6, time.FixedZone("X", -5*3600-1800))
	data := map[string]any{
		"Now":    now,
		"Labels": map[string]int{"x": 42},
		"Seq":    []int{1, 2, 3, 4, 5},
		"Fn":     func(n int) string { return strings.Repeat("*", n) },
		"People": []*Person{
			{"Ann", "O'Neil", time.Date(1990, 5, 17, 0, 0, 0, 0, time.UTC), []string{"a<b>@x.org", "c@d"}, &Address{"Main St", "X"}, map[string]float64{"z": 1, "a": 99.5}},
			{First: "Bob", Last: "Lee"},
		},
	}
	if err := t.Execute(os.Stdout, data); err != nil {
		fmt.Println("\nexec:", err)
	}
	for _, src := range []string{
		"{{.Nope}}", "{{.People.X}}", "{{fail \"x\"}}", "{{index .Seq 10}}", "{{.Now.Foo}}", "{{if}}", "{{range .Seq}}", "{{nofunc 1}}", "{{.Fn}}", "{{template \"none\"}}", "{{1 | 2}}", "{{\"unterminated}}", "{{len 3}}", "{{end}}", "{{$x}}", "{{.Fn 1 2}}", "{{call .Seq}}", "{{lt 1 \"x\"}}", "{{printf \"%d\" \"s\"}}",
	} {
		t, err := template.New("t").Funcs(funcs).Option("missingkey=error").Parse(src)
		if err != nil {
			fmt.Println("P", err)
			continue
		}
		var sb strings.Builder
		err = t.Execute(&sb, data)
		s := sb.String()
		if strings.HasPrefix(s, "0x") {
			s = "0x"
		}
		fmt.Printf("E %q %v\n", s, err)
	}
	w := tabwriter.NewWriter(os.Stdout, 5, 0, 2, '.', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "name\tqty\tprice\t")
	fmt.Fprintln(w, "apple\t1\t$1.25\t")
	fmt.Fprintln(w, "watermelon\t100\t$0.5\t")
	w.Flush()
	for _, layout := range []string{time.ANSIC, time.RFC850, time.RFC1123Z, time.RFC3339Nano, time.Kitchen, time.StampMicro, "2006-002 15h .000 PM MST -0700 Z0700", "02/01/06 3:4:5pm .999"} {
		fmt.Println(now.Format(layout))
	}
	for _, s := range []string{"2024-02-30", "2024-13-01", "24-1-1", "2024-01-01x", ""} {
		_, err := time.Parse(time.DateOnly, s)
		fmt.Println(err)
	}
	d, err := time.ParseDuration("1h15m30.918273645s")
	fmt.Println(d, err, d.Round(time.Millisecond), d.Truncate(time.Minute), d.Hours(), now.Add(d).Weekday(), now.YearDay())
	y, wk := now.ISOWeek()
	fmt.Println(y, wk, now.Truncate(time.Hour), now.AddDate(0, 1, 30).Format(time.DateTime), now.Unix(), now.UnixMilli())
}
