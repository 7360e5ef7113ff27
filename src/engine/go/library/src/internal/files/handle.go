package files

import "syscall"

// A Handle is an open file with the place where reading and writing go on.
type Handle struct {
	Node   *Node
	flag   int
	offset int64
}

func NewHandle(n *Node, flag int) *Handle { return &Handle{Node: n, flag: flag} }

func (h *Handle) mayRead() syscall.Errno {
	if h.flag&WriteOnly != 0 {
		return syscall.EBADF
	}
	if h.Node.IsDir() {
		return syscall.EISDIR
	}
	return 0
}

func (h *Handle) mayWrite() syscall.Errno {
	if h.flag&(WriteOnly|ReadWrite) == 0 {
		return syscall.EBADF
	}
	return 0
}

// Read gives 0 at the end.
func (h *Handle) Read(b []byte) (n int, errno syscall.Errno) {
	if errno := h.mayRead(); errno != 0 {
		return 0, errno
	}
	n = h.Node.ReadAt(b, h.offset)
	h.offset += int64(n)
	return n, 0
}

func (h *Handle) ReadAt(b []byte, offset int64) (n int, errno syscall.Errno) {
	if errno := h.mayRead(); errno != 0 {
		return 0, errno
	}
	return h.Node.ReadAt(b, offset), 0
}

func (h *Handle) Write(b []byte, now int64) syscall.Errno {
	if errno := h.mayWrite(); errno != 0 {
		return errno
	}
	if h.flag&Append != 0 {
		h.offset = int64(len(h.Node.Data))
	}
	h.Node.WriteAt(b, h.offset, now)
	h.offset += int64(len(b))
	return 0
}

func (h *Handle) WriteAt(b []byte, offset, now int64) syscall.Errno {
	if errno := h.mayWrite(); errno != 0 {
		return errno
	}
	h.Node.WriteAt(b, offset, now)
	return 0
}

func (h *Handle) Resize(size, now int64) syscall.Errno {
	if size < 0 || h.mayWrite() != 0 || h.Node.IsDevice() {
		return syscall.EINVAL
	}
	h.Node.Resize(size, now)
	return 0
}

func (h *Handle) Seek(offset int64, whence int) (int64, syscall.Errno) {
	if h.Node.IsDevice() {
		return 0, 0
	}
	switch whence {
	case 1:
		offset += h.offset
	case 2:
		offset += int64(len(h.Node.Data))
	}
	if offset < 0 || whence < 0 || whence > 2 {
		return 0, syscall.EINVAL
	}
	h.offset = offset
	return offset, 0
}
