package fs

import (
	"errors"
	"path"
)

type SubFS interface {
	FS
	Sub(dir string) (FS, error)
}

// Sub is the part of a file system below a directory.
func Sub(fsys FS, dir string) (FS, error) {
	if !ValidPath(dir) {
		return nil, &PathError{"sub", dir, ErrInvalid}
	}
	if dir == "." {
		return fsys, nil
	}
	if able, ok := fsys.(SubFS); ok {
		return able.Sub(dir)
	}
	return &part{fsys, dir}, nil
}

type part struct {
	whole FS
	dir   string
}

// inWhole is the name of a file of the part in the whole.
func (p *part) inWhole(op, name string) (string, error) {
	if !ValidPath(name) {
		return "", &PathError{op, name, ErrInvalid}
	}
	return path.Join(p.dir, name), nil
}

// inPart undoes inWhole.
func (p *part) inPart(name string) (string, bool) {
	if name == p.dir {
		return ".", true
	}
	start := len(p.dir) + 1
	if len(name) > start && name[:start] == p.dir+"/" {
		return name[start:], true
	}
	return "", false
}

func (p *part) renamed(err error) error {
	if e, ok := err.(*PathError); ok {
		if name, ok := p.inPart(e.Path); ok {
			e.Path = name
		}
	}
	return err
}

func (p *part) Open(name string) (File, error) {
	full, err := p.inWhole("open", name)
	if err != nil {
		return nil, err
	}
	file, err := p.whole.Open(full)
	return file, p.renamed(err)
}

func (p *part) ReadDir(name string) ([]DirEntry, error) {
	full, err := p.inWhole("read", name)
	if err != nil {
		return nil, err
	}
	entries, err := ReadDir(p.whole, full)
	return entries, p.renamed(err)
}

func (p *part) ReadFile(name string) ([]byte, error) {
	full, err := p.inWhole("read", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(p.whole, full)
	return data, p.renamed(err)
}

func (p *part) ReadLink(name string) (string, error) {
	full, err := p.inWhole("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := ReadLink(p.whole, full)
	return target, p.renamed(err)
}

func (p *part) Lstat(name string) (FileInfo, error) {
	full, err := p.inWhole("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(p.whole, full)
	return info, p.renamed(err)
}

func (p *part) Glob(pattern string) ([]string, error) {
	if _, err := path.Match(pattern, ""); err != nil {
		return nil, err
	}
	if pattern == "." {
		return []string{"."}, nil
	}
	names, err := Glob(p.whole, p.dir+"/"+pattern)
	for i, name := range names {
		short, ok := p.inPart(name)
		if !ok {
			return nil, errors.New("invalid result from inner fsys Glob: " + name + " not in " + p.dir)
		}
		names[i] = short
	}
	return names, p.renamed(err)
}

func (p *part) Sub(dir string) (FS, error) {
	if dir == "." {
		return p, nil
	}
	full, err := p.inWhole("sub", dir)
	if err != nil {
		return nil, err
	}
	return &part{p.whole, full}, nil
}
