// Package flag: options of the command line.
package flag

import (
	"encoding"
	"errors"
	"fmt"
	"io"
	"os"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrHelp is the error for -help when no such flag is defined.
var ErrHelp = errors.New("flag: help requested")

var (
	errParse = errors.New("parse error")
	errRange = errors.New("value out of range")
)

// A Value holds what a flag is set to.
type Value interface {
	String() string
	Set(string) error
}

// A Getter also gives the content.
type Getter interface {
	Value
	Get() any
}

type boolFlag interface {
	Value
	IsBoolFlag() bool
}

// variable is a flag's variable of any type with how it is read and written.
type variable[T any] struct {
	p     *T
	parse func(string) (T, error)
	text  func(T) string
	isSet bool
}

func (v *variable[T]) Set(s string) error {
	value, err := v.parse(s)
	*v.p = value
	return err
}

func (v *variable[T]) Get() any         { return *v.p }
func (v *variable[T]) String() string   { return v.text(*v.p) }
func (v *variable[T]) IsBoolFlag() bool { return v.isSet }

// numberError shortens the errors of strconv.
func numberError[T any](value T, err error) (T, error) {
	switch {
	case errors.Is(err, strconv.ErrSyntax):
		err = errParse
	case errors.Is(err, strconv.ErrRange):
		err = errRange
	}
	return value, err
}

func parseBool(s string) (bool, error) {
	value, err := strconv.ParseBool(s)
	if err != nil {
		err = errParse
	}
	return value, err
}

func parseInt(s string) (int, error) {
	value, err := strconv.ParseInt(s, 0, 64)
	return numberError(int(value), err)
}

func parseInt64(s string) (int64, error) { return numberError(strconv.ParseInt(s, 0, 64)) }

func parseUint(s string) (uint, error) {
	value, err := strconv.ParseUint(s, 0, 64)
	return numberError(uint(value), err)
}

func parseUint64(s string) (uint64, error) { return numberError(strconv.ParseUint(s, 0, 64)) }
func parseFloat(s string) (float64, error) { return numberError(strconv.ParseFloat(s, 64)) }
func parseString(s string) (string, error) { return s, nil }
func stringText(s string) string           { return s }
func floatText(f float64) string           { return strconv.FormatFloat(f, 'g', -1, 64) }
func durationText(d time.Duration) string  { return d.String() }
func parseDuration(s string) (time.Duration, error) {
	value, err := time.ParseDuration(s)
	if err != nil {
		err = errParse
	}
	return value, err
}

type function struct {
	call   func(string) error
	isBool bool
}

func (f *function) Set(s string) error { return f.call(s) }
func (f *function) String() string     { return "" }
func (f *function) IsBoolFlag() bool   { return f.isBool }

// setText makes *p the default, and returns what forbids it.
func setText(p any, value any) string

type textValue struct {
	p encoding.TextUnmarshaler
}

func (v textValue) Set(s string) error { return v.p.UnmarshalText([]byte(s)) }
func (v textValue) Get() any           { return v.p }

func (v textValue) String() string {
	if m, ok := v.p.(encoding.TextMarshaler); ok {
		if text, err := m.MarshalText(); err == nil {
			return string(text)
		}
	}
	return ""
}

// TextVar defines a flag of a type that knows its own text.
func (f *FlagSet) TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) {
	if problem := setText(p, value); problem != "" {
		panic(problem)
	}
	f.Var(textValue{p}, name, usage)
}

func TextVar(p encoding.TextUnmarshaler, name string, value encoding.TextMarshaler, usage string) {
	CommandLine.TextVar(p, name, value, usage)
}

// ErrorHandling says what Parse does about an error.
type ErrorHandling int

const (
	ContinueOnError ErrorHandling = iota
	ExitOnError
	PanicOnError
)

// A Flag is a defined flag.
type Flag struct {
	Name     string
	Usage    string
	Value    Value
	DefValue string
}

// A FlagSet is a set of defined flags.
type FlagSet struct {
	Usage func()

	name          string
	parsed        bool
	actual        map[string]*Flag
	formal        map[string]*Flag
	undefined     map[string]string
	args          []string
	errorHandling ErrorHandling
	output        io.Writer
}

func NewFlagSet(name string, errorHandling ErrorHandling) *FlagSet {
	f := &FlagSet{name: name, errorHandling: errorHandling}
	f.Usage = f.defaultUsage
	return f
}

func (f *FlagSet) Init(name string, errorHandling ErrorHandling) {
	f.name = name
	f.errorHandling = errorHandling
}

func (f *FlagSet) Name() string                 { return f.name }
func (f *FlagSet) ErrorHandling() ErrorHandling { return f.errorHandling }
func (f *FlagSet) SetOutput(output io.Writer)   { f.output = output }

func (f *FlagSet) Output() io.Writer {
	if f.output == nil {
		return os.Stderr
	}
	return f.output
}

func sorted(flags map[string]*Flag) []*Flag {
	var list []*Flag
	for _, flag := range flags {
		list = append(list, flag)
	}
	slices.SortFunc(list, func(a, b *Flag) int { return strings.Compare(a.Name, b.Name) })
	return list
}

func (f *FlagSet) VisitAll(fn func(*Flag)) {
	for _, flag := range sorted(f.formal) {
		fn(flag)
	}
}

func (f *FlagSet) Visit(fn func(*Flag)) {
	for _, flag := range sorted(f.actual) {
		fn(flag)
	}
}

func (f *FlagSet) Lookup(name string) *Flag { return f.formal[name] }

func (f *FlagSet) Set(name, value string) error { return f.set(name, value) }

func (f *FlagSet) set(name, value string) error {
	flag, ok := f.formal[name]
	if !ok {
		// Defining the flag later is a mistake, which is reported with this place.
		_, file, line, ok := runtime.Caller(2)
		if !ok {
			file = "?"
		}
		if f.undefined == nil {
			f.undefined = make(map[string]string)
		}
		f.undefined[name] = fmt.Sprintf("%s:%d", file, line)
		return fmt.Errorf("no such flag -%v", name)
	}
	if err := flag.Value.Set(value); err != nil {
		return err
	}
	if f.actual == nil {
		f.actual = make(map[string]*Flag)
	}
	f.actual[name] = flag
	return nil
}

// Var defines a flag.
func (f *FlagSet) Var(value Value, name string, usage string) {
	if strings.HasPrefix(name, "-") {
		panic(f.sprintf("flag %q begins with -", name))
	}
	if strings.Contains(name, "=") {
		panic(f.sprintf("flag %q contains =", name))
	}
	flag := &Flag{name, usage, value, value.String()}
	if _, ok := f.formal[name]; ok {
		if f.name == "" {
			panic(f.sprintf("flag redefined: %s", name))
		}
		panic(f.sprintf("%s flag redefined: %s", f.name, name))
	}
	if place := f.undefined[name]; place != "" {
		panic(fmt.Sprintf("flag %s set at %s before being defined", name, place))
	}
	if f.formal == nil {
		f.formal = make(map[string]*Flag)
	}
	f.formal[name] = flag
}

func (f *FlagSet) sprintf(format string, a ...any) string {
	text := fmt.Sprintf(format, a...)
	fmt.Fprintln(f.Output(), text)
	return text
}

func (f *FlagSet) failf(format string, a ...any) error {
	err := errors.New(f.sprintf(format, a...))
	f.usage()
	return err
}

func (f *FlagSet) usage() {
	if f.Usage == nil {
		f.defaultUsage()
	} else {
		f.Usage()
	}
}

func (f *FlagSet) defaultUsage() {
	if f.name == "" {
		fmt.Fprintf(f.Output(), "Usage:\n")
	} else {
		fmt.Fprintf(f.Output(), "Usage of %s:\n", f.name)
	}
	f.PrintDefaults()
}

// UnquoteUsage takes the name of the value out of back quotes in the usage.
func UnquoteUsage(flag *Flag) (name string, usage string) {
	usage = flag.Usage
	if before, rest, ok := strings.Cut(usage, "`"); ok {
		if quoted, after, ok := strings.Cut(rest, "`"); ok {
			return quoted, before + quoted + after
		}
	}
	switch v := flag.Value.(type) {
	case *variable[time.Duration]:
		name = "duration"
	case *variable[float64]:
		name = "float"
	case *variable[int], *variable[int64]:
		name = "int"
	case *variable[string]:
		name = "string"
	case *variable[uint], *variable[uint64]:
		name = "uint"
	case boolFlag:
		if !v.IsBoolFlag() {
			name = "value"
		}
	default:
		name = "value"
	}
	return name, usage
}

// zeroText is what a value of the same type shows when nothing has been set.
func (v *variable[T]) zeroText() string {
	var zero T
	return v.text(zero)
}

// isZero reports whether the default is what a zero value of the same type shows. A panic of the
// String method is an error.
func isZero(flag *Flag) (ok bool, err error) {
	if v, ok := flag.Value.(interface{ zeroText() string }); ok {
		return flag.DefValue == v.zeroText(), nil
	}
	typ := reflect.TypeOf(flag.Value)
	zero := reflect.Zero(typ)
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
		zero = reflect.New(typ)
	}
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("panic calling String method on zero %v for flag %s: %v", typ, flag.Name, e)
		}
	}()
	return flag.DefValue == zero.Interface().(Value).String(), nil
}

func (f *FlagSet) PrintDefaults() {
	var problems []error
	f.VisitAll(func(flag *Flag) {
		text := "  -" + flag.Name
		name, usage := UnquoteUsage(flag)
		if name != "" {
			text += " " + name
		}
		// Flags of one letter have their usage on the same line.
		if len(text) <= 4 {
			text += "\t"
		} else {
			text += "\n    \t"
		}
		text += strings.ReplaceAll(usage, "\n", "\n    \t")
		if ok, err := isZero(flag); err != nil {
			problems = append(problems, err)
		} else if !ok {
			if _, ok := flag.Value.(*variable[string]); ok {
				text += fmt.Sprintf(" (default %q)", flag.DefValue)
			} else {
				text += fmt.Sprintf(" (default %v)", flag.DefValue)
			}
		}
		fmt.Fprint(f.Output(), text, "\n")
	})
	if len(problems) > 0 {
		fmt.Fprintln(f.Output())
	}
	for _, problem := range problems {
		fmt.Fprintln(f.Output(), problem)
	}
}

func (f *FlagSet) NFlag() int     { return len(f.actual) }
func (f *FlagSet) NArg() int      { return len(f.args) }
func (f *FlagSet) Args() []string { return f.args }
func (f *FlagSet) Parsed() bool   { return f.parsed }

func (f *FlagSet) Arg(i int) string {
	if i < 0 || i >= len(f.args) {
		return ""
	}
	return f.args[i]
}

func (f *FlagSet) parseOne() (bool, error) {
	if len(f.args) == 0 {
		return false, nil
	}
	arg := f.args[0]
	if len(arg) < 2 || arg[0] != '-' {
		return false, nil
	}
	name := arg[1:]
	if name[0] == '-' {
		name = name[1:]
		if name == "" {
			f.args = f.args[1:]
			return false, nil
		}
	}
	if name == "" || name[0] == '-' || name[0] == '=' {
		return false, f.failf("bad flag syntax: %s", arg)
	}
	f.args = f.args[1:]
	name, value, hasValue := strings.Cut(name, "=")
	flag, ok := f.formal[name]
	if !ok {
		if name == "help" || name == "h" {
			f.usage()
			return false, ErrHelp
		}
		return false, f.failf("flag provided but not defined: -%s", name)
	}
	if b, ok := flag.Value.(boolFlag); ok && b.IsBoolFlag() {
		if !hasValue {
			value = "true"
		}
		if err := flag.Value.Set(value); err != nil {
			if hasValue {
				return false, f.failf("invalid boolean value %q for -%s: %v", value, name, err)
			}
			return false, f.failf("invalid boolean flag %s: %v", name, err)
		}
	} else {
		if !hasValue && len(f.args) > 0 {
			hasValue = true
			value, f.args = f.args[0], f.args[1:]
		}
		if !hasValue {
			return false, f.failf("flag needs an argument: -%s", name)
		}
		if err := flag.Value.Set(value); err != nil {
			return false, f.failf("invalid value %q for flag -%s: %v", value, name, err)
		}
	}
	if f.actual == nil {
		f.actual = make(map[string]*Flag)
	}
	f.actual[name] = flag
	return true, nil
}

// Parse takes flags off the arguments, up to the first that is none, or after "--".
func (f *FlagSet) Parse(arguments []string) error {
	f.parsed = true
	f.args = arguments
	for {
		seen, err := f.parseOne()
		if seen {
			continue
		}
		if err == nil {
			return nil
		}
		switch f.errorHandling {
		case ExitOnError:
			if err == ErrHelp {
				os.Exit(0)
			}
			os.Exit(2)
		case PanicOnError:
			panic(err)
		}
		return err
	}
}
