// os: files and directories, and the errors about them, in a temporary directory.
package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

var base string

// show prints without the name of the temporary directory.
func show(values ...any) {
	fmt.Print(strings.ReplaceAll(fmt.Sprintln(values...), base, "BASE"))
}

func reading() {
	show(os.WriteFile("notes.txt", []byte("one\ntwo\nthree\n"), 0o644))
	data, err := os.ReadFile("notes.txt")
	show(fmt.Sprintf("%q", data), err)
	f, err := os.Open("notes.txt")
	show(f.Name(), err)
	scanner := bufio.NewScanner(f)
	for scanner.Scan() {
		show("line", scanner.Text())
	}
	n, err := f.Read(make([]byte, 4))
	show(n, err, err == io.EOF)
	n, err = f.Write([]byte("x"))
	show(n, err)
	place, err := f.Seek(-6, io.SeekEnd)
	show(place, err)
	rest, err := io.ReadAll(f)
	show(string(rest), err)
	place, err = f.Seek(-100, io.SeekCurrent)
	show(place, err)
	b := make([]byte, 5)
	n, err = f.ReadAt(b, 4)
	show(n, err, string(b[:n]))
	n, err = f.ReadAt(b, 12)
	show(n, err)
	n, err = f.ReadAt(b, -1)
	show(n, err)
	show(f.Close())
	show(f.Close())
	n, err = f.Read(b)
	show(n, err, errors.Is(err, os.ErrClosed))
	var none *os.File
	n, err = none.Read(b)
	show(n, err, none.Close())
}

func writing() {
	f, err := os.Create("out.txt")
	show(err)
	fmt.Fprintf(f, "hello %d\n", 42)
	n, err := f.WriteString("world")
	show(n, err)
	n, err = f.WriteAt([]byte("J"), 0)
	show(n, err)
	n, err = f.WriteAt([]byte("end"), 20)
	show(n, err)
	info, err := f.Stat()
	show(info.Name(), info.Size(), info.Mode(), info.IsDir(), err)
	show(f.Sync(), f.Truncate(6), f.Truncate(-1))
	f.Seek(0, io.SeekStart)
	copied, err := io.Copy(f, strings.NewReader("copied"))
	show(copied, err, f.Close())
	data, _ := os.ReadFile("out.txt")
	show(fmt.Sprintf("%q", data))
	f, err = os.OpenFile("out.txt", os.O_APPEND|os.O_WRONLY, 0)
	f.WriteString(" more")
	n, err = f.WriteAt([]byte("x"), 0)
	show(n, err)
	n, err = f.Read(make([]byte, 1))
	show(n, err)
	show(f.Close())
	data, _ = os.ReadFile("out.txt")
	show(string(data))
	_, err = os.OpenFile("out.txt", os.O_CREATE|os.O_EXCL, 0o600)
	show(err, errors.Is(err, fs.ErrExist), os.IsExist(err))
	show(os.Truncate("out.txt", 2), os.Truncate("none", 2))
	data, _ = os.ReadFile("out.txt")
	show(string(data))
}

func failures() {
	_, err := os.Open("none")
	show(err, os.IsNotExist(err), errors.Is(err, fs.ErrNotExist))
	var path *fs.PathError
	show(errors.As(err, &path), path.Op, path.Path, path.Err)
	fmt.Printf("%T %T\n", err, path.Err)
	_, err = os.Open("")
	show(err)
	_, err = os.Open("out.txt/inner")
	show(err)
	_, err = os.Open("out.txt/")
	show(err)
	_, err = os.ReadFile(".")
	show(err)
	_, err = os.Create(".")
	show(err)
	_, err = os.Create("none/file")
	show(err)
	_, err = os.Create("new/")
	show(err)
	show(os.Mkdir("out.txt", 0o755))
	show(os.MkdirAll("out.txt/deep", 0o755))
	show(os.Remove("none"))
	show(os.Chdir("out.txt"))
	_, err = os.Stat("none")
	show(err)
	_, err = os.Lstat("none")
	show(err)
	_, err = os.ReadDir("none")
	show(err)
	_, err = os.ReadDir("out.txt")
	show(err)
	show(os.Chmod("none", 0), os.Chtimes("none", time.Now(), time.Now()))
	show(os.Rename("none", "other"))
	show(os.Link("none", "other"))
	_, err = os.Readlink("out.txt")
	show(err)
	show(os.RemoveAll("."), os.RemoveAll(""), os.RemoveAll("none"))
	_, err = os.Open(strings.Repeat("x", 300))
	show(errors.Unwrap(err))
	show(os.Symlink("loop", "loop"))
	_, err = os.ReadFile("loop")
	show(err, os.Remove("loop"))
}

func directories() {
	show(os.MkdirAll("a/b/c", 0o750), os.MkdirAll("a/b/c", 0o750))
	for _, name := range []string{"a/z", "a/y.txt", "a/b/x.txt"} {
		show(os.WriteFile(name, []byte(name), 0o600))
	}
	entries, err := os.ReadDir("a")
	for _, entry := range entries {
		info, err := entry.Info()
		show(entry, entry.Name(), entry.IsDir(), entry.Type(), info.Mode(), err)
	}
	show(len(entries), err)
	show(os.Remove("a"))
	show(os.Rename("a/y.txt", "a/b/w.txt"), os.Rename("a/z", "a/b"))
	show(os.Rename("a/b", "a/b/inside"))
	show(os.Rename("a", "moved"))
	d, _ := os.Open("moved/b")
	for {
		names, err := d.Readdirnames(2)
		show(len(names), err)
		if err != nil {
			break
		}
	}
	infos, err := d.Readdir(-1)
	show(len(infos), err)
	show(d.Close())
	filepath.WalkDir("moved", func(path string, d fs.DirEntry, err error) error {
		show("walk", path, d.IsDir(), err)
		if d.Name() == "c" {
			return fs.SkipDir
		}
		return nil
	})
	show(filepath.Walk("moved", func(path string, info os.FileInfo, err error) error {
		show("Walk", path, info.Mode().Perm(), err)
		if info.Name() == "w.txt" {
			return filepath.SkipDir
		}
		return nil
	}))
	show(filepath.Walk("none", func(path string, info os.FileInfo, err error) error {
		show(path, info, err)
		return err
	}))
	show(filepath.Glob("moved/*/*.txt"))
	show(filepath.Glob("*[.txt"))
	show(filepath.Glob("none/*"))
	show(os.RemoveAll("moved"))
	_, err = os.Stat("moved")
	show(os.IsNotExist(err))
}

func links() {
	show(os.WriteFile("target", []byte("text"), 0o640), os.Symlink("target", "link"))
	show(os.Readlink("link"))
	data, err := os.ReadFile("link")
	show(string(data), err)
	here, _ := os.Stat("link")
	there, _ := os.Stat("target")
	link, _ := os.Lstat("link")
	show(os.SameFile(here, there), os.SameFile(here, link), link.Mode(), here.Mode())
	show(os.Link("target", "hard"), os.Link("target", "hard"))
	os.WriteFile("hard", []byte("other"), 0)
	data, _ = os.ReadFile("target")
	show(string(data))
	show(os.Mkdir("dir", 0o700), os.Symlink("../target", "dir/up"), os.Symlink("dir", "alias"))
	data, _ = os.ReadFile("alias/up")
	show(string(data))
	show(filepath.EvalSymlinks("alias/up"))
	show(filepath.EvalSymlinks("alias/none"))
	show(os.Chmod("target", 0o444))
	info, _ := os.Stat("target")
	show(info.Mode())
	when := time.Date(2020, 1, 2, 3, 4, 5, 6, time.UTC)
	show(os.Chtimes("target", when, when))
	info, _ = os.Stat("target")
	show(info.ModTime().UTC().Equal(when))
	show(os.Symlink("target", "link"))
}

func temporaries() {
	f, err := os.CreateTemp("", "data-*.txt")
	name := filepath.Base(f.Name())
	show(err, strings.HasPrefix(name, "data-"), strings.HasSuffix(name, ".txt"), len(name) > 9)
	info, _ := f.Stat()
	show(info.Mode(), f.Close(), os.Remove(f.Name()))
	dir, err := os.MkdirTemp(base, "dir")
	show(err, strings.HasPrefix(dir, base))
	_, err = os.MkdirTemp("none", "x")
	show(err)
	_, err = os.CreateTemp("", "a/b")
	show(err)
	show(os.DevNull)
	null, err := os.OpenFile(os.DevNull, os.O_RDWR, 0)
	n, _ := null.WriteString("away")
	_, end := null.Read(make([]byte, 1))
	show(err, n, end)
}

func main() {
	dir, err := os.MkdirTemp("", "files")
	if err != nil {
		fmt.Println(err)
		return
	}
	base, _ = filepath.EvalSymlinks(dir)
	defer os.RemoveAll(base)
	show(os.Chdir(base))
	wd, err := os.Getwd()
	show(wd, err)
	reading()
	writing()
	failures()
	directories()
	links()
	temporaries()
	abs, err := filepath.Abs("x/../y")
	show(abs, err)
}
