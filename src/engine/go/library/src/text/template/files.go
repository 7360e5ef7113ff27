package template

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// ParseFiles makes a template of each file, by its name; the first is returned.
func ParseFiles(filenames ...string) (*Template, error) {
	return parseFiles(nil, os.ReadFile, filenames)
}

func (t *Template) ParseFiles(filenames ...string) (*Template, error) {
	t.init()
	return parseFiles(t, os.ReadFile, filenames)
}

// ParseGlob is ParseFiles of the files that match.
func ParseGlob(pattern string) (*Template, error) { return parseGlob(nil, pattern) }

func (t *Template) ParseGlob(pattern string) (*Template, error) {
	t.init()
	return parseGlob(t, pattern)
}

func parseGlob(t *Template, pattern string) (*Template, error) {
	filenames, err := filepath.Glob(pattern)
	if err != nil {
		return nil, err
	}
	if len(filenames) == 0 {
		return nil, fmt.Errorf("template: pattern matches no files: %#q", pattern)
	}
	return parseFiles(t, os.ReadFile, filenames)
}

// ParseFS is ParseGlob in another file system.
func ParseFS(fsys fs.FS, patterns ...string) (*Template, error) { return parseFS(nil, fsys, patterns) }

func (t *Template) ParseFS(fsys fs.FS, patterns ...string) (*Template, error) {
	t.init()
	return parseFS(t, fsys, patterns)
}

func parseFS(t *Template, fsys fs.FS, patterns []string) (*Template, error) {
	var filenames []string
	for _, pattern := range patterns {
		found, err := fs.Glob(fsys, pattern)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("template: pattern matches no files: %#q", pattern)
		}
		filenames = append(filenames, found...)
	}
	return parseFiles(t, func(name string) ([]byte, error) { return fs.ReadFile(fsys, name) }, filenames)
}

func parseFiles(t *Template, read func(string) ([]byte, error), filenames []string) (*Template, error) {
	if len(filenames) == 0 {
		return nil, fmt.Errorf("template: no files named in call to ParseFiles")
	}
	for _, filename := range filenames {
		text, err := read(filename)
		if err != nil {
			return nil, err
		}
		name := path.Base(filename)
		if t == nil {
			t = New(name)
		}
		into := t
		if name != t.Name() {
			into = t.New(name)
		}
		if _, err := into.Parse(string(text)); err != nil {
			return nil, err
		}
	}
	return t, nil
}
