// Durations: printing, arithmetic, rounding, parsing and units.
package main

import (
	"fmt"
	"time"
)

func main() {
	for _, d := range []time.Duration{0, 1, 1500, 2 * time.Millisecond, 90 * time.Second, time.Hour + 2*time.Minute + 3*time.Second + 4*time.Millisecond, -time.Minute, 1<<63 - 1} {
		fmt.Println(d, int64(d), d.Seconds(), d.Milliseconds(), d.Microseconds())
	}
	d := 3*time.Hour + 25*time.Minute + 45*time.Second + 500*time.Millisecond
	fmt.Println(d.Hours(), d.Minutes(), d.Round(time.Minute), d.Truncate(time.Hour), d.Abs(), (-d).Abs())
	fmt.Printf("%v %s %d %T %.1f %8v|\n", d, d, time.Second, d, d.Hours(), time.Second)
	for _, s := range []string{"1h30m", "2.5s", "-10ms", "1us", "abc", "", "5", "1d"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	n := 3
	fmt.Println(time.Duration(n)*time.Second, time.Second/4, 10*time.Second/time.Second, time.Duration(1.5*float64(time.Second)))
}
