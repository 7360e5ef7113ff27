// Random texts, half of them spoilt, read in every way that encoding/json has.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"strings"
)

type E struct{ X, Y any }
type S struct {
	A int8
	B []float32
	C map[string]*S
	D string `json:",string"`
	E
	F *E `json:"f"`
	G [2]uint16
	H []byte
	I any
	J bool `json:"j,string"`
	K map[int]string
	L interface{ Foo() }
	N json.Number
}

var names = []string{"A", "a", "B", "C", "D", "E", "X", "Y", "f", "F", "G", "H", "I", "j", "K", "L", "N", "zz", "x"}
var strs = []string{`""`, `"x"`, `"12"`, `"\u00e9\n"`, `"aGk="`, `"\"q\""`, `"true"`, `"null"`, `"<>"`, `"\ud83d\ude00"`, `"é"`}
var nums = []string{"0", "1", "-5", "300", "1.5", "1e3", "-0", "65536", "1e999", "12345678901234567890"}

func gen(r *rand.Rand, depth int) string {
	n := r.Intn(10)
	if depth > 3 {
		n = r.Intn(6)
	}
	sp := []string{"", "", " ", "\n"}[r.Intn(4)]
	switch n {
	case 0, 1:
		return sp + nums[r.Intn(len(nums))]
	case 2, 3:
		return strs[r.Intn(len(strs))] + sp
	case 4:
		return []string{"null", "true", "false"}[r.Intn(3)]
	case 5, 6:
		var parts []string
		for range r.Intn(4) {
			parts = append(parts, gen(r, depth+1))
		}
		return "[" + strings.Join(parts, ",") + sp + "]"
	default:
		var parts []string
		for range r.Intn(5) {
			name := names[r.Intn(len(names))]
			if r.Intn(6) == 0 {
				name = fmt.Sprint(r.Intn(100))
			}
			parts = append(parts, `"`+name+`"`+sp+":"+gen(r, depth+1))
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
}

func mutate(r *rand.Rand, s string) string {
	if len(s) == 0 {
		return s
	}
	i := r.Intn(len(s))
	switch r.Intn(4) {
	case 0:
		return s[:i]
	case 1:
		return s[:i] + s[i+1:]
	case 2:
		return s[:i] + string(`{}[],:"x1-.e\ntf`[r.Intn(16)]) + s[i:]
	}
	return s[:i] + string(`{}[],:"x1-.e\ntf`[r.Intn(16)]) + s[i+1:]
}

func report(err error) string {
	switch e := err.(type) {
	case *json.SyntaxError:
		return fmt.Sprint(e, " @", e.Offset)
	case *json.UnmarshalTypeError:
		return fmt.Sprint(e, " @", e.Offset, " ", e.Value, " ", e.Field, " ", e.Struct)
	}
	return fmt.Sprintf("%v %T", err, err)
}

func main() {
	r := rand.New(rand.NewSource(1))
	for i := range 120 {
		text := gen(r, 0)
		if i%2 == 1 {
			text = mutate(r, text)
		}
		fmt.Printf("%d %s\n", i, text)
		var s S
		err := json.Unmarshal([]byte(text), &s)
		out, err2 := json.Marshal(s)
		fmt.Printf(" S %s %s %v\n", report(err), out, err2)
		var a any
		err = json.Unmarshal([]byte(text), &a)
		out, err2 = json.Marshal(a)
		fmt.Printf(" any %s %s %v\n", report(err), out, err2)
		var list []S
		fmt.Printf(" list %s\n", report(json.Unmarshal([]byte(text), &list)))
		var m map[string]int
		fmt.Printf(" map %s %v\n", report(json.Unmarshal([]byte(text), &m)), m)
		var buf bytes.Buffer
		err = json.Indent(&buf, []byte(text), "", " ")
		fmt.Printf(" indent %s %q\n", report(err), buf.String())
		dec := json.NewDecoder(strings.NewReader(text))
		for {
			t, err := dec.Token()
			if err != nil {
				fmt.Printf("%s @%d\n", report(err), dec.InputOffset())
				break
			}
			fmt.Printf("%v@%d ", t, dec.InputOffset())
		}
		dec = json.NewDecoder(strings.NewReader(text + " " + text))
		dec.DisallowUnknownFields()
		for range 3 {
			var s S
			if err := dec.Decode(&s); err != nil {
				fmt.Printf(" dec %s @%d\n", report(err), dec.InputOffset())
			}
		}
	}
}
