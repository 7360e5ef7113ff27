package main

import (
	"fmt"
	"time"
)

const layout = "at 2006-02-01"

func main() {
	t := time.Unix(0, 0).UTC()
	fmt.Println(t.Format("2006-02-01"), t.Format("x 2006-02-01"), t.Format(layout))
	fmt.Println(t.Format("2006-01-02"))
	_, err := time.Parse("2006-02-01", "x")
	fmt.Println(err)
}
