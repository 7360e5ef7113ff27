package time

// Layouts show how the reference time, Mon Jan 2 15:04:05 MST 2006, is written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"

	Stamp      = "Jan _2 15:04:05"
	StampMilli = "Jan _2 15:04:05.000"
	StampMicro = "Jan _2 15:04:05.000000"
	StampNano  = "Jan _2 15:04:05.000000000"

	DateTime = "2006-01-02 15:04:05"
	DateOnly = "2006-01-02"
	TimeOnly = "15:04:05"
)

// An element is a part of a layout that stands for something; elements are named by their text.
type element string

const (
	plain        element = ""
	zeroFraction element = ".0"
	fraction     element = ".9"
)

// elements by first character, longer ones before those they start with.
var elements = map[byte][]element{
	'J': {"January", "Jan"},
	'M': {"Monday", "Mon", "MST"},
	'0': {"002", "01", "02", "03", "04", "05", "06"},
	'1': {"15", "1"},
	'2': {"2006", "2"},
	'_': {"__2", "_2"},
	'3': {"3"},
	'4': {"4"},
	'5': {"5"},
	'P': {"PM"},
	'p': {"pm"},
	'-': {"-07:00:00", "-070000", "-07:00", "-0700", "-07"},
	'Z': {"Z07:00:00", "Z070000", "Z07:00", "Z0700", "Z07"},
}

// A piece of a layout: text to copy and the element after it.
type piece struct {
	prefix  string
	element element
	// text is the element as it stands in the layout.
	text string
	// digits of a fraction of a second.
	digits int
	rest   string
}

func isLower(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }

// nextPiece finds the first element of a layout; it is plain if there is none.
func nextPiece(layout string) piece {
	for i := 0; i < len(layout); i++ {
		c := layout[i]
		if (c == '.' || c == ',') && i+1 < len(layout) && (layout[i+1] == '0' || layout[i+1] == '9') {
			if p, ok := fractionAt(layout, i); ok {
				return p
			}
		}
		for _, e := range elements[c] {
			n := len(e)
			if len(layout)-i < n || layout[i:i+n] != string(e) {
				continue
			}
			if (e == "Jan" || e == "Mon") && isLower(layout[i+n:]) {
				continue
			}
			if e == "_2" && len(layout) >= i+5 && layout[i+1:i+5] == "2006" {
				return piece{layout[:i+1], "2006", "2006", 0, layout[i+5:]}
			}
			return piece{layout[:i], e, layout[i : i+n], 0, layout[i+n:]}
		}
	}
	return piece{prefix: layout}
}

// fractionAt takes a point or comma followed by only zeros or only nines.
func fractionAt(layout string, i int) (piece, bool) {
	c := layout[i+1]
	end := i + 1
	for end < len(layout) && layout[end] == c {
		end++
	}
	if isDigit(layout, end) {
		return piece{}, false
	}
	kind := zeroFraction
	if c == '9' {
		kind = fraction
	}
	return piece{layout[:i], kind, layout[i:end], end - i - 1, layout[end:]}, true
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }
