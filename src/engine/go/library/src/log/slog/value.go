package slog

import (
	"fmt"
	"slices"
	"strconv"
	"time"
)

// A Value is the value of an attribute.
type Value struct {
	_ [0]func()
	// kind is KindAny also for what has a LogValue method.
	kind Kind
	any  any
}

// A Kind is what a Value holds.
type Kind int

const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

var kindNames = []string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}

func (k Kind) String() string {
	if k >= 0 && int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "<unknown slog.Kind>"
}

// A LogValuer says what is logged for it.
type LogValuer interface {
	LogValue() Value
}

func (v Value) Kind() Kind {
	if v.kind == KindAny {
		if _, ok := v.any.(LogValuer); ok {
			return KindLogValuer
		}
	}
	return v.kind
}

func StringValue(value string) Value      { return Value{kind: KindString, any: value} }
func IntValue(v int) Value                { return Int64Value(int64(v)) }
func Int64Value(v int64) Value            { return Value{kind: KindInt64, any: v} }
func Uint64Value(v uint64) Value          { return Value{kind: KindUint64, any: v} }
func Float64Value(v float64) Value        { return Value{kind: KindFloat64, any: v} }
func BoolValue(v bool) Value              { return Value{kind: KindBool, any: v} }
func DurationValue(v time.Duration) Value { return Value{kind: KindDuration, any: v} }

// TimeValue drops the reading of the run's own clock.
func TimeValue(v time.Time) Value { return Value{kind: KindTime, any: v.Round(0)} }

// GroupValue leaves empty groups out.
func GroupValue(as ...Attr) Value {
	as = slices.DeleteFunc(slices.Clone(as), func(a Attr) bool { return a.Value.isEmptyGroup() })
	return Value{kind: KindGroup, any: as}
}

// AnyValue gives numbers, strings, times and groups a kind of their own.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case string:
		return StringValue(v)
	case int:
		return IntValue(v)
	case uint:
		return Uint64Value(uint64(v))
	case int64:
		return Int64Value(v)
	case uint64:
		return Uint64Value(v)
	case bool:
		return BoolValue(v)
	case time.Duration:
		return DurationValue(v)
	case time.Time:
		return TimeValue(v)
	case uint8:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint32:
		return Uint64Value(uint64(v))
	case uintptr:
		return Uint64Value(uint64(v))
	case int8:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int32:
		return Int64Value(int64(v))
	case float64:
		return Float64Value(v)
	case float32:
		return Float64Value(float64(v))
	case []Attr:
		return GroupValue(v...)
	case Value:
		return v
	}
	return Value{any: v}
}

func (v Value) Any() any { return v.any }

func (v Value) must(k Kind) {
	if have := v.Kind(); have != k {
		panic(fmt.Sprintf("Value kind is %s, not %s", have, k))
	}
}

func (v Value) Int64() int64 {
	v.must(KindInt64)
	return v.any.(int64)
}

func (v Value) Uint64() uint64 {
	v.must(KindUint64)
	return v.any.(uint64)
}

func (v Value) Bool() bool {
	v.must(KindBool)
	return v.any.(bool)
}

func (v Value) Duration() time.Duration {
	v.must(KindDuration)
	return v.any.(time.Duration)
}

func (v Value) Float64() float64 {
	v.must(KindFloat64)
	return v.any.(float64)
}

func (v Value) Time() time.Time {
	v.must(KindTime)
	return v.any.(time.Time)
}

func (v Value) LogValuer() LogValuer { return v.any.(LogValuer) }

func (v Value) Group() []Attr {
	if v.kind != KindGroup {
		panic("Group: bad kind")
	}
	return v.any.([]Attr)
}

func (v Value) isEmptyGroup() bool { return v.kind == KindGroup && len(v.Group()) == 0 }

func (v Value) Equal(w Value) bool {
	k := v.Kind()
	switch {
	case k != w.Kind():
		return false
	case k == KindGroup:
		return slices.EqualFunc(v.Group(), w.Group(), Attr.Equal)
	case k == KindTime:
		return v.Time().Equal(w.Time())
	}
	return v.any == w.any
}

func (v Value) String() string {
	switch v.Kind() {
	case KindFloat64:
		return strconv.FormatFloat(v.Float64(), 'g', -1, 64)
	case KindTime:
		return v.Time().Format("2006-01-02 15:04:05.999999999 -0700 MST")
	}
	return fmt.Sprint(v.any)
}

const maxLogValues = 100

// Resolve is v, or what LogValue says in its place.
func (v Value) Resolve() (resolved Value) {
	original := v
	defer func() {
		if r := recover(); r != nil {
			resolved = AnyValue(fmt.Errorf("LogValue panicked\n%s", callers(3, 5)))
		}
	}()
	for range maxLogValues {
		if v.Kind() != KindLogValuer {
			return v
		}
		v = v.LogValuer().LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on Value of type %T", original.Any()))
}
