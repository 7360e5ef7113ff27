// A crawl of a small site: each page once, at most two fetches at a time.
package main

import (
	"fmt"
	"sort"
	"sync"
	"time"
)

var site = map[string][]string{
	"/":        {"/docs", "/blog"},
	"/docs":    {"/", "/docs/go", "/docs/js"},
	"/blog":    {"/blog/1", "/docs"},
	"/blog/1":  {"/", "/missing"},
	"/docs/go": nil,
	"/docs/js": nil,
}

type crawler struct {
	mu      sync.Mutex
	seen    map[string]bool
	failed  []string
	slots   chan struct{}
	pending sync.WaitGroup
}

func (c *crawler) fetch(page string) ([]string, error) {
	c.slots <- struct{}{}
	defer func() { <-c.slots }()
	time.Sleep(2 * time.Millisecond)
	links, ok := site[page]
	if !ok {
		return nil, fmt.Errorf("%s: not found", page)
	}
	return links, nil
}

func (c *crawler) visit(page string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.seen[page] {
		return
	}
	c.seen[page] = true
	c.pending.Go(func() {
		links, err := c.fetch(page)
		if err != nil {
			c.mu.Lock()
			c.failed = append(c.failed, err.Error())
			c.mu.Unlock()
			return
		}
		for _, link := range links {
			c.visit(link)
		}
	})
}

func main() {
	c := &crawler{seen: map[string]bool{}, slots: make(chan struct{}, 2)}
	c.visit("/")
	c.pending.Wait()
	pages := make([]string, 0, len(c.seen))
	for page := range c.seen {
		pages = append(pages, page)
	}
	sort.Strings(pages)
	fmt.Println(pages)
	fmt.Println(c.failed)
}
