// Format and Parse with layouts written as the reference time.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2009, time.November, 10, 23, 4, 5, 67000000, time.UTC)
	for _, layout := range []string{time.RFC3339, time.RFC3339Nano, time.RFC1123, time.RFC822Z, time.Kitchen, time.ANSIC, time.Stamp, time.StampMilli,
		time.DateTime, "2006-01-02", "Jan _2 06 15:04", "Monday, 2 January", "03:04:05.000 PM", "15h04m", "05.999", "2006-002", "Z07:00 MST"} {
		fmt.Println(t.Format(layout))
	}
	for _, c := range [][2]string{{time.RFC3339, "2021-03-04T05:06:07Z"}, {time.RFC3339, "2021-03-04T05:06:07.25+02:00"}, {"2006-01-02", "2021-13-01"},
		{"2006-01-02", "hello"}, {time.Kitchen, "3:04PM"}, {"2006-01-02", "2021-02-30"}, {"15:04", "12:30 extra"}, {"Jan 2 2006", "Feb 3 2013"}} {
		t, err := time.Parse(c[0], c[1])
		fmt.Println(t, err)
	}
}
