// Package singleflight: of several calls with one key at the same time, only the first is made.
package singleflight

import (
	"bytes"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
)

var errGoexit = errors.New("runtime.Goexit was called")

type panicError struct {
	value any
	stack []byte
}

func (p *panicError) Error() string { return fmt.Sprintf("%v\n\n%s", p.value, p.stack) }

func (p *panicError) Unwrap() error {
	err, _ := p.value.(error)
	return err
}

type call struct {
	wg    sync.WaitGroup
	val   any
	err   error
	dups  int
	chans []chan<- Result
}

// Group is a space of keys.
type Group struct {
	mu sync.Mutex
	m  map[string]*call
}

// Result is what DoChan sends.
type Result struct {
	Val    any
	Err    error
	Shared bool
}

// Do calls fn, or waits for the call with the same key that is under way and returns its result.
func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) {
	g.mu.Lock()
	if g.m == nil {
		g.m = make(map[string]*call)
	}
	if c, ok := g.m[key]; ok {
		c.dups++
		g.mu.Unlock()
		c.wg.Wait()
		if e, ok := c.err.(*panicError); ok {
			panic(e)
		} else if c.err == errGoexit {
			runtime.Goexit()
		}
		return c.val, c.err, true
	}
	c := new(call)
	c.wg.Add(1)
	g.m[key] = c
	g.mu.Unlock()

	g.run(c, key, fn)
	return c.val, c.err, c.dups > 0
}

// DoChan is like Do, but returns at once a channel that receives the result.
func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result {
	ch := make(chan Result, 1)
	g.mu.Lock()
	if g.m == nil {
		g.m = make(map[string]*call)
	}
	if c, ok := g.m[key]; ok {
		c.dups++
		c.chans = append(c.chans, ch)
		g.mu.Unlock()
		return ch
	}
	c := &call{chans: []chan<- Result{ch}}
	c.wg.Add(1)
	g.m[key] = c
	g.mu.Unlock()
	go g.run(c, key, fn)
	return ch
}

func (g *Group) run(c *call, key string, fn func() (any, error)) {
	returned := false
	recovered := false
	defer func() {
		if !returned && !recovered {
			c.err = errGoexit
		}
		g.mu.Lock()
		defer g.mu.Unlock()
		c.wg.Done()
		if g.m[key] == c {
			delete(g.m, key)
		}
		if e, ok := c.err.(*panicError); ok {
			if len(c.chans) > 0 {
				go panic(e)
				select {}
			}
			panic(e)
		}
		if c.err == errGoexit {
			return
		}
		for _, ch := range c.chans {
			ch <- Result{c.val, c.err, c.dups > 0}
		}
	}()
	func() {
		defer func() {
			if !returned {
				if r := recover(); r != nil {
					// The goroutine that the first line names may be gone when this is seen.
					_, stack, _ := bytes.Cut(debug.Stack(), []byte("\n"))
					c.err = &panicError{r, stack}
				}
			}
		}()
		c.val, c.err = fn()
		returned = true
	}()
	recovered = !returned
}

// Forget lets the next Do with this key call its function.
func (g *Group) Forget(key string) {
	g.mu.Lock()
	delete(g.m, key)
	g.mu.Unlock()
}
