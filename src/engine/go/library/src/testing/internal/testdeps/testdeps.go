// Package testdeps is what the program that runs the tests of a package gives to package testing.
package testdeps

import "regexp"

// TestDeps has the methods that testing.MainStart asks for.
type TestDeps struct{ Path string }

func (d TestDeps) ImportPath() string { return d.Path }

var (
	lastPattern string
	lastRegexp  *regexp.Regexp
)

func (TestDeps) MatchString(pattern, text string) (bool, error) {
	if lastRegexp == nil || lastPattern != pattern {
		compiled, err := regexp.Compile(pattern)
		if err != nil {
			return false, err
		}
		lastPattern, lastRegexp = pattern, compiled
	}
	return lastRegexp.MatchString(text), nil
}
