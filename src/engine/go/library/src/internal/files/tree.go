package files

import "syscall"

// Find is what a path leads to; a link at its end is followed if wanted.
func Find(path string, follow bool) (*Node, syscall.Errno) {
	w, errno := walk(path, follow)
	if errno == 0 && w.node == nil {
		errno = syscall.ENOENT
	}
	if errno != 0 {
		return nil, errno
	}
	return w.node, 0
}

// Open finds or makes the file for os.OpenFile.
func Open(path string, flag int, perm uint32, now int64) (*Node, syscall.Errno) {
	w, errno := walk(path, flag&(create|exclusive) != create|exclusive)
	if errno != 0 {
		return nil, errno
	}
	if w.node == nil {
		if flag&create == 0 {
			return nil, syscall.ENOENT
		}
		if w.slash {
			return nil, syscall.EISDIR
		}
		return w.make(&Node{Mode: perm & modeKept &^ umask}, now)
	}
	n := w.node
	switch {
	case flag&(create|exclusive) == create|exclusive:
		return nil, syscall.EEXIST
	case n.IsDir() && flag&(WriteOnly|ReadWrite|create) != 0:
		return nil, syscall.EISDIR
	case flag&WriteOnly == 0 && !n.allows(4), flag&(WriteOnly|ReadWrite) != 0 && !n.allows(2):
		return nil, syscall.EACCES
	}
	if flag&truncate != 0 && !n.IsDevice() {
		n.Data = nil
		n.Modified = now
	}
	return n, 0
}

// make puts a new node at the end of a way.
func (w way) make(n *Node, now int64) (*Node, syscall.Errno) {
	if !w.dir.allows(3) {
		return nil, syscall.EACCES
	}
	n.Modified = now
	w.dir.insert(w.name, n)
	w.dir.Modified = now
	return n, 0
}

// free is the way to a name that is not yet taken.
func free(path string) (way, syscall.Errno) {
	w, errno := walk(path, false)
	if errno == 0 && w.node != nil {
		errno = syscall.EEXIST
	}
	return w, errno
}

func Mkdir(path string, perm uint32, now int64) syscall.Errno {
	w, errno := free(path)
	if errno == syscall.ENOTDIR && w.node != nil && w.slash {
		errno = syscall.EEXIST
	}
	if errno == 0 {
		_, errno = w.make(&Node{Mode: ModeDir | perm&modeKept&^umask}, now)
	}
	return errno
}

func Symlink(target, path string, now int64) syscall.Errno {
	w, errno := free(path)
	switch {
	case hasNul(target):
		errno = syscall.EINVAL
	case target == "":
		errno = syscall.ENOENT
	}
	if errno == 0 {
		_, errno = w.make(&Node{Mode: ModeSymlink | 0o777, Target: target}, now)
	}
	return errno
}

func Link(from, to string, now int64) syscall.Errno {
	n, errno := Find(from, false)
	if errno != 0 {
		return errno
	}
	w, errno := free(to)
	if errno != 0 {
		return errno
	}
	return w.link(n)
}

// link makes what a way leads to another name of a file.
func (w way) link(n *Node) syscall.Errno {
	if n.IsDir() {
		return syscall.EPERM
	}
	_, errno := w.make(n, n.Modified)
	return errno
}

// Remove takes a file or an empty directory away.
func Remove(path string, now int64) syscall.Errno {
	w, errno := walk(path, false)
	switch {
	case errno != 0:
		return errno
	case w.node == nil:
		return syscall.ENOENT
	case w.node == root:
		return syscall.EBUSY
	case w.name == ".":
		return syscall.EINVAL
	case w.name == "..", len(w.node.Entries) > 0:
		return syscall.ENOTEMPTY
	case !w.dir.allows(3):
		return syscall.EACCES
	}
	w.dir.delete(w.name)
	w.dir.Modified = now
	return 0
}

// RemoveAll takes a tree away; false if something in it had to stay.
func RemoveAll(path string, now int64) (left string, errno syscall.Errno) {
	w, errno := walk(path, false)
	switch {
	case errno == syscall.ENOENT:
		return "", 0
	case errno != 0:
		return path, errno
	case w.node == nil:
		return "", 0
	case !w.dir.allows(3):
		return path, syscall.EACCES
	}
	if blocked, ok := w.node.clear(now); !ok {
		return path + blocked, syscall.EACCES
	}
	w.dir.delete(w.name)
	w.dir.Modified = now
	return "", 0
}

// clear removes all that may be removed; ok if nothing is left, else blocked is the way to what was
// the last that had to stay.
func (n *Node) clear(now int64) (blocked string, ok bool) {
	if len(n.Entries) == 0 {
		return "", true
	}
	if !n.allows(5) {
		return "", false
	}
	ok = true
	for _, entry := range append([]Entry(nil), n.Entries...) {
		if way, isEmpty := entry.Node.clear(now); !isEmpty {
			blocked, ok = "/"+entry.Name+way, false
		} else if !n.allows(3) {
			blocked, ok = "/"+entry.Name, false
		} else {
			n.delete(entry.Name)
			n.Modified = now
		}
	}
	return blocked, ok
}

func Rename(from, to string, now int64) syscall.Errno {
	old, errno := walk(from, false)
	if errno != 0 {
		return errno
	}
	if old.node == nil {
		return syscall.ENOENT
	}
	target, errno := walk(to, false)
	if errno != 0 {
		return errno
	}
	return rename(old, target, now)
}

func rename(old, target way, now int64) syscall.Errno {
	switch {
	case old.name == "." || old.name == ".." || target.name == "." || target.name == "..":
		return syscall.EBUSY
	case target.node == old.node:
		return 0
	case target.slash && !old.node.IsDir():
		return syscall.ENOTDIR
	case !old.dir.allows(3) || !target.dir.allows(3):
		return syscall.EACCES
	}
	for dir := target.dir; ; dir = dir.parent {
		if dir == old.node {
			return syscall.EINVAL
		}
		if dir == root {
			break
		}
	}
	if there := target.node; there != nil {
		switch {
		case there.IsDir() && !old.node.IsDir():
			return syscall.EISDIR
		case !there.IsDir() && old.node.IsDir():
			return syscall.ENOTDIR
		case len(there.Entries) > 0:
			return syscall.ENOTEMPTY
		}
	}
	old.dir.delete(old.name)
	target.dir.insert(target.name, old.node)
	old.dir.Modified = now
	target.dir.Modified = now
	return 0
}

func Chdir(path string) syscall.Errno {
	n, errno := Find(path, true)
	if errno != 0 {
		return errno
	}
	return Enter(n)
}

// Enter makes a directory the working one.
func Enter(n *Node) syscall.Errno {
	if !n.IsDir() {
		return syscall.ENOTDIR
	}
	if !n.allows(1) {
		return syscall.EACCES
	}
	working = n
	return 0
}

// Working is the path of the working directory.
func Working() (string, syscall.Errno) {
	prepare()
	path := ""
	for n := working; n != root; n = n.parent {
		if n.parent == nil {
			return "", syscall.ENOENT
		}
		for _, entry := range n.parent.Entries {
			if entry.Node == n {
				path = "/" + entry.Name + path
			}
		}
	}
	if path == "" {
		path = "/"
	}
	return path, 0
}

func (n *Node) Chmod(mode uint32) {
	n.Mode = n.Mode&^modeKept | mode&modeKept
}

// ReadAt copies what is there; 0 at the end.
func (n *Node) ReadAt(b []byte, offset int64) int {
	if offset >= int64(len(n.Data)) {
		return 0
	}
	return copy(b, n.Data[offset:])
}

// WriteAt overwrites, and makes the file longer as needed, with zeros before the offset.
func (n *Node) WriteAt(b []byte, offset, now int64) {
	n.Modified = now
	if n.IsDevice() || len(b) == 0 {
		return
	}
	if end := int64(len(n.Data)); offset == end {
		n.Data = append(n.Data, b...)
		return
	} else if offset+int64(len(b)) > end {
		n.Resize(offset+int64(len(b)), now)
	}
	copy(n.Data[offset:], b)
}

func (n *Node) Resize(size, now int64) {
	n.Modified = now
	if size <= int64(len(n.Data)) {
		n.Data = n.Data[:size:size]
		return
	}
	n.Data = append(n.Data, make([]byte, size-int64(len(n.Data)))...)
}
