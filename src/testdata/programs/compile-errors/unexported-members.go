package main

import (
	"bytes"
	"container/list"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type buffer struct {
	sync.Mutex
	*bytes.Buffer
}

func main() {
	var mu sync.Mutex
	mu.lockSlow()
	var text strings.Builder
	text.grow(3)
	text.text = ""
	var b buffer
	b.readSlice('a')
	list.New().Front().next = nil
	list.New().Front().value = 3
	var n atomic.Int64
	n.V++
	_ = time.Now().nsec
	_ = time.Time{wall: 3}
	_ = list.Element{value: 1}
}
