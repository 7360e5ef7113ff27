// Package embed: files that lie beside the program's source when it is compiled. The compiler gives a
// variable below a `//go:embed` comment its value before anything else is initialised.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"sort"
	"strings"
	"time"
)

// An FS is a tree of files that nobody can change.
type FS struct {
	// The compiler writes it: sorted by directory, then by name, without the root.
	files *[]file
}

// A file is also its own description. The name of a directory ends in a slash.
type file struct {
	path string
	data string
}

// parts are the directory and the name in it.
func (f *file) parts() (dir, name string) {
	return split(strings.TrimSuffix(f.path, "/"))
}

func split(path string) (dir, name string) {
	if i := strings.LastIndexByte(path, '/'); i >= 0 {
		return path[:i], path[i+1:]
	}
	return ".", path
}

func (f *file) Name() string {
	_, name := f.parts()
	return name
}

func (f *file) IsDir() bool                { return strings.HasSuffix(f.path, "/") }
func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) Sys() any                   { return nil }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// find is the file or directory of a path, or nil.
func (f FS) find(path string) *file {
	if path == "." {
		return &file{path: "./"}
	}
	if f.files == nil || !fs.ValidPath(path) {
		return nil
	}
	files := *f.files
	dir, name := split(path)
	i := sort.Search(len(files), func(i int) bool {
		d, n := files[i].parts()
		return d > dir || d == dir && n >= name
	})
	if i < len(files) && strings.TrimSuffix(files[i].path, "/") == path {
		return &files[i]
	}
	return nil
}

// below are the entries of a directory.
func (f FS) below(dir string) []file {
	if f.files == nil {
		return nil
	}
	files := *f.files
	from := sort.Search(len(files), func(i int) bool {
		d, _ := files[i].parts()
		return d >= dir
	})
	to := from
	for to < len(files) {
		if d, _ := files[to].parts(); d != dir {
			break
		}
		to++
	}
	return files[from:to]
}

func (f FS) Open(name string) (fs.File, error) {
	found := f.find(name)
	if found == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if found.IsDir() {
		return &openDir{found, f.below(name)}, nil
	}
	return &openFile{found, 0}, nil
}

func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	dir, ok := opened.(*openDir)
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("not a directory")}
	}
	return entries(dir.rest), nil
}

func (f FS) ReadFile(name string) ([]byte, error) {
	found := f.find(name)
	if found == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if found.IsDir() {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errIsDir}
	}
	return []byte(found.data), nil
}

var errIsDir = errors.New("is a directory")

func entries(files []file) []fs.DirEntry {
	list := make([]fs.DirEntry, len(files))
	for i := range files {
		list[i] = &files[i]
	}
	return list
}

// openFile is a file that is being read.
type openFile struct {
	file   *file
	offset int64
}

func (o *openFile) Close() error               { return nil }
func (o *openFile) Stat() (fs.FileInfo, error) { return o.file, nil }

func (o *openFile) failed(op string) error {
	return &fs.PathError{Op: op, Path: o.file.path, Err: fs.ErrInvalid}
}

func (o *openFile) Read(b []byte) (int, error) {
	if o.offset >= o.file.Size() {
		return 0, io.EOF
	}
	n := copy(b, o.file.data[o.offset:])
	o.offset += int64(n)
	return n, nil
}

func (o *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > o.file.Size() {
		return 0, o.failed("read")
	}
	n := copy(b, o.file.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

func (o *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += o.offset
	case io.SeekEnd:
		offset += o.file.Size()
	}
	if offset < 0 || offset > o.file.Size() {
		return 0, o.failed("seek")
	}
	o.offset = offset
	return offset, nil
}

// openDir is a directory that is being read.
type openDir struct {
	file *file
	rest []file
}

func (o *openDir) Close() error               { return nil }
func (o *openDir) Stat() (fs.FileInfo, error) { return o.file, nil }

func (o *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: o.file.path, Err: errIsDir}
}

func (o *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(o.rest)
	if n == 0 && count > 0 {
		return nil, io.EOF
	}
	if n == 0 {
		return nil, nil
	}
	if count > 0 {
		n = min(n, count)
	}
	list := entries(o.rest[:n])
	o.rest = o.rest[n:]
	return list, nil
}
