// Times that timers send are at the place that time.Local is then.
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	fmt.Println(time.Now().Location(), time.Now().Location() == time.Local)
	x := <-time.After(time.Millisecond)
	fmt.Println(x.Location(), x.Location() == time.Local)
	tk := time.NewTicker(time.Millisecond)
	x = <-tk.C
	fmt.Println(x.Location(), x.Location() == time.Local)
	tm := time.NewTimer(time.Millisecond)
	x = <-tm.C
	fmt.Println(x.Location(), x.Location() == time.Local, x.UTC().Location())
	ctx, c := context.WithTimeout(context.Background(), time.Hour)
	defer c()
	d, _ := ctx.Deadline()
	fmt.Println(d.Location())
	fmt.Println(time.Unix(0, 0).Location(), time.UnixMilli(5).Location(), time.Time{}.Location(), time.Date(2020, 1, 1, 0, 0, 0, 0, time.Local).Location())
	select {
	case y := <-time.Tick(time.Millisecond):
		fmt.Println(y.Location())
	}
	fmt.Printf("%v\n", time.Unix(0, 0).GoString())
	time.Local = time.UTC
	fmt.Println(time.Now().Location(), time.Unix(0, 0).Location())
	x = <-time.After(time.Millisecond)
	fmt.Println(x.Location())
	time.Local = time.FixedZone("X", 3600)
	fmt.Println(time.Now().Location(), time.Unix(0, 0))
	x = <-time.After(time.Millisecond)
	fmt.Println(x.Location())
}
