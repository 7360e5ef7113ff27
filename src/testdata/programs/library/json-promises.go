// JSON of nil pointers in interfaces that promise a method, and of strings in strings.
package main

import (
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

type W struct {
	Message string `json:"result,string"`
}

type J struct{}

func (j *J) MarshalJSON() ([]byte, error) {
	if j == nil {
		return []byte(`"none"`), nil
	}
	return []byte(`"some"`), nil
}

type T struct{}

func (t *T) MarshalText() ([]byte, error) {
	if t == nil {
		return nil, errors.New("no text")
	}
	return []byte("text"), nil
}

type B struct{}

func (*B) MarshalJSON() ([]byte, error) { return nil, errors.New("no JSON") }

type A struct{}

func (*A) AppendText([]byte) ([]byte, error) { return nil, errors.New("no append") }

func (t *T) String() string { return "T" }

func main() {
	for _, in := range []string{`{"result":"x"}`, `{"result":"\""}`, `{"result":"\"foo"}`, `{"result":"\"foo\""}`, `{"result":123}`, `{"result":""}`} {
		var s W
		fmt.Println(json.NewDecoder(strings.NewReader(in)).Decode(&s), s)
	}
	for _, v := range []any{
		struct{ M json.Marshaler }{},
		struct{ M json.Marshaler }{(*J)(nil)},
		struct{ M json.Marshaler }{&J{}},
		struct{ M any }{(*J)(nil)},
		struct{ M *J }{},
		struct{ M encoding.TextMarshaler }{(*T)(nil)},
		struct{ M encoding.TextMarshaler }{&T{}},
		struct{ M fmt.Stringer }{(*T)(nil)},
		struct{ M json.Marshaler }{(*B)(nil)},
		struct{ M encoding.TextAppender }{(*A)(nil)},
		struct{ M json.Marshaler }{&B{}},
		[]json.Marshaler{nil, (*J)(nil), &J{}},
		map[string]json.Marshaler{"a": (*J)(nil)},
	} {
		out, err := json.Marshal(v)
		fmt.Println(string(out), err)
	}
}
