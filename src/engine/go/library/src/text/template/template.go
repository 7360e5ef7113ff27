// Package template fills texts with data.
package template

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A FuncMap has functions by the names that templates call them.
type FuncMap map[string]any

// What templates have in common that were made from one another.
type common struct {
	mu         sync.RWMutex
	templates  map[string]*Template
	funcs      map[string]reflect.Value
	missingKey string
}

// A Template is a text with actions in it.
type Template struct {
	name        string
	tree        *tree
	common      *common
	left, right string
}

func New(name string) *Template {
	t := &Template{name: name}
	t.init()
	return t
}

func (t *Template) init() {
	if t.common == nil {
		t.common = &common{templates: map[string]*Template{}, funcs: map[string]reflect.Value{}}
	}
}

func (t *Template) Name() string { return t.name }

// New is a template that can call those of t and be called by them.
func (t *Template) New(name string) *Template {
	t.init()
	return &Template{name: name, common: t.common, left: t.left, right: t.right}
}

// Clone is a copy to which other templates can be added.
func (t *Template) Clone() (*Template, error) {
	c := &Template{name: t.name, tree: t.tree, left: t.left, right: t.right}
	c.init()
	if t.common == nil {
		return c, nil
	}
	t.common.mu.RLock()
	defer t.common.mu.RUnlock()
	c.common.missingKey = t.common.missingKey
	maps.Copy(c.common.funcs, t.common.funcs)
	for name, each := range t.common.templates {
		if name == t.name {
			c.common.templates[name] = c
		} else {
			c.common.templates[name] = &Template{each.name, each.tree, c.common, each.left, each.right}
		}
	}
	return c, nil
}

// Templates are all that were defined together with t.
func (t *Template) Templates() []*Template {
	if t.common == nil {
		return nil
	}
	t.common.mu.RLock()
	defer t.common.mu.RUnlock()
	return slices.Collect(maps.Values(t.common.templates))
}

// Delims sets the delimiters of actions; "" is the usual one.
func (t *Template) Delims(left, right string) *Template {
	t.init()
	t.left, t.right = left, right
	return t
}

// Funcs adds functions; they must be there when a text that names them is parsed.
func (t *Template) Funcs(funcMap FuncMap) *Template {
	t.init()
	t.common.mu.Lock()
	defer t.common.mu.Unlock()
	for name, f := range funcMap {
		if !isName(name) {
			panic(fmt.Errorf("function name %q is not a valid identifier", name))
		}
		v := reflect.ValueOf(f)
		if v.Kind() != reflect.Func {
			panic("value for " + name + " not a function")
		}
		if err := checkResults(name, v.Type()); err != nil {
			panic(err)
		}
		t.common.funcs[name] = v
	}
	return t
}

func isName(name string) bool {
	for i, r := range name {
		if r != '_' && !unicode.IsLetter(r) && (i == 0 || !unicode.IsDigit(r)) {
			return false
		}
	}
	return name != ""
}

func (t *Template) Lookup(name string) *Template {
	if t.common == nil {
		return nil
	}
	t.common.mu.RLock()
	defer t.common.mu.RUnlock()
	return t.common.templates[name]
}

// Parse makes text the body of t; {{define}} and {{block}} in it make other templates.
func (t *Template) Parse(text string) (*Template, error) {
	t.init()
	trees, err := parseTrees(t.name, text, t.left, t.right, t.hasFunction)
	if err != nil {
		return nil, err
	}
	for name, tree := range trees {
		t.add(name, tree)
	}
	return t, nil
}

func (t *Template) hasFunction(name string) bool {
	t.common.mu.RLock()
	defer t.common.mu.RUnlock()
	_, own := t.common.funcs[name]
	_, standard := builtins[name]
	return own || standard
}

func (t *Template) add(name string, made *tree) {
	t.common.mu.Lock()
	defer t.common.mu.Unlock()
	into := t
	if name != t.name {
		into = &Template{name: name, common: t.common, left: t.left, right: t.right}
	}
	// An empty text does not replace a template.
	old := t.common.templates[name]
	if old != nil && made.root.isEmpty() && old.tree != nil {
		if into.tree == nil {
			into.tree = made
		}
		return
	}
	t.common.templates[name] = into
	into.tree = made
}

// Option sets options: missingkey=default, zero or error.
func (t *Template) Option(opt ...string) *Template {
	t.init()
	for _, each := range opt {
		switch each {
		case "":
			panic("empty option string")
		case "missingkey=invalid", "missingkey=default":
			t.common.missingKey = ""
		case "missingkey=zero", "missingkey=error":
			t.common.missingKey = strings.TrimPrefix(each, "missingkey=")
		default:
			panic("unrecognized option: " + each)
		}
	}
	return t
}

// DefinedTemplates lists them for messages.
func (t *Template) DefinedTemplates() string {
	var names []string
	for _, each := range t.Templates() {
		if each.tree != nil && each.tree.root != nil {
			names = append(names, fmt.Sprintf("%q", each.name))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return "; defined templates are: " + strings.Join(names, ", ")
}

// Must panics if there is an error.
func Must(t *Template, err error) *Template {
	if err != nil {
		panic(err)
	}
	return t
}
