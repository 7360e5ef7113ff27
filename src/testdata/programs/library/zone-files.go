// Zones from the bytes of their files: old and new forms, rules of all kinds for what comes after the
// last change, and files that are malformed.
package main

import (
	"fmt"
	"strings"
	"time"
)

func word(x int) string {
	return string([]byte{byte(x >> 24), byte(x >> 16), byte(x >> 8), byte(x)})
}

func long(x int) string { return word(x>>32) + word(x) }

func head(version string, changes, kinds, letters int) string {
	return "TZif" + version + strings.Repeat("\x00", 15+12) + word(changes) + word(kinds) + word(letters)
}

const letters = "LMT\x00WIN\x00SUM\x00"

var kinds = word(-1234) + "\x00\x00" + word(3600) + "\x00\x04" + word(7200) + "\x01\x08"

// file has two changes, in 1900 and 2000, and the rule.
func file(rule string) string {
	body := long(-2208988800) + long(946684800) + "\x01\x02" + kinds + letters
	return head("2", 0, 0, 0) + head("2", 2, 3, len(letters)) + body + "\n" + rule + "\n"
}

func show(data string, times ...time.Time) {
	place, err := time.LoadLocationFromTZData("Nowhere", []byte(data))
	if err != nil {
		fmt.Println(place, err)
		return
	}
	for _, t := range times {
		t = t.In(place)
		start, end := t.ZoneBounds()
		fmt.Println(t, t.IsDST(), start.Unix(), end.Unix(), end.IsZero())
	}
}

func main() {
	day := func(year, month, day int) time.Time {
		return time.Date(year, time.Month(month), day, 12, 0, 0, 0, time.UTC)
	}
	plain := []time.Time{day(1800, 1, 1), day(1950, 6, 1), day(2000, 1, 2), day(2024, 2, 29), day(2024, 7, 1), day(2023, 12, 31)}
	for _, rule := range []string{"", "WIN-1", "WIN-1SUM,M3.5.0,M10.5.0/3", "WIN-1SUM-3,J60,J300/-1",
		"SOU-10SOS,M10.1.0,M4.1.0/3", "AAA3BBB,59/0,299/24:30:15", "<+05>-5<-07>7", "WIN-1SUM;M3.2.0,M11.1.0", "WIN-1SUM-2;M3.2.0,M11.1.0",
		"WI-1", "WIN-1SUM,M13.1.0,M4.1.0", "WIN-1SUM,M3.1.0", "WIN-1SU", "WIN-1SUM,J0,J5", "WIN-1SUM,400,5", "WIN+1:30"} {
		fmt.Printf("rule %q\n", rule)
		show(file(rule), plain...)
	}

	fmt.Println("first form")
	old := head("\x00", 1, 3, len(letters)) + word(1000000000) + "\x02" + kinds + letters
	show(old, day(1990, 1, 1), day(2020, 1, 1))
	show(old+"\nWIN-1\n", day(2020, 1, 1))
	fmt.Println("without changes")
	show(head("\x00", 0, 1, len(letters))+kinds[:6]+letters, day(1990, 1, 1))

	fmt.Println("malformed")
	whole := file("WIN-1")
	show("")
	show("TZjf" + whole[4:])
	show("TZif1" + whole[5:])
	for _, size := range []int{10, 30, 70, 100, len(whole) - 20} {
		show(whole[:size])
	}
	show(head("\x00", 0, 0, 0))
	show(head("\x00", 1, 1, len(letters)) + word(5) + "\x01" + kinds[:6] + letters)
	show(head("\x00", 1, 1, len(letters)) + word(5) + "\x00" + kinds[:5] + "\x20" + letters)

	place, _ := time.LoadLocationFromTZData("Nowhere", []byte(file("WIN-1SUM,M3.5.0,M10.5.0/3")))
	parsed, err := time.ParseInLocation("2006-01-02 15:04 MST", "2024-07-01 08:00 SUM", place)
	fmt.Println(parsed, err, parsed.Unix(), parsed.Location())
	parsed, err = time.ParseInLocation("2006-01-02 15:04 MST", "2024-07-01 08:00 XYZ", place)
	fmt.Println(parsed, err, parsed.Unix())
	fmt.Println(time.Date(2024, 3, 31, 2, 30, 0, 0, place), time.Date(2024, 10, 27, 2, 30, 0, 0, place))
}
