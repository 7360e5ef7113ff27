// Go values to JSON and back: tags, methods, streams, errors and their offsets.
// vet: unmarshal
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"time"
)

type Base struct {
	ID   int `json:"id"`
	Kind string
}
type Color int

func (c Color) MarshalText() ([]byte, error) {
	if c < 0 {
		return nil, errors.New("negative color")
	}
	return []byte(fmt.Sprintf("color-%d", int(c))), nil
}
func (c *Color) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "color-%d", (*int)(c))
	return err
}

type Temp float64

func (t Temp) MarshalJSON() ([]byte, error) {
	return []byte(fmt.Sprintf(`{ "deg" : "<%g>" }`, float64(t))), nil
}
func (t *Temp) UnmarshalJSON(b []byte) error {
	var x struct{ Deg string }
	if err := json.Unmarshal(b, &x); err != nil {
		return err
	}
	_, err := fmt.Sscanf(x.Deg, "<%g>", (*float64)(t))
	return err
}

type Bad struct{}

func (Bad) MarshalJSON() ([]byte, error) { return []byte(`{"x":}`), nil }

type Fail struct{}

func (*Fail) MarshalJSON() ([]byte, error) { return nil, errors.New("failed on purpose") }

type Node struct {
	Name string
	Next *Node `json:",omitempty"`
}

type All struct {
	Base
	*Node     `json:"node"`
	B         bool
	I8        int8
	U16       uint16
	F32       float32
	F64       float64
	S         string `json:"s_name,omitempty"`
	Bytes     []byte
	Arr       [3]int
	Slice     []string
	NilSlice  []int
	M         map[string]int
	IM        map[int]string
	CM        map[Color]bool
	P         *int
	Any       any
	Col       Color
	T         Temp
	Skip      int       `json:"-"`
	Dash      int       `json:"-,"`
	Q         int       `json:",string"`
	QS        string    `json:"qs,string"`
	QB        bool      `json:",string"`
	QF        *float64  `json:",string"`
	Zero      time.Time `json:",omitzero"`
	When      time.Time
	Raw       json.RawMessage
	Num       json.Number
	unexp     int
	EmptyOmit map[string]int `json:",omitempty"`
}

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Printf("%s | %v", b, err)
	if err != nil {
		fmt.Printf(" | %T", err)
		if u := errors.Unwrap(err); u != nil {
			fmt.Printf(" | %T %v", u, u)
		}
	}
	fmt.Println()
}

func un(text string, v any) {
	err := json.Unmarshal([]byte(text), v)
	fmt.Printf("%-40s => %+v", text, deref(v))
	if err != nil {
		fmt.Printf(" | %v | %T", err, err)
		switch e := err.(type) {
		case *json.SyntaxError:
			fmt.Printf(" off=%d", e.Offset)
		case *json.UnmarshalTypeError:
			fmt.Printf(" %+v %v %d %q %q %v", e.Value, e.Type, e.Offset, e.Struct, e.Field, e.Err)
		}
	}
	fmt.Println()
}

func deref(v any) any {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return string(b)
}

func main() {
	seven := 7
	f := 2.5
	a := All{Base: Base{1, "k"}, Node: &Node{"n", &Node{"m", nil}}, B: true, I8: -8, U16: 65535, F32: 0.1, F64: 1e21, S: "a<b>&\"\\\n\u2028é\xff", Bytes: []byte("hello"), Slice: []string{"x"}, M: map[string]int{"b": 2, "a": 1}, IM: map[int]string{10: "ten", 9: "nine"}, CM: map[Color]bool{3: true}, P: &seven, Any: []any{1, "s", nil, map[string]any{"z": 1.5}}, Col: 4, T: 36.6, Q: 5, QS: "q\"s", QB: true, QF: &f, When: time.Date(2024, 2, 29, 12, 30, 45, 123000000, time.UTC), Raw: json.RawMessage(`{"raw": [1, 2]}`), Num: "12.50"}
	show(a)
	show(&a)
	b, _ := json.MarshalIndent(a, ">", "  ")
	fmt.Println(string(b))
	show(map[string]any{"t": true, "f": 1.0, "big": 1e100, "small": 1e-7, "e9": 1e-9, "neg0": math.Copysign(0, -1)})
	show(math.NaN())
	show([]any{math.Inf(1)})
	show(make(chan int))
	show(struct{ F func() }{})
	show(complex(1, 2))
	show(Bad{})
	show(&Fail{})
	show(Fail{})
	show([]*Fail{{}, nil})
	show(Color(-1))
	show(map[Color]int{-1: 1})
	show(map[float64]int{1.5: 1})
	show(map[bool]int{true: 1})
	show(map[struct{}]int{{}: 1})
	show(map[any]int{"x": 1})
	show(json.Number("abc"))
	show(json.RawMessage("{"))
	show([]json.RawMessage{nil})
	show(nil)
	show((*int)(nil))
	show([0]int{})
	show([]Color{1, 2})
	show([]byte(nil))
	show([]byte{})
	show([2]byte{1, 2})
	n := &Node{Name: "loop"}
	n.Next = n
	show(n)
	var cyc []any
	cyc = append(cyc, nil)
	cyc[0] = cyc
	show(cyc)

	var back All
	text, _ := json.Marshal(a)
	fmt.Println(json.Unmarshal(text, &back))
	show(back)
	for _, t := range []string{"", " ", "nul", "nulx", "tru", "{", "[", "[1", "[1,", "[1 2]", "[1,]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":1 \"b\":2}", "\"abc", "\"a\\q\"", "\"a\\u12\"", "\"a\\u12G4\"", "\"\x01\"", "-", "01", "1.", "1.x", "1e", "1e+", "-x", "1 2", "]", "}", "\x80", "é", "[}", "{]", "+1", "\"\\ud800\"", "\"\xff\"", "[1,2", "  x"} {
		var v any
		un(t, &v)
	}
	var i8 int8
	un("300", &i8)
	un("-1.5", &i8)
	un("\"x\"", &i8)
	un("1e2", &i8)
	var u uint
	un("-1", &u)
	var f32 float32
	un("1e400", &f32)
	var anyv any
	un("1e400", &anyv)
	var all All
	un(`{"id":"x","Kind":5,"B":"yes","I8":1000,"s_name":[1],"Arr":[1,2,3,4],"Slice":{"a":1},"M":{"a":"b","c":3},"IM":{"x":"y","5":"five"},"CM":{"color-2":true}}`, &all)
	fmt.Println(all.M, all.IM, all.Arr, all.CM)
	un(`{"node":{"Next":{"Next":{"Name":5}}}}`, &Node{})
	un(`{"node":{"Next":{"Next":{"Name":5}}}}`, &All{})
	un(`{"Next":{"Next":{"Name":5}}}`, &Node{})
	un(`[{"Name":true}]`, &[]Node{})
	un(`[1,"a"]`, &[]int{})
	un(`{"a":"b"}`, &map[string]int{})
	un(`{"a/b":{"c~d":"b"}}`, &map[string]map[string]int{})
	un(`{"Q":"x"}`, &All{})
	un(`{"Q":5}`, &All{})
	un(`{"QS":5}`, &All{})
	un(`{"qs":"x"}`, &All{})
	un(`{"QB":"x"}`, &All{})
	un(`{"QB":"null","QF":"null","Q":"null"}`, &All{})
	un(`{"Bytes":"!!!"}`, &All{})
	un(`{"When":"x"}`, &All{})
	un(`{"When":5}`, &All{})
	un(`{"T":5}`, &All{})
	un(`{"Col":5}`, &All{})
	un(`{"Col":"blue"}`, &All{})
	un(`{"Num":"12"}`, &All{})
	un(`{"Num":"x"}`, &All{})
	un(`{"Num":true}`, &All{})
	un(`{"KIND":"upper","i8":3,"u16":9}`, &All{})
	un(`{"P":null,"M":null,"Slice":null,"B":null}`, &All{P: &seven, B: true})
	var e error
	un(`{"a":1}`, &e)
	var ch chan int
	un(`1`, &ch)
	un(`null`, &ch)
	fmt.Println(json.Unmarshal([]byte("1"), nil), json.Unmarshal([]byte("1"), 5), json.Unmarshal([]byte("1"), (*int)(nil)))
	x := 5
	var ip any = &x
	un("8", &ip)
	fmt.Println(x)
	dec := json.NewDecoder(strings.NewReader(`{"a":1} {"a":2} [1,2,3] "s" nul`))
	for {
		var v any
		if err := dec.Decode(&v); err != nil {
			fmt.Println(err, dec.InputOffset())
			break
		}
		fmt.Println(v, dec.InputOffset())
	}
	dec = json.NewDecoder(strings.NewReader(`{"a":[1,2.5,"x",null,true,{}],"b":{"c":-3}}`))
	for {
		t, err := dec.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T:%v more=%v off=%d\n", t, t, dec.More(), dec.InputOffset())
	}
	for _, s := range []string{`[1 2]`, `{"a" 1}`, `{1:2}`, `[1,]`, `{"a":}`, `]`, `[}`, `{"a":1`, `[1,`, `{"a":1,}`, `,`, `[,1]`, `{"a",1}`, `tru`, `"abc`} {
		dec = json.NewDecoder(strings.NewReader(s))
		for {
			t, err := dec.Token()
			if err != nil {
				fmt.Printf("%s: %v %T %d\n", s, err, err, dec.InputOffset())
				break
			}
			fmt.Printf("%v ", t)
		}
	}
	for _, s := range []string{`{"a":1`, `  `, ``, `[1,2] x`, `{"x":1}{`} {
		dec = json.NewDecoder(strings.NewReader(s))
		var v any
		fmt.Println(dec.Decode(&v), v)
		fmt.Println(dec.Decode(&v), v)
	}
	dec = json.NewDecoder(strings.NewReader(`{"id":1,"Nope":2,"Kind":3}`))
	dec.DisallowUnknownFields()
	var base Base
	fmt.Println(dec.Decode(&base), base)
	dec = json.NewDecoder(strings.NewReader(`[1, 2.5, 12345678901234567890]`))
	dec.UseNumber()
	var nums []any
	fmt.Println(dec.Decode(&nums), nums)
	fmt.Printf("%T\n", nums[0])
	dec = json.NewDecoder(strings.NewReader(`[{"id":1},{"id":2}]`))
	dec.Token()
	for dec.More() {
		var b Base
		fmt.Println(dec.Decode(&b), b)
	}
	fmt.Println(dec.Token())
	enc := json.NewEncoder(os.Stdout)
	enc.Encode("<a&b>")
	enc.SetEscapeHTML(false)
	enc.Encode("<a&b>\u2028")
	enc.SetIndent("", "\t")
	fmt.Println(enc.Encode(map[string]any{"a": []int{1, 2}, "e": []int{}, "m": map[string]int{}}))
	fmt.Println(enc.Encode(make(chan int)))
	var sb strings.Builder
	_ = sb
	fmt.Println(json.Valid([]byte(`{"a":[1,2,{"b":null}]}`)), json.Valid([]byte(`{`)))
	fmt.Printf("%T %T %v\n", json.RawMessage{}, json.Delim('{'), json.Delim('['))
}
