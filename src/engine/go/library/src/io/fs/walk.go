package fs

import (
	"errors"
	"internal/texts"
	"path"
)

var (
	SkipDir = errors.New("skip this directory")
	SkipAll = errors.New("skip everything and stop the walk")
)

// WalkDirFunc is called for each file and directory, and again for a directory that is unreadable.
type WalkDirFunc func(path string, d DirEntry, err error) error

func WalkDir(fsys FS, root string, fn WalkDirFunc) error {
	info, err := Stat(fsys, root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(fsys, root, FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(fsys FS, name string, d DirEntry, fn WalkDirFunc) error {
	err := fn(name, d, nil)
	if err != nil || !d.IsDir() {
		return unlessSkipped(err, d)
	}
	entries, err := ReadDir(fsys, name)
	if err != nil {
		if err = fn(name, d, err); err != nil {
			return unlessSkipped(err, d)
		}
	}
	for _, entry := range entries {
		err := walk(fsys, path.Join(name, entry.Name()), entry, fn)
		if err == SkipDir {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func unlessSkipped(err error, d DirEntry) error {
	if err == SkipDir && d.IsDir() {
		return nil
	}
	return err
}

type GlobFS interface {
	FS
	Glob(pattern string) ([]string, error)
}

// Glob lists the names that match a pattern, which may have stars in every element.
func Glob(fsys FS, pattern string) (matches []string, err error) { return globAt(fsys, pattern, 0) }

// globAt looks for the directories first; a pattern of far too many is no good.
func globAt(fsys FS, pattern string, depth int) (matches []string, err error) {
	if depth > 10000 {
		return nil, path.ErrBadPattern
	}
	if able, ok := fsys.(GlobFS); ok {
		return able.Glob(pattern)
	}
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if !texts.HasAny(pattern, `*?[\`) {
		if _, err := Stat(fsys, pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, file := path.Split(pattern)
	if dir == "" {
		dir = "."
	} else {
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if texts.HasAny(dir, `*?[\`) {
		if dir == pattern {
			return nil, path.ErrBadPattern
		}
		if dirs, err = globAt(fsys, dir, depth+1); err != nil {
			return nil, err
		}
	}
	for _, dir := range dirs {
		entries, err := ReadDir(fsys, dir)
		if err != nil {
			continue
		}
		for _, entry := range entries {
			matched, err := path.Match(file, entry.Name())
			if err != nil {
				return matches, err
			}
			if matched {
				matches = append(matches, path.Join(dir, entry.Name()))
			}
		}
	}
	return matches, nil
}
