// The environment's TZ says what the local zone is, when it is needed for the first time.
package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	os.Setenv("TZ", "Asia/Tokyo")
	moment := time.Unix(1700000000, 0)
	os.Setenv("TZ", "Europe/Paris")
	fmt.Println(moment, moment.Location(), time.Local)
	os.Setenv("TZ", "America/New_York")
	fmt.Println(moment, time.Local, moment.UTC())
	_, offset := time.Now().Zone()
	fmt.Println(offset == 3600 || offset == 7200, time.Now().Location())
	parsed, err := time.ParseInLocation("2006-01-02 15:04 MST", "2024-07-01 10:00 CEST", time.Local)
	fmt.Println(parsed, err, parsed.UTC())
	same, err := time.Parse(time.RFC3339, "2024-07-01T10:00:00+02:00")
	fmt.Println(same.Location(), err)
}
