package time

// zoneElement takes a zone's abbreviation.
func (r *reading) zoneElement() bool {
	if len(r.value) >= 3 && r.value[:3] == "UTC" {
		r.take(3)
		r.zone = UTC
		return true
	}
	n := zoneLength(r.value)
	if n == 0 {
		return false
	}
	r.zoneName = r.take(n)
	return true
}

// zoneLength is the length of the abbreviation that value starts with: three or four capitals, five
// ending in T, GMT with an offset, an offset alone; 0 if there is none.
func zoneLength(value string) int {
	if len(value) < 3 {
		return 0
	}
	if len(value) >= 4 && (value[:4] == "ChST" || value[:4] == "MeST") {
		return 4
	}
	if value[:3] == "GMT" {
		return 3 + offsetLength(value[3:])
	}
	if value[0] == '+' || value[0] == '-' {
		return offsetLength(value)
	}
	n := 0
	for n < 6 && n < len(value) && 'A' <= value[n] && value[n] <= 'Z' {
		n++
	}
	switch {
	case n == 5 && value[4] == 'T', n == 3, n == 4 && (value[3] == 'T' || value[:4] == "WITA"):
		return n
	}
	return 0
}

// offsetLength is the length of a sign and a number of hours up to 23.
func offsetLength(value string) int {
	if value == "" || value[0] != '-' && value[0] != '+' {
		return 0
	}
	n := 1
	hours := 0
	for isDigit(value, n) {
		hours = min(hours*10+int(value[n]-'0'), 1000)
		n++
	}
	if n == 1 || hours > 23 {
		return 0
	}
	return n
}

// offsetElement takes an offset written as the layout's text.
func (r *reading) offsetElement(text string) bool {
	if text[0] == 'Z' && r.value != "" && r.value[0] == 'Z' {
		r.take(1)
		r.zone = UTC
		return true
	}
	if len(r.value) < len(text) {
		return false
	}
	value := r.value[:len(text)]
	numbers := [3]int{}
	count := 0
	isGood := true
	for i := 1; i < len(text); i += 2 {
		if text[i] == ':' {
			if value[i] != ':' {
				return false
			}
			i++
		}
		if !isDigit(value, i) || !isDigit(value, i+1) {
			isGood = false
			break
		}
		numbers[count], _ = signed(value[i : i+2])
		count++
	}
	r.take(len(text))
	if numbers[0] > 24 {
		r.outOfRange = "time zone offset hour"
	}
	if numbers[1] > 60 {
		r.outOfRange = "time zone offset minute"
	}
	if numbers[2] > 60 {
		r.outOfRange = "time zone offset second"
	}
	r.offset = (numbers[0]*60+numbers[1])*60 + numbers[2]
	if value[0] == '-' {
		r.offset = -r.offset
	}
	// An offset of one second west counts as none, as it does in Go.
	r.hasOffset = r.offset != -1
	return isGood && (value[0] == '-' || value[0] == '+')
}

func daysIn(month, year int) int {
	if month == int(February) && isLeap(year) {
		return 29
	}
	return daysBefore[month] - daysBefore[month-1]
}

// complete settles the date from what was read; it returns what is wrong with it.
func (r *reading) complete() string {
	if r.isEvening && r.hour < 12 {
		r.hour += 12
	} else if r.isMorning && r.hour == 12 {
		r.hour = 0
	}
	if r.yday >= 0 {
		if problem := r.completeFromDayOfYear(); problem != "" {
			return problem
		}
	}
	if r.month < 0 {
		r.month = 1
	}
	if r.day < 0 {
		r.day = 1
	}
	if r.day < 1 || r.day > daysIn(r.month, r.year) {
		return "day out of range"
	}
	return ""
}

func (r *reading) completeFromDayOfYear() string {
	length := 365
	if isLeap(r.year) {
		length = 366
	}
	if r.yday < 1 || r.yday > length {
		return "day-of-year out of range"
	}
	month, day := 1, r.yday
	for day > daysIn(month, r.year) {
		day -= daysIn(month, r.year)
		month++
	}
	if r.month >= 0 && r.month != month {
		return "day-of-year does not match month"
	}
	if r.day >= 0 && r.day != day {
		return "day-of-year does not match day"
	}
	r.month, r.day = month, day
	return ""
}

// time chooses the location: local where it has the zone or offset that was read.
func (r *reading) time(fallback, local *Location) Time {
	at := func(loc *Location) Time {
		return Date(r.year, Month(r.month), r.day, r.hour, r.min, r.sec, r.nsec, loc)
	}
	if r.zone != nil {
		return at(r.zone)
	}
	if r.hasOffset {
		t := at(UTC).Add(-Duration(r.offset) * Second)
		name, offset, _, _, _ := local.lookup(t.Unix())
		if offset == r.offset && (r.zoneName == "" || r.zoneName == name) {
			return t.In(local)
		}
		return t.In(FixedZone(r.zoneName, r.offset))
	}
	if r.zoneName == "" {
		return at(fallback)
	}
	t := at(UTC)
	offset, ok := local.lookupName(r.zoneName, t.Unix())
	if ok {
		return t.Add(-Duration(offset) * Second).In(local)
	}
	offset = 0
	if len(r.zoneName) > 3 && r.zoneName[:3] == "GMT" {
		hours, _ := signed(r.zoneName[3:])
		offset = hours * 3600
	}
	return t.In(FixedZone(r.zoneName, offset))
}
