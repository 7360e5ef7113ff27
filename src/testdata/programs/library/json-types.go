// JSON of embedded structs, keys, methods, odd tags; streams that fail.
// vet: unmarshal
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
)

type A struct {
	X int
	Y int `json:"y"`
	Z string
}
type B struct {
	X int
	Y int `json:"y"`
	W *A
}
type unexp struct {
	U  int
	v  int
	UU []int
}
type Embed struct {
	A
	*B
	unexp
	Own int
}
type PtrUnexp struct {
	*unexp
	N int
}
type Tagged struct {
	A `json:"a"`
	B `json:",omitempty"`
}
type Rec struct {
	Kids []*Rec          `json:"kids,omitempty"`
	M    map[string]*Rec `json:"m,omitempty"`
	I    any             `json:"i,omitempty"`
}
type Iface interface{ Do() string }
type Impl struct{ V int }

func (i *Impl) Do() string { return "impl" }

type Holder struct {
	I Iface
	E error
	F func() `json:"-"`
	T time.Duration
	M time.Month
}
type Omit struct {
	A int             `json:",omitempty"`
	B string          `json:",omitempty"`
	C []int           `json:",omitempty"`
	D map[string]int  `json:",omitempty"`
	E *int            `json:",omitempty"`
	F struct{}        `json:",omitempty"`
	G time.Time       `json:",omitempty"`
	H any             `json:",omitempty"`
	I [0]int          `json:",omitempty"`
	J float64         `json:",omitempty"`
	K bool            `json:",omitempty"`
	L time.Time       `json:",omitzero"`
	N struct{ Q int } `json:",omitzero"`
	O []int           `json:",omitzero"`
}
type Key struct{ a int }

func (k Key) MarshalText() ([]byte, error)  { return []byte(fmt.Sprint("k", k.a)), nil }
func (k *Key) UnmarshalText(b []byte) error { _, err := fmt.Sscanf(string(b), "k%d", &k.a); return err }

type Str string

func (s Str) MarshalText() ([]byte, error) { return []byte("S:" + string(s)), nil }

type Bytes []byte
type MyByte byte
type Weird struct {
	A int    `json:"a b"`
	B int    `json:"é"`
	C int    `json:"x'y"`
	D int    `json:"<>"`
	E int    `json:","`
	F int    `json:"f,unknown,omitempty"`
	G string `json:"g,string,omitempty"`
	H []byte
	I []MyByte
	J Bytes
	K [3]byte
	L *[]int `json:",string"`
	M **int  `json:",string"`
	N any    `json:",string"`
	O uint8  `json:",string"`
}
type SelfUn struct{ raw string }

func (s *SelfUn) UnmarshalJSON(b []byte) error {
	s.raw = string(b)
	if len(b) > 10 {
		return errors.New("too long")
	}
	return nil
}
func (s SelfUn) MarshalJSON() ([]byte, error) { return json.Marshal("raw:" + s.raw) }

type errReader struct{ n int }

func (r *errReader) Read(p []byte) (int, error) {
	r.n++
	if r.n > 3 {
		return 0, errors.New("disk on fire")
	}
	return copy(p, `{"a":1} `), nil
}

type oneByte struct{ r io.Reader }

func (o oneByte) Read(p []byte) (int, error) { return o.r.Read(p[:1]) }

func show(v any) {
	b, err := json.Marshal(v)
	fmt.Printf("%s | %v\n", b, err)
}
func un(s string, v any) {
	err := json.Unmarshal([]byte(s), v)
	fmt.Printf("%s -> ", s)
	show(v)
	if err != nil {
		fmt.Printf("   %v %T", err, err)
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			fmt.Print(" ", te.Offset, te.Field, te.Struct)
		}
		fmt.Println()
	}
}

func main() {
	show(Embed{A: A{1, 2, "z"}, unexp: unexp{3, 4, nil}, Own: 5})
	show(Embed{B: &B{7, 8, &A{}}})
	show(PtrUnexp{})
	show(PtrUnexp{&unexp{1, 2, []int{3}}, 4})
	show(Tagged{})
	show(Rec{Kids: []*Rec{nil, {}}, M: map[string]*Rec{"x": {I: 5}}})
	show(Holder{I: &Impl{3}, E: errors.New("e"), T: time.Second, M: time.May})
	show(Omit{})
	one := 0
	show(Omit{1, "b", []int{}, map[string]int{}, &one, struct{}{}, time.Time{}, 0, [0]int{}, 1e-9, true, time.Unix(0, 0).UTC(), struct{ Q int }{1}, []int{}})
	show(map[Key]int{{2}: 1, {1}: 2})
	show(map[*Key]int{{5}: 1})
	show(map[Str]Str{"a": "b"})
	show(map[int8]bool{-1: true, 5: false, 10: true})
	show(map[uint64]string{1 << 63: "big"})
	p := &one
	show(Weird{H: []byte{1}, I: []MyByte{2, 3}, J: Bytes("x"), K: [3]byte{1, 2, 3}, L: &[]int{1}, M: &p, N: 5, O: 9})
	show(SelfUn{"q"})
	show([]SelfUn{{"q"}})
	show(map[string]any{"z": json.Number("1e5"), "r": json.RawMessage(" [1 , 2] "), "n": nil, "f": float32(3.4028235e38), "s": struct{}{}, "i": int64(1) << 60})
	show([]float32{0.1, 1e-7, 1e21, 16777216})
	show([]float64{0.1, 1e-7, 1e21, 1e20, 123456789.125, -0.000001, 5e-324})
	show("\u2028\u2029<>&\x00\x1f\x7f\xc3\x28")
	var e Embed
	un(`{"X":1,"y":2,"Z":"q","W":{"X":5},"U":6,"v":7,"UU":[1],"Own":8,"own":9}`, &e)
	var pu PtrUnexp
	un(`{"U":1,"N":2}`, &pu)
	var tg Tagged
	un(`{"a":{"X":1},"X":2,"y":3,"W":{}}`, &tg)
	var h Holder
	un(`{"I":{"V":1},"T":5}`, &h)
	h.I = &Impl{9}
	un(`{"I":{"V":1},"E":null,"T":"x","M":2}`, &h)
	var mk map[Key]int
	un(`{"k1":1,"x":2,"k3":3}`, &mk)
	var mi map[int8]string
	un(`{"1":"a","300":"b","x":"c","-5":"d"}`, &mi)
	var mu map[uint]any
	un(`{"1":[1],"-1":2}`, &mu)
	var ms map[Str]Str
	un(`{"a":"b"}`, &ms)
	var w Weird
	un(`{"a b":1,"é":2,"x'y":3,"<>":4,"E":5,"g":"\"s\"","H":"AQ==","I":"AgM=","J":"eA==","K":[9,8],"L":[1],"O":"7","N":"s"}`, &w)
	un(`{"K":[1,2,3,4,5],"I":[1,2],"H":[7,300],"O":"300"}`, &w)
	var su []SelfUn
	un(`[1, {"a": [1, 2]}, "this is a long string", null]`, &su)
	var sl = []int{1, 2, 3, 4}
	un(`[9,8]`, &sl)
	var slp = []*int{&one}
	un(`[5,6]`, &slp)
	fmt.Println(one)
	var arr [2]struct{ A, B int }
	arr[0].B = 5
	un(`[{"A":1},{"A":2},{"A":3}]`, &arr)
	m := map[string]A{"x": {1, 2, "keep"}}
	un(`{"x":{"X":9},"y":{"Z":"new"}}`, &m)
	var anyp any = &A{Z: "keep"}
	un(`{"X":4}`, &anyp)
	var anyv any = A{Z: "lost"}
	un(`{"X":4}`, &anyv)
	var nested **map[string][]*int
	un(`{"a":[1,null,3]}`, &nested)
	var tm struct{ T time.Time }
	un(`{"T":"2024-02-30T00:00:00Z"}`, &tm)
	un(`{"T":"2024-02-29T10:20:30.5+02:00"}`, &tm)
	un(`{"T":null}`, &tm)
	var d time.Duration
	un(`1500`, &d)
	un(`"1s"`, &d)
	var b Bytes
	un(`"aGVsbG8"`, &b)
	un(`"aGVs\nbG8="`, &b)
	var raw struct {
		R json.RawMessage
		P *json.RawMessage
	}
	un(`{"R": {"a" : 1}, "P": null}`, &raw)
	un(`{"P": [1, 2]}`, &raw)
	dec := json.NewDecoder(&errReader{})
	for range 5 {
		var v map[string]int
		fmt.Println(dec.Decode(&v), v)
	}
	dec = json.NewDecoder(oneByte{strings.NewReader(`{"a":[1,22,{"b":"c\u00e9"}]} 123 "x" tru`)})
	for range 5 {
		var v any
		fmt.Println(dec.Decode(&v), v)
	}
	dec = json.NewDecoder(strings.NewReader(`{"a":1}garbage after`))
	var v any
	fmt.Println(dec.Decode(&v), v)
	rest, _ := io.ReadAll(dec.Buffered())
	fmt.Printf("%q\n", rest)
	dec = json.NewDecoder(strings.NewReader(`{"items":[{"X":1},{"X":2}],"n":3}`))
	for dec.More() {
		t, err := dec.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		if t == "items" {
			dec.Token()
			for dec.More() {
				var a A
				fmt.Println(dec.Decode(&a), a)
			}
			fmt.Println(dec.Token())
		} else {
			fmt.Println(t)
		}
	}
	var out bytes.Buffer
	fmt.Println(json.Compact(&out, []byte(" { \"a\" : [ 1 , 2 ] } ")), out.String())
	out.Reset()
	json.HTMLEscape(&out, []byte(`{"a":"<b>&\u2028"}`))
	fmt.Println(out.String())
	out.Reset()
	fmt.Println(json.Indent(&out, []byte(`{"a":[],"b":{},"c":[1,{"d":2}]}  `), "--", ">"), out.String()+"|")
	enc := json.NewEncoder(&out)
	out.Reset()
	enc.SetIndent(">", "  ")
	fmt.Println(enc.Encode([]any{1, map[string]any{"a": nil}}), out.String())
	var is *json.InvalidUnmarshalError
	fmt.Println(errors.As(json.Unmarshal(nil, A{}), &is), is)
	un(`{"X":1,"X":2,"x":3}`, new(A))
	un(`{"deep":`+strings.Repeat("[", 20)+strings.Repeat("]", 20)+`}`, new(any))
}
