package os

import (
	"errors"
	"internal/files"
	"internal/texts"
	"io"
	"io/fs"
	"syscall"
	"time"
)

func failed(operation, path string, errno syscall.Errno) error {
	if errno == 0 {
		return nil
	}
	return &PathError{operation, path, errno}
}

func linkFailed(operation, from, to string, errno syscall.Errno) error {
	if errno == 0 {
		return nil
	}
	return &LinkError{operation, from, to, errno}
}

func Mkdir(name string, perm FileMode) error {
	return failed("mkdir", name, files.Mkdir(name, uint32(perm), now()))
}

func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return failed("mkdir", path, syscall.ENOTDIR)
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	if parent := path[:max(texts.LastIndex(path[:end], '/'), 0)]; parent != "" {
		if err := MkdirAll(parent, perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		// The path may end in /. or the like.
		if info, err := Lstat(path); err == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

func Remove(name string) error { return failed("remove", name, files.Remove(name, now())) }

func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if path == "." || len(path) > 1 && path[len(path)-2:] == "/." {
		return &PathError{"RemoveAll", path, syscall.EINVAL}
	}
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	left, errno := files.RemoveAll(path, now())
	if errno == 0 {
		return nil
	}
	return failed("unlinkat", fromParent(path)+left[len(path):], errno)
}

// fromParent is a path as RemoveAll names it: that of the directory it is in, a slash, and its name.
func fromParent(path string) string {
	for len(path) > 1 && path[0] == '/' && path[1] == '/' {
		path = path[1:]
	}
	switch slash := texts.LastIndex(path, '/'); slash {
	case -1:
		return "./" + path
	case 0:
		return "/" + path
	}
	return path
}

func Rename(oldpath, newpath string) error {
	// Said of directories before the system is asked.
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		old, err := Lstat(oldpath)
		if err != nil {
			return linkFailed("rename", oldpath, newpath, cause(err).(syscall.Errno))
		}
		if newpath == oldpath || !SameFile(info, old) {
			return linkFailed("rename", oldpath, newpath, syscall.EEXIST)
		}
	}
	return linkFailed("rename", oldpath, newpath, files.Rename(oldpath, newpath, now()))
}

func Link(oldname, newname string) error {
	return linkFailed("link", oldname, newname, files.Link(oldname, newname, now()))
}

func Symlink(oldname, newname string) error {
	return linkFailed("symlink", oldname, newname, files.Symlink(oldname, newname, now()))
}

func Readlink(name string) (string, error) {
	node, errno := files.Find(name, false)
	if errno == 0 && FileMode(node.Mode)&ModeSymlink == 0 {
		errno = syscall.EINVAL
	}
	if errno != 0 {
		return "", failed("readlink", name, errno)
	}
	return node.Target, nil
}

func Truncate(name string, size int64) error {
	node, errno := files.Find(name, true)
	switch {
	case errno != 0:
	case node.IsDir():
		errno = syscall.EISDIR
	case size < 0 || node.IsDevice():
		errno = syscall.EINVAL
	default:
		node.Resize(size, now())
	}
	return failed("truncate", name, errno)
}

func Chmod(name string, mode FileMode) error {
	node, errno := files.Find(name, true)
	if errno == 0 {
		node.Chmod(uint32(mode))
	}
	return failed("chmod", name, errno)
}

func chown(operation, name string, uid, gid int, follow bool) error {
	_, errno := files.Find(name, follow)
	if errno == 0 {
		errno = ownership(uid, gid)
	}
	return failed(operation, name, errno)
}

func Chown(name string, uid, gid int) error  { return chown("chown", name, uid, gid, true) }
func Lchown(name string, uid, gid int) error { return chown("lchown", name, uid, gid, false) }

// Chtimes sets the time of the last change; that of the last access is not kept.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	node, errno := files.Find(name, true)
	if errno == 0 && !mtime.IsZero() {
		node.Modified = mtime.UnixNano()
	}
	return failed("chtimes", name, errno)
}

func Chdir(dir string) error { return failed("chdir", dir, files.Chdir(dir)) }

func Getwd() (dir string, err error) {
	if dir = Getenv("PWD"); dir != "" && dir[0] == '/' {
		here, err := Stat(".")
		if err != nil {
			return "", err
		}
		if there, err := Stat(dir); err == nil && SameFile(here, there) {
			return dir, nil
		}
	}
	dir, errno := files.Working()
	if errno != 0 {
		return "", NewSyscallError("getwd", errno)
	}
	return dir, nil
}

func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.readWhole()
}

func (f *File) readWhole() ([]byte, error) {
	data := make([]byte, 0, max(f.handle.Node.Size()+1, 512))
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return data, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Write(data)
	return err
}

// random is a number of 32 bits by the run's own source.
func random() uint32

// inTemporary tries names until one is free. The last star of the pattern stands for a number.
func inTemporary(operation, dir, pattern string, make func(name string) error) error {
	if dir == "" {
		dir = TempDir()
	}
	if texts.HasAny(pattern, "/") {
		return &PathError{operation, pattern, errors.New("pattern contains path separator")}
	}
	prefix, suffix := pattern, ""
	if star := texts.LastIndex(pattern, '*'); star >= 0 {
		prefix, suffix = pattern[:star], pattern[star+1:]
	}
	prefix = joinPath(dir, prefix)
	for range 10000 {
		err := make(prefix + texts.Number(int64(random())) + suffix)
		if !IsExist(err) {
			return err
		}
	}
	return &PathError{operation, prefix + "*" + suffix, ErrExist}
}

func CreateTemp(dir, pattern string) (f *File, err error) {
	err = inTemporary("createtemp", dir, pattern, func(name string) (err error) {
		f, err = OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0o600)
		return err
	})
	return f, err
}

func MkdirTemp(dir, pattern string) (path string, err error) {
	err = inTemporary("mkdirtemp", dir, pattern, func(name string) error {
		path = name
		return Mkdir(name, 0o700)
	})
	if err == nil {
		return path, nil
	}
	if IsNotExist(err) && dir != "" {
		if _, statErr := Stat(dir); IsNotExist(statErr) {
			err = statErr
		}
	}
	return "", err
}

// CopyFS writes the files of a file system below a directory; none may be there already.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := joinPath(dir, path)
		if path == "." {
			target = dir
		}
		switch d.Type() {
		case ModeDir:
			return MkdirAll(target, 0o777)
		case ModeSymlink:
			link, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(link, target)
		case 0:
			return copyFile(target, fsys, path)
		}
		return &PathError{"CopyFS", path, ErrInvalid}
	})
}

func copyFile(target string, fsys fs.FS, path string) error {
	from, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	to, err := OpenFile(target, O_CREATE|O_EXCL|O_WRONLY, 0o666|info.Mode()&0o777)
	if err != nil {
		return err
	}
	defer to.Close()
	if _, err := io.Copy(to, from); err != nil {
		return &PathError{"Copy", target, err}
	}
	return nil
}
