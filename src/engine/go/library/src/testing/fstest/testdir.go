package fstest

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing/iotest"
)

// openDir is nil if that fails.
func (t *tester) openDir(dir string) fs.ReadDirFile {
	f, err := t.fsys.Open(dir)
	if err != nil {
		t.errorf("%s: Open: %w", dir, err)
		return nil
	}
	d, ok := f.(fs.ReadDirFile)
	if !ok {
		f.Close()
		t.errorf("%s: Open returned File type %T, not a fs.ReadDirFile", dir, f)
		return nil
	}
	return d
}

// dir looks at a folder and all below it.
func (t *tester) dir(dir string) {
	if dir != "." {
		t.found[dir] = true
	}
	d := t.openDir(dir)
	if d == nil {
		return
	}
	list, isGood := t.readWhole(dir, d)
	d.Close()
	if !isGood || !t.readAgain(dir, list) {
		return
	}
	if fsys, ok := t.fsys.(fs.ReadDirFS); ok {
		other, err := fsys.ReadDir(dir)
		if err != nil {
			t.errorf("%s: fsys.ReadDir: %w", dir, err)
			return
		}
		t.compare(dir, "fsys.ReadDir", list, other)
		t.sorted(dir, "fsys.ReadDir", other)
	}
	other, err := fs.ReadDir(t.fsys, dir)
	if err != nil {
		t.errorf("%s: fs.ReadDir: %w", dir, err)
		return
	}
	t.compare(dir, "fs.ReadDir", list, other)
	t.sorted(dir, "fs.ReadDir", other)
	t.glob(dir, other)
}

// readWhole reads a folder at once, looks at what is in it, and then at how the folder ends.
func (t *tester) readWhole(dir string, d fs.ReadDirFile) (list []fs.DirEntry, isGood bool) {
	list, err := d.ReadDir(-1)
	if err != nil {
		t.errorf("%s: ReadDir(-1): %w", dir, err)
		return nil, false
	}
	for _, entry := range list {
		t.entry(dir, entry)
	}
	more, err := d.ReadDir(-1)
	if len(more) > 0 || err != nil {
		t.errorf("%s: ReadDir(-1) at EOF = %d entries, %w, wanted 0 entries, nil", dir, len(more), err)
		return nil, false
	}
	more, err = d.ReadDir(1)
	if len(more) > 0 || err != io.EOF {
		t.errorf("%s: ReadDir(1) at EOF = %d entries, %w, wanted 0 entries, EOF", dir, len(more), err)
		return nil, false
	}
	if err := d.Close(); err != nil {
		t.errorf("%s: Close: %w", dir, err)
	}
	return list, true
}

func (t *tester) entry(dir string, entry fs.DirEntry) {
	name := entry.Name()
	complaint := ""
	switch {
	case name == ".", name == "..", name == "":
		complaint = "child has invalid name"
	case strings.Contains(name, "/"):
		complaint = "child name contains slash"
	case strings.Contains(name, `\`):
		complaint = "child name contains backslash"
	}
	if complaint != "" {
		t.errorf("%s: ReadDir: %s: %#q", dir, complaint, name)
		return
	}
	whole := name
	if dir != "." {
		whole = dir + "/" + name
	}
	t.stat(whole, entry)
	t.badNames(whole, "Open", t.open)
	switch entry.Type() {
	case fs.ModeDir:
		t.dir(whole)
	case fs.ModeSymlink:
		t.found[whole] = true
	default:
		t.file(whole)
	}
}

// readAgain reads a folder a second time, and then piece by piece.
func (t *tester) readAgain(dir string, list []fs.DirEntry) (isGood bool) {
	d := t.openDir(dir)
	if d == nil {
		return false
	}
	defer d.Close()
	other, err := d.ReadDir(-1)
	if err != nil {
		t.errorf("%s: second Open+ReadDir(-1): %w", dir, err)
		return false
	}
	t.compare(dir, "second Open+ReadDir(-1)", list, other)

	if d = t.openDir(dir); d == nil {
		return false
	}
	defer d.Close()
	other = nil
	for n := 1; ; n = 2 {
		piece, err := d.ReadDir(n)
		if len(piece) > n {
			t.errorf("%s: third Open: ReadDir(%d) after %d: %d entries (too many)", dir, n, len(other), len(piece))
			return false
		}
		other = append(other, piece...)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.errorf("%s: third Open: ReadDir(%d) after %d: %w", dir, n, len(other), err)
			return false
		}
	}
	t.compare(dir, "third Open+ReadDir(1,2) loop", list, other)
	return true
}

// compare tells the differences of two lists, whatever their order.
func (t *tester) compare(dir, how string, list, other []fs.DirEntry) {
	known := map[string]fs.DirEntry{}
	for _, entry := range list {
		known[entry.Name()] = entry
		t.mode(dir, entry)
	}
	var differences []string
	for _, entry := range other {
		before := known[entry.Name()]
		delete(known, entry.Name())
		switch {
		case before == nil:
			t.mode(dir, entry)
			differences = append(differences, "+ "+textOfEntry(entry))
		case textOfEntry(before) != textOfEntry(entry):
			differences = append(differences, "- "+textOfEntry(before), "+ "+textOfEntry(entry))
		}
	}
	for _, entry := range known {
		differences = append(differences, "- "+textOfEntry(entry))
	}
	if len(differences) == 0 {
		return
	}
	slices.SortFunc(differences, func(a, b string) int {
		x, y := strings.Fields(a), strings.Fields(b)
		return strings.Compare(x[1]+" "+y[0], y[1]+" "+x[0])
	})
	t.errorf("%s: diff %s:\n\t%s", dir, "first Open+ReadDir(-1) vs "+how, strings.Join(differences, "\n\t"))
}

func (t *tester) mode(dir string, entry fs.DirEntry) {
	switch isDir := entry.Type()&fs.ModeDir != 0; {
	case entry.IsDir() && !isDir:
		t.errorf("%s: ReadDir returned %s with IsDir() = true, Type() & ModeDir = 0", dir, entry.Name())
	case !entry.IsDir() && isDir:
		t.errorf("%s: ReadDir returned %s with IsDir() = false, Type() & ModeDir = ModeDir", dir, entry.Name())
	}
}

func (t *tester) sorted(dir, how string, list []fs.DirEntry) {
	for i := 1; i < len(list); i++ {
		if before, after := list[i-1].Name(), list[i].Name(); before >= after {
			t.errorf("%s: %s: list not sorted: %s before %s", dir, how, before, after)
		}
	}
}

// glob looks for the files with a letter that some have and others have not.
func (t *tester) glob(dir string, list []fs.DirEntry) {
	fsys, ok := t.fsys.(fs.GlobFS)
	if !ok {
		return
	}
	prefix := ""
	if dir != "." {
		prefix = disguised(dir) + "/"
	}
	if _, err := fsys.Glob(prefix + "nonexist/[]"); err == nil {
		t.errorf("%s: Glob(%#q): bad pattern not detected", dir, prefix+"nonexist/[]")
	}
	letter := "a"
	var wanted []string
	for c := 'a'; c <= 'z'; c++ {
		if names := namesWith(dir, list, string(c)); len(names) > 0 && len(names) < len(list) {
			letter = string(c)
			break
		}
	}
	wanted = namesWith(dir, list, letter)
	pattern := prefix + "*" + letter + "*"
	names, err := fsys.Glob(pattern)
	if err != nil {
		t.errorf("%s: Glob(%#q): %w", dir, pattern, err)
		return
	}
	if slices.Equal(wanted, names) {
		return
	}
	if !slices.IsSorted(names) {
		t.errorf("%s: Glob(%#q): unsorted output:\n%s", dir, pattern, strings.Join(names, "\n"))
		slices.Sort(names)
	}
	var problems []string
	for len(wanted) > 0 || len(names) > 0 {
		switch {
		case len(wanted) > 0 && len(names) > 0 && wanted[0] == names[0]:
			wanted, names = wanted[1:], names[1:]
		case len(wanted) > 0 && (len(names) == 0 || wanted[0] < names[0]):
			problems = append(problems, "missing: "+wanted[0])
			wanted = wanted[1:]
		default:
			problems = append(problems, "extra: "+names[0])
			names = names[1:]
		}
	}
	t.errorf("%s: Glob(%#q): wrong output:\n%s", dir, pattern, strings.Join(problems, "\n"))
}

func namesWith(dir string, list []fs.DirEntry, letter string) []string {
	var names []string
	for _, entry := range list {
		if strings.Contains(entry.Name(), letter) {
			names = append(names, path.Join(dir, entry.Name()))
		}
	}
	return names
}

// disguised is a pattern for one path, with characters written in all the ways that there are.
func disguised(dir string) string {
	elements := strings.Split(dir, "/")
	for i, element := range elements {
		var pattern strings.Builder
		for j, r := range element {
			c := string(r)
			if strings.Contains(`*?\[-`, c) {
				pattern.WriteString(`\` + c)
				continue
			}
			pattern.WriteString([]string{c, "[" + c + "]", "[" + c + "-" + c + "]", `[\` + c + "]",
				`[\` + c + `-\` + c + "]"}[(i+j)%5])
		}
		elements[i] = pattern.String()
	}
	return strings.Join(elements, "/")
}

// file reads a file in all ways.
func (t *tester) file(name string) {
	t.found[name] = true
	f, err := t.fsys.Open(name)
	if err != nil {
		t.errorf("%s: Open: %w", name, err)
		return
	}
	data, err := io.ReadAll(f)
	if err != nil {
		f.Close()
		t.errorf("%s: Open+ReadAll: %w", name, err)
		return
	}
	if err := f.Close(); err != nil {
		t.errorf("%s: Close: %w", name, err)
	}
	// It may be closed twice, in whatever way.
	f.Close()

	if fsys, ok := t.fsys.(fs.ReadFileFS); ok && !t.readFile(fsys, name, data) {
		return
	}
	other, err := fs.ReadFile(t.fsys, name)
	if err != nil {
		t.errorf("%s: fs.ReadFile: %w", name, err)
		return
	}
	t.same(name, "ReadAll vs fs.ReadFile", data, other)

	if f, err = t.fsys.Open(name); err != nil {
		t.errorf("%s: second Open: %w", name, err)
		return
	}
	defer f.Close()
	if err := iotest.TestReader(f, data); err != nil {
		t.errorf("%s: failed TestReader:\n\t%s", name, strings.ReplaceAll(err.Error(), "\n", "\n\t"))
	}
}

// readFile looks whether what is read is the reader's own.
func (t *tester) readFile(fsys fs.ReadFileFS, name string, data []byte) (isGood bool) {
	other, err := fsys.ReadFile(name)
	if err != nil {
		t.errorf("%s: fsys.ReadFile: %w", name, err)
		return false
	}
	t.same(name, "ReadAll vs fsys.ReadFile", data, other)
	for i := range other {
		other[i]++
	}
	if other, err = fsys.ReadFile(name); err != nil {
		t.errorf("%s: second call to fsys.ReadFile: %w", name, err)
		return false
	}
	t.same(name, "Readall vs second fsys.ReadFile", data, other)
	t.badNames(name, "ReadFile", func(name string) error {
		_, err := fsys.ReadFile(name)
		return err
	})
	return true
}

func (t *tester) same(name, how string, data, other []byte) {
	if string(data) != string(other) {
		t.errorf("%s: %s: different data returned\n\t%q\n\t%q", name, how, data, other)
	}
}
