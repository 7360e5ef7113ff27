// Package time: virtual time. It starts at the Go playground's instant, passes with the statements
// executed, and jumps when nothing can run.
package time

// A Time is laid out as programs see it that print one. wall has, from its lowest bit, 30 bits of
// nanoseconds, 33 of seconds since 1885, and one that says whether ext is a reading of the run's own
// clock, as what Now returned has; without it the 33 are 0 and ext counts seconds since year 1.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	hasReading     = 1 << 63
	nsecBits       = 30
	nsecMask       = 1<<nsecBits - 1
	maxWallSec     = 1<<33 - 1
	wallToInternal = (1884*365 + 1884/4 - 1884/100 + 1884/400) * secondsPerDay
)

// timeAt is the time without a reading.
func timeAt(sec, nsec int64, loc *Location) Time { return Time{uint64(nsec), sec, loc} }

// sec counts from the start of year 1, UTC.
func (t *Time) sec() int64 {
	if t.wall&hasReading == 0 {
		return t.ext
	}
	return wallToInternal + int64(t.wall<<1>>(nsecBits+1))
}

func (t *Time) nsec() int64 { return int64(t.wall & nsecMask) }

// stripReading forgets the reading of the run's own clock.
func (t *Time) stripReading() {
	if t.wall&hasReading != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

// setReading adds one, where the seconds leave room for it.
func (t *Time) setReading(reading int64) {
	if sec := t.sec() - wallToInternal; 0 <= sec && sec <= maxWallSec {
		t.wall = hasReading | uint64(sec)<<nsecBits | t.wall&nsecMask
		t.ext = reading
	}
}

const (
	secondsPerDay   = 86400
	unixToInternal  = 62135596800
	daysPer400Years = 365*400 + 97
	daysPer100Years = 365*100 + 24
	daysPer4Years   = 365*4 + 1
)

type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = [...]string{"January", "February", "March", "April", "May", "June", "July",
	"August", "September", "October", "November", "December"}

func (m Month) String() string {
	if January <= m && m <= December {
		return monthNames[m-1]
	}
	return "%!Month(" + itoa(int(m)) + ")"
}

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday",
	"Saturday"}

func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return dayNames[d]
	}
	return "%!Weekday(" + itoa(int(d)) + ")"
}

func itoa(n int) string {
	if n < 0 {
		return "-" + itoa(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + itoa(n%10)
}

// now reads the wall clock and the run's own clock.
func now() (unixSec int64, nsec int64, run int64)

func Now() Time {
	sec, nsec, run := now()
	t := timeAt(sec+unixToInternal, nsec, Local)
	if run >= 0 {
		t.setReading(run + 1)
	}
	return t
}

func Since(t Time) Duration { return Now().Sub(t) }
func Until(t Time) Duration { return t.Sub(Now()) }

func Unix(sec int64, nsec int64) Time {
	extra := nsec / 1e9
	nsec -= extra * 1e9
	if nsec < 0 {
		nsec += 1e9
		extra--
	}
	return timeAt(sec+extra+unixToInternal, nsec, Local)
}

func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

func (t Time) Unix() int64      { return t.sec() - unixToInternal }
func (t Time) UnixNano() int64  { return t.Unix()*1e9 + t.nsec() }
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec()/1e6 }
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec()/1e3 }
func (t Time) IsZero() bool     { return t.sec() == 0 && t.nsec() == 0 }
func (t Time) Nanosecond() int  { return int(t.nsec()) }

// After, Before, Equal, Compare and Sub use the run's own clock if both times have it.
func (t Time) After(u Time) bool  { return t.Compare(u) > 0 }
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }
func (t Time) Equal(u Time) bool  { return t.Compare(u) == 0 }

func (t Time) Compare(u Time) int {
	x, y := t.ext, u.ext
	if t.wall&u.wall&hasReading == 0 {
		x, y = t.sec(), u.sec()
		if x == y {
			x, y = t.nsec(), u.nsec()
		}
	}
	switch {
	case x < y:
		return -1
	case x > y:
		return +1
	}
	return 0
}

func (t Time) Add(d Duration) Time {
	sec := t.sec() + int64(d/1e9)
	nsec := t.nsec() + int64(d%1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	sum := timeAt(sec, nsec, t.loc)
	if t.wall&hasReading != 0 {
		sum.setReading(t.ext + int64(d))
	}
	return sum
}

func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasReading != 0 {
		return Duration(t.ext - u.ext)
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Round without a unit strips the reading of the run's own clock; else it rounds up halves.
func (t Time) Round(d Duration) Time {
	t.stripReading()
	if d <= 0 {
		return t
	}
	rest := t.remainder(d)
	if uint64(rest)+uint64(rest) < uint64(d) {
		return t.Add(-rest)
	}
	return t.Add(d - rest)
}

func (t Time) Truncate(d Duration) Time {
	t.stripReading()
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// remainder is the time since the last multiple of d, counted from the start of year 1.
func (t Time) remainder(d Duration) Duration {
	if d < Second && Second%(d+d) == 0 {
		return Duration(t.nsec()) % d
	}
	sec := t.sec() % int64(d)
	if sec < 0 {
		sec += int64(d)
	}
	// sec*1e9 may not fit; add it up bit by bit.
	rest := uint64(0)
	unit := uint64(1e9) % uint64(d)
	for s := uint64(sec); s > 0; s >>= 1 {
		if s&1 == 1 {
			rest = (rest + unit) % uint64(d)
		}
		unit = (unit + unit) % uint64(d)
	}
	return Duration((rest + uint64(t.nsec())) % uint64(d))
}

func (t Time) UTC() Time   { t.loc = nil; return t }
func (t Time) Local() Time { t.loc = Local; return t }

func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	if loc == &utc {
		loc = nil
	}
	t.loc = loc
	return t
}

func (t Time) Location() *Location { return t.loc.get() }

// localSeconds counts from the start of year 1 on the clocks of the location.
func (t Time) localSeconds() int64 {
	_, offset := t.Zone()
	return t.sec() + int64(offset)
}

// days are whole days since the start of year 1, rounded down.
func (t Time) days() int64 { return floorDiv(t.localSeconds(), secondsPerDay) }

func floorDiv(x, y int64) int64 {
	q := x / y
	if x%y < 0 {
		q--
	}
	return q
}

func (t Time) secondOfDay() int { return int(t.localSeconds() - t.days()*secondsPerDay) }

func (t Time) Clock() (hour, min, sec int) {
	s := t.secondOfDay()
	return s / 3600, s % 3600 / 60, s % 60
}

func (t Time) Hour() int   { return t.secondOfDay() / 3600 }
func (t Time) Minute() int { return t.secondOfDay() % 3600 / 60 }
func (t Time) Second() int { return t.secondOfDay() % 60 }

func (t Time) Weekday() Weekday {
	// January 1 of year 1 was a Monday.
	day := (t.days() + 1) % 7
	if day < 0 {
		day += 7
	}
	return Weekday(day)
}

func (t Time) Date() (year int, month Month, day int) {
	year, month, day, _ = civil(t.days())
	return year, month, day
}

func (t Time) Year() int {
	year, _, _, _ := civil(t.days())
	return year
}

func (t Time) Month() Month {
	_, month, _, _ := civil(t.days())
	return month
}

func (t Time) Day() int {
	_, _, day, _ := civil(t.days())
	return day
}

func (t Time) YearDay() int {
	_, _, _, yday := civil(t.days())
	return yday
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

var daysBefore = [...]int{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

// civil is the date of a day counted from January 1 of year 1.
func civil(days int64) (year int, month Month, day, yday int) {
	cycles := floorDiv(days, daysPer400Years)
	rest := days - cycles*daysPer400Years
	centuries := rest / daysPer100Years
	if centuries == 4 {
		centuries = 3
	}
	rest -= centuries * daysPer100Years
	fours := rest / daysPer4Years
	rest -= fours * daysPer4Years
	years := rest / 365
	if years == 4 {
		years = 3
	}
	rest -= years * 365
	year = int(cycles*400 + centuries*100 + fours*4 + years + 1)
	yday = int(rest) + 1
	d := int(rest)
	if isLeap(year) {
		if d == 59 {
			return year, February, 29, yday
		}
		if d > 59 {
			d--
		}
	}
	m := 0
	for d >= daysBefore[m+1] {
		m++
	}
	return year, Month(m + 1), d - daysBefore[m] + 1, yday
}

// daysSinceYearOne counts the days before January 1 of a year.
func daysSinceYearOne(year int) int64 {
	y := int64(year) - 1
	return y*365 + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400)
}

// normalize moves what is beyond lo's base into hi.
func normalize(hi, lo, base int) (int, int) {
	if lo < 0 {
		n := (-lo-1)/base + 1
		hi -= n
		lo += n * base
	}
	if lo >= base {
		n := lo / base
		hi += n
		lo -= n * base
	}
	return hi, lo
}

func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	year, m = normalize(year, m, 12)
	sec, nsec = normalize(sec, nsec, 1e9)
	min, sec = normalize(min, sec, 60)
	hour, min = normalize(hour, min, 60)
	day, hour = normalize(day, hour, 24)
	days := daysSinceYearOne(year) + int64(daysBefore[m])
	if isLeap(year) && m >= 2 {
		days++
	}
	days += int64(day - 1)
	total := days*secondsPerDay + int64(hour*3600+min*60+sec)
	return timeAt(total-loc.offsetAt(total-unixToInternal), int64(nsec), nil).In(loc)
}

func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, t.Nanosecond(), t.Location())
}

func (t Time) ISOWeek() (year, week int) {
	// The week's year is that of its Thursday.
	shift := int64(Thursday - t.Weekday())
	if shift == 4 {
		shift = -3
	}
	y, _, _, yday := civil(t.days() + shift)
	return y, (yday-1)/7 + 1
}
