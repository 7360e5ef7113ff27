package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
)

type Status int

func (s Status) MarshalText() ([]byte, error) { return []byte([]string{"off", "on"}[s]), nil }
func (s *Status) UnmarshalText(b []byte) error {
	switch string(b) {
	case "on":
		*s = 1
	case "off":
		*s = 0
	default:
		return fmt.Errorf("bad status %q", b)
	}
	return nil
}

type Base struct {
	ID   int    `json:"id"`
	Kind string `json:"kind,omitempty"`
}

type Money struct{ cents int64 }

func (m Money) MarshalJSON() ([]byte, error) {
	return fmt.Appendf(nil, "%d.%02d", m.cents/100, m.cents%100), nil
}
func (m *Money) UnmarshalJSON(b []byte) error {
	var f float64
	if err := json.Unmarshal(b, &f); err != nil {
		return err
	}
	m.cents = int64(math.Round(f * 100))
	return nil
}

type Item struct {
	Base
	*Extra
	Name     string          `json:"name"`
	Price    Money           `json:"price"`
	Tags     []string        `json:"tags"`
	Attrs    map[string]any  `json:"attrs,omitempty"`
	Status   Status          `json:"status"`
	ByStatus map[Status]int  `json:"by_status,omitempty"`
	Raw      json.RawMessage `json:"raw,omitempty"`
	Skip     string          `json:"-"`
	Dash     string          `json:"-,"`
	Str      int             `json:"str,string"`
	Ptr      *float64        `json:"ptr"`
	Any      any             `json:"any"`
	Bytes    []byte          `json:"bytes"`
	Arr      [2]bool         `json:"arr"`
	private  int
	Inner    struct{ A, B int } `json:"inner"`
	IntKeys  map[int]string     `json:"ik,omitempty"`
}

type Extra struct {
	Note string `json:"note"`
	ID   int    `json:"id2"`
}

func main() {
	f := 2.5
	it := Item{Base: Base{ID: 1}, Name: "a<b>&\u2028\"é\x01", Price: Money{1999}, Status: 1, ByStatus: map[Status]int{1: 2, 0: 1}, Raw: json.RawMessage(`{"x": [1, 2]}`), Str: 5, Ptr: &f, Any: []any{nil, 1e21, "s", map[string]any{"z": 1, "a": nil}}, Bytes: []byte("hello"), IntKeys: map[int]string{10: "a", 9: "b"}, Dash: "d"}
	b, err := json.Marshal(it)
	fmt.Println(string(b), err)
	b, err = json.MarshalIndent(map[string]any{"b": []int{}, "a": map[string]int{}, "c": []int(nil), "d": struct{}{}, "e": [3]float64{1, 1.5, 1e-9}}, ">", "  ")
	fmt.Println(string(b), err)
	var back Item
	in := `{"id":3,"NAME":"case","note":"n","price":12.345,"tags":["x",null],"attrs":{"n":1,"l":[1,"2",null,true],"o":{}},"status":"on","raw":[1, 2 ],"str":"42","ptr":null,"any":{"k":1.0},"bytes":"aGVsbG8=","arr":[true],"inner":{"a":1,"B":2},"unknown":1,"ik":{"7":"x"}}`
	err = json.Unmarshal([]byte(in), &back)
	fmt.Printf("%v %+v %v\n", err, back.Base, back.Extra)
	fmt.Printf("%q %v %q %v %v %s %d %v %v %s %v %v %v\n", back.Name, back.Price, back.Tags, back.Attrs, back.Status, back.Raw, back.Str, back.Ptr, back.Any, back.Bytes, back.Arr, back.Inner, back.IntKeys)
	for _, s := range []string{`{"id":"x"}`, `{"id":1.5}`, `{"status":"maybe"}`, `{"tags":{"a":1}}`, `{"bytes":"!!"}`, `[1]`, `{"name":"a" "b"}`, `{"a":}`, ``, `{`, `nul`, `{"id":1}x`, `"\ud800"`, `{"str":"abc"}`, `{"id":99999999999999999999}`, "{\"a\":\"\x01\"}", `{"arr":[1]}`, `{"inner":{"A":"s"}}`, `{"ik":{"x":"y"}}`} {
		var v Item
		err := json.Unmarshal([]byte(s), &v)
		var se *json.SyntaxError
		var te *json.UnmarshalTypeError
		switch {
		case errors.As(err, &se):
			fmt.Println("syntax", se.Offset, err)
		case errors.As(err, &te):
			fmt.Println("type", te.Field, te.Type, te.Offset, err)
		default:
			fmt.Printf("%T %v\n", err, err)
		}
	}
	for _, v := range []any{math.NaN(), make(chan int), map[bool]int{true: 1}, func() {}, math.Inf(1), complex(1, 2), map[string]any{"a": make(chan int)}, []any{1, func() {}}} {
		_, err := json.Marshal(v)
		fmt.Printf("%T %v\n", err, err)
	}
	dec := json.NewDecoder(strings.NewReader(`{"id":1} {"id":2,"zzz":3} [1,2`))
	for {
		var base Base
		if err := dec.Decode(&base); err != nil {
			fmt.Println(err, err == io.EOF, dec.InputOffset())
			break
		}
		fmt.Println(base, dec.More())
	}
	dec = json.NewDecoder(strings.NewReader(`{"id":1,"zzz":3}`))
	dec.DisallowUnknownFields()
	var base Base
	fmt.Println(dec.Decode(&base))
	dec = json.NewDecoder(strings.NewReader(`{"n": 12345678901234567890, "l": [true, null, "s"]}`))
	dec.UseNumber()
	for {
		tok, err := dec.Token()
		if err != nil {
			fmt.Println(err)
			break
		}
		fmt.Printf("%T:%v ", tok, tok)
	}
	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	enc.Encode(struct {
		A string `json:"a"`
		F float32
		I int64 `json:",string"`
		E error
		N json.Number
	}{"<&>", 0.1, 7, nil, "3.14"})
	var buf bytes.Buffer
	fmt.Println(json.Compact(&buf, []byte(` { "a" : [ 1 , 2 ] } `)), buf.String(), json.Valid([]byte(`{}`)), json.Valid([]byte(`{a}`)))
	buf.Reset()
	json.Indent(&buf, []byte(`{"a":[],"b":{},"c":[1,{"d":2}]}`), "", "\t")
	fmt.Println(buf.String())
}
