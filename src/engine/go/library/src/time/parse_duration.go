package time

type parseDurationError struct {
	problem string
	value   string
}

func (e *parseDurationError) Error() string { return "time: " + e.problem + " " + quote(e.value) }

var units = map[string]uint64{
	"ns": 1,
	"us": 1e3,
	"µs": 1e3,
	"μs": 1e3,
	"ms": 1e6,
	"s":  1e9,
	"m":  60e9,
	"h":  3600e9,
}

const limit = uint64(1) << 63

// ParseDuration reads numbers with units, like "-1.5h" or "2h45m".
func ParseDuration(s string) (Duration, error) {
	rest := s
	isNegative := false
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		isNegative = rest[0] == '-'
		rest = rest[1:]
	}
	if rest == "0" {
		return 0, nil
	}
	if rest == "" {
		return 0, &parseDurationError{"invalid duration", s}
	}
	var total uint64
	for rest != "" {
		part, after, problem := durationPart(rest)
		if problem == "" && total+part > limit {
			problem = "invalid duration"
		}
		if problem != "" {
			return 0, &parseDurationError{problem, s}
		}
		total += part
		rest = after
	}
	if isNegative {
		return -Duration(total), nil
	}
	if total == limit {
		return 0, &parseDurationError{"invalid duration", s}
	}
	return Duration(total), nil
}

// durationPart takes a number and its unit off s.
func durationPart(s string) (part uint64, rest string, problem string) {
	var whole, below uint64
	scale := 1.0
	start := len(s)
	for isDigit(s, 0) {
		if whole > limit/10 {
			return 0, s, "invalid duration"
		}
		whole = whole*10 + uint64(s[0]-'0')
		if whole > limit {
			return 0, s, "invalid duration"
		}
		s = s[1:]
	}
	digits := start - len(s)
	if s != "" && s[0] == '.' {
		s = s[1:]
		isFull := false
		for ; isDigit(s, 0); digits++ {
			// Digits beyond what 63 bits hold do not count.
			next := below*10 + uint64(s[0]-'0')
			isFull = isFull || below > (limit-1)/10 || next > limit
			if !isFull {
				below = next
				scale *= 10
			}
			s = s[1:]
		}
	}
	if digits == 0 {
		return 0, s, "invalid duration"
	}
	n := 0
	for n < len(s) && s[n] != '.' && !isDigit(s, n) {
		n++
	}
	if n == 0 {
		return 0, s, "missing unit in duration"
	}
	unit, ok := units[s[:n]]
	if !ok {
		return 0, s, "unknown unit " + quote(s[:n]) + " in duration"
	}
	if whole > limit/unit {
		return 0, s, "invalid duration"
	}
	part = whole * unit
	if below > 0 {
		part += uint64(float64(below) * (float64(unit) / scale))
		if part > limit {
			return 0, s, "invalid duration"
		}
	}
	return part, s[n:], ""
}
