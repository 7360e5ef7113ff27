// bytes: buffers and the functions on byte slices.
package main

import (
	"bytes"
	"fmt"
)

func main() {
	var b bytes.Buffer
	b.WriteString("hello ")
	b.Write([]byte("world"))
	b.WriteByte('!')
	b.WriteRune('é')
	fmt.Fprintf(&b, " %d", 42)
	fmt.Println(b.String(), b.Len())
	p := make([]byte, 6)
	n, err := b.Read(p)
	fmt.Println(n, err, string(p), b.String())
	line, err := b.ReadString('!')
	fmt.Println(line, err)
	b.Truncate(2)
	fmt.Printf("%q\n", b.Bytes())
	b.Reset()
	_, err = b.ReadByte()
	fmt.Println(err)
	x, y := []byte("apple,pear,fig"), []byte("pear")
	fmt.Println(bytes.Contains(x, y), bytes.Index(x, y), bytes.Equal(x, y), bytes.Compare(x, y))
	fmt.Printf("%q %s %s\n", bytes.Split(x, []byte(",")), bytes.ToUpper(y), bytes.TrimSpace([]byte("  t ")))
	fmt.Printf("%s %s %d\n", bytes.ReplaceAll(x, y, []byte("nut")), bytes.Join([][]byte{x[:5], y}, []byte("+")), bytes.Count(x, []byte("p")))
	before, after, ok := bytes.Cut(x, []byte(","))
	fmt.Println(string(before), string(after), ok, bytes.HasPrefix(x, []byte("app")))
	buf := bytes.NewBufferString("1 2 3")
	var a, c int
	fmt.Fscan(buf, &a, &c)
	fmt.Println(a+c, buf.Len())
}
