package jsontext

import "errors"

// A Value is a raw JSON value.
type Value []byte

func (v Value) Clone() Value {
	if v == nil {
		return nil
	}
	return append(Value{}, v...)
}

func (v Value) String() string {
	if v == nil {
		return "null"
	}
	return string(v)
}

func (v Value) IsValid() bool { return Check(v) == nil }

func (v *Value) Compact() error {
	text, p := AppendCompact(nil, *v)
	if p != nil {
		return errors.New("jsontext: " + p.Text)
	}
	*v = text
	return nil
}

func (v *Value) Indent() error {
	text, p := AppendIndent(nil, *v, "", "\t")
	if p != nil {
		return errors.New("jsontext: " + p.Text)
	}
	*v = text
	return nil
}

func (v Value) MarshalJSON() ([]byte, error) {
	if v == nil {
		return []byte("null"), nil
	}
	return v, nil
}

func (v *Value) UnmarshalJSON(b []byte) error {
	if v == nil {
		return errors.New("jsontext.Value: UnmarshalJSON on nil pointer")
	}
	*v = append((*v)[:0], b...)
	return nil
}
