package main

import (
	"fmt"
	"time"
)

var layouts = []string{
	time.Layout, time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123,
	time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro,
	time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly,
	"Monday January 2 2006 3:4:5 pm", "06/1/2 __2 002 _2006 Janet Month", "15h04m05.000s", "05,999 .99 .0000000000",
	"Z07:00:00 -07:00:00 Z070000 -070000 Z07 -07 Z0700", "", "no elements", "2006.01.02.15",
}

var times = []time.Time{
	time.Date(2009, time.November, 10, 23, 0, 0, 0, time.UTC),
	time.Date(2024, time.February, 29, 0, 5, 9, 123456789, time.UTC),
	time.Date(1999, time.December, 31, 12, 59, 59, 500000000, time.FixedZone("CET", 3600)),
	time.Date(33, time.July, 4, 1, 2, 3, 40, time.FixedZone("", -5*3600-30*60-15)),
	time.Date(-44, time.March, 15, 15, 4, 5, 6000, time.UTC),
	{},
}

func main() {
	for _, t := range times {
		fmt.Println(t)
		fmt.Printf("%v %s %#v\n", t, t, t)
		for _, layout := range layouts {
			fmt.Printf("%q %q\n", layout, t.Format(layout))
		}
		y, w := t.ISOWeek()
		fmt.Println(t.Weekday(), t.YearDay(), y, w, t.Unix(), t.Month(), t.Location())
	}
	fmt.Println(string(times[0].AppendFormat([]byte("at "), time.Kitchen)))
	round := []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z,
		time.RFC3339, time.RFC3339Nano, time.Kitchen, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, "2006-002"}
	for _, t := range times[:4] {
		for _, layout := range round {
			back, err := time.Parse(layout, t.Format(layout))
			fmt.Println(layout, back, err)
		}
	}
	parse := func(layout, value string) {
		t, err := time.Parse(layout, value)
		fmt.Println(t, err)
		if e, ok := err.(*time.ParseError); ok {
			fmt.Printf("%q %q %q\n", e.LayoutElem, e.ValueElem, e.Message)
		}
	}
	parse(time.RFC3339, "2024-13-01T00:00:00Z")
	parse(time.RFC3339, "2024-02-30T00:00:00Z")
	parse(time.RFC3339, "2024-02-03T24:00:00Z")
	parse(time.RFC3339, "2024-02-03T10:60:00Z")
	parse(time.RFC3339, "2024-02-03T10:10:61Z")
	parse(time.RFC3339, "2024-02-03T10:10:01.25+02:00")
	parse(time.RFC3339, "2024-02-03T10:10:01+25:00")
	parse(time.RFC3339, "2024-02-03 10:10:01Z")
	parse(time.RFC3339, "hello")
	parse(time.DateOnly, "2024-02-03 and more")
	parse(time.DateOnly, "24-02-03")
	parse(time.DateOnly, "2024-2-3")
	parse("2006-1-2", "2024-2-3")
	parse("Jan 2 2006", "february 3 2024")
	parse("Jan 2 2006", "Foo 3 2024")
	parse("Monday, January 2 2006", "SATURDAY, february  3 2024")
	parse("3:04PM", "12:30AM")
	parse("3:04pm", "12:30pm")
	parse("3:04PM", "13:30PM")
	parse("3:04PM", "1:30XM")
	parse("15:04 MST", "10:20 PST")
	parse("15:04 MST", "10:20 GMT+3")
	parse("15:04 MST", "10:20 UTC")
	parse("15:04 MST", "10:20 utc")
	parse("06-01-02", "68-01-02")
	parse("06-01-02", "69-01-02")
	parse("15:04:05.000", "10:20:30.12")
	parse("15:04:05.999", "10:20:30")
	parse("15:04:05", "10:20:30.987654321123")
	parse("2006-002", "2024-366")
	parse("2006-002", "2023-366")
	parse("", "x\"y\\\x01é")
	tokyo := time.FixedZone("JST", 9*3600)
	t, err := time.ParseInLocation(time.DateTime, "2024-05-06 07:08:09", tokyo)
	fmt.Println(t, err, t.UTC(), t.In(tokyo).Equal(t))
	t, err = time.ParseInLocation("2006-01-02 15:04 MST", "2024-05-06 07:08 JST", tokyo)
	fmt.Println(t, err)
	for _, s := range []string{"1h15m30.918s", "300ms", "-1.5h", "2h45m", "1us", "1µs", "1μs", "0", "+5s", "", "3", "-", "1x", ".s", ".5s", "1.s",
		"9223372036854775807ns", "9223372036854775808ns", "-9223372036854775808ns", "3000000h", "0.3333333333333333333h", "1e3s", "1h é", "0.000000000000000000000000000001h9007199254740993ns"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, int64(d), err)
	}
	d := 3*time.Hour + 25*time.Minute + 45*time.Second + 500*time.Millisecond
	fmt.Println(d, d.Round(time.Hour), d.Truncate(time.Minute), d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds())
	base := time.Date(2024, 1, 31, 10, 30, 0, 0, time.UTC)
	fmt.Println(base.AddDate(0, 1, 0), base.AddDate(1, -2, 3), base.Add(36*time.Hour), base.Truncate(time.Hour), base.Round(time.Hour))
	fmt.Println(base.Sub(base.Add(-90*time.Minute)), base.Before(base.Add(1)), base.After(base), base.Compare(base))
	fmt.Println(time.Unix(1700000000, 123).UTC(), time.UnixMilli(1700000000123).UTC(), time.UnixMicro(-1).UTC())
	fmt.Println(time.Date(2024, 14, 35, 25, 61, 61, 2e9, time.UTC), time.January, time.Month(13), time.Saturday, time.Weekday(9))
}
