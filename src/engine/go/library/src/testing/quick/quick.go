// Package quick looks for arguments that make a function give false. Arguments come from a random
// number generator in the order in which Go's own package takes them.
package quick

import (
	"flag"
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"time"
)

var checks = flag.Int("quickchecks", 100, "The default number of iterations for each check")

// A Config says how many rounds there are and where arguments come from.
type Config struct {
	MaxCount      int
	MaxCountScale float64
	Rand          *rand.Rand
	Values        func([]reflect.Value, *rand.Rand)
}

func (c *Config) random() *rand.Rand {
	if c.Rand != nil {
		return c.Rand
	}
	return rand.New(rand.NewSource(time.Now().UnixNano()))
}

func (c *Config) rounds() int {
	if c.MaxCount != 0 {
		return c.MaxCount
	}
	if c.MaxCountScale != 0 {
		return int(c.MaxCountScale * float64(*checks))
	}
	return *checks
}

// A SetupError says that the functions cannot be checked.
type SetupError string

func (s SetupError) Error() string { return string(s) }

// A CheckError tells the arguments of the round that failed.
type CheckError struct {
	Count int
	In    []any
}

func (s *CheckError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s", s.Count, listing(s.In))
}

// A CheckEqualError tells the differing results, too.
type CheckEqualError struct {
	CheckError
	Out1 []any
	Out2 []any
}

func (s *CheckEqualError) Error() string {
	return fmt.Sprintf("#%d: failed on input %s. Output 1: %s. Output 2: %s", s.Count, listing(s.In), listing(s.Out1), listing(s.Out2))
}

func listing(values []any) string {
	var texts []string
	for _, v := range values {
		texts = append(texts, fmt.Sprintf("%#v", v))
	}
	return strings.Join(texts, ", ")
}

// Check calls f until it returns false, which is an error.
func Check(f any, config *Config) error {
	v := reflect.ValueOf(f)
	switch {
	case v.Kind() != reflect.Func:
		return SetupError("argument is not a function")
	case v.Type().NumOut() != 1:
		return SetupError("function does not return one value")
	case v.Type().Out(0).Kind() != reflect.Bool:
		return SetupError("function does not return a bool")
	}
	return eachRound(v.Type(), config, func(round int, args []reflect.Value) error {
		if v.Call(args)[0].Bool() {
			return nil
		}
		return &CheckError{round, unwrapped(args)}
	})
}

// CheckEqual calls f and g with the same arguments until their results differ.
func CheckEqual(f, g any, config *Config) error {
	x, y := reflect.ValueOf(f), reflect.ValueOf(g)
	switch {
	case x.Kind() != reflect.Func:
		return SetupError("f is not a function")
	case y.Kind() != reflect.Func:
		return SetupError("g is not a function")
	case x.Type() != y.Type():
		return SetupError("functions have different types")
	}
	return eachRound(x.Type(), config, func(round int, args []reflect.Value) error {
		one, other := unwrapped(x.Call(args)), unwrapped(y.Call(args))
		if reflect.DeepEqual(one, other) {
			return nil
		}
		return &CheckEqualError{CheckError{round, unwrapped(args)}, one, other}
	})
}

func eachRound(t reflect.Type, config *Config, try func(round int, args []reflect.Value) error) error {
	if config == nil {
		config = &Config{}
	}
	args := make([]reflect.Value, t.NumIn())
	random := config.random()
	for round := 1; round <= config.rounds(); round++ {
		if err := fill(args, t, config, random); err != nil {
			return err
		}
		if err := try(round, args); err != nil {
			return err
		}
	}
	return nil
}

func fill(args []reflect.Value, t reflect.Type, config *Config, random *rand.Rand) error {
	if config.Values != nil {
		config.Values(args, random)
		return nil
	}
	for i := range args {
		v, ok := Value(t.In(i), random)
		if !ok {
			return SetupError(fmt.Sprintf("cannot create arbitrary value of type %s for argument %d", t.In(i), i))
		}
		args[i] = v
	}
	return nil
}

func unwrapped(values []reflect.Value) []any {
	out := make([]any, len(values))
	for i, v := range values {
		out[i] = v.Interface()
	}
	return out
}
