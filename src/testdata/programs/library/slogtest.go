package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing/slogtest"
)

// A forgetful handler does little of what it should.
type forgetful struct{ *slog.JSONHandler }

func (f forgetful) WithGroup(name string) slog.Handler       { return f }
func (f forgetful) WithAttrs(attrs []slog.Attr) slog.Handler { return f }

// A plain handler resolves nothing.
type plain struct{ results *[]map[string]any }

func (p plain) Enabled(context.Context, slog.Level) bool { return true }
func (p plain) WithGroup(string) slog.Handler            { return p }
func (p plain) WithAttrs([]slog.Attr) slog.Handler       { return p }
func (p plain) Handle(_ context.Context, r slog.Record) error {
	m := map[string]any{slog.TimeKey: r.Time, slog.MessageKey: r.Message, slog.SourceKey: r.PC}
	r.Attrs(func(a slog.Attr) bool {
		m[a.Key] = a.Value.Any()
		if a.Value.Kind() == slog.KindLogValuer {
			m[a.Key] = fmt.Sprint(a.Value)
		}
		return true
	})
	*p.results = append(*p.results, m)
	return nil
}

func tell(err error) {
	for line := range strings.SplitSeq(fmt.Sprint(err), "\n") {
		text, place, _ := strings.Cut(line, " (")
		fmt.Println(text, place[strings.LastIndexByte(place, '/')+1:])
	}
}

func main() {
	for _, wrap := range []func(*slog.JSONHandler) slog.Handler{
		func(h *slog.JSONHandler) slog.Handler { return h },
		func(h *slog.JSONHandler) slog.Handler { return forgetful{h} },
	} {
		var out bytes.Buffer
		h := wrap(slog.NewJSONHandler(&out, nil))
		tell(slogtest.TestHandler(h, func() (all []map[string]any) {
			for line := range strings.Lines(out.String()) {
				m := map[string]any{}
				json.Unmarshal([]byte(line), &m)
				all = append(all, m)
			}
			return all
		}))
	}
	var results []map[string]any
	tell(slogtest.TestHandler(plain{&results}, func() []map[string]any { return results }))
	tell(slogtest.TestHandler(plain{&results}, func() []map[string]any { return nil }))
}
