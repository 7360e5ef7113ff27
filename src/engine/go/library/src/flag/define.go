package flag

import (
	"os"
	"strconv"
	"time"
)

// CommandLine is the set of the program's own flags.
var CommandLine = NewFlagSet(os.Args[0], ExitOnError)

// Usage prints how to call the program.
var Usage = func() { CommandLine.defaultUsage() }

func init() {
	CommandLine.Usage = func() { Usage() }
}

func define[T any](f *FlagSet, p *T, name string, value T, usage string, parse func(string) (T, error), text func(T) string, isBool bool) {
	*p = value
	f.Var(&variable[T]{p, parse, text, isBool}, name, usage)
}

func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {
	define(f, p, name, value, usage, parseBool, strconv.FormatBool, true)
}

func (f *FlagSet) Bool(name string, value bool, usage string) *bool {
	p := new(bool)
	f.BoolVar(p, name, value, usage)
	return p
}

func BoolVar(p *bool, name string, value bool, usage string) {
	CommandLine.BoolVar(p, name, value, usage)
}

func Bool(name string, value bool, usage string) *bool {
	return CommandLine.Bool(name, value, usage)
}

func (f *FlagSet) IntVar(p *int, name string, value int, usage string) {
	define(f, p, name, value, usage, parseInt, strconv.Itoa, false)
}

func (f *FlagSet) Int(name string, value int, usage string) *int {
	p := new(int)
	f.IntVar(p, name, value, usage)
	return p
}

func IntVar(p *int, name string, value int, usage string) {
	CommandLine.IntVar(p, name, value, usage)
}

func Int(name string, value int, usage string) *int {
	return CommandLine.Int(name, value, usage)
}

func (f *FlagSet) Int64Var(p *int64, name string, value int64, usage string) {
	define(f, p, name, value, usage, parseInt64, func(i int64) string { return strconv.FormatInt(i, 10) }, false)
}

func (f *FlagSet) Int64(name string, value int64, usage string) *int64 {
	p := new(int64)
	f.Int64Var(p, name, value, usage)
	return p
}

func Int64Var(p *int64, name string, value int64, usage string) {
	CommandLine.Int64Var(p, name, value, usage)
}

func Int64(name string, value int64, usage string) *int64 {
	return CommandLine.Int64(name, value, usage)
}

func (f *FlagSet) UintVar(p *uint, name string, value uint, usage string) {
	define(f, p, name, value, usage, parseUint, func(i uint) string { return strconv.FormatUint(uint64(i), 10) }, false)
}

func (f *FlagSet) Uint(name string, value uint, usage string) *uint {
	p := new(uint)
	f.UintVar(p, name, value, usage)
	return p
}

func UintVar(p *uint, name string, value uint, usage string) {
	CommandLine.UintVar(p, name, value, usage)
}

func Uint(name string, value uint, usage string) *uint {
	return CommandLine.Uint(name, value, usage)
}

func (f *FlagSet) Uint64Var(p *uint64, name string, value uint64, usage string) {
	define(f, p, name, value, usage, parseUint64, func(i uint64) string { return strconv.FormatUint(i, 10) }, false)
}

func (f *FlagSet) Uint64(name string, value uint64, usage string) *uint64 {
	p := new(uint64)
	f.Uint64Var(p, name, value, usage)
	return p
}

func Uint64Var(p *uint64, name string, value uint64, usage string) {
	CommandLine.Uint64Var(p, name, value, usage)
}

func Uint64(name string, value uint64, usage string) *uint64 {
	return CommandLine.Uint64(name, value, usage)
}

func (f *FlagSet) StringVar(p *string, name string, value string, usage string) {
	define(f, p, name, value, usage, parseString, stringText, false)
}

func (f *FlagSet) String(name string, value string, usage string) *string {
	p := new(string)
	f.StringVar(p, name, value, usage)
	return p
}

func StringVar(p *string, name string, value string, usage string) {
	CommandLine.StringVar(p, name, value, usage)
}

func String(name string, value string, usage string) *string {
	return CommandLine.String(name, value, usage)
}

func (f *FlagSet) Float64Var(p *float64, name string, value float64, usage string) {
	define(f, p, name, value, usage, parseFloat, floatText, false)
}

func (f *FlagSet) Float64(name string, value float64, usage string) *float64 {
	p := new(float64)
	f.Float64Var(p, name, value, usage)
	return p
}

func Float64Var(p *float64, name string, value float64, usage string) {
	CommandLine.Float64Var(p, name, value, usage)
}

func Float64(name string, value float64, usage string) *float64 {
	return CommandLine.Float64(name, value, usage)
}

func (f *FlagSet) DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	define(f, p, name, value, usage, parseDuration, durationText, false)
}

func (f *FlagSet) Duration(name string, value time.Duration, usage string) *time.Duration {
	p := new(time.Duration)
	f.DurationVar(p, name, value, usage)
	return p
}

func DurationVar(p *time.Duration, name string, value time.Duration, usage string) {
	CommandLine.DurationVar(p, name, value, usage)
}

func Duration(name string, value time.Duration, usage string) *time.Duration {
	return CommandLine.Duration(name, value, usage)
}

func (f *FlagSet) Func(name, usage string, fn func(string) error) {
	f.Var(&function{fn, false}, name, usage)
}

func (f *FlagSet) BoolFunc(name, usage string, fn func(string) error) {
	f.Var(&function{fn, true}, name, usage)
}

func Func(name, usage string, fn func(string) error)     { CommandLine.Func(name, usage, fn) }
func BoolFunc(name, usage string, fn func(string) error) { CommandLine.BoolFunc(name, usage, fn) }

func Var(value Value, name string, usage string) { CommandLine.Var(value, name, usage) }
func VisitAll(fn func(*Flag))                    { CommandLine.VisitAll(fn) }
func Visit(fn func(*Flag))                       { CommandLine.Visit(fn) }
func Lookup(name string) *Flag                   { return CommandLine.Lookup(name) }
func Set(name, value string) error               { return CommandLine.set(name, value) }
func PrintDefaults()                             { CommandLine.PrintDefaults() }
func NFlag() int                                 { return CommandLine.NFlag() }
func NArg() int                                  { return CommandLine.NArg() }
func Arg(i int) string                           { return CommandLine.Arg(i) }
func Args() []string                             { return CommandLine.Args() }
func Parse()                                     { CommandLine.Parse(os.Args[1:]) }
func Parsed() bool                               { return CommandLine.Parsed() }
