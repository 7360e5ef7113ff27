package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"
)

type Shape interface {
	Area() float64
	isShape()
}
type (
	Circle struct {
		R float64 `json:"r"`
	}
	Rect  struct{ W, H float64 }
	Group []Shape
)

func (Circle) isShape()        {}
func (Rect) isShape()          {}
func (Group) isShape()         {}
func (c Circle) Area() float64 { return 3 * c.R * c.R }
func (r Rect) Area() float64   { return r.W * r.H }
func (g Group) Area() (a float64) {
	for _, s := range g {
		a += s.Area()
	}
	return
}

type Envelope struct {
	Type string          `json:"type"`
	Data json.RawMessage `json:"data"`
}

func (g *Group) UnmarshalJSON(b []byte) error {
	var es []Envelope
	if err := json.Unmarshal(b, &es); err != nil {
		return err
	}
	for _, e := range es {
		var s Shape
		switch e.Type {
		case "circle":
			s = new(Circle)
		case "rect":
			s = new(Rect)
		case "group":
			s = new(Group)
		default:
			return fmt.Errorf("unknown shape %q", e.Type)
		}
		if err := json.Unmarshal(e.Data, s); err != nil {
			return fmt.Errorf("%s: %w", e.Type, err)
		}
		*g = append(*g, s)
	}
	return nil
}

type Level int

func (l Level) MarshalText() ([]byte, error) { return []byte(strings.Repeat("*", int(l))), nil }
func (l *Level) UnmarshalText(b []byte) error {
	*l = Level(len(b))
	return nil
}

type Common struct {
	ID      int       `json:"id"`
	Created time.Time `json:"created"`
}

type Doc struct {
	Common
	*Extra
	Title string          `json:"title"`
	Skip  string          `json:"-"`
	Dash  string          `json:"-,"`
	Num   int             `json:"num,string"`
	F     float64         `json:"f"`
	Big   uint64          `json:"big"`
	B     []byte          `json:"b"`
	Any   any             `json:"any"`
	M     map[Level]Level `json:"m"`
	P     *string         `json:"p,omitempty"`
	A     [2]bool         `json:"a"`
	Dur   time.Duration   `json:"dur"`
	I     map[int]string  `json:"i,omitempty"`
	Fn    func()          `json:"-"`
	Em    struct{}        `json:"em"`
	R     rune
}

type Extra struct {
	Note string `json:"note"`
	ID   string `json:"id"`
}

func main() {
	var g Group
	err := json.Unmarshal([]byte(`[{"type":"circle","data":{"r":2}},{"type":"group","data":[{"type":"rect","data":{"w":2,"H":3}}]}]`), &g)
	fmt.Println(g.Area(), err, len(g))
	for _, bad := range []string{`[{"type":"tri"}]`, `[{"type":"rect","data":{"W":"x"}}]`, `[{"type":"circle"}]`, `{}`, `[`, `nul`, `[{"type":"group","data":[{"type":"x"}]}]`} {
		var g Group
		err := json.Unmarshal([]byte(bad), &g)
		fmt.Printf("%T %v\n", err, err)
	}
	s := "p<>&\u2028é\x01\t\"\\"
	d := Doc{Common: Common{7, time.Date(2024, 1, 2, 3, 4, 5, 6000, time.UTC)}, Title: s, Num: 12, F: 1e21, Big: 1<<64 - 1, B: []byte("bytes"), Any: []any{1, "x", nil, map[string]any{"z": 1, "a": 2.5}}, M: map[Level]Level{2: 3, 1: 1}, P: &s, Dur: time.Second, I: map[int]string{10: "a", 9: "b"}, R: 'x', Dash: "d"}
	b, err := json.Marshal(d)
	fmt.Println(string(b), err)
	var back Doc
	err = json.Unmarshal(b, &back)
	fmt.Println(err, back.Title == s, back.Common, back.M, back.Any, string(back.B), back.I, back.Extra)
	d.Extra = &Extra{"n", "other"}
	d.P, d.Any = nil, nil
	b, _ = json.Marshal(d)
	fmt.Println(string(b)[:60])
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent(">", "  ")
	enc.Encode(map[string]any{"html": "<b>&</b>", "empty": []int{}, "nil": []int(nil), "m": map[string]int{}, "f": []float64{1, 1.5, 1e-7, 100000000000000000000, 1e21}})
	for _, v := range []any{make(chan int), func() {}, map[bool]int{true: 1}, complex(1, 2), struct{ X any }{func() {}}} {
		_, err := json.Marshal(v)
		fmt.Printf("%T %v\n", err, err)
	}
	type cyc struct{ Next *cyc }
	c := &cyc{}
	c.Next = c
	_, err = json.Marshal(c)
	fmt.Println(strings.HasPrefix(fmt.Sprint(err), "json: unsupported value: encountered a cycle"))
	var x struct {
		A int8
		B uint
		C []int
		D map[string]int
		E *int
		F bool
		T time.Time
		G any
	}
	for _, in := range []string{`{"A":200}`, `{"B":-1}`, `{"C":{}}`, `{"D":[1]}`, `{"E":null,"a":5}`, `{"F":1}`, `{"T":"2024"}`, `{"C":[1,"x",3],"A":7}`, `{"G":{"k":[1,2,{"z":null}]}}`, `{"A":1e2}`, `{"A":1.5}`, "{\"A\":1}x", `{"A":01}`, `{"A" 1}`, `{'A':1}`, "{\"G\":\"\\ud83d\\ude00\\ud83d\"}", "{\"G\":\"a\nb\"}"} {
		err := json.Unmarshal([]byte(in), &x)
		fmt.Printf("%v | %+v\n", err, x)
	}
	dec := json.NewDecoder(strings.NewReader(`{"a":[1,2.50,"s",true,null,{"b":{}}]} 5 "x"`))
	dec.UseNumber()
	for {
		t, err := dec.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T:%v more=%t ", t, t, dec.More())
	}
	var out strings.Builder
	fmt.Println(json.Valid([]byte(`{"a":1,}`)), json.Valid([]byte(` [1] `)), out.Len())
}
