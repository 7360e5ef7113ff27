// Package json turns Go values into JSON text and back, as Go's encoding/json does by default since
// it stands on its second version.
package json

import (
	"bytes"
	"encoding"
	"internal/jsontext"
	"reflect"
	"strconv"
	"strings"
)

// Marshaler is what can turn itself into JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// Unmarshaler is what can set itself from JSON.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// RawMessage is JSON as it is.
type RawMessage = jsontext.Value

// A Number is the text of a number.
type Number string

func (n Number) String() string            { return string(n) }
func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }
func (n Number) Int64() (int64, error)     { return strconv.ParseInt(string(n), 10, 64) }

func isNumber(s string) bool {
	if s == "" || s[0] != '-' && (s[0] < '0' || s[0] > '9') {
		return false
	}
	end, p := jsontext.Number([]byte(s), 0)
	return p == nil && end == len(s)
}

// A SyntaxError says what is wrong with a text, and after how many bytes.
type SyntaxError struct {
	msg    string
	Offset int64
}

func (e *SyntaxError) Error() string { return e.msg }

func syntaxError(p *jsontext.Problem) error {
	if p == nil {
		return nil
	}
	return &SyntaxError{p.Text, int64(p.At)}
}

// An UnmarshalTypeError is a JSON value that does not fit its Go variable.
type UnmarshalTypeError struct {
	Value  string
	Type   reflect.Type
	Offset int64
	Struct string
	Field  string
	Err    error
}

func (e *UnmarshalTypeError) Error() string {
	text := "json: cannot unmarshal " + e.Value + " into "
	if e.Struct == "" && e.Field == "" {
		text += "Go value"
	} else {
		last := e.Field[strings.LastIndexByte(e.Field, '.')+1:]
		if last == "" || strings.TrimRight(last, "0123456789") != "" {
			text += "Go struct field "
		}
		text += e.Struct + "." + e.Field
	}
	text += " of type " + e.Type.String()
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

func (e *UnmarshalTypeError) Unwrap() error { return e.Err }

// An UnmarshalFieldError is no longer used.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// An InvalidUnmarshalError is an argument of Unmarshal that is no pointer or nil.
type InvalidUnmarshalError struct{ Type reflect.Type }

func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// An UnsupportedTypeError is a type that has no JSON.
type UnsupportedTypeError struct{ Type reflect.Type }

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// An UnsupportedValueError is a value that has no JSON.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// An InvalidUTF8Error is no longer used.
type InvalidUTF8Error struct{ S string }

func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// A MarshalerError is an error of a method that makes JSON.
type MarshalerError struct {
	Type       reflect.Type
	Err        error
	sourceFunc string
}

func (e *MarshalerError) Error() string {
	method := e.sourceFunc
	if method == "" {
		method = "MarshalJSON"
	}
	return "json: error calling " + method + " for type " + e.Type.String() + ": " + e.Err.Error()
}

func (e *MarshalerError) Unwrap() error { return e.Err }

// Valid reports whether data is JSON.
func Valid(data []byte) bool { return jsontext.Check(data) == nil }

// HTMLEscape appends src to dst so that it may stand in a script element.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	dst.Write(jsontext.AppendHTMLEscape(nil, src, true))
}

// Compact appends src to dst without white space.
func Compact(dst *bytes.Buffer, src []byte) error {
	text, p := jsontext.AppendCompact(nil, src)
	if p != nil {
		return syntaxError(p)
	}
	dst.Write(text)
	return nil
}

// Indent appends src to dst with a line for each part.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	text, p := jsontext.AppendIndent(nil, src, prefix, indent)
	if p != nil {
		return syntaxError(p)
	}
	dst.Write(text)
	return nil
}

var (
	marshalerType       = reflect.TypeFor[Marshaler]()
	unmarshalerType     = reflect.TypeFor[Unmarshaler]()
	textAppenderType    = reflect.TypeFor[encoding.TextAppender]()
	textMarshalerType   = reflect.TypeFor[encoding.TextMarshaler]()
	textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()
	numberType          = reflect.TypeFor[Number]()
)
