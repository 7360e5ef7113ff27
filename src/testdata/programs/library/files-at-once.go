// os: goroutines that write to files at the same time.
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

const (
	writers = 8
	lines   = 50
)

// check counts the lines of each writer, all of which must be whole.
func check(name string) {
	f, err := os.Open(name)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	counts := make([]int, writers)
	for scanner := bufio.NewScanner(f); scanner.Scan(); {
		var writer, line int
		if _, err := fmt.Sscanf(scanner.Text(), "writer %d line %d end", &writer, &line); err != nil {
			fmt.Println(err, scanner.Text())
			return
		}
		counts[writer]++
	}
	fmt.Println(counts)
}

func main() {
	dir, err := os.MkdirTemp("", "at-once")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	shared, _ := os.Create(filepath.Join(dir, "shared"))
	var wg sync.WaitGroup
	for writer := range writers {
		wg.Go(func() {
			own, _ := os.OpenFile(filepath.Join(dir, "appended"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
			defer own.Close()
			for line := range lines {
				text := fmt.Sprintf("writer %d line %d end\n", writer, line)
				shared.WriteString(text)
				own.Write([]byte(text))
			}
			os.WriteFile(filepath.Join(dir, fmt.Sprint("own", writer)), []byte("x"), 0o600)
			os.MkdirAll(filepath.Join(dir, "a/b", fmt.Sprint(writer%3)), 0o755)
		})
	}
	wg.Wait()
	shared.Close()
	check(filepath.Join(dir, "shared"))
	check(filepath.Join(dir, "appended"))
	names, _ := filepath.Glob(filepath.Join(dir, "*"))
	deep, _ := filepath.Glob(filepath.Join(dir, "a/b/*"))
	for i, name := range names {
		names[i] = strings.TrimPrefix(name, dir)
	}
	fmt.Println(names, len(deep), slices.IsSorted(deep))

	// Only one of them can make the file.
	var made sync.Map
	for i := range writers {
		wg.Go(func() {
			if f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_CREATE|os.O_EXCL, 0o600); err == nil {
				made.Store(i, true)
				f.Close()
			}
		})
	}
	wg.Wait()
	count := 0
	for range made.Range {
		count++
	}
	fmt.Println(count)

	// A pipe with many writers.
	r, w, _ := os.Pipe()
	for range writers {
		wg.Go(func() {
			for range lines {
				w.WriteString("0123456789")
			}
		})
	}
	go func() {
		wg.Wait()
		w.Close()
	}()
	total, buffer := 0, make([]byte, 7)
	for {
		n, err := r.Read(buffer)
		total += n
		if err != nil {
			fmt.Println(total, err)
			break
		}
	}
}
