// Package fstest: a file system made of a map, for tests. TestFS is not provided.
package fstest

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// A MapFS holds files by path. Directories need not be mentioned.
type MapFS map[string]*MapFile

type MapFile struct {
	Data    []byte
	Mode    fs.FileMode
	ModTime time.Time
	Sys     any
}

var implied = &MapFile{Mode: fs.ModeDir | 0o555}

// resolve follows links in a path, at its end too if wanted.
func (fsys MapFS) resolve(name string, last bool) (string, bool) {
	for links := 0; links < 256; links++ {
		next, changed, ok := fsys.step(name, last)
		if !ok {
			return "", false
		}
		if !changed {
			return name, fs.ValidPath(name)
		}
		name = next
	}
	return "", false
}

// step follows the first link in a path.
func (fsys MapFS) step(name string, last bool) (next string, changed, ok bool) {
	for end := 1; end <= len(name); end++ {
		if end < len(name) && name[end] != '/' || end == len(name) && !last {
			continue
		}
		file := fsys[name[:end]]
		if file == nil || file.Mode.Type() != fs.ModeSymlink {
			continue
		}
		target := string(file.Data)
		if path.IsAbs(target) {
			return "", false, false
		}
		return path.Join(path.Dir(name[:end]), target) + name[end:], true, true
	}
	return name, false, true
}

// children are what is in a directory, in the order of names.
func (fsys MapFS) children(dir string) []mapInfo {
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	found := map[string]*MapFile{}
	for name, file := range fsys {
		rest, ok := strings.CutPrefix(name, prefix)
		if !ok || rest == "" || rest == "." {
			continue
		}
		first, _, below := strings.Cut(rest, "/")
		if !below {
			found[first] = file
		} else if found[first] == nil {
			found[first] = implied
		}
	}
	infos := make([]mapInfo, 0, len(found))
	for name, file := range found {
		infos = append(infos, mapInfo{name, file})
	}
	slices.SortFunc(infos, func(a, b mapInfo) int { return strings.Compare(a.name, b.name) })
	return infos
}

// find is the file of a resolved path, or nil.
func (fsys MapFS) find(name string) *MapFile {
	if file := fsys[name]; file != nil {
		return file
	}
	if name == "." || len(fsys.children(name)) > 0 {
		return implied
	}
	return nil
}

func (fsys MapFS) Open(name string) (fs.File, error) {
	if fs.ValidPath(name) {
		if real, ok := fsys.resolve(name, true); ok {
			if file := fsys.find(real); file != nil {
				info := mapInfo{path.Base(name), file}
				if file.Mode.IsDir() {
					return &openDir{name, info, fsys.children(real)}, nil
				}
				return &openFile{name, info, 0}, nil
			}
		}
	}
	return nil, &fs.PathError{"open", name, fs.ErrNotExist}
}

func (fsys MapFS) lstat(operation, name string) (*mapInfo, error) {
	if fs.ValidPath(name) {
		if real, ok := fsys.resolve(name, false); ok {
			if file := fsys.find(real); file != nil {
				return &mapInfo{path.Base(name), file}, nil
			}
		}
	}
	return nil, &fs.PathError{operation, name, fs.ErrNotExist}
}

func (fsys MapFS) Lstat(name string) (fs.FileInfo, error) {
	info, err := fsys.lstat("lstat", name)
	if err != nil {
		return nil, err
	}
	return info, nil
}

func (fsys MapFS) ReadLink(name string) (string, error) {
	info, err := fsys.lstat("readlink", name)
	if err != nil {
		return "", err
	}
	if info.file.Mode.Type() != fs.ModeSymlink {
		return "", &fs.PathError{"readlink", name, fs.ErrInvalid}
	}
	return string(info.file.Data), nil
}

// plain hides the methods that the functions of io/fs would call.
type plain struct{ fs.FS }

func (fsys MapFS) ReadFile(name string) ([]byte, error)       { return fs.ReadFile(plain{fsys}, name) }
func (fsys MapFS) Stat(name string) (fs.FileInfo, error)      { return fs.Stat(plain{fsys}, name) }
func (fsys MapFS) ReadDir(name string) ([]fs.DirEntry, error) { return fs.ReadDir(plain{fsys}, name) }
func (fsys MapFS) Glob(pattern string) ([]string, error)      { return fs.Glob(plain{fsys}, pattern) }

type withoutSub struct{ MapFS }

func (withoutSub) Sub() {}

func (fsys MapFS) Sub(dir string) (fs.FS, error) { return fs.Sub(withoutSub{fsys}, dir) }

// mapInfo tells about a file; it is also an entry of a directory.
type mapInfo struct {
	name string
	file *MapFile
}

func (i *mapInfo) Name() string               { return path.Base(i.name) }
func (i *mapInfo) Size() int64                { return int64(len(i.file.Data)) }
func (i *mapInfo) Mode() fs.FileMode          { return i.file.Mode }
func (i *mapInfo) Type() fs.FileMode          { return i.file.Mode.Type() }
func (i *mapInfo) ModTime() time.Time         { return i.file.ModTime }
func (i *mapInfo) IsDir() bool                { return i.file.Mode.IsDir() }
func (i *mapInfo) Sys() any                   { return i.file.Sys }
func (i *mapInfo) Info() (fs.FileInfo, error) { return i, nil }
func (i *mapInfo) String() string             { return fs.FormatFileInfo(i) }

type openFile struct {
	path   string
	info   mapInfo
	offset int64
}

func (f *openFile) Stat() (fs.FileInfo, error) { return &f.info, nil }
func (f *openFile) Close() error               { return nil }

func (f *openFile) Read(b []byte) (int, error) {
	data := f.info.file.Data
	if f.offset >= int64(len(data)) {
		return 0, io.EOF
	}
	n := copy(b, data[f.offset:])
	f.offset += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	size := f.info.Size()
	switch whence {
	case io.SeekCurrent:
		offset += f.offset
	case io.SeekEnd:
		offset += size
	}
	if offset < 0 || offset > size {
		return 0, &fs.PathError{"seek", f.path, fs.ErrInvalid}
	}
	f.offset = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > f.info.Size() {
		return 0, &fs.PathError{"read", f.path, fs.ErrInvalid}
	}
	n := copy(b, f.info.file.Data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

type openDir struct {
	path string
	info mapInfo
	rest []mapInfo
}

func (d *openDir) Stat() (fs.FileInfo, error) { return &d.info, nil }
func (d *openDir) Close() error               { return nil }

func (d *openDir) Read(b []byte) (int, error) {
	return 0, &fs.PathError{"read", d.path, fs.ErrInvalid}
}

func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.rest)
	if n == 0 && count > 0 {
		return nil, io.EOF
	}
	if count > 0 {
		n = min(n, count)
	}
	entries := make([]fs.DirEntry, n)
	for i := range entries {
		entries[i] = &d.rest[i]
	}
	d.rest = d.rest[n:]
	return entries, nil
}
