package time

// pad writes n with at least width digits.
func pad(n, width int) string {
	if n < 0 {
		return "-" + pad(-n, width)
	}
	text := itoa(n)
	for len(text) < width {
		text = "0" + text
	}
	return text
}

// Format writes the time as layout shows.
func (t Time) Format(layout string) string {
	text := ""
	for {
		p := nextPiece(layout)
		text += p.prefix
		if p.element == plain {
			return text
		}
		text += t.element(p)
		layout = p.rest
	}
}

func (t Time) AppendFormat(b []byte, layout string) []byte { return append(b, t.Format(layout)...) }

func (t Time) element(p piece) string {
	switch p.element {
	case "January":
		return t.Month().String()
	case "Jan":
		return t.Month().String()[:3]
	case "Monday":
		return t.Weekday().String()
	case "Mon":
		return t.Weekday().String()[:3]
	case "MST":
		return t.zoneText()
	case "002":
		return pad(t.YearDay(), 3)
	case "__2":
		return spaces(t.YearDay(), 3)
	case "01":
		return pad(int(t.Month()), 2)
	case "1":
		return itoa(int(t.Month()))
	case "02":
		return pad(t.Day(), 2)
	case "_2":
		return spaces(t.Day(), 2)
	case "2":
		return itoa(t.Day())
	case "06":
		return pad(max(t.Year(), -t.Year())%100, 2)
	case "2006":
		return pad(t.Year(), 4)
	case zeroFraction, fraction:
		return t.fraction(p)
	}
	if p.text[0] == '-' || p.text[0] == 'Z' {
		return t.offsetText(p.text)
	}
	return t.clockElement(p.element)
}

func (t Time) clockElement(e element) string {
	hour, min, sec := t.Clock()
	hour12 := (hour+11)%12 + 1
	switch e {
	case "15":
		return pad(hour, 2)
	case "03":
		return pad(hour12, 2)
	case "3":
		return itoa(hour12)
	case "04":
		return pad(min, 2)
	case "4":
		return itoa(min)
	case "05":
		return pad(sec, 2)
	case "5":
		return itoa(sec)
	case "pm":
		if hour < 12 {
			return "am"
		}
		return "pm"
	}
	if hour < 12 {
		return "AM"
	}
	return "PM"
}

func spaces(n, width int) string {
	text := itoa(n)
	for len(text) < width {
		text = " " + text
	}
	return text
}

// zoneText is the zone's name, or its offset if it has none.
func (t Time) zoneText() string {
	name, offset := t.Zone()
	if name != "" {
		return name
	}
	sign := "+"
	minutes := offset / 60
	if minutes < 0 {
		sign = "-"
		minutes = -minutes
	}
	return sign + pad(minutes/60, 2) + pad(minutes%60, 2)
}

// offsetText writes the offset like the layout's text: -0700, Z07:00, …
func (t Time) offsetText(text string) string {
	_, offset := t.Zone()
	if text[0] == 'Z' && offset == 0 {
		return "Z"
	}
	sign := "+"
	minutes := offset / 60
	if minutes < 0 {
		sign = "-"
		minutes = -minutes
		offset = -offset
	}
	text = text[1:]
	colon := ""
	if len(text) > 2 && text[2] == ':' {
		colon = ":"
	}
	result := sign + pad(minutes/60, 2)
	if len(text) > 2 {
		result += colon + pad(minutes%60, 2)
	}
	if len(text) > 5 {
		result += colon + pad(offset%60, 2)
	}
	return result
}

func (t Time) fraction(p piece) string {
	nsec := t.Nanosecond()
	if p.element == fraction && nsec == 0 {
		return ""
	}
	digits := pad(nsec, 9)
	for len(digits) < p.digits && p.element == zeroFraction {
		return p.text[:1] + digits
	}
	digits = digits[:min(p.digits, 9)]
	if p.element == fraction {
		for digits != "" && digits[len(digits)-1] == '0' {
			digits = digits[:len(digits)-1]
		}
		if digits == "" {
			return ""
		}
	}
	return p.text[:1] + digits
}

// String also shows the reading of the run's own clock, if the time has one.
func (t Time) String() string {
	text := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasReading == 0 {
		return text
	}
	sign := "+"
	run := t.ext
	if run < 0 {
		sign = "-"
		run = -run
	}
	return text + " m=" + sign + itoa(int(run/1e9)) + "." + pad(int(run%1e9), 9)
}

func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	text := "time.Date(" + itoa(year) + ", time." + month.String()
	for _, n := range []int{day, hour, min, sec, t.Nanosecond()} {
		text += ", " + itoa(n)
	}
	switch t.Location() {
	case UTC:
		return text + ", time.UTC)"
	case Local:
		return text + ", time.Local)"
	}
	return text + ", time.Location(" + quote(t.Location().name) + "))"
}
