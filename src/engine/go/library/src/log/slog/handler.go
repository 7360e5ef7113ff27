package slog

import (
	"context"
	"errors"
	"io"
	"log"
)

// A Handler does something with records.
type Handler interface {
	Enabled(context.Context, Level) bool
	Handle(context.Context, Record) error
	WithAttrs(attrs []Attr) Handler
	WithGroup(name string) Handler
}

// HandlerOptions are for TextHandler and JSONHandler; Level nil is LevelInfo.
type HandlerOptions struct {
	AddSource   bool
	Level       Leveler
	ReplaceAttr func(groups []string, a Attr) Attr
}

const (
	TimeKey    = "time"
	LevelKey   = "level"
	MessageKey = "msg"
	SourceKey  = "source"
)

// A TextHandler writes lines of key=value.
type TextHandler struct {
	*writer
}

// NewTextHandler is a handler that writes to w.
func NewTextHandler(w io.Writer, opts *HandlerOptions) *TextHandler {
	return &TextHandler{newWriter(w, opts, false)}
}

func (h *TextHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }
func (h *TextHandler) Handle(_ context.Context, r Record) error    { return h.handle(r) }
func (h *TextHandler) WithAttrs(attrs []Attr) Handler              { return &TextHandler{h.withAttrs(attrs)} }
func (h *TextHandler) WithGroup(name string) Handler               { return &TextHandler{h.withGroup(name)} }

// A JSONHandler writes a JSON object per line.
type JSONHandler struct {
	*writer
}

// NewJSONHandler is a handler that writes to w.
func NewJSONHandler(w io.Writer, opts *HandlerOptions) *JSONHandler {
	return &JSONHandler{newWriter(w, opts, true)}
}

func (h *JSONHandler) Enabled(_ context.Context, level Level) bool { return h.enabled(level) }
func (h *JSONHandler) Handle(_ context.Context, r Record) error    { return h.handle(r) }
func (h *JSONHandler) WithAttrs(attrs []Attr) Handler              { return &JSONHandler{h.withAttrs(attrs)} }
func (h *JSONHandler) WithGroup(name string) Handler               { return &JSONHandler{h.withGroup(name)} }

// defaultHandler writes with package log.
type defaultHandler struct {
	*writer
}

func (*defaultHandler) Enabled(_ context.Context, level Level) bool { return level >= logLevel.Level() }

func (h *defaultHandler) Handle(_ context.Context, r Record) error {
	l := h.newLine()
	l.buf = append(append(append(l.buf, r.Level.String()...), ' '), r.Message...)
	l.separator = " "
	l.attributes(r)
	// The depth is that of the caller of Info: Handle, log, Info.
	return log.Output(4, string(l.buf))
}

func (h *defaultHandler) WithAttrs(attrs []Attr) Handler { return &defaultHandler{h.withAttrs(attrs)} }
func (h *defaultHandler) WithGroup(name string) Handler  { return &defaultHandler{h.withGroup(name)} }

// DiscardHandler does nothing.
var DiscardHandler Handler = discardHandler{}

type discardHandler struct{}

func (discardHandler) Enabled(context.Context, Level) bool  { return false }
func (discardHandler) Handle(context.Context, Record) error { return nil }
func (h discardHandler) WithAttrs(attrs []Attr) Handler     { return h }
func (h discardHandler) WithGroup(name string) Handler      { return h }

// A MultiHandler gives records to several handlers.
type MultiHandler struct {
	handlers []Handler
}

func NewMultiHandler(handlers ...Handler) *MultiHandler {
	return &MultiHandler{append([]Handler(nil), handlers...)}
}

func (h *MultiHandler) Enabled(ctx context.Context, l Level) bool {
	for _, each := range h.handlers {
		if each.Enabled(ctx, l) {
			return true
		}
	}
	return false
}

func (h *MultiHandler) Handle(ctx context.Context, r Record) error {
	var errs []error
	for _, each := range h.handlers {
		if each.Enabled(ctx, r.Level) {
			errs = append(errs, each.Handle(ctx, r.Clone()))
		}
	}
	return errors.Join(errs...)
}

func (h *MultiHandler) WithAttrs(attrs []Attr) Handler {
	return h.each(func(one Handler) Handler { return one.WithAttrs(attrs) })
}

func (h *MultiHandler) WithGroup(name string) Handler {
	return h.each(func(one Handler) Handler { return one.WithGroup(name) })
}

func (h *MultiHandler) each(change func(Handler) Handler) *MultiHandler {
	changed := &MultiHandler{}
	for _, one := range h.handlers {
		changed.handlers = append(changed.handlers, change(one))
	}
	return changed
}
