// strings.Builder grows text piece by piece, and a reader reads it back.
package main

import (
	"fmt"
	"io"
	"strings"
)

func table(rows map[string]int, order []string) string {
	var b strings.Builder
	for i, name := range order {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "%-8s|%5d", name, rows[name])
	}
	return b.String()
}

func main() {
	fmt.Println(table(map[string]int{"apples": 3, "pears": 12}, []string{"pears", "apples"}))
	var b strings.Builder
	b.WriteString("go")
	b.WriteRune('→')
	b.WriteByte('!')
	b.Write([]byte("?"))
	fmt.Println(b.String(), b.Len())
	b.Reset()
	fmt.Println(b.Len(), b.String() == "")
	r := strings.NewReader("some text to read")
	buf := make([]byte, 5)
	for {
		n, err := r.Read(buf)
		if err == io.EOF {
			break
		}
		fmt.Printf("%d %q\n", n, buf[:n])
	}
}
