package os

import (
	"errors"
	"internal/files"
	"io/fs"
	"syscall"
	"time"
)

// A Root is a directory; no path given to it leads out of the tree below, also not by links.
type Root struct {
	name   string
	node   *files.Node
	closed bool
}

func OpenRoot(name string) (*Root, error) {
	node, errno := files.Open(name, O_RDONLY, 0, 0)
	if errno != 0 {
		return nil, &PathError{"open", name, errno}
	}
	return newRoot(node, name)
}

func newRoot(node *files.Node, name string) (*Root, error) {
	if !node.IsDir() {
		return nil, &PathError{"open", name, errors.New("not a directory")}
	}
	return &Root{name: name, node: node}, nil
}

// OpenInRoot opens a file below a directory.
func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Open(name)
}

func (r *Root) Name() string { return r.name }

func (r *Root) Close() error {
	r.closed = true
	return nil
}

// at does something with the file that a path leads to, and names it in errors.
func (r *Root) at(operation, path string, do func(dir *files.Node, name string) error) error {
	err := r.do(path, rootWalk{last: func(dir *files.Node, name string, _ bool) error { return do(dir, name) }})
	if err != nil {
		return &PathError{operation, path, err}
	}
	return nil
}

// found does something with the file that a path leads to, links followed.
func (r *Root) found(operation, path string, do func(node *files.Node) syscall.Errno) error {
	return r.at(operation, path, func(dir *files.Node, name string) error {
		node, errno := files.FindIn(dir, name)
		if errno != 0 {
			return errno
		}
		if err := linkAt(dir, name, nil); err != nil {
			return err
		}
		return orNil(do(node))
	})
}

func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0o666)
}

func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if err := checkPermissions("openat", name, perm); err != nil {
		return nil, err
	}
	var node *files.Node
	err := r.at("openat", name, func(dir *files.Node, last string) error {
		if flag&(O_CREATE|O_EXCL) != O_CREATE|O_EXCL {
			if err := linkAt(dir, last, nil); err != nil {
				return err
			}
		}
		var errno syscall.Errno
		node, errno = files.OpenIn(dir, last, flag, uint32(perm), now())
		return orNil(errno)
	})
	if err != nil {
		return nil, err
	}
	handle := files.NewHandle(node, flag)
	return &File{name: joinPath(r.name, name), handle: handle, append: flag&O_APPEND != 0}, nil
}

func checkPermissions(operation, name string, perm FileMode) error {
	if perm&^0o777 == 0 {
		return nil
	}
	return &PathError{operation, name, errors.New("unsupported file mode")}
}

// OpenRoot is a root below this one.
func (r *Root) OpenRoot(name string) (*Root, error) {
	f, err := r.OpenFile(name, O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	return newRoot(f.handle.Node, f.name)
}

func (r *Root) Stat(name string) (info FileInfo, err error) {
	err = r.found("statat", name, func(node *files.Node) syscall.Errno {
		info = statOf(name, node)
		return 0
	})
	return info, err
}

func (r *Root) Lstat(name string) (info FileInfo, err error) {
	err = r.at("statat", name, func(dir *files.Node, last string) error {
		node, errno := files.FindIn(dir, last)
		if errno == 0 {
			info = statOf(name, node)
		}
		return orNil(errno)
	})
	return info, err
}

func (r *Root) Readlink(name string) (target string, err error) {
	err = r.at("readlinkat", name, func(dir *files.Node, last string) error {
		node, errno := files.FindIn(dir, last)
		if errno == 0 && FileMode(node.Mode)&ModeSymlink == 0 {
			errno = syscall.EINVAL
		}
		if errno == 0 {
			target = node.Target
		}
		return orNil(errno)
	})
	return target, err
}

func (r *Root) Chmod(name string, mode FileMode) error {
	return r.found("chmodat", name, func(node *files.Node) syscall.Errno {
		node.Chmod(uint32(mode))
		return 0
	})
}

func (r *Root) Chown(name string, uid, gid int) error {
	return r.found("chownat", name, func(*files.Node) syscall.Errno { return ownership(uid, gid) })
}

func (r *Root) Lchown(name string, uid, gid int) error {
	return r.at("lchownat", name, func(dir *files.Node, last string) error {
		_, errno := files.FindIn(dir, last)
		if errno == 0 {
			errno = ownership(uid, gid)
		}
		return orNil(errno)
	})
}

// Chtimes sets the time of the last change; that of the last access is not kept.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	return r.found("chtimesat", name, func(node *files.Node) syscall.Errno {
		if !mtime.IsZero() {
			node.Modified = mtime.UnixNano()
		}
		return 0
	})
}

func (r *Root) Mkdir(name string, perm FileMode) error {
	if err := checkPermissions("mkdirat", name, perm); err != nil {
		return err
	}
	err := r.do(name, rootWalk{keepsSlash: true, creates: true,
		last: func(dir *files.Node, last string, _ bool) error {
			return orNil(files.MkdirIn(dir, last, uint32(perm), now()))
		}})
	if err != nil {
		return &PathError{"mkdirat", name, err}
	}
	return nil
}

func (r *Root) MkdirAll(name string, perm FileMode) error {
	if err := checkPermissions("mkdirat", name, perm); err != nil {
		return err
	}
	err := r.do(name, rootWalk{keepsSlash: true, creates: true,
		enter: func(dir *files.Node, part string) (*files.Node, error) {
			node, err := enterDirectory(dir, part)
			if IsNotExist(err) {
				if errno := files.MkdirIn(dir, part, uint32(perm), now()); errno != 0 && errno != syscall.EEXIST {
					return nil, &PathError{Op: "mkdirat", Err: errno}
				}
				node, err = enterDirectory(dir, part)
			}
			if _, isLink := err.(linkTarget); err == nil || isLink {
				return node, err
			}
			return nil, &PathError{Op: "openat", Err: err}
		},
		last: func(dir *files.Node, last string, _ bool) error {
			errno := files.MkdirIn(dir, last, uint32(perm), now())
			if errno == syscall.EEXIST {
				errno = r.existing(dir, last, name)
			}
			if errno == 0 {
				return nil
			}
			return &PathError{Op: "mkdirat", Err: errno}
		}})
	if _, ok := err.(*PathError); err != nil && !ok {
		return &PathError{"mkdirat", name, err}
	}
	return err
}

// existing says whether what is there already is a directory, or a link to one.
func (r *Root) existing(dir *files.Node, last, whole string) syscall.Errno {
	node, errno := files.FindIn(dir, last)
	switch {
	case errno != 0 || !node.IsDir() && linkAt(dir, last, nil) == nil:
		return syscall.EEXIST
	case node.IsDir():
		return 0
	}
	info, err := r.Stat(whole)
	switch {
	case err == nil && info.IsDir():
		return 0
	case err == nil:
		return syscall.ENOTDIR
	}
	if errno, ok := cause(err).(syscall.Errno); ok && !IsNotExist(err) {
		return errno
	}
	return syscall.EEXIST
}

func (r *Root) Remove(name string) error {
	return r.at("removeat", name, func(dir *files.Node, last string) error {
		return orNil(files.RemoveIn(dir, last, now()))
	})
}

func (r *Root) RemoveAll(name string) error {
	for name != "" && name[len(name)-1] == '/' {
		name = name[:len(name)-1]
	}
	if name == "." || len(name) > 1 && name[len(name)-2:] == "/." {
		return &PathError{"RemoveAll", name, syscall.EINVAL}
	}
	err := r.at("RemoveAll", name, func(dir *files.Node, last string) error {
		return orNil(files.RemoveAllIn(dir, last, now()))
	})
	if IsNotExist(err) {
		return nil
	}
	return err
}

// pair does something with two paths.
func (r *Root) pair(operation, from, to string, creates bool,
	do func(oldDir *files.Node, oldName string, newDir *files.Node, newName string, slash bool) error) error {
	err := r.do(from, rootWalk{last: func(oldDir *files.Node, oldName string, _ bool) error {
		return r.do(to, rootWalk{creates: creates, last: func(newDir *files.Node, newName string, slash bool) error {
			return do(oldDir, oldName, newDir, newName, slash)
		}})
	}})
	if err != nil {
		return &LinkError{operation, from, to, err}
	}
	return nil
}

func (r *Root) Rename(oldname, newname string) error {
	return r.pair("renameat", oldname, newname, true,
		func(oldDir *files.Node, oldName string, newDir *files.Node, newName string, slash bool) error {
			old, errno := files.FindIn(oldDir, oldName)
			there, newErrno := files.FindIn(newDir, newName)
			isOver := newErrno == 0 && there.IsDir()
			switch {
			case errno != 0 && (slash || isOver):
				return errno
			case slash && !old.IsDir():
				return syscall.ENOTDIR
			case isOver && (newName == oldName || old != there):
				return syscall.EEXIST
			}
			return orNil(files.RenameIn(oldDir, oldName, newDir, newName, now()))
		})
}

func (r *Root) Link(oldname, newname string) error {
	return r.pair("linkat", oldname, newname, false,
		func(oldDir *files.Node, oldName string, newDir *files.Node, newName string, _ bool) error {
			return orNil(files.LinkIn(oldDir, oldName, newDir, newName))
		})
}

// Symlink may lead anywhere; the root does not follow what leads out of it.
func (r *Root) Symlink(oldname, newname string) error {
	err := r.do(newname, rootWalk{last: func(dir *files.Node, last string, _ bool) error {
		return orNil(files.SymlinkIn(oldname, dir, last, now()))
	}})
	if err != nil {
		return &LinkError{"symlinkat", oldname, newname, err}
	}
	return nil
}

func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.readWhole()
}

func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.Write(data)
	return err
}

// FS is the tree as a file system that also follows links inside it.
func (r *Root) FS() fs.FS { return (*rootFS)(r) }

type rootFS Root

// in does something with a name that may be given to a file system.
func in[T any](r *rootFS, operation, name string, do func(*Root, string) (T, error)) (T, error) {
	if !fs.ValidPath(name) {
		var none T
		return none, &PathError{operation, name, ErrInvalid}
	}
	return do((*Root)(r), name)
}

func (r *rootFS) Open(name string) (fs.File, error) {
	f, err := in(r, "open", name, (*Root).Open)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r *rootFS) ReadDir(name string) ([]DirEntry, error) {
	f, err := in(r, "readdir", name, (*Root).Open)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

func (r *rootFS) ReadFile(name string) ([]byte, error) {
	return in(r, "readfile", name, (*Root).ReadFile)
}

func (r *rootFS) ReadLink(name string) (string, error) {
	return in(r, "readlink", name, (*Root).Readlink)
}

func (r *rootFS) Stat(name string) (FileInfo, error)  { return in(r, "stat", name, (*Root).Stat) }
func (r *rootFS) Lstat(name string) (FileInfo, error) { return in(r, "lstat", name, (*Root).Lstat) }
