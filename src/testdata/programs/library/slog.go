// Structured logs as text and JSON: groups, levels, values, handlers, the default logger.
// vet: slog
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"math"
	"os"
	"strings"
	"time"
)

type user struct {
	Name     string
	Password string
}

func (u user) LogValue() slog.Value {
	return slog.GroupValue(slog.String("name", u.Name), slog.String("pw", "***"))
}

type loop struct{}

func (loop) LogValue() slog.Value { return slog.AnyValue(loop{}) }

type boom struct{}

func (boom) MarshalText() ([]byte, error) { panic("boom") }
func (boom) MarshalJSON() ([]byte, error) { panic("boom") }

type failing struct{}

func (failing) MarshalText() ([]byte, error) { return nil, errors.New("cannot") }
func (failing) MarshalJSON() ([]byte, error) { return nil, errors.New("cannot") }

type point struct{ X, Y int }

type ptrText struct{ s string }

func (p *ptrText) MarshalText() ([]byte, error) { return []byte(p.s), nil }

func noTime(groups []string, a slog.Attr) slog.Attr {
	if a.Key == slog.TimeKey && len(groups) == 0 {
		return slog.Attr{}
	}
	return a
}

func exercise(l *slog.Logger) {
	l.Info("hello", "count", 3, "name", "a b")
	l.Debug("hidden")
	l.Warn("")
	l.Error("failed", "err", errors.New("x=1"), "nil", nil)
	l.Info("kinds", "b", true, "d", 3*time.Second, "f", 1.5, "u", uint8(7), "t", time.Date(2024, 1, 2, 3, 4, 5, 678901234, time.UTC), "f32", float32(0.1), "inf", math.Inf(1))
	l.Info("any", "p", point{1, 2}, "pp", &point{3, 4}, "sl", []int{1}, "m", map[string]int{"b": 1, "a": 2}, "bytes", []byte("x y"), "raw", json.RawMessage(`{"a":1}`), "lvl", slog.LevelWarn+1)
	l.Info("groups", slog.Group("g", "a", 1, slog.Group("h", "b", 2)), slog.Group("empty"), slog.Group("", "inline", true), slog.Group("only", slog.Group("empties")))
	l.Info("valuer", "user", user{"bob", "secret"}, "loop", loop{})
	l.Info("bad", "odd")
	l.Info("bad2", 5, "k", "v")
	l.Info("panics", "boom", boom{}, "fail", failing{}, "nilp", (*ptrText)(nil), "pt", &ptrText{"q r"})
	l.Info("quote \"me\"\n\t\x00\b\f\u2028é\xff<>&", "ke y", `v"q\`, "", "emptykey", "eq", "a=b", "é", "\u00a0", "bs", `a\b`)
	l.With("w", 1).Info("with", "x", 2)
	l.With("w", 1).WithGroup("g").Info("grouped", "x", 2)
	l.WithGroup("g").With("w", 1).WithGroup("h").With("z", 3).Info("nested", "x", 2)
	l.WithGroup("g").Info("no attrs")
	l.WithGroup("g").With().Info("no attrs")
	l.WithGroup("a").WithGroup("b").Info("e", slog.Group("x"))
	l.WithGroup("a").With("q", 1).WithGroup("b").Info("e", slog.Group("x"))
	l.LogAttrs(context.Background(), slog.LevelInfo, "attrs", slog.Int("i", 1), slog.Uint64("u", 1<<63), slog.Bool("b", false), slog.Duration("d", time.Millisecond), slog.Float64("f", 1e21), slog.Int64("i64", -1), slog.Any("a", nil), slog.GroupAttrs("ga", slog.String("s", "")))
	l.Log(nil, slog.Level(2), "lvl2")
	l.Log(context.TODO(), slog.Level(-10), "lvl-10")
	l.InfoContext(context.TODO(), "ctx", slog.Time("t", time.Time{}), slog.Any("attr", []slog.Attr{slog.Int("q", 1)}))
	fmt.Println(l.Enabled(context.TODO(), slog.LevelDebug))
}

type counting struct {
	slog.Handler
	n *int
}

func (c counting) Handle(ctx context.Context, r slog.Record) error {
	*c.n++
	r.AddAttrs(slog.Int("n", *c.n))
	return c.Handler.Handle(ctx, r)
}

func main() {
	opts := &slog.HandlerOptions{ReplaceAttr: noTime}
	exercise(slog.New(slog.NewTextHandler(os.Stdout, opts)))
	exercise(slog.New(slog.NewJSONHandler(os.Stdout, opts)))
	exercise(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: func(g []string, a slog.Attr) slog.Attr {
		if a.Key == "time" {
			return slog.Attr{}
		}
		if a.Key == "count" {
			return slog.Group("replaced", "by", len(g))
		}
		a.Key = strings.ToUpper(a.Key) + strings.Join(g, "/")
		return a
	}})))
	exercise(slog.New(slog.NewMultiHandler(slog.NewTextHandler(os.Stdout, opts), slog.NewJSONHandler(os.Stdout, opts), slog.DiscardHandler)))
	var buf bytes.Buffer
	l := slog.New(slog.NewTextHandler(&buf, nil))
	l.Info("timed")
	fmt.Println(strings.HasPrefix(buf.String(), "time=20"), strings.Contains(buf.String(), "level=INFO msg=timed"))
	var level slog.LevelVar
	fmt.Println(level.Level(), &level)
	level.Set(slog.LevelError)
	l = slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{Level: &level, ReplaceAttr: noTime}))
	l.Warn("no")
	l.Error("yes")
	for _, s := range []string{"INFO", "debug+3", "Warn-1", "error+x", "nope", ""} {
		var lv slog.Level
		fmt.Println(lv.UnmarshalText([]byte(s)), lv)
	}
	b, err := json.Marshal(map[string]slog.Level{"a": slog.LevelDebug - 1})
	fmt.Println(string(b), err)
	fmt.Println(slog.Int("a", 1), slog.Group("g", "x", 1, "y", "z"), slog.AnyValue(point{1, 2}), slog.Float64Value(2.5).Kind(), slog.AnyValue(user{}).Kind(), slog.AnyValue(slog.KindBool).Kind(), slog.Value{}.Kind())
	fmt.Println(slog.Int("a", 1).Equal(slog.Int("a", 1)), slog.StringValue("x").Equal(slog.IntValue(1)), slog.AnyValue(int8(3)).Int64())
	func() {
		defer func() { fmt.Println(recover()) }()
		slog.StringValue("x").Int64()
	}()
	n := 0
	c := slog.New(counting{slog.NewTextHandler(os.Stdout, opts), &n})
	c.Info("one", "a", 1)
	c.With("b", 2).Info("two")
	c.Info("three")
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	slog.Info("default", "a", 1, "b", "x y")
	slog.Debug("hidden")
	slog.With("w", 1).WithGroup("g").Warn("grouped", "k", "v")
	slog.SetLogLoggerLevel(slog.LevelDebug)
	slog.Debug("shown")
	log.SetFlags(log.Lshortfile)
	slog.Info("with place")
	log.Print("plain")
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{AddSource: true, ReplaceAttr: func(g []string, a slog.Attr) slog.Attr {
		if s, ok := a.Value.Any().(*slog.Source); ok {
			s.File = s.File[strings.LastIndexByte(s.File, '/')+1:]
			fmt.Println(s.Function, s.Line)
		}
		return noTime(g, a)
	}})))
	slog.Info("now text", "q", 1)
	log.Print("through slog")
	slog.Default().Error("err")
	ll := slog.NewLogLogger(slog.NewTextHandler(os.Stdout, opts), slog.LevelWarn)
	ll.Println("from log.Logger", 5)
	func() {
		defer func() { fmt.Println(recover()) }()
		slog.New(nil)
	}()
	r := slog.NewRecord(time.Time{}, slog.LevelInfo, "rec", 0)
	r.Add("a", 1, slog.Int("b", 2))
	r2 := r.Clone()
	r2.Add("c", 3)
	fmt.Println(r.NumAttrs(), r2.NumAttrs(), r.Source())
	r2.Attrs(func(a slog.Attr) bool { fmt.Print(a, " "); return a.Key != "b" })
	fmt.Println(slog.NewTextHandler(os.Stdout, nil).Handle(context.TODO(), r2))
}
