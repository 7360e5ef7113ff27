package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"fmt"
	"internal/jsontext"
	"reflect"
	"strconv"
	"strings"
	"time"
)

// Unmarshal sets what v points to from JSON.
func Unmarshal(data []byte, v any) error {
	return (&decodeState{data: data}).decode(v)
}

// decodeState reads a text that has been checked. A value that does not fit is passed over, and the
// first error kept.
type decodeState struct {
	data      []byte
	at        int
	path      []string
	root      reflect.Type
	err       error
	useNumber bool
	strict    bool
}

func (d *decodeState) decode(x any) error {
	v := reflect.ValueOf(x)
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(x)}
	}
	if p := jsontext.Check(d.data); p != nil {
		return syntaxError(p)
	}
	d.root = v.Type()
	if d.root.Kind() == reflect.Pointer {
		d.root = d.root.Elem()
	}
	d.at = jsontext.Space(d.data, 0)
	d.value(v.Elem(), false)
	return d.err
}

func (d *decodeState) fail(err error) bool {
	if d.err == nil {
		d.err = err
	}
	return false
}

// skip passes over a value and returns its text.
func (d *decodeState) skip() []byte {
	start := d.at
	d.at, _ = jsontext.End(d.data, d.at, 1)
	return d.data[start:d.at]
}

// mismatch reports that the value here does not fit type t; the error says where it ends, or of an
// object or array where it begins.
func (d *decodeState) mismatch(t reflect.Type, cause error) bool {
	start := d.at
	text := d.skip()
	offset := d.at
	if c := text[0]; c == '{' || c == '[' {
		offset = start + 1
	}
	return d.typeError(kindOf(text[0]), t, offset, cause)
}

func (d *decodeState) typeError(value string, t reflect.Type, offset int, cause error) bool {
	e := &UnmarshalTypeError{Value: value, Type: t, Offset: int64(offset), Err: cause}
	if len(d.path) > 0 {
		e.Struct = d.root.Name()
		e.Field = strings.Join(d.path, ".")
	}
	return d.fail(e)
}

func kindOf(c byte) string {
	switch c {
	case 'n':
		return "null"
	case 't', 'f':
		return "bool"
	case '"':
		return "string"
	case '{':
		return "object"
	case '[':
		return "array"
	}
	return "number"
}

// enter and leave keep the way to the value that is being read.
func (d *decodeState) enter(step string) {
	d.path = append(d.path, strings.ReplaceAll(strings.ReplaceAll(step, "~", "~0"), "/", "~1"))
}

func (d *decodeState) leave() { d.path = d.path[:len(d.path)-1] }

// value reads a value into v; false if it did not fit.
func (d *decodeState) value(v reflect.Value, quoted bool) bool {
	c := d.data[d.at]
	if k := v.Kind(); k != reflect.Pointer && k != reflect.Interface {
		if done, ok := d.byMethod(v, c, quoted); done {
			return ok
		}
	}
	switch v.Kind() {
	case reflect.Pointer:
		return d.pointer(v, c, quoted)
	case reflect.Interface:
		return d.interfaceValue(v, c)
	case reflect.Struct:
		return d.structValue(v, c)
	case reflect.Map:
		return d.mapValue(v, c)
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 && c != '[' {
			return d.bytes(v, c)
		}
		return d.slice(v, c)
	case reflect.Array:
		return d.array(v, c)
	case reflect.Bool:
		return d.boolean(v, c, quoted)
	case reflect.String:
		return d.text(v, c, quoted)
	}
	if v.CanInt() || v.CanUint() || v.CanFloat() {
		return d.number(v, c, quoted)
	}
	if c == 'n' {
		d.skip()
		return true
	}
	return d.mismatch(v.Type(), nil)
}

func (d *decodeState) pointer(v reflect.Value, c byte, quoted bool) bool {
	if c == 'n' {
		d.skip()
		v.SetZero()
		return true
	}
	quoted = quoted && v.Type().Elem().Kind() != reflect.Pointer
	if v.IsNil() {
		v.Set(reflect.New(v.Type().Elem()))
	}
	start := d.at
	if !d.value(v.Elem(), quoted) {
		return false
	}
	if quoted && string(d.data[start:d.at]) == `"null"` {
		v.SetZero()
	}
	return true
}

func (d *decodeState) interfaceValue(v reflect.Value, c byte) bool {
	if !v.IsNil() {
		e := v.Elem()
		if e.Kind() == reflect.Pointer && !e.IsNil() {
			if c == 'n' && e.Elem().Kind() == reflect.Pointer {
				d.skip()
				e.Elem().SetZero()
				return true
			}
		} else {
			v.SetZero()
		}
	}
	if c == 'n' {
		d.skip()
		v.SetZero()
		return true
	}
	if !v.IsNil() {
		place := reflect.New(v.Elem().Type()).Elem()
		place.Set(v.Elem())
		ok := d.value(place, false)
		v.Set(place)
		return ok
	}
	if v.Type().NumMethod() != 0 {
		start := d.at
		d.skip()
		return d.typeError(kindOf(c), v.Type(), start, nil)
	}
	x, ok := d.any()
	if x != nil {
		v.Set(reflect.ValueOf(x))
	}
	return ok
}

// any reads a value into the Go type that fits it.
func (d *decodeState) any() (any, bool) {
	switch c := d.data[d.at]; c {
	case 'n':
		d.skip()
		return nil, true
	case 't', 'f':
		d.skip()
		return c == 't', true
	case '"':
		return jsontext.Unquote(d.skip()), true
	case '{':
		m := map[string]any{}
		good := true
		d.members(func(name string) {
			x, ok := d.any()
			m[name] = x
			good = good && ok
		})
		return m, good
	case '[':
		list := []any{}
		good := true
		d.elements(func(int) {
			x, ok := d.any()
			list = append(list, x)
			good = good && ok
		})
		return list, good
	}
	if d.useNumber {
		return Number(d.skip()), true
	}
	text := string(d.skip())
	f, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0.0, d.typeError("number "+text, reflect.TypeFor[float64](), d.at, nil)
	}
	return f, true
}

// members calls read at the value of each member of an object.
func (d *decodeState) members(read func(name string)) {
	d.at = jsontext.Space(d.data, d.at+1)
	for d.data[d.at] != '}' {
		name := jsontext.Unquote(d.skip())
		d.at = jsontext.Space(d.data, jsontext.Space(d.data, d.at)+1)
		d.enter(name)
		read(name)
		d.leave()
		d.next()
	}
	d.at++
}

// elements calls read at each element of an array.
func (d *decodeState) elements(read func(i int)) int {
	d.at = jsontext.Space(d.data, d.at+1)
	n := 0
	for d.data[d.at] != ']' {
		d.enter(strconv.Itoa(n))
		read(n)
		d.leave()
		n++
		d.next()
	}
	d.at++
	return n
}

// next moves past a comma.
func (d *decodeState) next() {
	d.at = jsontext.Space(d.data, d.at)
	if d.data[d.at] == ',' {
		d.at = jsontext.Space(d.data, d.at+1)
	}
}

func (d *decodeState) structValue(v reflect.Value, c byte) bool {
	if c == 'n' {
		d.skip()
		return true
	}
	if c != '{' {
		return d.mismatch(v.Type(), nil)
	}
	info := infoOf(v.Type())
	good := true
	d.members(func(name string) {
		f := info.find(name)
		if f == nil {
			if d.strict {
				d.fail(fmt.Errorf("json: unknown field %q", name))
				good = false
			}
			d.skip()
			return
		}
		inner, ok := allocated(v, f.index)
		if !ok {
			d.typeError(kindOf(d.data[d.at]), v.Type(), d.at, errors.New("cannot set embedded pointer to unexported struct type"))
			d.skip()
			good = false
			return
		}
		good = d.value(inner, f.asString) && good
	})
	return good
}

// allocated follows an index and makes the structs that nil pointers on the way lack.
func allocated(v reflect.Value, index []int) (reflect.Value, bool) {
	for i, n := range index {
		if i > 0 && v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !v.CanSet() {
					return v, false
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(n)
	}
	return v, true
}

func (d *decodeState) mapValue(v reflect.Value, c byte) bool {
	if c == 'n' {
		d.skip()
		v.SetZero()
		return true
	}
	if c != '{' {
		return d.mismatch(v.Type(), nil)
	}
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	good := true
	d.at = jsontext.Space(d.data, d.at+1)
	for d.data[d.at] != '}' {
		key := reflect.New(v.Type().Key()).Elem()
		d.enter(jsontext.Unquote(d.peek()))
		keyGood := d.key(key)
		d.at = jsontext.Space(d.data, jsontext.Space(d.data, d.at)+1)
		if keyGood {
			elem := reflect.New(v.Type().Elem()).Elem()
			good = d.value(elem, false) && good
			v.SetMapIndex(key, elem)
		} else {
			d.skip()
			good = false
		}
		d.leave()
		d.next()
	}
	d.at++
	return good
}

func (d *decodeState) peek() []byte {
	end, _ := jsontext.End(d.data, d.at, 1)
	return d.data[d.at:end]
}

// key reads the name of a member into a map key.
func (d *decodeState) key(k reflect.Value) bool {
	if m := receiver(k, textUnmarshalerType); m.IsValid() {
		text := jsontext.Unquote(d.skip())
		if err := m.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text)); err != nil {
			return d.fail(err)
		}
		return true
	}
	switch {
	case k.Kind() == reflect.String:
		k.SetString(jsontext.Unquote(d.skip()))
		return true
	case k.CanInt() || k.CanUint() || k.CanFloat():
		return d.number(k, '"', true)
	case k.Kind() == reflect.Interface && k.Type().NumMethod() == 0:
		k.Set(reflect.ValueOf(jsontext.Unquote(d.skip())))
		return true
	}
	return d.value(k, false)
}

func (d *decodeState) slice(v reflect.Value, c byte) bool {
	if c == 'n' {
		d.skip()
		v.SetZero()
		return true
	}
	if c != '[' {
		return d.mismatch(v.Type(), nil)
	}
	good := true
	v.SetLen(v.Cap())
	n := d.elements(func(i int) {
		if i == v.Len() {
			v.Grow(1)
			v.SetLen(v.Cap())
		}
		good = d.value(v.Index(i), false) && good
	})
	if n == 0 {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	} else {
		v.SetLen(n)
	}
	return good
}

func (d *decodeState) array(v reflect.Value, c byte) bool {
	if c == 'n' {
		d.skip()
		return true
	}
	if c != '[' {
		return d.mismatch(v.Type(), nil)
	}
	good := true
	n := d.elements(func(i int) {
		if i < v.Len() {
			good = d.value(v.Index(i), false) && good
		} else {
			d.skip()
		}
	})
	for ; n < v.Len(); n++ {
		v.Index(n).SetZero()
	}
	return good
}

func (d *decodeState) bytes(v reflect.Value, c byte) bool {
	switch c {
	case 'n':
		d.skip()
		v.SetZero()
		return true
	case '"':
		b, err := base64.StdEncoding.DecodeString(jsontext.Unquote(d.peek()))
		if err != nil {
			return d.mismatch(v.Type(), err)
		}
		d.skip()
		v.SetBytes(b)
		return true
	}
	return d.mismatch(v.Type(), nil)
}

func (d *decodeState) boolean(v reflect.Value, c byte, quoted bool) bool {
	switch {
	case c == 'n':
		d.skip()
		return true
	case (c == 't' || c == 'f') && !quoted:
		d.skip()
		v.SetBool(c == 't')
		return true
	case c == '"' && quoted:
		switch text := jsontext.Unquote(d.peek()); text {
		case "true", "false":
			v.SetBool(text == "true")
		case "null":
		default:
			shown := string(d.skip())
			return d.typeError("string "+shown, v.Type(), d.at, strconv.ErrSyntax)
		}
		d.skip()
		return true
	}
	return d.mismatch(v.Type(), nil)
}

func (d *decodeState) text(v reflect.Value, c byte, quoted bool) bool {
	switch c {
	case 'n':
		d.skip()
		return true
	case '"':
		text := jsontext.Unquote(d.peek())
		if quoted && text != "null" {
			end, p := jsontext.String([]byte(text), 0, jsontext.ForKey)
			if p == nil && end < len(text) {
				p = jsontext.Unexpected([]byte(text), end, "after string value")
			}
			if p != nil {
				return d.mismatch(v.Type(), stringProblem(p))
			}
			text = jsontext.Unquote([]byte(text))
		}
		d.skip()
		if !quoted || text != "null" {
			v.SetString(text)
		}
		return true
	}
	return d.mismatch(v.Type(), nil)
}

func stringProblem(p *jsontext.Problem) error {
	if p.End {
		return errors.New("unexpected end of JSON input")
	}
	return errors.New(p.Text)
}

// number reads a number, or a string with one in it if quoted.
func (d *decodeState) number(v reflect.Value, c byte, quoted bool) bool {
	switch {
	case c == 'n':
		d.skip()
		return true
	case c == '"' && quoted:
		text := jsontext.Unquote(d.skip())
		if text == "null" {
			return true
		}
		if !setNumber(v, text) {
			return d.typeError("number "+text, v.Type(), d.at, nil)
		}
		return true
	case kindOf(c) == "number" && !quoted:
		text := string(d.skip())
		if !setNumber(v, text) {
			return d.typeError("number "+text, v.Type(), d.at, nil)
		}
		return true
	}
	return d.mismatch(v.Type(), nil)
}

func setNumber(v reflect.Value, text string) bool {
	bits := v.Type().Bits()
	switch {
	case v.CanInt():
		n, err := strconv.ParseInt(text, 10, bits)
		if err == nil {
			v.SetInt(n)
		}
		return err == nil
	case v.CanUint():
		n, err := strconv.ParseUint(text, 10, bits)
		if err == nil {
			v.SetUint(n)
		}
		return err == nil
	}
	f, err := strconv.ParseFloat(text, bits)
	if err == nil {
		v.SetFloat(f)
	}
	return err == nil
}

// byMethod lets v read its JSON; done is false if it cannot.
func (d *decodeState) byMethod(v reflect.Value, c byte, quoted bool) (done, ok bool) {
	t := v.Type()
	if t == numberType {
		return true, d.numberText(v, c, quoted)
	}
	if m := receiver(v, unmarshalerType); m.IsValid() {
		if t, ok := m.Interface().(*time.Time); ok {
			return true, d.time(t, v.Type(), c)
		}
		if err := m.Interface().(Unmarshaler).UnmarshalJSON(d.skip()); err != nil {
			return true, d.fail(err)
		}
		return true, true
	}
	m := receiver(v, textUnmarshalerType)
	if !m.IsValid() {
		return false, false
	}
	switch c {
	case 'n':
		d.skip()
		return true, true
	case '"':
		text := jsontext.Unquote(d.skip())
		if err := m.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text)); err != nil {
			return true, d.fail(err)
		}
		return true, true
	}
	return true, d.mismatch(t, errors.New("JSON value must be string type"))
}

func (d *decodeState) time(into *time.Time, t reflect.Type, c byte) bool {
	switch c {
	case 'n':
		d.skip()
		return true
	case '"':
		if err := into.UnmarshalJSON(d.skip()); err != nil {
			return d.fail(err)
		}
		return true
	}
	return d.mismatch(t, nil)
}

func (d *decodeState) numberText(v reflect.Value, c byte, quoted bool) bool {
	switch text := d.skip(); {
	case c == 'n':
		return true
	case c == '"':
		number := jsontext.Unquote(text)
		if !isNumber(number) {
			return d.fail(&UnmarshalTypeError{Value: "string " + string(text), Type: numberType, Err: strconv.ErrSyntax})
		}
		v.SetString(number)
		return true
	case kindOf(c) == "number" && !quoted:
		v.SetString(string(text))
		return true
	}
	return d.fail(&UnmarshalTypeError{Value: kindOf(c), Type: numberType})
}
