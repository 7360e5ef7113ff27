package slog

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"internal/jsontext"
	"io"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"
)

// A writer is what TextHandler and JSONHandler have in common.
type writer struct {
	json    bool
	options HandlerOptions
	w       io.Writer
	mu      *sync.Mutex
	// text of the attributes of WithAttrs, in which the first opened of groups are open.
	text   []byte
	prefix string
	groups []string
	opened int
}

func newWriter(w io.Writer, options *HandlerOptions, json bool) *writer {
	h := &writer{json: json, w: w, mu: new(sync.Mutex)}
	if options != nil {
		h.options = *options
	}
	return h
}

func (h *writer) enabled(l Level) bool {
	least := LevelInfo
	if h.options.Level != nil {
		least = h.options.Level.Level()
	}
	return l >= least
}

func (h *writer) clone() *writer {
	c := *h
	c.text, c.groups = slices.Clip(h.text), slices.Clip(h.groups)
	return &c
}

func (h *writer) withGroup(name string) *writer {
	c := h.clone()
	c.groups = append(c.groups, name)
	return c
}

func (h *writer) withAttrs(as []Attr) *writer {
	if !slices.ContainsFunc(as, func(a Attr) bool { return !a.Value.isEmptyGroup() }) {
		return h
	}
	c := h.clone()
	l := c.newLine()
	l.buf = c.text
	l.prefix = h.prefix
	l.separate(c.text)
	before := len(l.buf)
	l.openGroups()
	if !l.attrs(as) {
		c.text = l.buf[:before]
		return c
	}
	c.text, c.prefix, c.opened = l.buf, l.prefix, len(c.groups)
	return c
}

// A line is one on its way.
type line struct {
	h         *writer
	buf       []byte
	separator string
	// prefix: of keys, in text.
	prefix string
	// groups are those open, for ReplaceAttr.
	groups []string
}

func (h *writer) newLine() *line {
	l := &line{h: h}
	if h.options.ReplaceAttr != nil {
		l.groups = append(l.groups, h.groups[:h.opened]...)
	}
	return l
}

func (h *writer) separator() string {
	if h.json {
		return ","
	}
	return " "
}

// separate says what comes between text and the next attribute.
func (l *line) separate(text []byte) {
	if len(text) == 0 {
		return
	}
	l.separator = l.h.separator()
	if l.h.json && text[len(text)-1] == '{' {
		l.separator = ""
	}
}

func (h *writer) handle(r Record) error {
	l := h.newLine()
	if h.json {
		l.buf = append(l.buf, '{')
	}
	groups := l.groups
	l.groups = nil
	l.builtIn(r)
	l.groups = groups
	l.attributes(r)
	l.buf = append(l.buf, '\n')
	h.mu.Lock()
	defer h.mu.Unlock()
	_, err := h.w.Write(l.buf)
	return err
}

// builtIn appends time, level, source and message.
func (l *line) builtIn(r Record) {
	replaces := l.h.options.ReplaceAttr != nil
	if !r.Time.IsZero() {
		if replaces {
			l.attr(Time(TimeKey, r.Time))
		} else {
			l.key(TimeKey)
			l.time(r.Time.Round(0))
		}
	}
	if replaces {
		l.attr(Any(LevelKey, r.Level))
	} else {
		l.key(LevelKey)
		l.string(r.Level.String())
	}
	if l.h.options.AddSource {
		source := r.Source()
		if source == nil {
			source = &Source{}
		}
		l.attr(Any(SourceKey, source))
	}
	if replaces {
		l.attr(String(MessageKey, r.Message))
	} else {
		l.key(MessageKey)
		l.string(r.Message)
	}
}

// attributes appends those of WithAttrs and of the record, and closes what is open.
func (l *line) attributes(r Record) {
	h := l.h
	if len(h.text) > 0 {
		l.buf = append(append(l.buf, l.separator...), h.text...)
		l.separate(h.text)
	}
	opened := h.opened
	if r.NumAttrs() > 0 {
		l.prefix = h.prefix
		before := len(l.buf)
		l.openGroups()
		if l.attrs(r.attrs) {
			opened = len(h.groups)
		} else {
			l.buf = l.buf[:before]
		}
	}
	if h.json {
		for range opened + 1 {
			l.buf = append(l.buf, '}')
		}
	}
}

func (l *line) openGroups() {
	for _, name := range l.h.groups[l.h.opened:] {
		l.openGroup(name)
	}
}

func (l *line) openGroup(name string) {
	if l.h.json {
		l.key(name)
		l.buf = append(l.buf, '{')
		l.separator = ""
	} else {
		l.prefix += name + "."
	}
	if l.h.options.ReplaceAttr != nil {
		l.groups = append(l.groups, name)
	}
}

func (l *line) closeGroup(name string) {
	if l.h.json {
		l.buf = append(l.buf, '}')
	} else {
		l.prefix = l.prefix[:len(l.prefix)-len(name)-1]
	}
	l.separator = l.h.separator()
	if len(l.groups) > 0 {
		l.groups = l.groups[:len(l.groups)-1]
	}
}

func (l *line) attrs(as []Attr) bool {
	written := false
	for _, a := range as {
		written = l.attr(a) || written
	}
	return written
}

// attr appends an attribute; false if there is nothing of it.
func (l *line) attr(a Attr) bool {
	a.Value = a.Value.Resolve()
	if replace := l.h.options.ReplaceAttr; replace != nil && a.Value.Kind() != KindGroup {
		a = replace(l.groups, a)
		a.Value = a.Value.Resolve()
	}
	if a.isEmpty() {
		return false
	}
	if source, ok := a.Value.any.(*Source); ok && a.Value.Kind() == KindAny {
		switch {
		case source.isEmpty():
			return false
		case l.h.json:
			a.Value = source.group()
		default:
			a.Value = StringValue(fmt.Sprintf("%s:%d", source.File, source.Line))
		}
	}
	if a.Value.Kind() == KindGroup {
		return l.group(a)
	}
	l.key(a.Key)
	l.value(a.Value)
	return true
}

func (l *line) group(a Attr) bool {
	attrs := a.Value.Group()
	if len(attrs) == 0 {
		return true
	}
	before := len(l.buf)
	if a.Key != "" {
		l.openGroup(a.Key)
	}
	if !l.attrs(attrs) {
		l.buf = l.buf[:before]
		return false
	}
	if a.Key != "" {
		l.closeGroup(a.Key)
	}
	return true
}

func (l *line) key(key string) {
	l.buf = append(l.buf, l.separator...)
	if l.h.json || l.prefix == "" {
		l.string(key)
	} else if needsQuoting(l.prefix) || needsQuoting(key) {
		l.buf = strconv.AppendQuote(l.buf, l.prefix+key)
	} else {
		l.buf = append(append(l.buf, l.prefix...), key...)
	}
	if l.h.json {
		l.buf = append(l.buf, ':')
	} else {
		l.buf = append(l.buf, '=')
	}
	l.separator = l.h.separator()
}

func (l *line) string(s string) {
	switch {
	case l.h.json:
		l.buf = appendJSONString(l.buf, s)
	case needsQuoting(s):
		l.buf = strconv.AppendQuote(l.buf, s)
	default:
		l.buf = append(l.buf, s...)
	}
}

// appendJSONString escapes \b and \f by their numbers.
func appendJSONString(buf []byte, s string) []byte {
	quoted := jsontext.AppendQuote(nil, s, false)
	quoted = bytes.ReplaceAll(quoted, []byte(`\\`), []byte("\x00"))
	quoted = bytes.ReplaceAll(quoted, []byte(`\b`), []byte(`\u0008`))
	quoted = bytes.ReplaceAll(quoted, []byte(`\f`), []byte(`\u000c`))
	return append(buf, bytes.ReplaceAll(quoted, []byte("\x00"), []byte(`\\`))...)
}

func needsQuoting(s string) bool {
	if s == "" {
		return true
	}
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if r <= ' ' || r == '"' || r == '=' {
				return true
			}
		case r == utf8.RuneError || unicode.IsSpace(r) || !unicode.IsPrint(r):
			return true
		}
	}
	return false
}

func (l *line) time(t time.Time) {
	if !l.h.json {
		t = t.Truncate(time.Millisecond).Add(time.Millisecond / 10)
		text := t.Format(time.RFC3339Nano)
		const n = len("2006-01-02T15:04:05.000")
		l.buf = append(append(l.buf, text[:n]...), text[n+1:]...)
		return
	}
	if y := t.Year(); y < 0 || y >= 10000 {
		l.error(errors.New("time.Time year outside of range [0,9999]"))
		return
	}
	l.buf = append(t.AppendFormat(append(l.buf, '"'), time.RFC3339Nano), '"')
}

func (l *line) error(err error) { l.string(fmt.Sprintf("!ERROR:%v", err)) }

// value appends a value; what its methods panic with is shown.
func (l *line) value(v Value) {
	defer func() {
		if r := recover(); r != nil {
			if x := reflect.ValueOf(v.any); x.Kind() == reflect.Pointer && x.IsNil() {
				l.string("<nil>")
				return
			}
			l.string(fmt.Sprintf("!PANIC: %v", r))
		}
	}()
	var err error
	if l.h.json {
		err = l.jsonValue(v)
	} else {
		err = l.textValue(v)
	}
	if err != nil {
		l.error(err)
	}
}

func (l *line) jsonValue(v Value) error {
	switch v.Kind() {
	case KindString:
		l.string(v.any.(string))
	case KindDuration:
		l.buf = strconv.AppendInt(l.buf, int64(v.Duration()), 10)
	case KindTime:
		l.time(v.Time())
	case KindFloat64, KindAny:
		_, marshals := v.any.(json.Marshaler)
		if err, ok := v.any.(error); ok && !marshals {
			l.string(err.Error())
			return nil
		}
		var text bytes.Buffer
		e := json.NewEncoder(&text)
		e.SetEscapeHTML(false)
		if err := e.Encode(v.any); err != nil {
			return err
		}
		l.buf = append(l.buf, bytes.TrimSuffix(text.Bytes(), []byte{'\n'})...)
	default:
		l.buf = append(l.buf, v.String()...)
	}
	return nil
}

func (l *line) textValue(v Value) error {
	switch v.Kind() {
	case KindString:
		l.string(v.any.(string))
	case KindTime:
		l.time(v.Time())
	case KindAny:
		var text []byte
		var err error
		switch x := v.any.(type) {
		case encoding.TextAppender:
			text, err = x.AppendText(nil)
		case encoding.TextMarshaler:
			text, err = x.MarshalText()
		default:
			l.anyText(x)
			return nil
		}
		if err != nil {
			return err
		}
		l.string(string(text))
	default:
		l.buf = append(l.buf, v.String()...)
	}
	return nil
}

func (l *line) anyText(x any) {
	if t := reflect.TypeOf(x); t != nil && t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8 {
		l.buf = strconv.AppendQuote(l.buf, string(reflect.ValueOf(x).Bytes()))
		return
	}
	l.string(fmt.Sprintf("%+v", x))
}
