package os

import (
	"errors"
	"internal/files"
	"internal/streams"
	"io"
	"io/fs"
	"syscall"
	"time"
)

const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

const (
	SEEK_SET int = io.SeekStart
	SEEK_CUR int = io.SeekCurrent
	SEEK_END int = io.SeekEnd
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// A File is a file of the file system in memory, an end of a pipe, or a standard stream.
type File struct {
	name   string
	handle *files.Handle
	pipe   *pipe
	stream int
	append bool
	closed bool
	// What ReadDir has still to tell.
	listed  bool
	entries []DirEntry
}

var (
	Stdin  = &File{name: "/dev/stdin", stream: syscall.Stdin}
	Stdout = &File{name: "/dev/stdout", stream: syscall.Stdout}
	Stderr = &File{name: "/dev/stderr", stream: syscall.Stderr}
)

func init() {
	streams.Output = func() io.Writer { return Stdout }
	streams.Input = func() io.Reader { return Stdin }
}

func now() int64 { return time.Now().UnixNano() }

func Open(name string) (*File, error)   { return OpenFile(name, O_RDONLY, 0) }
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0o666) }

func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	node, errno := files.Open(name, flag, uint32(perm), now())
	if errno != 0 {
		return nil, &PathError{"open", name, errno}
	}
	handle := files.NewHandle(node, flag)
	return &File{name: name, handle: handle, append: flag&O_APPEND != 0}, nil
}

func (f *File) Name() string { return f.name }

// check says why nothing can be done with a file.
func (f *File) check(operation string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{operation, f.name, ErrClosed}
	}
	return nil
}

func (f *File) failed(operation string, errno syscall.Errno) error {
	if errno == 0 {
		return nil
	}
	return &PathError{operation, f.name, errno}
}

func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	if f.pipe != nil {
		f.pipe.close(f.stream)
	}
	return nil
}

func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	var errno syscall.Errno
	switch {
	case f.handle != nil:
		n, errno = f.handle.Read(b)
	case f.stream != syscall.Stdin:
		errno = syscall.EBADF
	case f.pipe != nil:
		if n, err = f.pipe.read(b); err != nil {
			return n, &PathError{"read", f.name, err}
		}
	default:
		n = copy(b, streams.Read(len(b)))
	}
	if n == 0 && errno == 0 {
		return 0, io.EOF
	}
	return n, f.failed("read", errno)
}

func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{"readat", f.name, errors.New("negative offset")}
	}
	errno := syscall.ESPIPE
	if f.handle != nil {
		n, errno = f.handle.ReadAt(b, off)
	}
	if errno == 0 && n < len(b) {
		return n, io.EOF
	}
	return n, f.failed("read", errno)
}

func (f *File) Write(b []byte) (n int, err error) {
	if f != nil && f.handle == nil && f.pipe == nil {
		return f.WriteString(string(b))
	}
	if err := f.check("write"); err != nil {
		return 0, err
	}
	var errno syscall.Errno
	switch {
	case f.handle != nil:
		n = len(b)
		errno = f.handle.Write(b, now())
	case f.stream == syscall.Stdin:
		errno = syscall.EBADF
	default:
		if n, err = f.pipe.write(b); err != nil {
			err = &PathError{"write", f.name, err}
		}
		return n, err
	}
	if errno != 0 {
		n = 0
	}
	return n, f.failed("write", errno)
}

func (f *File) WriteString(s string) (n int, err error) {
	if f == nil || f.handle != nil || f.pipe != nil {
		return f.Write([]byte(s))
	}
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.stream == syscall.Stdin {
		return 0, f.failed("write", syscall.EBADF)
	}
	streams.Write(f.stream, s)
	return len(s), nil
}

func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.append {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{"writeat", f.name, errors.New("negative offset")}
	}
	errno := syscall.ESPIPE
	if f.handle != nil {
		errno = f.handle.WriteAt(b, off, now())
	}
	if errno != 0 {
		return 0, f.failed("write", errno)
	}
	return len(b), nil
}

type onlyWriter struct{ io.Writer }
type onlyReader struct{ io.Reader }

func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(onlyWriter{f}, r)
}

func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, onlyReader{f})
}

func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	if f.handle == nil {
		return 0, f.failed("seek", syscall.ESPIPE)
	}
	place, errno := f.handle.Seek(offset, whence)
	if errno == 0 {
		f.listed = false
	}
	return place, f.failed("seek", errno)
}

func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	errno := syscall.EINVAL
	if f.handle != nil {
		errno = f.handle.Resize(size, now())
	}
	return f.failed("truncate", errno)
}

func (f *File) Sync() error { return f.check("sync") }

func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	errno := syscall.ENOTDIR
	if f.handle != nil {
		errno = files.Enter(f.handle.Node)
	}
	return f.failed("chdir", errno)
}

func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	if f.handle != nil {
		f.handle.Node.Chmod(uint32(mode))
	}
	return nil
}

// Chown succeeds for the one user that there is.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return f.failed("chown", ownership(uid, gid))
}

func (f *File) SetDeadline(t time.Time) error      { return f.setDeadline(t, true, true) }
func (f *File) SetReadDeadline(t time.Time) error  { return f.setDeadline(t, true, false) }
func (f *File) SetWriteDeadline(t time.Time) error { return f.setDeadline(t, false, true) }

// setDeadline is for pipes only.
func (f *File) setDeadline(t time.Time, read, write bool) error {
	switch {
	case f == nil:
		return ErrInvalid
	case f.closed:
		return errors.New("use of closed file")
	case f.pipe == nil:
		return ErrNoDeadline
	}
	if f.stream == syscall.Stdin && read || f.stream != syscall.Stdin && write {
		f.pipe.setDeadline(f.stream, t)
	}
	return nil
}

var _ fs.ReadDirFile = (*File)(nil)
