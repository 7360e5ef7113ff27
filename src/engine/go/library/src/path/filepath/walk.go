package filepath

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

var (
	SkipDir = fs.SkipDir
	SkipAll = fs.SkipAll
)

// WalkFunc is called for each file and directory; err says why one cannot be looked at.
type WalkFunc func(path string, info fs.FileInfo, err error) error

func unlessSkipped(err error) error {
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		return unlessSkipped(fn(root, nil, err))
	}
	return unlessSkipped(walk(root, info, fn))
}

func walk(path string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(path, info, nil)
	}
	entries, err := os.ReadDir(path)
	// A directory that cannot be read is told once, with the reason.
	result := fn(path, info, err)
	if err != nil || result != nil {
		return result
	}
	for _, entry := range entries {
		name := Join(path, entry.Name())
		info, err := os.Lstat(name)
		if err != nil {
			err = fn(name, info, err)
			if err != nil && err != SkipDir {
				return err
			}
			continue
		}
		// A directory may ask to be skipped; a file that does skips what is left beside it.
		err = walk(name, info, fn)
		if err != nil && (err != SkipDir || !info.IsDir()) {
			return err
		}
	}
	return nil
}

func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		return unlessSkipped(fn(root, nil, err))
	}
	return unlessSkipped(walkDir(root, fs.FileInfoToDirEntry(info), fn))
}

func walkDir(path string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	err := fn(path, d, nil)
	if err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			return nil
		}
		return err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		if err = fn(path, d, err); err != nil {
			if err == SkipDir {
				return nil
			}
			return err
		}
	}
	for _, entry := range entries {
		err := walkDir(Join(path, entry.Name()), entry, fn)
		if err == SkipDir {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Glob lists the files that match a pattern.
func Glob(pattern string) (matches []string, err error) { return globAt(pattern, 0) }

// globAt looks for the directories first; a pattern of far too many is no good.
func globAt(pattern string, depth int) (matches []string, err error) {
	if depth > 10000 {
		return nil, ErrBadPattern
	}
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !hasMeta(pattern) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := Split(pattern)
	switch dir {
	case "":
		dir = "."
	case "/":
	default:
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if hasMeta(dir) {
		if dir == pattern {
			return nil, ErrBadPattern
		}
		if dirs, err = globAt(dir, depth+1); err != nil {
			return nil, err
		}
	}
	for _, dir := range dirs {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			continue
		}
		entries, _ := os.ReadDir(dir)
		for _, entry := range entries {
			matched, err := Match(file, entry.Name())
			if err != nil {
				return matches, err
			}
			if matched {
				matches = append(matches, Join(dir, entry.Name()))
			}
		}
	}
	return matches, nil
}

func hasMeta(p string) bool { return strings.ContainsAny(p, `*?[\`) }

// EvalSymlinks is the path without symbolic links.
func EvalSymlinks(path string) (string, error) {
	done, rest := "", path
	links := 0
	if IsAbs(rest) {
		done = "/"
	}
	for rest != "" {
		var name string
		var goesOn bool
		name, rest, goesOn = strings.Cut(strings.TrimLeft(rest, "/"), "/")
		switch name {
		case "", ".":
			continue
		case "..":
			if done == "" || Base(done) == ".." {
				done = Join(done, "..")
			} else {
				done = Join(done, "..")
				if done == "." {
					done = ""
				}
			}
			continue
		}
		next := Join(done, name)
		info, err := os.Lstat(next)
		if err != nil {
			return "", err
		}
		if info.Mode()&fs.ModeSymlink == 0 {
			if !info.IsDir() && goesOn {
				return "", syscall.ENOTDIR
			}
			done = next
			continue
		}
		if links++; links > 255 {
			return "", errors.New("EvalSymlinks: too many links")
		}
		target, err := os.Readlink(next)
		if err != nil {
			return "", err
		}
		if IsAbs(target) {
			done = "/"
		}
		if goesOn {
			target += "/" + rest
		}
		rest = target
	}
	return Clean(done), nil
}
