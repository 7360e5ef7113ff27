package main

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"testing/fstest"
	"time"
)

// loose takes names that no file system may take.
type loose struct{ fstest.MapFS }

func (l loose) Open(name string) (fs.File, error) { return l.MapFS.Open(path.Clean("./" + name)) }

// reversed lists folders from behind.
type reversed struct{ fstest.MapFS }

func (r reversed) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := r.MapFS.ReadDir(name)
	slices.Reverse(list)
	return list, err
}

// shared gives everybody the same bytes.
type shared struct{ fstest.MapFS }

func (s shared) ReadFile(name string) ([]byte, error) {
	if f := s.MapFS[name]; f != nil {
		return f.Data, nil
	}
	return nil, fs.ErrNotExist
}

// blind finds nothing.
type blind struct{ fstest.MapFS }

func (b blind) Glob(pattern string) ([]string, error) { return nil, nil }

func main() {
	at := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	files := fstest.MapFS{
		"hello":       {Data: []byte("hi"), ModTime: at},
		"dir/a.txt":   {Data: []byte("a"), ModTime: at},
		"dir/sub/b":   {Data: []byte("b"), Mode: 0o600, ModTime: at},
		"dir/sub/c-d": {ModTime: at},
		"dir":         {Mode: fs.ModeDir | 0o755, ModTime: at},
	}
	fmt.Println(fstest.TestFS(files, "hello", "dir/a.txt", "dir/sub/b"))
	fmt.Println(fstest.TestFS(files, "hello", "missing", "dir/none"))
	fmt.Println(fstest.TestFS(files))
	fmt.Println(fstest.TestFS(fstest.MapFS{}))
	for _, bad := range []fs.FS{loose{files}, reversed{files}, shared{files}, blind{files}} {
		fmt.Printf("%T %v\n", bad, fstest.TestFS(bad, "hello", "dir/a.txt"))
	}
}
