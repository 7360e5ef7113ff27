package os

import (
	"errors"
	"io/fs"
)

// DirFS is the tree below a directory as an fs.FS.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

// full is the name of a file for the functions of this package.
func (d dirFS) full(operation, name string) (string, error) {
	if d == "" {
		return "", &PathError{operation, name, errors.New("os: DirFS with empty root")}
	}
	if !fs.ValidPath(name) {
		return "", &PathError{operation, name, ErrInvalid}
	}
	return joinPath(string(d), name), nil
}

// below does something with a file, and names it in errors as the caller did.
func below[T any](d dirFS, operation, name string, do func(string) (T, error)) (T, error) {
	full, err := d.full(operation, name)
	var result T
	if err != nil {
		return result, err
	}
	result, err = do(full)
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return result, err
}

func (d dirFS) Open(name string) (fs.File, error) {
	f, err := below(d, "open", name, Open)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (d dirFS) ReadFile(name string) ([]byte, error) { return below(d, "readfile", name, ReadFile) }

func (d dirFS) ReadDir(name string) ([]DirEntry, error) { return below(d, "readdir", name, ReadDir) }

func (d dirFS) Stat(name string) (fs.FileInfo, error)  { return below(d, "stat", name, Stat) }
func (d dirFS) Lstat(name string) (fs.FileInfo, error) { return below(d, "lstat", name, Lstat) }
func (d dirFS) ReadLink(name string) (string, error)   { return below(d, "readlink", name, Readlink) }
