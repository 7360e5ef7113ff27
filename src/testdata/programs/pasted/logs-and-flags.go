// vet: slog
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"strings"
	"time"
)

type secret string

func (secret) LogValue() slog.Value { return slog.StringValue("***") }

type point struct{ X, Y int }

func (p point) LogValue() slog.Value { return slog.GroupValue(slog.Int("x", p.X), slog.Int("y", p.Y)) }

type level []string

func (l *level) String() string { return strings.Join(*l, "+") }
func (l *level) Set(s string) error {
	if s == "bad" {
		return errors.New("bad level")
	}
	*l = append(*l, s)
	return nil
}

func main() {
	noTime := func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.Attr{}
		}
		if a.Key == "pw" {
			a.Value = slog.StringValue("redacted")
		}
		return a
	}
	for _, h := range []slog.Handler{
		slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: noTime}),
		slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{Level: slog.LevelInfo, ReplaceAttr: noTime}),
	} {
		l := slog.New(h)
		l.Debug("debug", "n", 1)
		l.Info("hello world", "s", "a b", "q", `x"y`, "e", errors.New("bad thing"), "d", time.Second, "nil", nil, "f", 1.5, "b", []byte("hi"), "sl", []int{1, 2}, "m", map[string]int{"z": 1, "a": 2}, "st", struct{ A int }{1}, "eq", "a=b", "empty", "")
		l.With("svc", "api").WithGroup("req").With("id", 7).Warn("warned", slog.Group("g", slog.String("k", "v"), slog.Any("p", point{1, 2})), "pw", "x", "sec", secret("y"), "t", time.Date(2024, 1, 2, 3, 4, 5, 6e6, time.UTC))
		l.Error("odd", "lonely")
		l.Log(context.Background(), slog.Level(6), "custom", 42, "x")
		l.LogAttrs(nil, slog.LevelError+1, "attrs", slog.Bool("ok", true), slog.Uint64("u", 1<<63), slog.Duration("d", 1500*time.Millisecond), slog.Any("lv", slog.LevelInfo), slog.Group("empty"))
		fmt.Println(l.Enabled(context.Background(), slog.LevelDebug))
	}
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{AddSource: false, ReplaceAttr: noTime})))
	log.Print("through slog")
	slog.Info("default")
	lg := log.New(os.Stdout, "pre ", log.Lmsgprefix)
	lg.Println("a", 1)
	lg.SetPrefix("x: ")
	lg.SetFlags(0)
	lg.Printf("%d\n", 3)
	fmt.Println(lg.Prefix(), lg.Flags(), lg.Writer() == os.Stdout)
	lg.SetOutput(io.Discard)
	lg.Print("gone")

	fs := flag.NewFlagSet("tool", flag.ContinueOnError)
	fs.SetOutput(os.Stdout)
	var lv level
	n := fs.Int("n", 5, "number of `things`")
	d := fs.Duration("d", time.Second, "wait")
	s := fs.String("name", "bob", "the name\nsecond line")
	b := fs.Bool("v", false, "verbose")
	f := fs.Float64("f", 0, "float")
	fs.Var(&lv, "level", "levels")
	fs.Func("fn", "calls `it`", func(s string) error { fmt.Println("fn", s); return nil })
	fs.BoolFunc("bf", "bool func", func(s string) error { fmt.Println("bf", s); return nil })
	for _, args := range [][]string{{"-n", "3", "--d=2m", "-v", "-level", "a", "-level=b", "rest", "-x"}, {"-n", "x"}, {"-nope"}, {"-n"}, {"-h"}, {"-v=maybe"}, {"-level", "bad"}, {"--", "-n"}, {"-"}, {"-=x"}, {"---n"}, {"-fn", "z", "-bf", "-f", "1e3"}, {"-n", "99999999999999999999"}} {
		err := fs.Parse(args)
		fmt.Println("=>", err, errors.Is(err, flag.ErrHelp), *n, *d, *s, *b, *f, lv, fs.Args(), fs.NFlag())
	}
	fs.Visit(func(f *flag.Flag) { fmt.Print(f.Name, "=", f.Value, " ") })
	fmt.Println(fs.Lookup("name").DefValue, fs.Lookup("zzz") == nil, fs.Set("n", "12"), fs.Set("q", "1"))
	defer func() { fmt.Println(recover()) }()
	fs.Int("n", 1, "again")
}
