// What files, pipes and paths say at their edges, and what patterns say of readers and of
// themselves.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

type extreme struct{ size int64 }

func (e extreme) Name() string       { return "extreme" }
func (e extreme) Size() int64        { return e.size }
func (e extreme) Mode() fs.FileMode  { return fs.ModeSocket | fs.ModeSetuid | 0o644 }
func (e extreme) ModTime() time.Time { return time.Date(1970, 1, 1, 12, 0, 0, 0, time.UTC) }
func (e extreme) IsDir() bool        { return false }
func (e extreme) Sys() any           { return nil }

// runes reads broken bytes one by one, and says how long each was.
type runes struct{ r *strings.Reader }

func (r runes) ReadRune() (rune, int, error) { return r.r.ReadRune() }

func main() {
	fmt.Println(fs.FormatFileInfo(extreme{-1 << 63}))
	fmt.Println(fs.FormatFileInfo(extreme{1<<63 - 1}))

	dir, _ := os.MkdirTemp("", "paths")
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	os.WriteFile("file", nil, 0o644)
	for _, tail := range []string{"", "/", "//", "/.", "/..", "/x"} {
		path, err := filepath.EvalSymlinks("file" + tail)
		fmt.Println(path, err)
	}
	file, _ := os.Open("file")
	fmt.Println(file.SetDeadline(time.Time{}), errors.Is(file.SetReadDeadline(time.Time{}), os.ErrNoDeadline))
	file.Close()
	fmt.Println(file.SetWriteDeadline(time.Time{}))
	fmt.Println((*os.File)(nil).SetDeadline(time.Time{}))

	r, w, _ := os.Pipe()
	done := make(chan bool)
	go func() {
		n, err := r.Read(make([]byte, 8))
		fmt.Println(n, err, errors.Is(err, os.ErrClosed))
		close(done)
	}()
	time.Sleep(10 * time.Millisecond)
	r.Close()
	<-done
	n, err := w.Write([]byte("x"))
	fmt.Println(n, err)
	w.Close()
	n, err = w.Write([]byte("x"))
	fmt.Println(n, err)

	for _, pattern := range []string{"^0^0$", "^0^", "^0$", "$0^", "^^0$$", "abc", "ab+c", "^abc", "^(abc)$", "(abc)d", "^ab+$", "a|b", "^abc(?:d|e)$", "a\ufffdb", "(?i)abc", ""} {
		prefix, complete := regexp.MustCompile(pattern).LiteralPrefix()
		fmt.Printf("%q: %q %v\n", pattern, prefix, complete)
	}
	for _, text := range []string{"hello\xffworld", "\xff\xfe!", "h\u00e9llo", "nothing"} {
		for _, pattern := range []string{"\ufffd.", "(l|w)(o|$)", "!$"} {
			re := regexp.MustCompile(pattern)
			fmt.Print(re.FindReaderIndex(runes{strings.NewReader(text)}), re.FindReaderSubmatchIndex(runes{strings.NewReader(text)}), " ")
		}
		fmt.Println()
	}
	_, err = io.ReadAll(r)
	fmt.Println(err)
}
