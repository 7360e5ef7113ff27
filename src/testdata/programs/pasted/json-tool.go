// JSON with custom types, strict and streaming decoding, and every kind of error.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"
)

type Status int

const (
	Active Status = iota + 1
	Suspended
)

func (s Status) MarshalText() ([]byte, error) {
	switch s {
	case Active:
		return []byte("active"), nil
	case Suspended:
		return []byte("suspended"), nil
	}
	return nil, fmt.Errorf("bad status %d", int(s))
}

func (s *Status) UnmarshalText(b []byte) error {
	switch string(b) {
	case "active":
		*s = Active
	case "suspended":
		*s = Suspended
	default:
		return fmt.Errorf("unknown status %q", b)
	}
	return nil
}

type Address struct {
	Street string `json:"street"`
	Zip    string `json:"zip,omitempty"`
}

type Duration struct{ time.Duration }

func (d Duration) MarshalJSON() ([]byte, error) { return json.Marshal(d.String()) }
func (d *Duration) UnmarshalJSON(b []byte) (err error) {
	var s string
	if err = json.Unmarshal(b, &s); err != nil {
		return err
	}
	d.Duration, err = time.ParseDuration(s)
	return
}

type User struct {
	ID       int             `json:"id"`
	Name     string          `json:"name"`
	Email    *string         `json:"email"`
	Tags     []string        `json:"tags,omitempty"`
	Meta     map[string]any  `json:"meta"`
	Status   Status          `json:"status"`
	Timeout  Duration        `json:"timeout"`
	Created  time.Time       `json:"created"`
	Score    float64         `json:"score,string"`
	Raw      json.RawMessage `json:"raw"`
	password string
	Skip     chan int `json:"-"`
	Address
	Labels map[Status]int `json:"labels"`
}

const doc = `{"id": 7, "name": "Zoë <b>", "email": null, "tags": ["a", "b"],
 "meta": {"n": 1.5, "big": 12345678901234567890, "nest": {"z": [1, "2", null, true]}},
 "status": "suspended", "timeout": "1m30s", "created": "2024-02-29T12:30:00+02:00",
 "score": "2.50", "raw": {"keep":  [1, 2]}, "street": "Main \u00e9\ud83d\ude00", "unknown": 1, "labels": {"active": 3}}`

func main() {
	var u User
	if err := json.Unmarshal([]byte(doc), &u); err != nil {
		fmt.Println("error:", err)
		return
	}
	fmt.Printf("%+v\n", u)
	out, err := json.MarshalIndent(u, "", "  ")
	fmt.Println(string(out), err)

	for _, bad := range []string{
		`{"id": "x"}`, `{"id": 1.5}`, `{"id": 1`, `{"name": 3}`, `{"status": "odd"}`, `[1,2]`, `{"timeout": "5 parsecs"}`,
		`{"id": 1}}`, `{'id': 1}`, `{"tags": {"a": 1}}`, ``, `nul`, `{"labels": {"x": 1}}`,
	} {
		var v User
		err := json.Unmarshal([]byte(bad), &v)
		var se *json.SyntaxError
		var te *json.UnmarshalTypeError
		switch {
		case errors.As(err, &se):
			fmt.Printf("syntax at %d: %v\n", se.Offset, err)
		case errors.As(err, &te):
			fmt.Printf("type %s field %q offset %d: %v\n", te.Value, te.Field, te.Offset, err)
		default:
			fmt.Printf("%T %v\n", err, err)
		}
	}

	dec := json.NewDecoder(strings.NewReader(`{"a":1} {"a":2} [3] "x" {"b":`))
	dec.UseNumber()
	for {
		var v any
		err := dec.Decode(&v)
		if err == io.EOF {
			break
		}
		if err != nil {
			fmt.Println("decode:", err)
			break
		}
		fmt.Printf("%T %v\n", v, v)
	}
	strict := json.NewDecoder(strings.NewReader(`{"id":1,"nope":2}`))
	strict.DisallowUnknownFields()
	fmt.Println(strict.Decode(&u))

	enc := json.NewEncoder(os.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent(">", " ")
	enc.Encode(map[string]any{"b": []int{}, "a": map[int]string{2: "x", 1: "<y>"}, "c": nil, "d": struct{}{}, "e": []byte("hi"), "f": 1e21, "g": 1e-7})
	_, err = json.Marshal(make(chan int))
	fmt.Println(err)
	_, err = json.Marshal(map[string]any{"s": Status(9)})
	fmt.Println(err)
	fmt.Println(json.Valid([]byte(`{"a":[1,2,{}]}`)), json.Valid([]byte(`{a:1}`)))
}
