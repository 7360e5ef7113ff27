// Package path: slash-separated paths, as text.
package path

import "errors"

// ErrBadPattern says that a pattern is malformed.
var ErrBadPattern = errors.New("syntax error in pattern")

// Clean returns the shortest path that means the same.
func Clean(path string) string {
	isRooted := path != "" && path[0] == '/'
	var parts []string
	for path != "" {
		end := 0
		for end < len(path) && path[end] != '/' {
			end++
		}
		part := path[:end]
		path = path[min(end+1, len(path)):]
		switch {
		case part == "" || part == ".":
		case part == ".." && len(parts) > 0 && parts[len(parts)-1] != "..":
			parts = parts[:len(parts)-1]
		case part == ".." && isRooted:
		default:
			parts = append(parts, part)
		}
	}
	text := ""
	for i, part := range parts {
		if i > 0 {
			text += "/"
		}
		text += part
	}
	if isRooted {
		return "/" + text
	}
	if text == "" {
		return "."
	}
	return text
}

// Split divides after the last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path)
	return path[:i+1], path[i+1:]
}

func lastSlash(s string) int {
	i := len(s) - 1
	for i >= 0 && s[i] != '/' {
		i--
	}
	return i
}

// Join joins with slashes and cleans; empty elements do not count.
func Join(elem ...string) string {
	text := ""
	for _, e := range elem {
		if e == "" {
			continue
		}
		if text != "" {
			text += "/"
		}
		text += e
	}
	if text == "" {
		return ""
	}
	return Clean(text)
}

// Ext is the suffix from the last point of the last element on.
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base is the last element.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	path = path[lastSlash(path)+1:]
	if path == "" {
		return "/"
	}
	return path
}

func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// Dir is all but the last element.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}
