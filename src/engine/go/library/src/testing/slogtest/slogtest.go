// Package slogtest: what handlers of package log/slog must do.
package slogtest

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
	"testing"
)

// TestHandler lets a handler log all that is demanded, and says what is wrong with its results.
func TestHandler(h slog.Handler, results func() []map[string]any) error {
	for _, d := range demands {
		d.begin(h)
	}
	all := results()
	if len(all) != len(demands) {
		return fmt.Errorf("got %d results, want %d", len(all), len(demands))
	}
	var problems []error
	for i, d := range demands {
		d.judge(all[i], func(problem string) { problems = append(problems, errors.New(problem)) })
	}
	return errors.Join(problems...)
}

// Run is a test for each demand, with a new handler.
func Run(t *testing.T, newHandler func(*testing.T) slog.Handler, result func(*testing.T) map[string]any) {
	for _, d := range demands {
		t.Run(d.name, func(t *testing.T) {
			d.begin(newHandler(t))
			d.judge(result(t), func(problem string) { t.Error(problem) })
		})
	}
}

func (d demand) begin(h slog.Handler) {
	if d.change != nil {
		h = &changing{h, d.change}
	}
	d.log(slog.New(h))
}

func (d demand) judge(result map[string]any, complain func(problem string)) {
	for _, c := range d.checks {
		if problem := c(result); problem != "" {
			complain(fmt.Sprintf("%s: %s (/usr/local/go/src/testing/slogtest/slogtest.go:%d)", problem, d.text, d.line))
		}
	}
}

// A changing handler gets records that are not quite as they were.
type changing struct {
	slog.Handler
	change func(r *slog.Record)
}

func (h *changing) Handle(ctx context.Context, r slog.Record) error {
	h.change(&r)
	return h.Handler.Handle(ctx, r)
}

// A stand is logged as another value.
type stand struct{ value any }

func (s *stand) LogValue() slog.Value { return slog.AnyValue(s.value) }
func (s *stand) String() string       { return fmt.Sprintf("<replace(%v)>", s.value) }

// A check says what is wrong with a result.
type check func(result map[string]any) string

// within looks at what is in groups inside of groups; the last of the path is a key there.
func within(path []string, look func(group map[string]any, key string) string) check {
	return func(result map[string]any) string {
		last := len(path) - 1
		for _, name := range path[:last] {
			value, ok := result[name]
			if !ok {
				return fmt.Sprintf("missing group %q", name)
			}
			if result, ok = value.(map[string]any); !ok {
				return fmt.Sprintf("value for group %q is not map[string]any", name)
			}
		}
		return look(result, path[last])
	}
}

func exists(path ...string) check {
	return within(path, func(group map[string]any, key string) string {
		if _, ok := group[key]; !ok {
			return fmt.Sprintf("missing key %q", key)
		}
		return ""
	})
}

func lacks(path ...string) check {
	return within(path, func(group map[string]any, key string) string {
		if _, ok := group[key]; ok {
			return fmt.Sprintf("unexpected key %q", key)
		}
		return ""
	})
}

func has(wanted any, path ...string) check {
	return within(path, func(group map[string]any, key string) string {
		value, ok := group[key]
		switch {
		case !ok:
			return fmt.Sprintf("missing key %q", key)
		case !reflect.DeepEqual(value, wanted):
			return fmt.Sprintf("%q: got %#v, want %#v", key, value, wanted)
		}
		return ""
	})
}
