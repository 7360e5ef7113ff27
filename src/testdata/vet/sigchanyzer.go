package main

import (
	"os"
	"os/signal"
)

func ready() chan os.Signal { return nil }

func main() {
	a := make(chan os.Signal)
	signal.Notify(a, os.Interrupt)
	b := make(chan os.Signal, 1)
	signal.Notify(b, os.Interrupt)
	signal.Notify(make(chan os.Signal), os.Interrupt)
	signal.Notify(ready(), os.Interrupt)
	var c = make(chan os.Signal)
	f := signal.Notify
	f(c, os.Interrupt)
	var d chan os.Signal
	d = make(chan os.Signal)
	signal.Notify(d)
	type ch chan os.Signal
	e := make(ch)
	signal.Notify(e)
	signal.Notify((a))
}
