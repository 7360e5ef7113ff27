package os

import (
	"errors"
	"internal/files"
	"slices"
	"syscall"
)

var errPathEscapes = errors.New("path escapes from parent")

// How often a path may go through links, and be begun anew.
const (
	rootMaxLinks    = 8
	rootMaxRestarts = 8
	rootMaxSteps    = 255
)

// A linkTarget is returned by what must not follow links: the path goes on there.
type linkTarget string

func (linkTarget) Error() string { return "a link" }

// linkAt is the target of a link, or another error.
func linkAt(dir *files.Node, name string, otherwise error) error {
	if node, errno := files.FindIn(dir, name); errno == 0 && FileMode(node.Mode)&ModeSymlink != 0 {
		return linkTarget(node.Target)
	}
	return otherwise
}

// orNil is an error number as an error.
func orNil(errno syscall.Errno) error {
	if errno == 0 {
		return nil
	}
	return errno
}

// splitInRoot splits a path that stands between two others.
func splitInRoot(path string, before, after []string) (parts []string, endsInSlash bool, err error) {
	if path == "" {
		return nil, false, errors.New("empty path")
	}
	if path[0] == '/' {
		return nil, false, errPathEscapes
	}
	parts = slices.Clone(before)
	dropDot := func() {
		if last := len(parts) - 1; last >= 0 && parts[last] == "." {
			parts = parts[:last]
		}
	}
	for start := 0; start < len(path); {
		end := start
		for end < len(path) && path[end] != '/' {
			end++
		}
		next := end
		for next < len(path) && path[next] == '/' {
			next++
		}
		parts = append(parts, path[start:end])
		if next == len(path) {
			endsInSlash = end < next
			break
		}
		dropDot()
		start = next
	}
	if len(after) > 0 {
		dropDot()
	}
	return append(parts, after...), endsInSlash, nil
}

// A rootWalk says what is done on the way of a path.
type rootWalk struct {
	// A name that ends in a slash is left to last; else it must be that of a directory, or with creates
	// of nothing.
	keepsSlash, creates bool
	// enter goes into a directory.
	enter func(dir *files.Node, name string) (*files.Node, error)
	last  func(dir *files.Node, name string, endsInSlash bool) error
}

// enterDirectory must not follow links.
func enterDirectory(dir *files.Node, name string) (*files.Node, error) {
	if err := linkAt(dir, name, nil); err != nil {
		return nil, err
	}
	node, errno := files.OpenIn(dir, name, O_RDONLY, 0, 0)
	if errno == 0 && !node.IsDir() {
		errno = syscall.ENOTDIR
	}
	return node, orNil(errno)
}

// do follows a path without leaving the root: .. is taken away with what is before it, and then the
// path is begun anew, and so is it after a link to another place.
func (r *Root) do(path string, w rootWalk) error {
	if r.closed {
		return ErrClosed
	}
	parts, endsInSlash, err := splitInRoot(path, nil, nil)
	if err != nil {
		return err
	}
	if w.enter == nil {
		w.enter = enterDirectory
	}
	dir, i := r.node, 0
	restarts, links := 0, 0
	for steps := 1; ; steps++ {
		if steps > rootMaxSteps && restarts > rootMaxRestarts {
			return syscall.ENAMETOOLONG
		}
		if parts[i] == ".." {
			restarts++
			end := i + 1
			for end < len(parts) && parts[end] == ".." {
				end++
			}
			if end-i > i {
				return errPathEscapes
			}
			if parts = slices.Delete(parts, 2*i-end, end); len(parts) == 0 {
				parts = []string{"."}
			}
			dir, i = r.node, 0
			continue
		}
		isLast := i == len(parts)-1
		if isLast {
			if err = w.checkSlash(dir, parts[i], endsInSlash); err == nil {
				if err = w.last(dir, parts[i], endsInSlash); err == nil {
					return nil
				}
			}
		} else {
			var next *files.Node
			if next, err = w.enter(dir, parts[i]); err == nil {
				dir = next
				i++
				continue
			}
		}
		target, isLink := err.(linkTarget)
		if problem, ok := err.(*PathError); ok {
			problem.Path = joined(parts[:i+1])
		}
		if !isLink {
			return err
		}
		if links++; links > rootMaxLinks {
			return syscall.ELOOP
		}
		renewed, slash, err := splitInRoot(string(target), parts[:i], parts[i+1:])
		if err != nil {
			return err
		}
		endsInSlash = endsInSlash || isLast && slash
		if len(renewed) < i || !slices.Equal(parts[:i], renewed[:i]) {
			dir, i = r.node, 0
		}
		parts = renewed
	}
}

func joined(parts []string) string {
	path := parts[0]
	for _, part := range parts[1:] {
		path += "/" + part
	}
	return path
}

func (w rootWalk) checkSlash(dir *files.Node, name string, endsInSlash bool) error {
	if !endsInSlash || w.keepsSlash {
		return nil
	}
	node, errno := files.FindIn(dir, name)
	switch {
	case errno == syscall.ENOENT && w.creates:
		return nil
	case errno != 0:
		return errno
	case node.IsDir():
		return nil
	}
	return linkAt(dir, name, syscall.ENOTDIR)
}
