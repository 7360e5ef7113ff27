package json

import (
	"internal/jsontext"
	"reflect"
	"slices"
	"strings"
	"unicode"
)

// A field is a struct field that takes part.
type field struct {
	name      string
	tagged    bool
	index     []int
	order     int
	quoted    []byte
	html      []byte
	omitEmpty bool
	omitZero  bool
	asString  bool
	strict    bool
	isZero    func(reflect.Value) bool
}

type structInfo struct {
	fields []*field
	byName map[string]*field
	// folded: by name without case, the first in breadth-first order first.
	folded map[string][]*field
}

var structs = map[reflect.Type]*structInfo{}

func infoOf(t reflect.Type) *structInfo {
	info := structs[t]
	if info == nil {
		info = makeInfo(t)
		structs[t] = info
	}
	return info
}

type level struct {
	typ      reflect.Type
	index    []int
	children bool
}

func makeInfo(t reflect.Type) *structInfo {
	queue := []level{{t, nil, true}}
	seen := map[reflect.Type]bool{t: true}
	var all []*field
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		for i := range at.typ.NumField() {
			sf := at.typ.Field(i)
			f := parseTag(sf)
			if f == nil {
				continue
			}
			f.index = append(append([]int(nil), at.index...), i)
			inner := indirect(sf.Type)
			if sf.Anonymous && !f.tagged && inner.Kind() == reflect.Struct {
				if at.children {
					queue = append(queue, level{inner, f.index, !seen[inner]})
				}
				seen[inner] = true
				continue
			}
			if !sf.IsExported() && (!sf.Anonymous || inner.Kind() != reflect.Struct) {
				continue
			}
			f.isZero = zeroMethod(sf.Type)
			f.order = len(all)
			all = append(all, f)
		}
	}
	return dominant(all)
}

func indirect(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer && t.Name() == "" {
		return t.Elem()
	}
	return t
}

// dominant keeps of the fields of one name the one that Go's rules let win.
func dominant(all []*field) *structInfo {
	slices.SortStableFunc(all, func(a, b *field) int {
		if c := strings.Compare(a.name, b.name); c != 0 {
			return c
		}
		if c := len(a.index) - len(b.index); c != 0 {
			return c
		}
		return order(!a.tagged) - order(!b.tagged)
	})
	info := &structInfo{byName: map[string]*field{}, folded: map[string][]*field{}}
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].name == all[0].name {
			n++
		}
		if n == 1 || len(all[0].index) != len(all[1].index) || all[0].tagged != all[1].tagged {
			info.fields = append(info.fields, all[0])
		}
		all = all[n:]
	}
	slices.SortFunc(info.fields, func(a, b *field) int { return a.order - b.order })
	for _, f := range info.fields {
		key := fold(f.name)
		info.byName[f.name] = f
		info.folded[key] = append(info.folded[key], f)
	}
	slices.SortFunc(info.fields, func(a, b *field) int { return slices.Compare(a.index, b.index) })
	return info
}

func order(b bool) int {
	if b {
		return 1
	}
	return 0
}

// fold is name without case, - and _: what may be the same name.
func fold(name string) string {
	var b strings.Builder
	for _, r := range name {
		if r == '_' || r == '-' {
			continue
		}
		for {
			next := unicode.SimpleFold(r)
			smaller := next <= r
			r = next
			if smaller {
				break
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// find is the field that a name in an object means.
func (info *structInfo) find(name string) *field {
	if f := info.byName[name]; f != nil {
		return f
	}
	for _, f := range info.folded[fold(name)] {
		if !f.strict && strings.EqualFold(name, f.name) {
			return f
		}
	}
	return nil
}

// parseTag is a field by its json tag; nil if it takes no part.
func parseTag(sf reflect.StructField) *field {
	tag, _ := sf.Tag.Lookup("json")
	if tag == "-" || !sf.IsExported() && !sf.Anonymous {
		return nil
	}
	f := &field{name: sf.Name}
	name, options, _ := strings.Cut(tag, ",")
	if name != "" {
		if strings.ContainsAny(name, "\\'\"`") {
			// Of a name with quotes only the letters before them count.
			name = name[:len(name)-len(strings.TrimLeftFunc(name, isWord))]
		}
		if name != "" {
			f.name, f.tagged = name, true
		}
	}
	for options != "" {
		var option string
		option, options, _ = strings.Cut(options, ",")
		switch option {
		case "omitempty":
			f.omitEmpty = true
		case "omitzero":
			f.omitZero = true
		case "string":
			f.asString = true
		case "case:strict":
			f.strict = true
		}
	}
	f.quoted = append(jsontext.AppendQuote(nil, f.name, false), ':')
	f.html = append(jsontext.AppendQuote(nil, f.name, true), ':')
	return f
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

type isZeroer interface{ IsZero() bool }

var isZeroerType = reflect.TypeFor[isZeroer]()

// zeroMethod says how omitzero finds values of type t to be zero.
func zeroMethod(t reflect.Type) func(reflect.Value) bool {
	switch {
	case t.Kind() == reflect.Interface && t.Implements(isZeroerType):
		return func(v reflect.Value) bool {
			return v.IsNil() || v.Elem().Kind() == reflect.Pointer && v.Elem().IsNil() || v.Interface().(isZeroer).IsZero()
		}
	case t.Kind() == reflect.Pointer && t.Implements(isZeroerType):
		return func(v reflect.Value) bool { return v.IsNil() || v.Interface().(isZeroer).IsZero() }
	case t.Implements(isZeroerType):
		return func(v reflect.Value) bool { return v.Interface().(isZeroer).IsZero() }
	case reflect.PointerTo(t).Implements(isZeroerType):
		return func(v reflect.Value) bool {
			if !v.CanAddr() {
				place := reflect.New(v.Type()).Elem()
				place.Set(v)
				v = place
			}
			return v.Addr().Interface().(isZeroer).IsZero()
		}
	}
	return reflect.Value.IsZero
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Bool:
		return !v.Bool()
	case reflect.Interface, reflect.Pointer:
		return v.IsNil()
	}
	switch {
	case v.CanInt():
		return v.Int() == 0
	case v.CanUint():
		return v.Uint() == 0
	case v.CanFloat():
		return v.Float() == 0
	}
	return false
}
