package slogtest

import (
	"log/slog"
	"time"
)

// A demand is what a handler is asked to log, and what must come of it. Its line is the one that Go
// names.
type demand struct {
	name, text string
	line       int
	log        func(l *slog.Logger)
	change     func(r *slog.Record)
	checks     []check
}

var demands = []demand{
	{
		name: "built-ins", text: "this test expects slog.TimeKey, slog.LevelKey and slog.MessageKey", line: 39,
		log:    func(l *slog.Logger) { l.Info("message") },
		checks: []check{exists(slog.TimeKey), exists(slog.LevelKey), has("message", slog.MessageKey)},
	},
	{
		name: "attrs", text: "a Handler should output attributes passed to the logging function", line: 51,
		log:    func(l *slog.Logger) { l.Info("message", "k", "v") },
		checks: []check{has("v", "k")},
	},
	{
		name: "empty-attr", text: "a Handler should ignore an empty Attr", line: 61,
		log:    func(l *slog.Logger) { l.Info("msg", "a", "b", "", nil, "c", "d") },
		checks: []check{has("b", "a"), lacks(""), has("d", "c")},
	},
	{
		name: "zero-time", text: "a Handler should ignore a zero Record.Time", line: 73,
		log:    func(l *slog.Logger) { l.Info("msg", "k", "v") },
		change: func(r *slog.Record) { r.Time = time.Time{} },
		checks: []check{lacks(slog.TimeKey)},
	},
	{
		name: "WithAttrs", text: "a Handler should include the attributes from the WithAttrs method", line: 84,
		log:    func(l *slog.Logger) { l.With("a", "b").Info("msg", "k", "v") },
		checks: []check{has("b", "a"), has("v", "k")},
	},
	{
		name: "groups", text: "a Handler should handle Group attributes", line: 95,
		log:    func(l *slog.Logger) { l.Info("msg", "a", "b", slog.Group("G", slog.String("c", "d")), "e", "f") },
		checks: []check{has("b", "a"), has("d", "G", "c"), has("f", "e")},
	},
	{
		name: "empty-group", text: "a Handler should ignore an empty group", line: 107,
		log:    func(l *slog.Logger) { l.Info("msg", "a", "b", slog.Group("G"), "e", "f") },
		checks: []check{has("b", "a"), lacks("G"), has("f", "e")},
	},
	{
		name: "inline-group", text: "a Handler should inline the Attrs of a group with an empty key", line: 119,
		log:    func(l *slog.Logger) { l.Info("msg", "a", "b", slog.Group("", slog.String("c", "d")), "e", "f") },
		checks: []check{has("b", "a"), has("d", "c"), has("f", "e")},
	},
	{
		name: "WithGroup", text: "a Handler should handle the WithGroup method", line: 132,
		log:    func(l *slog.Logger) { l.WithGroup("G").Info("msg", "a", "b") },
		checks: []check{exists(slog.TimeKey), exists(slog.LevelKey), has("msg", slog.MessageKey), lacks("a"), has("b", "G", "a")},
	},
	{
		name: "multi-With", text: "a Handler should handle multiple WithGroup and WithAttr calls", line: 146,
		log: func(l *slog.Logger) {
			l.With("a", "b").WithGroup("G").With("c", "d").WithGroup("H").Info("msg", "e", "f")
		},
		checks: []check{exists(slog.TimeKey), exists(slog.LevelKey), has("msg", slog.MessageKey), has("b", "a"), has("d", "G", "c"), has("f", "G", "H", "e")},
	},
	{
		name: "empty-group-record", text: "a Handler should not output groups if there are no attributes", line: 161,
		log:    func(l *slog.Logger) { l.With("a", "b").WithGroup("G").With("c", "d").WithGroup("H").Info("msg") },
		checks: []check{exists(slog.TimeKey), exists(slog.LevelKey), has("msg", slog.MessageKey), has("b", "a"), has("d", "G", "c"), lacks("G", "H")},
	},
	{
		name: "nested-empty-group-record", text: "a Handler should not output nested groups if there are no attributes", line: 176,
		log: func(l *slog.Logger) {
			l.With("a", "b").WithGroup("G").With("c", "d").WithGroup("H").WithGroup("I").Info("msg")
		},
		checks: []check{exists(slog.TimeKey), exists(slog.LevelKey), has("msg", slog.MessageKey), has("b", "a"), has("d", "G", "c"), lacks("G", "H"), lacks("G", "I")},
	},
	{
		name: "resolve", text: "a Handler should call Resolve on attribute values", line: 192,
		log:    func(l *slog.Logger) { l.Info("msg", "k", &stand{"replaced"}) },
		checks: []check{has("replaced", "k")},
	},
	{
		name: "resolve-groups", text: "a Handler should call Resolve on attribute values in groups", line: 200,
		log: func(l *slog.Logger) {
			l.Info("msg", slog.Group("G", slog.String("a", "v1"), slog.Any("b", &stand{"v2"})))
		},
		checks: []check{has("v1", "G", "a"), has("v2", "G", "b")},
	},
	{
		name: "resolve-WithAttrs", text: "a Handler should call Resolve on attribute values from WithAttrs", line: 214,
		log:    func(l *slog.Logger) { l.With("k", &stand{"replaced"}).Info("msg") },
		checks: []check{has("replaced", "k")},
	},
	{
		name: "resolve-WithAttrs-groups", text: "a Handler should call Resolve on attribute values in groups from WithAttrs", line: 223,
		log: func(l *slog.Logger) {
			l.With(slog.Group("G", slog.String("a", "v1"), slog.Any("b", &stand{"v2"}))).Info("msg")
		},
		checks: []check{has("v1", "G", "a"), has("v2", "G", "b")},
	},
	{
		name: "empty-PC", text: "a Handler should not output SourceKey if the PC is zero", line: 237,
		log:    func(l *slog.Logger) { l.Info("message") },
		change: func(r *slog.Record) { r.PC = 0 },
		checks: []check{lacks(slog.SourceKey)},
	},
}
