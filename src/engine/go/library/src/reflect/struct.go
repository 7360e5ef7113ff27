package reflect

import (
	"strconv"
	"unicode"
)

func structOf(text string, names, paths, tags []string, types []int, embedded []bool) int

// StructOf is a struct type with these fields; their offsets and indexes are ignored. Methods of an
// embedded field are not promoted: such a field is refused.
func StructOf(fields []StructField) Type {
	var (
		names, paths, tags []string
		types              []int
		embedded           []bool
	)
	text := "struct {"
	path := ""
	size := uintptr(0)
	for i, f := range fields {
		f.check(i)
		if f.PkgPath != "" {
			if path != "" && path != f.PkgPath {
				panic("reflect.StructOf: fields with different PkgPath " + path + " and " + f.PkgPath)
			}
			path = f.PkgPath
		}
		t := f.Type.common()
		if f.Anonymous {
			t.checkEmbedded()
		} else {
			text += " " + f.Name
		}
		for _, name := range names {
			if name == f.Name && name != "_" {
				panic("reflect.StructOf: duplicate field " + name)
			}
		}
		text += " " + t.text
		if f.Tag != "" {
			text += " " + strconv.Quote(string(f.Tag))
		}
		if i < len(fields)-1 {
			text += ";"
		}
		align := uintptr(t.Align())
		start := (size + align - 1) / align * align
		if start+t.Size() > maxSize {
			panic("reflect.StructOf: struct size would exceed virtual address space")
		}
		size = start + t.Size()
		names = append(names, f.Name)
		paths = append(paths, f.PkgPath)
		tags = append(tags, string(f.Tag))
		types = append(types, t.id)
		embedded = append(embedded, f.Anonymous)
	}
	if len(fields) > 0 {
		text += " "
	}
	return typeOf(structOf(text+"}", names, paths, tags, types, embedded))
}

// check is about a field on its own.
func (f StructField) check(i int) {
	complaint := ""
	switch {
	case f.Name == "":
		complaint = " has no name"
	case !isFieldName(f.Name):
		complaint = " has invalid name"
	case f.Type == nil:
		complaint = " has no type"
	}
	if complaint != "" {
		panic("reflect.StructOf: field " + strconv.Itoa(i) + complaint)
	}
	if f.Anonymous && f.PkgPath != "" {
		panic("reflect.StructOf: field \"" + f.Name + "\" is anonymous but has PkgPath set")
	}
	if c := f.Name[0]; f.IsExported() && ('a' <= c && c <= 'z' || c == '_') {
		panic("reflect.StructOf: field \"" + f.Name + "\" is unexported but missing PkgPath")
	}
}

func isFieldName(name string) bool {
	for i, c := range name {
		if c != '_' && !unicode.IsLetter(c) && (i == 0 || !unicode.IsDigit(c)) {
			return false
		}
	}
	return name != ""
}

// checkEmbedded is about the type of an embedded field.
func (t *rtype) checkEmbedded() {
	if t.kind == Pointer {
		if k := t.elemType().kind; k == Pointer || k == Interface {
			panic("reflect.StructOf: illegal embedded field type " + t.text)
		}
	}
	if names, _, _ := methods(t.id); len(names) > 0 {
		panic("reflect.StructOf: methods of the embedded " + t.text + " cannot be promoted in Interleave")
	}
}
