package os

import (
	"internal/files"
	"io"
	"io/fs"
	"syscall"
	"time"
)

type fileStat struct {
	name     string
	size     int64
	mode     FileMode
	modified time.Time
	node     *files.Node
}

func statOf(name string, node *files.Node) *fileStat {
	for len(name) > 1 && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	for i := len(name) - 1; i >= 0 && len(name) > 1; i-- {
		if name[i] == '/' {
			name = name[i+1:]
			break
		}
	}
	return &fileStat{name, node.Size(), FileMode(node.Mode), time.Unix(0, node.Modified), node}
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return s.modified }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return nil }

func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.node != nil && a.node == b.node
}

func stat(operation, name string, follow bool) (FileInfo, error) {
	node, errno := files.Find(name, follow)
	if errno != 0 {
		return nil, &PathError{operation, name, errno}
	}
	return statOf(name, node), nil
}

func Stat(name string) (FileInfo, error)  { return stat("stat", name, true) }
func Lstat(name string) (FileInfo, error) { return stat("lstat", name, false) }

func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	if f.handle != nil {
		return statOf(f.name, f.handle.Node), nil
	}
	mode := ModeNamedPipe | 0o600
	if f.pipe == nil {
		mode = ModeDevice | ModeCharDevice | 0o620
	}
	node := &files.Node{Mode: uint32(mode), Modified: now()}
	return statOf(f.name, node), nil
}

type dirEntry struct {
	path string
	name string
	kind FileMode
}

func (d *dirEntry) Name() string   { return d.name }
func (d *dirEntry) IsDir() bool    { return d.kind.IsDir() }
func (d *dirEntry) Type() FileMode { return d.kind }
func (d *dirEntry) String() string { return fs.FormatDirEntry(d) }

// Info is about what is there now.
func (d *dirEntry) Info() (FileInfo, error) { return Lstat(d.path) }

// ReadDir lists the next n entries, or with n <= 0 all that are left.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	if f.handle == nil || !f.handle.Node.IsDir() {
		return nil, f.failed("readdirent", syscall.ENOTDIR)
	}
	if !f.listed {
		f.listed = true
		f.entries = nil
		for _, entry := range f.handle.Node.Entries {
			kind := FileMode(entry.Node.Mode).Type()
			f.entries = append(f.entries, &dirEntry{joinPath(f.name, entry.Name), entry.Name, kind})
		}
	}
	taken := len(f.entries)
	if n > 0 {
		taken = min(n, taken)
		if taken == 0 {
			return nil, io.EOF
		}
	}
	entries := append([]DirEntry{}, f.entries[:taken]...)
	f.entries = f.entries[taken:]
	return entries, nil
}

func (f *File) Readdir(n int) ([]FileInfo, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	entries, err := f.ReadDir(n)
	if entries == nil {
		return nil, err
	}
	infos := []FileInfo{}
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil {
			infos = append(infos, info)
		}
	}
	return infos, err
}

func (f *File) Readdirnames(n int) (names []string, err error) {
	if f == nil {
		return nil, ErrInvalid
	}
	entries, err := f.ReadDir(n)
	if entries == nil {
		return nil, err
	}
	names = []string{}
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return names, err
}

func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !f.handle.Node.IsDir() {
		return nil, &PathError{"open", name, syscall.ENOTDIR}
	}
	return f.ReadDir(-1)
}

func joinPath(dir, name string) string {
	if dir != "" && dir[len(dir)-1] == '/' {
		return dir + name
	}
	return dir + "/" + name
}
