package fstest

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// TestFS looks at all of a file system, and says what is wrong with it. The expected files have to be
// there; none are if the file system is empty.
func TestFS(fsys fs.FS, expected ...string) error {
	if err := check(fsys, expected); err != nil {
		return err
	}
	at := slices.IndexFunc(expected, func(name string) bool { return strings.Contains(name, "/") })
	if at < 0 {
		return nil
	}
	// One folder is looked at as a file system of its own.
	dir, _, _ := strings.Cut(expected[at], "/")
	var below []string
	for _, name := range expected {
		if rest, ok := strings.CutPrefix(name, dir+"/"); ok {
			below = append(below, rest)
		}
	}
	sub, err := fs.Sub(fsys, dir)
	if err != nil {
		return err
	}
	if err := check(sub, below); err != nil {
		return fmt.Errorf("testing fs.Sub(fsys, %s): %w", dir, err)
	}
	return nil
}

// shown is how many names of files that should not be there are told, if there are too many.
const shown = 10

func check(fsys fs.FS, expected []string) error {
	t := &tester{fsys: fsys, found: map[string]bool{}}
	t.dir(".")
	t.badNames(".", "Open", t.open)
	if len(expected) == 0 && len(t.found) > 0 {
		names := slices.Sorted(maps.Keys(t.found))
		if len(names) > shown+5 {
			names = append(names[:shown], "...")
		}
		t.errorf("expected empty file system but found files:\n%s", strings.Join(names, "\n"))
	}
	for _, name := range expected {
		if !t.found[name] {
			t.errorf("expected but not found: %s", name)
		}
	}
	if len(t.errors) == 0 {
		return nil
	}
	return fmt.Errorf("TestFS found errors:\n%w", errors.Join(t.errors...))
}

type tester struct {
	fsys   fs.FS
	errors []error
	found  map[string]bool
}

func (t *tester) errorf(format string, args ...any) {
	t.errors = append(t.errors, fmt.Errorf(format, args...))
}

func (t *tester) open(name string) error {
	f, err := t.fsys.Open(name)
	if err == nil {
		f.Close()
	}
	return err
}

// badNames looks whether names that fs.ValidPath refuses are refused.
func (t *tester) badNames(name, operation string, open func(string) error) {
	bad := []string{"/" + name, name + "/."}
	if name == "." {
		bad = append(bad, "/")
	}
	if first := strings.Index(name, "/"); first >= 0 {
		before, after := name[:first], name[first+1:]
		bad = append(bad, before+"//"+after, before+"/./"+after, before+`\`+after, before+"/../"+name)
		last := strings.LastIndex(name, "/")
		before, after = name[:last], name[last+1:]
		bad = append(bad, before+"//"+after, before+"/./"+after, before+`\`+after, name+"/../"+after)
	}
	for _, each := range bad {
		if open(each) == nil {
			t.errorf("%s: %s(%s) succeeded, want error", name, operation, each)
		}
	}
}

func entryText(name string, isDir bool, kind fs.FileMode) string {
	return fmt.Sprintf("%s IsDir=%v Type=%v", name, isDir, kind)
}

func textOfEntry(e fs.DirEntry) string { return entryText(e.Name(), e.IsDir(), e.Type()) }

func typeOfInfo(info fs.FileInfo) string {
	return entryText(info.Name(), info.IsDir(), info.Mode().Type())
}

func textOfInfo(info fs.FileInfo) string {
	return fmt.Sprintf("%s IsDir=%v Mode=%v Size=%d ModTime=%v",
		info.Name(), info.IsDir(), info.Mode(), info.Size(), info.ModTime())
}

// stat compares what there is to be known of a file.
func (t *tester) stat(path string, entry fs.DirEntry) {
	f, err := t.fsys.Open(path)
	if err != nil {
		t.errorf("%s: Open: %w", path, err)
		return
	}
	info, err := f.Stat()
	f.Close()
	if err != nil {
		t.errorf("%s: Stat: %w", path, err)
		return
	}
	isLink := entry.Type()&fs.ModeSymlink != 0
	asEntry, whole := textOfEntry(entry), textOfInfo(info)
	if asFile := typeOfInfo(info); !isLink && asEntry != asFile {
		t.errorf("%s: mismatch:\n\tentry = %s\n\tfile.Stat() = %s", path, asEntry, asFile)
	}
	own, err := entry.Info()
	if err != nil {
		t.errorf("%s: entry.Info: %w", path, err)
		return
	}
	if isLink && typeOfInfo(own) != asEntry {
		t.errorf("%s: mismatch\n\tentry = %s\n\tentry.Info() = %s\n", path, asEntry, typeOfInfo(own))
	}
	if !isLink && textOfInfo(own) != whole {
		t.errorf("%s: mismatch:\n\tentry.Info() = %s\n\tfile.Stat() = %s\n", path, textOfInfo(own), whole)
	}
	if info, err = fs.Stat(t.fsys, path); err != nil {
		t.errorf("%s: fs.Stat: %w", path, err)
		return
	}
	if other := textOfInfo(info); other != whole {
		t.errorf("%s: fs.Stat(...) = %s\n\twant %s", path, other, whole)
	}
	if fsys, ok := t.fsys.(fs.StatFS); ok {
		if info, err = fsys.Stat(path); err != nil {
			t.errorf("%s: fsys.Stat: %w", path, err)
			return
		}
		if other := textOfInfo(info); other != whole {
			t.errorf("%s: fsys.Stat(...) = %s\n\twant %s", path, other, whole)
		}
	}
	if fsys, ok := t.fsys.(fs.ReadLinkFS); ok {
		t.lstat(fsys, path, asEntry, own)
	}
}

func (t *tester) lstat(fsys fs.ReadLinkFS, path, asEntry string, own fs.FileInfo) {
	info, err := fsys.Lstat(path)
	if err != nil {
		t.errorf("%s: fsys.Lstat: %v", path, err)
		return
	}
	if other := typeOfInfo(info); other != asEntry {
		t.errorf("%s: mismatch:\n\tentry = %s\n\tfsys.Lstat(...) = %s", path, asEntry, other)
	}
	if other := textOfInfo(info); other != textOfInfo(own) {
		t.errorf("%s: mismatch:\n\tentry.Info() = %s\n\tfsys.Lstat(...) = %s\n", path, textOfInfo(own), other)
	}
}
