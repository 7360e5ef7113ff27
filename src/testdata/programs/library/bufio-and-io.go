// bufio and io: scanners, readers, writers, copying, pipes and tees.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

type upper struct{ w io.Writer }

func (u upper) Write(p []byte) (int, error) { return u.w.Write(bytes.ToUpper(p)) }

func main() {
	scan := bufio.NewScanner(strings.NewReader("one two\nthree  four\n\nfive"))
	for scan.Scan() {
		fmt.Printf("%q ", scan.Text())
	}
	words := bufio.NewScanner(strings.NewReader("one two\nthree  four"))
	words.Split(bufio.ScanWords)
	for words.Scan() {
		fmt.Printf("%s,", words.Text())
	}
	fmt.Println(words.Err())
	r := bufio.NewReader(strings.NewReader("line 1\nline 2\nrest"))
	for {
		line, err := r.ReadString('\n')
		fmt.Printf("%q %v; ", line, err)
		if err != nil {
			break
		}
	}
	fmt.Println()
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(w, "buffered %d ", w.Buffered())
	w.Flush()
	n, err := io.Copy(upper{os.Stdout}, strings.NewReader("shout\n"))
	fmt.Println(n, err)
	var buf bytes.Buffer
	tee := io.TeeReader(io.LimitReader(strings.NewReader("abcdefgh"), 5), &buf)
	all, err := io.ReadAll(tee)
	fmt.Println(string(all), err, buf.String())
	pr, pw := io.Pipe()
	go func() {
		fmt.Fprint(pw, "through the pipe")
		pw.CloseWithError(errors.New("closed with this"))
	}()
	data, err := io.ReadAll(pr)
	fmt.Println(string(data), err)
	m := io.MultiReader(strings.NewReader("a"), strings.NewReader("b"))
	both, _ := io.ReadAll(m)
	small := make([]byte, 4)
	_, err = io.ReadFull(strings.NewReader("xy"), small)
	fmt.Println(string(both), err, err == io.ErrUnexpectedEOF)
	io.WriteString(io.MultiWriter(os.Stdout, &buf), "twice\n")
	fmt.Println(buf.Len(), io.EOF)
}
