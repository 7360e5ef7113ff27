// Times as programs see them that look inside: fields that are not exported, readings of the clock.
package main

import (
	"fmt"
	"reflect"
	"time"
)

type order struct {
	id      int
	created time.Time
}

func main() {
	fmt.Println(order{}, reflect.TypeFor[time.Time]().NumField())
	fmt.Printf("%+v\n", order{1, time.Date(2024, 2, 29, 12, 30, 1, 5, time.UTC)})
	fmt.Printf("%#v\n", order{2, time.Unix(-1, 999).UTC()})

	t := time.Now()
	u := t.Add(1500 * time.Millisecond)
	fmt.Println(u.Sub(t), u.After(t), t.Before(u), u.Equal(t), t.Add(-time.Hour).Sub(t))
	fmt.Println(t.Round(0) == t, t.Round(0).Equal(t), t.Compare(u), u.Compare(t.Round(0)))
	far := t.AddDate(300, 0, 0)
	fmt.Println(far.Sub(t) == 1<<63-1, t.Sub(far) == -1<<63, t.Add(1<<62).After(t))

	a := time.Unix(1700000000, 123456789).UTC()
	fmt.Println(a, a.Add(24*time.Hour*365*200), a.AddDate(-2000, 0, 0))
	fmt.Println(time.Time{}.Add(-time.Nanosecond), time.UnixMicro(-1).UTC())
	fmt.Println(a.Truncate(time.Hour), a.Round(time.Minute), a.UnixNano(), a.UnixMilli())
	data, err := a.MarshalBinary()
	var b time.Time
	fmt.Println(err, b.UnmarshalBinary(data), b == a, b.IsZero(), time.Time{}.IsZero())
	fmt.Println(len(map[time.Time]int{a: 1, b: 2, {}: 3}))
}
