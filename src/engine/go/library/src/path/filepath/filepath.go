// Package filepath: paths of files, which are slash-separated here.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strings"
)

const (
	Separator     = '/'
	ListSeparator = ':'
)

var ErrBadPattern = path.ErrBadPattern

func Clean(p string) string                                { return path.Clean(p) }
func Join(elem ...string) string                           { return path.Join(elem...) }
func Split(p string) (dir, file string)                    { return path.Split(p) }
func Ext(p string) string                                  { return path.Ext(p) }
func Base(p string) string                                 { return path.Base(p) }
func Dir(p string) string                                  { return path.Dir(p) }
func IsAbs(p string) bool                                  { return path.IsAbs(p) }
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }
func ToSlash(p string) string                              { return p }
func FromSlash(p string) string                            { return p }
func VolumeName(p string) string                           { return "" }

func SplitList(p string) []string {
	if p == "" {
		return []string{}
	}
	return strings.Split(p, ":")
}

func Abs(p string) (string, error) {
	if IsAbs(p) {
		return Clean(p), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(dir, p), nil
}

// HasPrefix compares texts, whatever the elements of the paths.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// Localize takes a slash-separated path of io/fs.
func Localize(path string) (string, error) {
	if !fs.ValidPath(path) || strings.Contains(path, "\x00") {
		return "", errors.New("invalid path")
	}
	return path, nil
}

// Rel is the way from base to target.
func Rel(basePath, targPath string) (string, error) {
	base, target := Clean(basePath), Clean(targPath)
	if base == target {
		return ".", nil
	}
	if base == "." {
		base = ""
	}
	if IsAbs(base) != IsAbs(target) {
		return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
	}
	from, to := parts(base), parts(target)
	for len(from) > 0 && len(to) > 0 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	up := []string{}
	for _, part := range from {
		if part == ".." {
			return "", errors.New("Rel: can't make " + targPath + " relative to " + basePath)
		}
		up = append(up, "..")
	}
	return strings.Join(append(up, to...), "/"), nil
}

func parts(p string) []string {
	return strings.FieldsFunc(p, func(r rune) bool { return r == '/' })
}

// IsLocal reports whether p stays below the directory it is used in.
func IsLocal(p string) bool {
	if IsAbs(p) || p == "" {
		return false
	}
	p = Clean(p)
	return p != ".." && !strings.HasPrefix(p, "../")
}
