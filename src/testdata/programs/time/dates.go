// Dates: construction, fields, arithmetic, comparison and time zones.
package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 28, 23, 59, 58, 123456789, time.UTC)
	fmt.Println(t)
	fmt.Println(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), t.Weekday(), t.YearDay())
	fmt.Println(t.AddDate(0, 0, 2), t.AddDate(0, 1, 3).Format(time.DateOnly))
	u := t.Add(36 * time.Hour)
	fmt.Println(u.Sub(t), u.After(t), u.Before(t), u.Equal(t), t.Compare(u))
	fmt.Println(t.Unix(), t.UnixMilli(), t.UnixNano(), time.Unix(0, 0).UTC())
	fmt.Println(time.Date(2023, 14, 35, 25, 61, 61, 0, time.UTC))
	zone := time.FixedZone("CET", 3600)
	fmt.Println(t.In(zone), t.In(zone).Equal(t), t == t.In(zone))
	fmt.Println(t.Truncate(time.Hour), t.Round(time.Second))
	var zero time.Time
	fmt.Println(zero, zero.IsZero(), zero.Unix(), zero.Weekday())
	year, week := t.ISOWeek()
	fmt.Println(year, week, time.March, time.Saturday, time.Month(13), time.Weekday(8))
}
