package reflect

import "iter"

func fieldCount(id int) int
func fieldAt(id, i int) (name, path, tag string, typ int, embedded bool)

// A StructField is a field of a struct type.
type StructField struct {
	Name      string
	PkgPath   string
	Type      Type
	Tag       StructTag
	Offset    uintptr
	Index     []int
	Anonymous bool
}

func (f StructField) IsExported() bool { return f.PkgPath == "" }

func (t *rtype) structFields() []StructField {
	if t.hasFields {
		return t.fields
	}
	t.hasFields = true
	n := fieldCount(t.id)
	t.fields = make([]StructField, n)
	offset := 0
	for i := range n {
		name, path, tag, typ, embedded := fieldAt(t.id, i)
		of := typeOf(typ)
		size, align := layout(typ)
		offset = (offset + align - 1) / align * align
		t.fields[i] = StructField{name, path, of, StructTag(tag), uintptr(offset), []int{i}, embedded}
		offset += size
	}
	return t.fields
}

func (t *rtype) NumField() int {
	t.must(t.kind == Struct, "NumField of non-struct")
	return len(t.structFields())
}

func (t *rtype) Field(i int) StructField {
	t.must(t.kind == Struct, "Field of non-struct")
	fields := t.structFields()
	if i < 0 || i >= len(fields) {
		panic("reflect: Field index out of bounds")
	}
	f := fields[i]
	f.Index = []int{i}
	return f
}

func (t *rtype) Fields() iter.Seq[StructField] {
	t.must(t.kind == Struct, "Fields of non-struct")
	return func(yield func(StructField) bool) {
		for i := range t.NumField() {
			if !yield(t.Field(i)) {
				return
			}
		}
	}
}

func (t *rtype) FieldByIndex(index []int) StructField {
	t.must(t.kind == Struct, "FieldByIndex of non-struct")
	var f StructField
	for i, x := range index {
		of := t
		if i > 0 {
			of = f.Type.common()
			if of.kind == Pointer && of.elemType().kind == Struct {
				of = of.elemType()
			}
		}
		f = of.Field(x)
	}
	return f
}

func (t *rtype) FieldByName(name string) (StructField, bool) {
	t.must(t.kind == Struct, "FieldByName of non-struct")
	return t.fieldMatching(func(s string) bool { return s == name })
}

func (t *rtype) FieldByNameFunc(match func(string) bool) (StructField, bool) {
	t.must(t.kind == Struct, "FieldByNameFunc of non-struct")
	return t.fieldMatching(match)
}

type fieldStep struct {
	typ   *rtype
	index []int
}

// fieldMatching finds the one field at the shallowest depth that matches, through embedded structs.
func (t *rtype) fieldMatching(match func(string) bool) (found StructField, ok bool) {
	level := []fieldStep{{t, nil}}
	visited := map[*rtype]bool{}
	for len(level) > 0 {
		count := map[*rtype]int{}
		for _, step := range level {
			count[step.typ]++
		}
		matches := 0
		var next []fieldStep
		for _, step := range level {
			if visited[step.typ] {
				continue
			}
			visited[step.typ] = true
			for i, f := range step.typ.structFields() {
				index := append(append([]int(nil), step.index...), i)
				if match(f.Name) {
					matches += count[step.typ]
					found = f
					found.Index = index
					continue
				}
				if inner := embeddedStruct(f); inner != nil && !visited[inner] {
					next = append(next, fieldStep{inner, index})
					if count[step.typ] > 1 {
						next = append(next, fieldStep{inner, index})
					}
				}
			}
		}
		if matches > 0 {
			if matches > 1 {
				return StructField{}, false
			}
			return found, true
		}
		level = next
	}
	return StructField{}, false
}

// embeddedStruct is the struct type that an embedded field is or points to.
func embeddedStruct(f StructField) *rtype {
	if !f.Anonymous {
		return nil
	}
	of := f.Type.common()
	if of.kind == Pointer {
		of = of.elemType()
	}
	if of.kind != Struct {
		return nil
	}
	return of
}

// VisibleFields are all fields of a struct type, those of embedded structs after the struct's own;
// hidden ones are left out.
func VisibleFields(t Type) []StructField {
	if t == nil {
		panic("reflect: VisibleFields(nil)")
	}
	if t.Kind() != Struct {
		panic("reflect.VisibleFields of non-struct type")
	}
	w := &fieldWalk{at: map[string]int{}, inside: map[*rtype]bool{}}
	w.enter(t.common(), nil)
	visible := []StructField{}
	for _, f := range w.found {
		if !f.hidden {
			visible = append(visible, f.StructField)
		}
	}
	return visible
}

type foundField struct {
	StructField
	hidden bool
}

type fieldWalk struct {
	found  []foundField
	at     map[string]int
	inside map[*rtype]bool
}

func (w *fieldWalk) enter(t *rtype, path []int) {
	if w.inside[t] {
		return
	}
	w.inside[t] = true
	for i, f := range t.structFields() {
		f.Index = append(append([]int(nil), path...), i)
		if w.isNew(f) {
			w.at[f.Name] = len(w.found)
			w.found = append(w.found, foundField{f, false})
		}
		if inner := embeddedStruct(f); inner != nil {
			w.enter(inner, f.Index)
		}
	}
	delete(w.inside, t)
}

// isNew says whether f is to be listed; it hides an earlier field of its name that is not shallower.
func (w *fieldWalk) isNew(f StructField) bool {
	at, ok := w.at[f.Name]
	if !ok {
		return true
	}
	earlier := &w.found[at]
	if len(f.Index) > len(earlier.Index) {
		return false
	}
	earlier.hidden = true
	return len(f.Index) < len(earlier.Index)
}
