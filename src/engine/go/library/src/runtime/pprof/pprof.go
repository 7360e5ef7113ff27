// Package pprof: profiles are empty; Interleave shows what runs in its own way.
package pprof

import (
	"context"
	"io"
	"sort"
	"sync"
)

func StartCPUProfile(w io.Writer) error  { return nil }
func StopCPUProfile()                    {}
func WriteHeapProfile(w io.Writer) error { return nil }

// A Profile is a named collection of stacks.
type Profile struct {
	name  string
	mu    sync.Mutex
	count int
}

var (
	mu       sync.Mutex
	profiles = map[string]*Profile{
		"goroutine":    {name: "goroutine"},
		"threadcreate": {name: "threadcreate"},
		"heap":         {name: "heap"},
		"allocs":       {name: "allocs"},
		"block":        {name: "block"},
		"mutex":        {name: "mutex"},
	}
)

func Lookup(name string) *Profile {
	mu.Lock()
	defer mu.Unlock()
	return profiles[name]
}

func NewProfile(name string) *Profile {
	mu.Lock()
	defer mu.Unlock()
	if name == "" {
		panic("pprof: NewProfile with empty name")
	}
	if profiles[name] != nil {
		panic("pprof: NewProfile name already in use: " + name)
	}
	p := &Profile{name: name}
	profiles[name] = p
	return p
}

func Profiles() []*Profile {
	mu.Lock()
	defer mu.Unlock()
	var all []*Profile
	for _, p := range profiles {
		all = append(all, p)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].name < all[j].name })
	return all
}

func (p *Profile) Name() string { return p.name }

func (p *Profile) Count() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.count
}

func (p *Profile) Add(value any, skip int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.count++
}

func (p *Profile) Remove(value any) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.count = max(p.count-1, 0)
}

func (p *Profile) WriteTo(w io.Writer, debug int) error { return nil }

// LabelSet is a set of labels for Do.
type LabelSet struct {
	list []string
}

func Labels(args ...string) LabelSet {
	if len(args)%2 != 0 {
		panic("uneven number of arguments to pprof.Labels")
	}
	return LabelSet{args}
}

type labelKey struct{}

func WithLabels(ctx context.Context, labels LabelSet) context.Context {
	return context.WithValue(ctx, labelKey{}, labels)
}

func SetGoroutineLabels(ctx context.Context) {}

func Do(ctx context.Context, labels LabelSet, f func(context.Context)) { f(WithLabels(ctx, labels)) }

func Label(ctx context.Context, key string) (string, bool) {
	set, _ := ctx.Value(labelKey{}).(LabelSet)
	for i := 0; i+1 < len(set.list); i += 2 {
		if set.list[i] == key {
			return set.list[i+1], true
		}
	}
	return "", false
}

func ForLabels(ctx context.Context, f func(key, value string) bool) {
	set, _ := ctx.Value(labelKey{}).(LabelSet)
	for i := 0; i+1 < len(set.list); i += 2 {
		if !f(set.list[i], set.list[i+1]) {
			return
		}
	}
}
