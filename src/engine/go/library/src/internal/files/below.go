package files

import "syscall"

// The functions of this file do what others do with paths with a name in a directory.

// from makes a directory the working one until what it returns is called.
func from(dir *Node) (leave func()) {
	before := working
	working = dir
	return func() { working = before }
}

func FindIn(dir *Node, name string) (*Node, syscall.Errno) {
	defer from(dir)()
	return Find(name, false)
}

// OpenIn must not be given a link, unless it would make the file.
func OpenIn(dir *Node, name string, flag int, perm uint32, now int64) (*Node, syscall.Errno) {
	defer from(dir)()
	return Open(name, flag, perm, now)
}

func MkdirIn(dir *Node, name string, perm uint32, now int64) syscall.Errno {
	defer from(dir)()
	return Mkdir(name, perm, now)
}

func SymlinkIn(target string, dir *Node, name string, now int64) syscall.Errno {
	defer from(dir)()
	return Symlink(target, name, now)
}

func RemoveIn(dir *Node, name string, now int64) syscall.Errno {
	defer from(dir)()
	return Remove(name, now)
}

func RemoveAllIn(dir *Node, name string, now int64) syscall.Errno {
	defer from(dir)()
	_, errno := RemoveAll(name, now)
	return errno
}

func LinkIn(oldDir *Node, oldName string, newDir *Node, newName string) syscall.Errno {
	n, errno := FindIn(oldDir, oldName)
	if errno != 0 {
		return errno
	}
	defer from(newDir)()
	w, errno := free(newName)
	if errno != 0 {
		return errno
	}
	return w.link(n)
}

func RenameIn(oldDir *Node, oldName string, newDir *Node, newName string, now int64) syscall.Errno {
	old, errno := oldDir.wayTo(oldName)
	if errno != 0 {
		return errno
	}
	if old.node == nil {
		return syscall.ENOENT
	}
	target, errno := newDir.wayTo(newName)
	if errno != 0 {
		return errno
	}
	return rename(old, target, now)
}

func (n *Node) wayTo(name string) (way, syscall.Errno) {
	defer from(n)()
	return walk(name, false)
}
