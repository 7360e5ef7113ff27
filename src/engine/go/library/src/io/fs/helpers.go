package fs

import (
	"errors"
	"internal/texts"
	"io"
)

// What a file system may do better than by Open alone.

type ReadDirFS interface {
	FS
	ReadDir(name string) ([]DirEntry, error)
}

type ReadFileFS interface {
	FS
	ReadFile(name string) ([]byte, error)
}

type ReadLinkFS interface {
	FS
	ReadLink(name string) (string, error)
	Lstat(name string) (FileInfo, error)
}

type StatFS interface {
	FS
	Stat(name string) (FileInfo, error)
}

// ReadDir lists a directory in the order of names.
func ReadDir(fsys FS, name string) ([]DirEntry, error) {
	if able, ok := fsys.(ReadDirFS); ok {
		return able.ReadDir(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	dir, ok := file.(ReadDirFile)
	if !ok {
		return nil, &PathError{"readdir", name, errors.New("not implemented")}
	}
	entries, err := dir.ReadDir(-1)
	sortByName(entries)
	return entries, err
}

// sortByName merges halves that are in order.
func sortByName(entries []DirEntry) {
	if len(entries) < 2 {
		return
	}
	middle := len(entries) / 2
	left := append([]DirEntry(nil), entries[:middle]...)
	right := append([]DirEntry(nil), entries[middle:]...)
	sortByName(left)
	sortByName(right)
	for i := range entries {
		if len(right) == 0 || len(left) > 0 && left[0].Name() <= right[0].Name() {
			entries[i], left = left[0], left[1:]
		} else {
			entries[i], right = right[0], right[1:]
		}
	}
}

func ReadFile(fsys FS, name string) ([]byte, error) {
	if able, ok := fsys.(ReadFileFS); ok {
		return able.ReadFile(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return io.ReadAll(file)
}

func ReadLink(fsys FS, name string) (string, error) {
	if able, ok := fsys.(ReadLinkFS); ok {
		return able.ReadLink(name)
	}
	return "", &PathError{"readlink", name, ErrInvalid}
}

func Lstat(fsys FS, name string) (FileInfo, error) {
	if able, ok := fsys.(ReadLinkFS); ok {
		return able.Lstat(name)
	}
	return Stat(fsys, name)
}

func Stat(fsys FS, name string) (FileInfo, error) {
	if able, ok := fsys.(StatFS); ok {
		return able.Stat(name)
	}
	file, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return file.Stat()
}

type infoEntry struct {
	info FileInfo
}

func (e infoEntry) Name() string            { return e.info.Name() }
func (e infoEntry) IsDir() bool             { return e.info.IsDir() }
func (e infoEntry) Type() FileMode          { return e.info.Mode().Type() }
func (e infoEntry) Info() (FileInfo, error) { return e.info, nil }
func (e infoEntry) String() string          { return FormatDirEntry(e) }

func FileInfoToDirEntry(info FileInfo) DirEntry {
	if info == nil {
		return nil
	}
	return infoEntry{info}
}

func FormatFileInfo(info FileInfo) string {
	return info.Mode().String() + " " + texts.Number(info.Size()) + " " +
		info.ModTime().Format("2006-01-02 15:04:05") + " " + withSlash(info.Name(), info.IsDir())
}

// FormatDirEntry shows the kind of an entry, without permissions, and its name.
func FormatDirEntry(dir DirEntry) string {
	kind := dir.Type().String()
	return kind[:len(kind)-len("rwxrwxrwx")] + " " + withSlash(dir.Name(), dir.IsDir())
}

func withSlash(name string, isDir bool) string {
	if isDir {
		return name + "/"
	}
	return name
}
