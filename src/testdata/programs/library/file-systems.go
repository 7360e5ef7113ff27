// io/fs: file systems of maps and directories; os: pipes.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"io/ioutil"
	"os"
	"path/filepath"
	"testing/fstest"
	"time"
)

var when = time.Date(2021, 5, 6, 7, 8, 9, 0, time.UTC)

var files = fstest.MapFS{
	"hello.txt":     {Data: []byte("hello"), Mode: 0o644, ModTime: when},
	"sub/a.go":      {Data: []byte("package a")},
	"sub/b.go":      {Data: []byte("package b"), Mode: 0o600},
	"sub/deep/c.go": {Data: []byte("package c")},
	"link":          {Data: []byte("sub/a.go"), Mode: fs.ModeSymlink},
}

func maps() {
	data, err := fs.ReadFile(files, "hello.txt")
	fmt.Println(string(data), err)
	_, err = fs.ReadFile(files, "none")
	fmt.Println(err, errors.Is(err, fs.ErrNotExist))
	_, err = files.Open("/bad")
	fmt.Println(err)
	data, err = fs.ReadFile(files, "link")
	fmt.Println(string(data), err)
	fmt.Println(fs.ReadLink(files, "link"))
	info, err := fs.Stat(files, "hello.txt")
	fmt.Println(info, err)
	info, _ = fs.Lstat(files, "link")
	fmt.Println(info.Mode(), info.Name())
	fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, "|", fs.FormatDirEntry(d), err)
		return nil
	})
	fmt.Println(fs.WalkDir(files, "sub", func(path string, d fs.DirEntry, err error) error {
		if path == "sub/b.go" {
			return fs.SkipAll
		}
		fmt.Println(path)
		return nil
	}))
	fmt.Println(fs.WalkDir(files, "none", func(path string, d fs.DirEntry, err error) error {
		return fmt.Errorf("walking: %w", err)
	}))
	fmt.Println(fs.Glob(files, "*/*.go"))
	fmt.Println(fs.Glob(files, "sub/[ab].go"))
	fmt.Println(fs.Glob(files, "[x"))
	entries, err := fs.ReadDir(files, "sub")
	fmt.Println(len(entries), entries[0].Name(), err)
	sub, err := fs.Sub(files, "sub")
	data, _ = fs.ReadFile(sub, "b.go")
	fmt.Println(string(data), err)
	_, err = sub.Open("none")
	fmt.Println(err)
	fmt.Println(fs.Glob(sub, "*.go"))
	_, err = fs.Sub(files, "../x")
	fmt.Println(err)
	f, _ := files.Open("sub")
	_, err = io.ReadAll(f)
	fmt.Println(err)
	dir := f.(fs.ReadDirFile)
	for {
		list, err := dir.ReadDir(2)
		fmt.Println(len(list), err)
		if err != nil {
			break
		}
	}
	for _, name := range []string{".", "", "a", "a/b", "/a", "a/", "a//b", "./a", "a/../b", "a\xff"} {
		fmt.Print(fs.ValidPath(name), " ")
	}
	fmt.Println()
}

func modes() {
	for _, mode := range []fs.FileMode{
		0, 0o755, fs.ModeDir | 0o700, fs.ModeSymlink | 0o777, fs.ModeSetuid | fs.ModeSticky | 0o1,
		fs.ModeDevice | fs.ModeCharDevice, fs.ModeNamedPipe, fs.ModeSocket, fs.ModeIrregular,
	} {
		fmt.Println(mode, mode.IsDir(), mode.IsRegular(), mode.Perm(), mode.Type(), uint32(mode))
	}
	err := &fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}
	fmt.Println(err, err.Timeout(), os.IsPermission(err), errors.Is(err, os.ErrPermission))
	fmt.Println(os.NewSyscallError("call", nil), os.NewSyscallError("call", os.ErrInvalid))
	fmt.Println(os.ErrDeadlineExceeded, os.IsTimeout(os.ErrDeadlineExceeded))
	link := &os.LinkError{Op: "link", Old: "a", New: "b", Err: os.ErrExist}
	fmt.Println(link, os.IsExist(link), errors.Unwrap(link))
}

func directory() {
	base, _ := os.MkdirTemp("", "fs")
	defer os.RemoveAll(base)
	fmt.Println(os.CopyFS(base, fstest.MapFS{"x/y.txt": {Data: []byte("y")}, "z": {Mode: 0o600}}))
	fmt.Println(os.CopyFS(base, fstest.MapFS{"z": {}}) != nil)
	fsys := os.DirFS(base)
	data, err := fs.ReadFile(fsys, "x/y.txt")
	fmt.Println(string(data), err)
	_, err = fsys.Open("x/none")
	fmt.Println(err)
	_, err = fsys.Open("../x")
	fmt.Println(err)
	_, err = fs.Stat(fsys, "none")
	fmt.Println(err)
	_, err = fs.ReadDir(os.DirFS(""), ".")
	fmt.Println(err)
	fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, d, err)
		return err
	})
	infos, err := ioutil.ReadDir(base)
	for _, info := range infos {
		fmt.Println(info.Name(), info.IsDir(), filepath.Ext(info.Name()))
	}
	fmt.Println(err, ioutil.WriteFile(filepath.Join(base, "w"), []byte("w"), 0o644))
}

func pipes() {
	r, w, err := os.Pipe()
	fmt.Println(r.Name(), w.Name(), err)
	go func() {
		for i := range 3 {
			fmt.Fprintln(w, "message", i)
			time.Sleep(time.Millisecond)
		}
		w.Close()
	}()
	scanner := bufio.NewScanner(r)
	for scanner.Scan() {
		fmt.Println("got", scanner.Text())
	}
	_, err = r.Read(make([]byte, 1))
	fmt.Println(scanner.Err(), err)
	_, err = r.Seek(0, io.SeekStart)
	fmt.Println(err)
	_, err = w.Write([]byte("x"))
	fmt.Println(err)

	// What is printed may be caught.
	old := os.Stdout
	r, os.Stdout, _ = os.Pipe()
	fmt.Println("caught")
	os.Stdout.Close()
	os.Stdout = old
	text, _ := io.ReadAll(r)
	fmt.Printf("%q\n", text)
}

func main() {
	maps()
	modes()
	directory()
	pipes()
}
