// Pipes with deadlines: waiting ends, and may begin again.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

func main() {
	r, w, _ := os.Pipe()
	fmt.Println(r.SetReadDeadline(time.Now().Add(20 * time.Millisecond)))
	start := time.Now()
	n, err := r.Read(make([]byte, 4))
	var timeout interface{ Timeout() bool }
	fmt.Println(n, err, errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &timeout) && timeout.Timeout())
	fmt.Println(time.Since(start) >= 20*time.Millisecond)

	w.Write([]byte("late"))
	n, err = r.Read(make([]byte, 4))
	fmt.Println(n, err)
	r.SetDeadline(time.Time{})
	n, err = r.Read(make([]byte, 4))
	fmt.Println(n, err)

	w.SetWriteDeadline(time.Now().Add(20 * time.Millisecond))
	n, err = w.Write(make([]byte, 1<<20))
	fmt.Println(n, err)
	w.SetWriteDeadline(time.Now().Add(-time.Second))
	n, err = w.Write(make([]byte, 1))
	fmt.Println(n, err)

	w.SetDeadline(time.Now().Add(time.Hour))
	go func() {
		time.Sleep(10 * time.Millisecond)
		w.Close()
	}()
	all, err := io.ReadAll(r)
	fmt.Println(len(all), err)

	r, w, _ = os.Pipe()
	go func() {
		time.Sleep(10 * time.Millisecond)
		r.SetReadDeadline(time.Now())
	}()
	n, err = r.Read(make([]byte, 4))
	fmt.Println(n, err)
	w.Close()
}
