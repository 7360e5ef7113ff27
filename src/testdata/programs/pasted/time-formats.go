package main

import (
	"encoding/json"
	"fmt"
	"time"
)

func main() {
	t := time.Date(2024, time.February, 29, 23, 59, 58, 123456789, time.UTC)
	for _, l := range []string{time.ANSIC, time.UnixDate, time.RubyDate, time.RFC822, time.RFC822Z, time.RFC850, time.RFC1123, time.RFC1123Z, time.RFC3339, time.RFC3339Nano, time.Kitchen, time.Stamp, time.StampMilli, time.StampMicro, time.StampNano, time.DateTime, time.DateOnly, time.TimeOnly, "Mon Jan _2 2006 15h04 05.000 .999999 PM pm MST -0700 Z07:00 __2 002 06 1 01 2 02 3 03", "2006-1-2 3:4:5,000"} {
		fmt.Println(t.Format(l))
	}
	fmt.Println(t, t.String(), t.GoString())
	fmt.Printf("%v %s %d %+v\n", t, t, t.Unix(), t.UnixMilli())
	fmt.Println(t.AddDate(1, 0, 0), t.AddDate(0, -1, 1), t.YearDay(), t.Weekday())
	y, w := t.ISOWeek()
	fmt.Println(y, w, t.Truncate(time.Hour), t.Round(time.Minute), t.Truncate(24*time.Hour))
	est := time.FixedZone("EST", -5*3600)
	u := t.In(est)
	fmt.Println(u, u.Equal(t), u == t, u.Location(), u.Sub(t))
	name, off := u.Zone()
	fmt.Println(name, off, u.Day(), u.Before(t), u.After(t), u.Compare(t))
	for _, c := range [][2]string{{"2006-01-02", "2024-02-30"}, {"2006-01-02", "2024-2-3"}, {time.RFC3339, "2024-01-02T03:04:05+05:30"}, {time.RFC3339, "2024-01-02 03:04:05"}, {"Jan 2, 2006 at 3:04pm (MST)", "Feb 3, 2013 at 7:54pm (PST)"}, {"15:04", "25:00"}, {"02/01/06", "31/12/99"}, {"2006-01-02T15:04:05.000Z", "2024-01-02T03:04:05.5Z"}, {time.RFC1123, "Mon, 02 Jan 2006 15:04:05 MST extra"}} {
		p, err := time.Parse(c[0], c[1])
		fmt.Println(p, err)
	}
	for _, s := range []string{"1h15m30.918s", "-1.5h", "100ms", "1µs", "3", "", "1d", ".5s", "+5m", "9223372036854775807ns", "9223372036854775808ns", "1h-2m"} {
		d, err := time.ParseDuration(s)
		fmt.Println(d, err)
	}
	d := 3*time.Hour + 25*time.Minute + 45*time.Second + 500*time.Millisecond
	fmt.Println(d, d.Hours(), d.Minutes(), d.Seconds(), d.Milliseconds(), d.Truncate(time.Minute), d.Round(time.Hour), d.Abs(), -d, time.Duration(0), time.Duration(999), time.Duration(1500))
	fmt.Println(time.Time{}, time.Time{}.IsZero(), time.Time{}.Unix(), time.Unix(0, 0).UTC(), time.Unix(1e9, 5).UTC(), time.UnixMilli(-1).UTC())
	type ev struct {
		At  time.Time     `json:"at"`
		Dur time.Duration `json:"dur"`
		P   *time.Time    `json:"p,omitempty"`
		Z   time.Time     `json:"z,omitzero"`
	}
	b, err := json.Marshal(ev{At: u, Dur: d})
	fmt.Println(string(b), err)
	var e ev
	fmt.Println(json.Unmarshal([]byte(`{"at":"2024-01-02T03:04:05.678+02:00","dur":5,"p":"2020-01-01T00:00:00Z"}`), &e), e.At, e.Dur, *e.P)
	fmt.Println(json.Unmarshal([]byte(`{"at":"yesterday"}`), &e))
	fmt.Println(time.Date(2024, 14, 35, 25, 61, 61, 1e9, time.UTC), time.Date(2023, 2, 0, 0, 0, 0, 0, time.UTC).Day())
	start := time.Now()
	time.Sleep(1500 * time.Millisecond)
	el := time.Since(start).Round(100 * time.Millisecond)
	fmt.Println(el, time.Until(start) < 0)
	timer := time.NewTimer(50 * time.Millisecond)
	fmt.Println(timer.Stop(), timer.Stop(), timer.Reset(time.Millisecond))
	<-timer.C
	tk := time.NewTicker(10 * time.Millisecond)
	n := 0
	for range tk.C {
		if n++; n == 3 {
			tk.Stop()
			break
		}
	}
	fmt.Println(n)
	select {
	case <-time.After(5 * time.Millisecond):
		fmt.Println("after")
	case <-tk.C:
		fmt.Println("tick")
	}
	done := make(chan struct{})
	time.AfterFunc(time.Millisecond, func() { close(done) })
	<-done
	loc, err := time.LoadLocation("Europe/Berlin")
	if err == nil {
		x := time.Date(2024, 3, 31, 2, 30, 0, 0, loc)
		fmt.Println(x, x.UTC(), x.IsDST(), x.Add(24*time.Hour))
		fmt.Println(time.ParseInLocation(time.DateTime, "2024-10-27 02:30:00", loc))
	}
	_, err = time.LoadLocation("Mars/Base")
	fmt.Println(err)
	defer func() { fmt.Println(recover()) }()
	time.NewTicker(0)
}
