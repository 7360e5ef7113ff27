package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"fmt"
	"internal/jsontext"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Marshal is the JSON of v.
func Marshal(v any) ([]byte, error) {
	e := &encodeState{html: true}
	if err := e.top(v); err != nil {
		return nil, err
	}
	return e.buf, nil
}

// MarshalIndent is the JSON of v with a line for each part.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	b, p := jsontext.AppendIndent(nil, b, prefix, indent)
	return b, syntaxError(p)
}

type encodeState struct {
	buf   []byte
	html  bool
	depth int
	// seen: pointers, maps and slices on the way, once the way is suspiciously long.
	seen map[reference]bool
}

type reference struct {
	typ     reflect.Type
	address uintptr
	length  int
}

func (e *encodeState) top(x any) error {
	v := reflect.ValueOf(x)
	if !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil() {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	return e.value(v, false)
}

// value appends v; quoted is the tag option `string`.
func (e *encodeState) value(v reflect.Value, quoted bool) error {
	if done, err := e.byMethod(v, quoted); done {
		return err
	}
	switch k := v.Kind(); k {
	case reflect.Bool:
		return e.scalar(strconv.FormatBool(v.Bool()), quoted)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return e.scalar(strconv.FormatInt(v.Int(), 10), quoted)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return e.scalar(strconv.FormatUint(v.Uint(), 10), quoted)
	case reflect.Float32, reflect.Float64:
		return e.float(v, quoted)
	case reflect.String:
		if quoted {
			e.buf = jsontext.AppendQuote(e.buf, string(jsontext.AppendQuote(nil, v.String(), e.html)), false)
		} else {
			e.buf = jsontext.AppendQuote(e.buf, v.String(), e.html)
		}
		return nil
	case reflect.Struct:
		return e.structValue(v)
	case reflect.Map:
		return e.mapValue(v)
	case reflect.Slice:
		return e.slice(v)
	case reflect.Array:
		return e.elements(v)
	case reflect.Pointer:
		return e.pointer(v, quoted)
	case reflect.Interface:
		if v.IsNil() {
			e.buf = append(e.buf, "null"...)
			return nil
		}
		elem := v.Elem()
		if elem.Kind() == reflect.Pointer && elem.IsNil() {
			if by := promise(v.Type()); by != nil {
				_, err := e.ownText(elem, by)
				return err
			}
		}
		return e.value(elem, false)
	}
	return &UnsupportedTypeError{v.Type()}
}

func (e *encodeState) scalar(text string, quoted bool) error {
	if quoted {
		text = `"` + text + `"`
	}
	e.buf = append(e.buf, text...)
	return nil
}

func (e *encodeState) float(v reflect.Value, quoted bool) error {
	f := v.Float()
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return &UnsupportedValueError{reflect.ValueOf(v.Interface()), fmt.Sprint(f)}
	}
	return e.scalar(formatFloat(f, v.Type().Bits()), quoted)
}

// formatFloat writes numbers as ECMAScript does.
func formatFloat(f float64, bits int) string {
	size := math.Abs(f)
	format := byte('f')
	if size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	if bits == 32 && size != 0 && (float32(size) < 1e-6 || float32(size) >= 1e21) {
		format = 'e'
	}
	text := strconv.FormatFloat(f, format, -1, bits)
	if n := len(text); format == 'e' && n >= 4 && text[n-4:n-1] == "e-0" {
		text = text[:n-2] + text[n-1:]
	}
	return text
}

// enter notes a reference on the way; leave it when done with what it refers to.
func (e *encodeState) enter(v reflect.Value) (leave func(), err error) {
	if e.depth++; e.depth <= 1000 {
		return func() { e.depth-- }, nil
	}
	r := reference{typ: v.Type(), address: v.Pointer()}
	if v.Kind() == reflect.Slice {
		r.length = v.Len()
	}
	if e.seen[r] {
		return nil, &UnsupportedValueError{Str: "encountered a cycle via " + v.Type().String()}
	}
	if e.seen == nil {
		e.seen = map[reference]bool{}
	}
	e.seen[r] = true
	return func() { e.depth--; delete(e.seen, r) }, nil
}

func (e *encodeState) pointer(v reflect.Value, quoted bool) error {
	if v.IsNil() {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	leave, err := e.enter(v)
	if err != nil {
		return err
	}
	defer leave()
	return e.value(v.Elem(), quoted && v.Type().Elem().Kind() != reflect.Pointer)
}

func (e *encodeState) structValue(v reflect.Value) error {
	e.buf = append(e.buf, '{')
	first := true
	for _, f := range infoOf(v.Type()).fields {
		inner, ok := fieldOf(v, f.index)
		if !ok || f.omitZero && f.isZero(inner) || f.omitEmpty && isEmpty(inner) {
			continue
		}
		if !first {
			e.buf = append(e.buf, ',')
		}
		first = false
		if e.html {
			e.buf = append(e.buf, f.html...)
		} else {
			e.buf = append(e.buf, f.quoted...)
		}
		if err := e.value(inner, f.asString); err != nil {
			return err
		}
	}
	e.buf = append(e.buf, '}')
	return nil
}

// fieldOf follows an index; false if it leads through a nil pointer.
func fieldOf(v reflect.Value, index []int) (reflect.Value, bool) {
	for i, n := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v, true
}

func (e *encodeState) slice(v reflect.Value) error {
	if v.IsNil() {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	if elem := v.Type().Elem(); elem.Kind() == reflect.Uint8 && !hasMarshaler(elem) {
		e.buf = append(e.buf, '"')
		e.buf = base64.StdEncoding.AppendEncode(e.buf, v.Bytes())
		e.buf = append(e.buf, '"')
		return nil
	}
	leave, err := e.enter(v)
	if err != nil {
		return err
	}
	defer leave()
	return e.elements(v)
}

func hasMarshaler(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(marshalerType) || p.Implements(textAppenderType) || p.Implements(textMarshalerType)
}

func (e *encodeState) elements(v reflect.Value) error {
	e.buf = append(e.buf, '[')
	for i := range v.Len() {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		if err := e.value(v.Index(i), false); err != nil {
			return err
		}
	}
	e.buf = append(e.buf, ']')
	return nil
}

type entry struct {
	name  string
	value reflect.Value
}

func (e *encodeState) mapValue(v reflect.Value) error {
	if v.IsNil() {
		e.buf = append(e.buf, "null"...)
		return nil
	}
	leave, err := e.enter(v)
	if err != nil {
		return err
	}
	defer leave()
	entries := make([]entry, 0, v.Len())
	for iter := v.MapRange(); iter.Next(); {
		name, err := e.key(iter.Key())
		if err != nil {
			return err
		}
		entries = append(entries, entry{name, iter.Value()})
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	e.buf = append(e.buf, '{')
	for i, each := range entries {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		e.buf = append(jsontext.AppendQuote(e.buf, each.name, e.html), ':')
		if err := e.value(each.value, false); err != nil {
			return err
		}
	}
	e.buf = append(e.buf, '}')
	return nil
}

// key is the name of an object's member for a map key.
func (e *encodeState) key(k reflect.Value) (string, error) {
	for k.Kind() == reflect.Interface || k.Kind() == reflect.Pointer {
		if k.IsNil() {
			if k.Kind() == reflect.Pointer && (k.Type().Implements(textMarshalerType) || k.Type().Implements(textAppenderType)) {
				return "", nil
			}
			return "", e.badKey()
		}
		k = k.Elem()
	}
	if k.Kind() == reflect.String {
		return k.String(), nil
	}
	if text, ok, err := marshalText(k, k.Type()); ok {
		return string(text), err
	}
	switch {
	case k.CanInt():
		return strconv.FormatInt(k.Int(), 10), nil
	case k.CanUint():
		return strconv.FormatUint(k.Uint(), 10), nil
	case k.CanFloat():
		f := k.Float()
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return "", &UnsupportedValueError{reflect.ValueOf(k.Interface()), fmt.Sprint(f)}
		}
		return formatFloat(f, k.Type().Bits()), nil
	case k.Kind() == reflect.Chan || k.Kind() == reflect.Func || k.CanComplex():
		return "", &UnsupportedTypeError{k.Type()}
	}
	return "", e.badKey()
}

func (e *encodeState) badKey() error {
	at := strconv.Itoa(len(e.buf) + 2)
	return &UnsupportedValueError{Str: "jsontext: object member name must be a string after offset " + at}
}

// byMethod lets v make its own JSON; done is false if it cannot.
func (e *encodeState) byMethod(v reflect.Value, quoted bool) (done bool, err error) {
	if k := v.Kind(); k == reflect.Pointer || k == reflect.Interface {
		return false, nil
	}
	t := v.Type()
	if t == numberType {
		return true, e.number(v, quoted)
	}
	if t.NumMethod() == 0 && (!v.CanAddr() || t.Name() == "") && t.Kind() != reflect.Struct {
		return false, nil
	}
	return e.ownText(v, t)
}

// promise is of an interface type whose values all make their own JSON, nil pointers too, the type
// that errors name; nil of others.
func promise(t reflect.Type) reflect.Type {
	switch {
	case t.Implements(marshalerType):
		return reflect.TypeFor[struct{ Marshaler }]()
	case t.Implements(textAppenderType):
		return reflect.TypeFor[struct{ encoding.TextAppender }]()
	case t.Implements(textMarshalerType):
		return reflect.TypeFor[struct{ encoding.TextMarshaler }]()
	}
	return nil
}

// ownText appends what v's own method makes of it; done is false if it has none. Errors name t.
func (e *encodeState) ownText(v reflect.Value, t reflect.Type) (done bool, err error) {
	if m := receiver(v, marshalerType); m.IsValid() {
		if when, ok := v.Interface().(time.Time); ok {
			return true, e.time(when)
		}
		raw, err := m.Interface().(Marshaler).MarshalJSON()
		if err == nil {
			var text []byte
			var p *jsontext.Problem
			if text, p = jsontext.AppendCompact(nil, raw); p == nil {
				e.buf = jsontext.AppendHTMLEscape(e.buf, text, e.html)
				return true, nil
			}
			err = syntaxError(p)
		}
		return true, &MarshalerError{reflect.PointerTo(t), err, "MarshalJSON"}
	}
	text, ok, err := marshalText(v, t)
	if !ok || err != nil {
		return ok, err
	}
	e.buf = jsontext.AppendQuote(e.buf, string(text), e.html)
	return true, nil
}

func (e *encodeState) time(t time.Time) error {
	text, err := t.MarshalText()
	if err != nil {
		err = errors.New(strings.TrimPrefix(err.Error(), "Time.MarshalText: "))
		return &MarshalerError{reflect.TypeFor[*time.Time](), err, "MarshalJSON"}
	}
	return e.scalar(string(text), true)
}

// receiver is v or its address, whichever implements an interface type; invalid if neither does.
func receiver(v reflect.Value, t reflect.Type) reflect.Value {
	if !v.CanInterface() {
		return reflect.Value{}
	}
	if v.Type().Implements(t) {
		return v
	}
	if v.CanAddr() && reflect.PointerTo(v.Type()).Implements(t) {
		return v.Addr()
	}
	return reflect.Value{}
}

func marshalText(v reflect.Value, t reflect.Type) (text []byte, ok bool, err error) {
	method := "AppendText"
	if m := receiver(v, textAppenderType); m.IsValid() {
		text, err = m.Interface().(encoding.TextAppender).AppendText(nil)
	} else if m := receiver(v, textMarshalerType); m.IsValid() {
		method = "MarshalText"
		text, err = m.Interface().(encoding.TextMarshaler).MarshalText()
	} else {
		return nil, false, nil
	}
	if err != nil {
		err = &MarshalerError{reflect.PointerTo(t), err, method}
	}
	return text, true, err
}

func (e *encodeState) number(v reflect.Value, quoted bool) error {
	text := v.String()
	if text == "" {
		text = "0"
	}
	if !isNumber(text) {
		shown := text
		if quoted {
			shown = `"` + text + `"`
		}
		err := fmt.Errorf("cannot parse %q as JSON number: %w", shown, strconv.ErrSyntax)
		return &MarshalerError{reflect.PointerTo(numberType), err, "MarshalJSONTo"}
	}
	return e.scalar(text, quoted)
}
