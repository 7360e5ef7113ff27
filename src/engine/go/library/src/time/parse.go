package time

// A ParseError says what of a text does not fit a layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	text := "parsing time " + quote(e.Value)
	if e.Message != "" {
		return text + e.Message
	}
	return text + " as " + quote(e.Layout) + ": cannot parse " + quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// quote writes s with \x for all bytes that are not printable ASCII.
func quote(s string) string {
	const hex = "0123456789abcdef"
	text := `"`
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			text += `\` + s[i:i+1]
		case c < ' ' || c >= 0x80:
			text += `\x` + hex[c>>4:c>>4+1] + hex[c&15:c&15+1]
		default:
			text += s[i : i+1]
		}
	}
	return text + `"`
}

// A reading is what has been understood of a text so far.
type reading struct {
	value string

	year                 int
	month, day, yday     int
	hour, min, sec, nsec int
	isMorning, isEvening bool
	zone                 *Location
	hasOffset            bool
	offset               int
	zoneName             string
	outOfRange           string
}

// Parse reads a time written as layout shows; it is in UTC if the text names no zone.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation takes loc as the zone if the text names none.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

func parse(layout, value string, fallback, local *Location) (Time, error) {
	r := &reading{value: value, month: -1, day: -1, yday: -1}
	rest := layout
	for {
		p := nextPiece(rest)
		if !r.skip(p.prefix) {
			return Time{}, &ParseError{layout, value, p.prefix, r.value, ""}
		}
		if p.element == plain {
			if r.value != "" {
				return Time{}, &ParseError{layout, value, "", r.value, ": extra text: " + quote(r.value)}
			}
			break
		}
		rest = p.rest
		before := r.value
		ok := r.element(p)
		if r.outOfRange != "" {
			return Time{}, &ParseError{layout, value, p.text, r.value, ": " + r.outOfRange + " out of range"}
		}
		if !ok {
			return Time{}, &ParseError{layout, value, p.text, before, ""}
		}
	}
	if problem := r.complete(); problem != "" {
		return Time{}, &ParseError{layout, value, "", r.value, ": " + problem}
	}
	return r.time(fallback, local), nil
}

// skip takes the text before an element; a space stands for any number of spaces.
func (r *reading) skip(prefix string) bool {
	for prefix != "" {
		if prefix[0] == ' ' {
			if r.value != "" && r.value[0] != ' ' {
				return false
			}
			prefix = withoutSpaces(prefix)
			r.value = withoutSpaces(r.value)
			continue
		}
		if r.value == "" || r.value[0] != prefix[0] {
			return false
		}
		prefix = prefix[1:]
		r.value = r.value[1:]
	}
	return true
}

func withoutSpaces(s string) string {
	for s != "" && s[0] == ' ' {
		s = s[1:]
	}
	return s
}

func (r *reading) element(p piece) (ok bool) {
	switch p.element {
	case "2006":
		if len(r.value) < 4 || !isDigit(r.value, 0) {
			return false
		}
		r.year, ok = signed(r.take(4))
	case "06":
		if len(r.value) < 2 {
			return false
		}
		if r.year, ok = signed(r.take(2)); ok {
			r.year += 1900
			if r.year < 1969 {
				r.year += 100
			}
		}
	case "January":
		r.month, ok = r.name(monthNames[:], 99)
		r.month++
	case "Jan":
		r.month, ok = r.name(monthNames[:], 3)
		r.month++
	case "1", "01":
		r.month, ok = r.number(p.element == "01")
		if ok {
			r.check(1 <= r.month && r.month <= 12, "month")
		}
	case "Mon":
		_, ok = r.name(dayNames[:], 3)
	case "Monday":
		_, ok = r.name(dayNames[:], 99)
	case "2", "_2", "02":
		if p.element == "_2" && r.value != "" && r.value[0] == ' ' {
			r.take(1)
		}
		r.day, ok = r.number(p.element == "02")
	case "__2", "002":
		for i := 0; i < 2 && p.element == "__2" && r.value != "" && r.value[0] == ' '; i++ {
			r.take(1)
		}
		r.yday, ok = r.threeDigits(p.element == "002")
	case "MST":
		return r.zoneElement()
	case zeroFraction, fraction:
		return r.fractionElement(p)
	default:
		if p.text[0] == '-' || p.text[0] == 'Z' {
			return r.offsetElement(p.text)
		}
		return r.clockElement(p)
	}
	return ok
}

func (r *reading) clockElement(p piece) (ok bool) {
	switch p.element {
	case "15":
		r.hour, ok = r.number(false)
		r.check(r.hour < 24, "hour")
	case "3", "03":
		r.hour, ok = r.number(p.element == "03")
		r.check(r.hour <= 12, "hour")
	case "4", "04":
		r.min, ok = r.number(p.element == "04")
		r.check(r.min < 60, "minute")
	case "5", "05":
		r.sec, ok = r.number(p.element == "05")
		if !ok {
			return false
		}
		r.check(r.sec < 60, "second")
		if r.outOfRange == "" {
			return r.fractionOfSecond(p.rest)
		}
	default:
		if len(r.value) < 2 {
			return false
		}
		half := r.take(2)
		if p.element == "PM" {
			r.isEvening = r.isEvening || half == "PM"
			r.isMorning = r.isMorning || half == "AM"
			return half == "AM" || half == "PM"
		}
		r.isEvening = r.isEvening || half == "pm"
		r.isMorning = r.isMorning || half == "am"
		return half == "am" || half == "pm"
	}
	return ok
}

func (r *reading) check(ok bool, what string) {
	if !ok && r.outOfRange == "" {
		r.outOfRange = what
	}
}

// fractionOfSecond takes a fraction after seconds that the layout does not show.
func (r *reading) fractionOfSecond(layout string) bool {
	if len(r.value) < 2 || !isPoint(r.value[0]) || !isDigit(r.value, 1) {
		return true
	}
	if next := nextPiece(layout).element; next == zeroFraction || next == fraction {
		return true
	}
	n := 2
	for isDigit(r.value, n) {
		n++
	}
	return r.nanoseconds(n)
}

func (r *reading) fractionElement(p piece) bool {
	if p.element == zeroFraction {
		return len(r.value) > p.digits && r.nanoseconds(1+p.digits)
	}
	if len(r.value) < 2 || !isPoint(r.value[0]) || !isDigit(r.value, 1) {
		return true
	}
	n := 1
	for isDigit(r.value, n) {
		n++
	}
	return r.nanoseconds(n)
}

func isPoint(c byte) bool { return c == '.' || c == ',' }

// nanoseconds takes a point and digits, n bytes in all; digits after the ninth do not count.
func (r *reading) nanoseconds(n int) bool {
	text := r.take(n)
	if !isPoint(text[0]) {
		return false
	}
	digits := text[1:min(n, 10)]
	nsec, ok := signed(digits)
	if !ok {
		return false
	}
	r.check(nsec >= 0, "fractional second")
	for range 9 - len(digits) {
		nsec *= 10
	}
	r.nsec = nsec
	return true
}

func (r *reading) take(n int) string {
	taken := r.value[:n]
	r.value = r.value[n:]
	return taken
}

// signed reads an integer that may have a sign, and nothing else.
func signed(s string) (n int, ok bool) {
	sign := 1
	if s != "" && (s[0] == '-' || s[0] == '+') {
		if s[0] == '-' {
			sign = -1
		}
		s = s[1:]
	}
	for i := 0; i < len(s); i++ {
		if !isDigit(s, i) {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return sign * n, true
}

// number takes one or two digits; exactly two if isFixed.
func (r *reading) number(isFixed bool) (int, bool) {
	switch {
	case !isDigit(r.value, 0) || isFixed && !isDigit(r.value, 1):
		return 0, false
	case isDigit(r.value, 1):
		return signed(r.take(2))
	}
	return signed(r.take(1))
}

func (r *reading) threeDigits(isFixed bool) (int, bool) {
	n := 0
	for n < 3 && isDigit(r.value, n) {
		n++
	}
	if n == 0 || isFixed && n != 3 {
		return 0, false
	}
	return signed(r.take(n))
}

// name takes one of the names, of which only the first letters may count; case does not.
func (r *reading) name(names []string, letters int) (int, bool) {
	for i, name := range names {
		name = name[:min(letters, len(name))]
		if len(r.value) >= len(name) && equalFold(r.value[:len(name)], name) {
			r.take(len(name))
			return i, true
		}
	}
	return -1, false
}

func equalFold(a, b string) bool {
	for i := 0; i < len(a); i++ {
		if a[i] != b[i] && (a[i]|0x20 != b[i]|0x20 || a[i]|0x20 < 'a' || a[i]|0x20 > 'z') {
			return false
		}
	}
	return true
}
