package testing

import (
	"errors"
	"fmt"
	"math"
	"os"
	"reflect"
	"strconv"
	"strings"
)

// A seed is the arguments of one call of a fuzz target.
type seed struct {
	name   string
	values []any
}

const corpusVersion = "go test fuzz v1"

// readCorpus reads the seeds in the files of a directory, if there is one.
func readCorpus(dir string, types []reflect.Type) (seeds []seed, err error) {
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading seed corpus from testdata: %v", err)
	}
	var problems []string
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		path := dir + "/" + entry.Name()
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("failed to read corpus file: %v", err)
		}
		values, err := parseCorpus(string(data))
		if err != nil {
			err = fmt.Errorf("unmarshal: %v", err)
		} else {
			err = checkSeed(values, types)
		}
		if err != nil {
			problems = append(problems, fmt.Sprintf("%q: %v", path, err))
			continue
		}
		seeds = append(seeds, seed{entry.Name(), values})
	}
	if len(problems) > 0 {
		return nil, errors.New(strings.Join(problems, "\n"))
	}
	return seeds, nil
}

// checkSeed compares values with the types of a fuzz target's parameters.
func checkSeed(values []any, types []reflect.Type) error {
	if len(values) != len(types) {
		return fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(values), len(types))
	}
	var got []reflect.Type
	for _, value := range values {
		got = append(got, reflect.TypeOf(value))
	}
	for i := range types {
		if got[i] != types[i] {
			return fmt.Errorf("mismatched types in corpus entry: %v, want %v", got, types)
		}
	}
	return nil
}

func parseCorpus(text string) (values []any, err error) {
	if text == "" {
		return nil, errors.New("cannot unmarshal empty string")
	}
	lines := strings.Split(text, "\n")
	if len(lines) < 2 {
		return nil, errors.New("must include version and at least one value")
	}
	if version := strings.TrimSuffix(lines[0], "\r"); version != corpusVersion {
		return nil, fmt.Errorf("unknown encoding version: %s", version)
	}
	for _, line := range lines[1:] {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		value, err := parseSeedValue(line)
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", line, err)
		}
		values = append(values, value)
	}
	return values, nil
}

// parseSeedValue reads a conversion of a literal, such as int8(-1) or []byte("x").
func parseSeedValue(line string) (any, error) {
	open := strings.IndexByte(line, '(')
	if open < 0 || !strings.HasSuffix(line, ")") {
		return nil, errors.New("expected call expression")
	}
	kind, literal := strings.TrimSpace(line[:open]), strings.TrimSpace(line[open+1:len(line)-1])
	switch kind {
	case "[]byte":
		if !startsWith(literal, "\"`") {
			return nil, errors.New("string literal required for type []byte")
		}
		s, err := strconv.Unquote(literal)
		return []byte(s), err
	case "bool":
		switch literal {
		case "true":
			return true, nil
		case "false":
			return false, nil
		}
		return nil, errors.New("true or false required for type bool")
	}
	digits := strings.TrimPrefix(literal, "-")
	isSum := startsWith(digits, "0123456789.") && strings.ContainsAny(strings.NewReplacer("e+", "", "e-", "", "E+", "", "E-", "", "p+", "", "p-", "").Replace(digits), "+-*/()% ")
	if isSum || !startsWith(digits, "0123456789.\"`'") && digits != "NaN" && digits != "Inf" && literal != "+Inf" {
		return nil, errors.New("literal value required for primitive type")
	}
	switch kind {
	case "string":
		if !startsWith(literal, "\"`") {
			return nil, errors.New("string literal value required for type string")
		}
		return strconv.Unquote(literal)
	case "byte", "rune":
		return parseSeedCharacter(kind, literal)
	}
	return parseSeedNumber(kind, literal)
}

func startsWith(s, any string) bool { return s != "" && strings.IndexByte(any, s[0]) >= 0 }

func parseSeedCharacter(kind, literal string) (any, error) {
	if startsWith(literal, "-0123456789") {
		if kind == "rune" {
			n, err := strconv.ParseInt(literal, 0, 32)
			return int32(n), err
		}
		n, err := strconv.ParseUint(literal, 0, 8)
		return uint8(n), err
	}
	if !startsWith(literal, "'") {
		return nil, errors.New("character literal required for byte/rune types")
	}
	code, _, _, err := strconv.UnquoteChar(literal[1:len(literal)-1], '\'')
	switch {
	case err != nil:
		return nil, err
	case kind == "rune":
		return code, nil
	case code >= 256:
		return nil, errors.New("can only encode single byte to a byte type")
	}
	return byte(code), nil
}

func parseSeedNumber(kind, literal string) (any, error) {
	switch kind {
	case "float32":
		f, err := strconv.ParseFloat(literal, 32)
		return float32(f), err
	case "float64":
		return strconv.ParseFloat(literal, 64)
	case "math.Float32frombits":
		n, err := strconv.ParseUint(literal, 0, 32)
		return math.Float32frombits(uint32(n)), err
	case "math.Float64frombits":
		n, err := strconv.ParseUint(literal, 0, 64)
		return math.Float64frombits(n), err
	}
	signed := map[string]int{"int": 64, "int8": 8, "int16": 16, "int32": 32, "int64": 64}
	unsigned := map[string]int{"uint": 64, "uint8": 8, "uint16": 16, "uint32": 32, "uint64": 64}
	isWhole := !strings.ContainsAny(literal, ".\"`'NI")
	for _, t := range fuzzable {
		if t.Kind().String() != kind {
			continue
		}
		value := reflect.New(t).Elem()
		if bits, ok := signed[kind]; ok {
			if !isWhole {
				return nil, errors.New("integer literal required for int types")
			}
			n, err := strconv.ParseInt(literal, 0, bits)
			value.SetInt(n)
			return value.Interface(), err
		}
		if bits, ok := unsigned[kind]; ok {
			if !isWhole {
				return nil, errors.New("integer literal required for uint types")
			}
			n, err := strconv.ParseUint(literal, 0, bits)
			value.SetUint(n)
			return value.Interface(), err
		}
	}
	return nil, errors.New("expected []byte or primitive type")
}
