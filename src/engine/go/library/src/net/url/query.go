package url

import (
	"errors"
	"internal/godebug"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Values are the parameters of a query: several for a key, in order.
type Values map[string][]string

// Get is the first value, empty if there is none.
func (v Values) Get(key string) string {
	if values := v[key]; len(values) > 0 {
		return values[0]
	}
	return ""
}

func (v Values) Set(key, value string) { v[key] = []string{value} }
func (v Values) Add(key, value string) { v[key] = append(v[key], value) }
func (v Values) Del(key string)        { delete(v, key) }

func (v Values) Has(key string) bool {
	_, ok := v[key]
	return ok
}

func (v Values) Clone() Values {
	if v == nil {
		return nil
	}
	clone := make(Values, len(v))
	for key, values := range v {
		clone[key] = slices.Clone(values)
	}
	return clone
}

// isWithinLimit tells whether a query may have so many parameters; 0 is no limit.
func isWithinLimit(parameters int) bool {
	if limit, err := strconv.Atoi(godebug.Value("urlmaxqueryparams")); err == nil {
		return limit == 0 || parameters < limit
	}
	return parameters <= 10000
}

// ParseQuery gives all that is right, and the first error.
func ParseQuery(query string) (Values, error) {
	values := Values{}
	if !isWithinLimit(strings.Count(query, "&") + 1) {
		return values, errors.New("number of URL query parameters exceeded limit")
	}
	var firstErr error
	for each := range strings.SplitSeq(query, "&") {
		if each == "" {
			continue
		}
		key, value, err := parseParameter(each)
		if err == nil {
			values[key] = append(values[key], value)
		} else if firstErr == nil || err == errSemicolon {
			firstErr = err
		}
	}
	return values, firstErr
}

var errSemicolon = errors.New("invalid semicolon separator in query")

func parseParameter(text string) (key, value string, err error) {
	if strings.Contains(text, ";") {
		return "", "", errSemicolon
	}
	key, value, _ = strings.Cut(text, "=")
	if key, err = QueryUnescape(key); err != nil {
		return "", "", err
	}
	value, err = QueryUnescape(value)
	return key, value, err
}

// Encode writes the parameters by the order of their keys.
func (v Values) Encode() string {
	var b strings.Builder
	for _, key := range slices.Sorted(maps.Keys(v)) {
		escaped := QueryEscape(key)
		for _, value := range v[key] {
			if b.Len() > 0 {
				b.WriteByte('&')
			}
			b.WriteString(escaped + "=" + QueryEscape(value))
		}
	}
	return b.String()
}
