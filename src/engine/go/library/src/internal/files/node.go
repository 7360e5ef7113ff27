// Package files is the file system: a tree in memory, made anew for each run. It begins with /tmp,
// /dev/null and the working directory with the files that are given. Invariants: it is plain Go data in package variables, hence
// part of the machine's state; no function of it is preempted (machine.ts), so it needs no lock.
package files

import "syscall"

// The bits of io/fs.FileMode that files here can have.
const (
	ModeDir     = 1 << 31
	ModeSymlink = 1 << 27
	ModeDevice  = 1 << 26
	ModeChar    = 1 << 21
	ModePerm    = 0o777
	modeKept    = ModePerm | 1<<23 | 1<<22 | 1<<20
)

// The bits of flags to open a file.
const (
	WriteOnly = 0x1
	ReadWrite = 0x2
	create    = 0x40
	exclusive = 0x80
	truncate  = 0x200
	Append    = 0x400
)

const (
	// umask takes permissions from new files.
	umask    = 0o022
	maxLinks = 40
	maxName  = 255
)

// begun is when files that were there before are from: 2009-11-10 23:00:00 UTC.
const begun = 1_257_894_000_000_000_000

// Home is the working directory at the start.
const Home = "/home/gopher"

// A Node is a file, a directory or a symbolic link. Entries are in the order of their names.
type Node struct {
	Mode    uint32
	Data    []byte
	Target  string
	Entries []Entry
	// Modified counts nanoseconds since 1970.
	Modified int64
	parent   *Node
}

type Entry struct {
	Name string
	Node *Node
}

var (
	root    = newRoot()
	working = at(root, "home", "gopher")
)

func newRoot() *Node {
	r := &Node{Mode: ModeDir | 0o755}
	r.parent = r
	at(r, "home", "gopher")
	at(r, "tmp").Mode = ModeDir | 1<<20 | 0o777
	at(r, "dev").insert("null", &Node{Mode: ModeDevice | ModeChar | 0o666})
	return r
}

// at makes the directories on a way.
func at(n *Node, names ...string) *Node {
	for _, name := range names {
		next := n.Child(name)
		if next == nil {
			next = &Node{Mode: ModeDir | 0o755}
			n.insert(name, next)
		}
		n = next
	}
	return n
}

func (n *Node) IsDir() bool  { return n.Mode&ModeDir != 0 }
func (n *Node) isLink() bool { return n.Mode&ModeSymlink != 0 }

// IsDevice is true of /dev/null only.
func (n *Node) IsDevice() bool { return n.Mode&ModeDevice != 0 }

func (n *Node) Size() int64 {
	switch {
	case n.IsDir():
		return 4096
	case n.isLink():
		return int64(len(n.Target))
	}
	return int64(len(n.Data))
}

// place is where an entry of a name is or would be.
func (n *Node) place(name string) (index int, found bool) {
	low, high := 0, len(n.Entries)
	for low < high {
		middle := (low + high) / 2
		if n.Entries[middle].Name < name {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(n.Entries) && n.Entries[low].Name == name
}

// Child is the entry of a name, or nil.
func (n *Node) Child(name string) *Node {
	if i, found := n.place(name); found {
		return n.Entries[i].Node
	}
	return nil
}

// The entries are replaced as a whole: whoever reads the directory goes on with what he has.
func (n *Node) insert(name string, child *Node) {
	i, found := n.place(name)
	entries := append([]Entry(nil), n.Entries[:i]...)
	entries = append(entries, Entry{name, child})
	if found {
		i++
	}
	n.Entries = append(entries, n.Entries[i:]...)
	if child.IsDir() {
		child.parent = n
	}
}

func (n *Node) delete(name string) {
	if i, found := n.place(name); found {
		if child := n.Entries[i].Node; child.IsDir() {
			child.parent = nil
		}
		n.Entries = append(append([]Entry(nil), n.Entries[:i]...), n.Entries[i+1:]...)
	}
}

// allows is about the owner of all files: 4 to read, 2 to write, 1 to search.
func (n *Node) allows(access uint32) bool { return n.Mode>>6&access == access }

// A way is what looking a path up gives: the directory, the last name in it, and what is there.
type way struct {
	dir  *Node
	name string
	node *Node
	// The path ends in a slash, which only directories may have.
	slash bool
}

var hasGiven bool

// given is the i-th file that lies in the working directory when the program begins; there are no
// more when it has no name. One that ends in a slash is a directory below, which is to be the
// working one.
func given(i int) (name, content string)

// prepare puts them there when the program looks for the first time.
func prepare() {
	if hasGiven {
		return
	}
	hasGiven = true
	base := working
	for i := 0; ; i++ {
		name, content := given(i)
		if name == "" {
			return
		}
		dir, start := base, 0
		for j := range len(name) {
			if name[j] == '/' {
				dir = at(dir, name[start:j])
				start = j + 1
			}
		}
		if start == len(name) {
			working = dir
			continue
		}
		dir.insert(name[start:], &Node{Mode: 0o644, Data: []byte(content), Modified: begun})
	}
}

// walk follows a path. Nothing need be at its end: then node is nil.
func walk(path string, follow bool) (way, syscall.Errno) {
	prepare()
	if hasNul(path) {
		return way{}, syscall.EINVAL
	}
	links := 0
	return walkFrom(working, path, follow, &links)
}

// hasNul is true of a path that no system would take.
func hasNul(path string) bool {
	for i := range len(path) {
		if path[i] == 0 {
			return true
		}
	}
	return false
}

func walkFrom(dir *Node, path string, follow bool, links *int) (way, syscall.Errno) {
	if path == "" {
		return way{}, syscall.ENOENT
	}
	if path[0] == '/' {
		dir = root
	}
	w := way{dir: dir, name: ".", node: dir}
	for i := 0; i < len(path); {
		for i < len(path) && path[i] == '/' {
			i++
		}
		start := i
		for i < len(path) && path[i] != '/' {
			i++
		}
		name := path[start:i]
		if name == "" {
			w.slash = true
			break
		}
		if errno := w.enter(name); errno != 0 {
			return w, errno
		}
		if w.node == nil || !w.node.isLink() || !follow && i == len(path) {
			continue
		}
		if *links++; *links > maxLinks {
			return w, syscall.ELOOP
		}
		linked, errno := walkFrom(w.dir, w.node.Target, true, links)
		if errno != 0 {
			return w, errno
		}
		w = linked
	}
	if w.slash && w.node != nil && !w.node.IsDir() {
		return w, syscall.ENOTDIR
	}
	return w, 0
}

// enter goes one name further.
func (w *way) enter(name string) syscall.Errno {
	dir := w.node
	switch {
	case dir == nil || dir.parent == nil && dir.IsDir():
		return syscall.ENOENT
	case !dir.IsDir():
		return syscall.ENOTDIR
	case len(name) > maxName:
		return syscall.ENAMETOOLONG
	case !dir.allows(1):
		return syscall.EACCES
	}
	w.dir, w.name = dir, name
	switch name {
	case ".":
	case "..":
		w.node = dir.parent
	default:
		w.node = dir.Child(name)
	}
	return 0
}
