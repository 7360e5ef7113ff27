// Time zones of the database: what clocks show, how they are turned, and how texts are read by them.
package main

import (
	"fmt"
	"time"
)

func load(name string) *time.Location {
	loc, err := time.LoadLocation(name)
	if err != nil {
		fmt.Println(err)
		return time.UTC
	}
	return loc
}

func main() {
	names := []string{
		"America/New_York", "Europe/London", "Europe/Dublin", "Australia/Sydney", "America/St_Johns",
		"America/Santiago", "Asia/Kolkata", "America/Sao_Paulo", "Asia/Tokyo", "Pacific/Apia",
		"Asia/Kathmandu", "Etc/GMT+5", "Pacific/Guam",
	}
	instants := []int64{
		-1500000000, 0, 7e8, 1e9, 1234567890, 1711846799, 1711846800, 1730613599,
		1730613600, 2145916800, 4102444800, 7258118400, 32503680000,
	}
	for i, name := range names {
		loc := load(name)
		fmt.Println(loc)
		for _, sec := range instants {
			t := time.Unix(sec, 0).In(loc)
			fmt.Println(t, t.IsDST(), t.Weekday(), t.YearDay())
			if i < 5 {
				fmt.Println(t.ZoneBounds())
			}
		}
	}

	paris := load("Europe/Paris")
	for _, hour := range []int{0, 1, 2, 3, 4} {
		fmt.Println(time.Date(2024, 3, 31, hour, 30, 0, 0, paris), time.Date(2024, 10, 27, hour, 30, 0, 0, paris))
		fmt.Println(time.Date(2090, 3, 26, hour, 30, 0, 0, paris).UTC())
	}
	day := time.Date(2024, 3, 30, 12, 0, 0, 0, paris)
	fmt.Println(day.AddDate(0, 0, 1).Sub(day), day.Add(24*time.Hour))
	fmt.Println(day.Truncate(24*time.Hour), day.Round(time.Hour), day.Equal(day.UTC()), day == day.In(paris))

	losAngeles := load("America/Los_Angeles")
	for _, text := range []string{
		"Wed Feb  4 21:00:57 PST 2009", "Wed Jul  1 21:00:57 PDT 2009", "Wed Feb  4 21:00:57 CET 2009",
		"Wed Jul  1 21:00:57 PST 2009", "Sun Nov  1 01:30:00 PDT 2009", "Sun Nov  1 01:30:00 PST 2009",
	} {
		fmt.Println(time.ParseInLocation(time.UnixDate, text, losAngeles))
	}
	fmt.Println(time.ParseInLocation("2006-01-02 15:04", "2024-07-04 09:00", losAngeles))
	fmt.Println(time.ParseInLocation(time.RFC3339, "2024-07-04T09:00:00-07:00", losAngeles))
	fmt.Println(time.ParseInLocation(time.RFC3339, "2024-07-04T09:00:00-08:00", losAngeles))
	at := time.Date(2024, 7, 4, 9, 0, 0, 0, losAngeles)
	fmt.Println(at.Format(time.RFC1123), at.Format(time.RFC822Z), at.In(paris).Format(time.Kitchen+" MST"))
	fmt.Printf("%#v\n", at)
	text, err := at.MarshalJSON()
	fmt.Println(string(text), err)

	for _, name := range []string{"", "UTC", "Local", "Nowhere/At_All", "america/new_york", "../etc", "/x", "US/Pacific", "GMT", "Zulu"} {
		fmt.Println(time.LoadLocation(name))
	}
	fmt.Println(time.FixedZone("mine", 5400), at.In(time.FixedZone("", -5400)))
}
