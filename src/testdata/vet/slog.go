package main

import (
	"context"
	"log/slog"
	"os"
)

type key string

func main() {
	l := slog.New(slog.NewTextHandler(os.Stdout, nil))
	var a any = "k"
	n := 1
	slog.Info("msg", "a", 1, "b")
	slog.Info("msg", 1, "b")
	slog.Info("msg", "a", 1, slog.Int("b", 2), n)
	slog.Info("msg", a, 1, "c")
	slog.Info("msg", a, a, 3)
	slog.Info("msg", a, 1, 2)
	slog.Warn("msg")
	l.With("a").Info("x")
	l.With("a", 1).Error("x", key("k"), 2)
	l.LogAttrs(context.Background(), slog.LevelInfo, "x")
	l.Log(context.Background(), slog.LevelInfo, "x", "é")
	slog.Group("g", "a", 1, "b")
	slog.InfoContext(context.Background(), "msg", "a")
	args := []any{"a"}
	slog.Info("msg", args...)
	slog.Info("msg", nil, 1)
	(*slog.Logger).Info(l, "msg", "a")
}
