// A broker with patterns, and a map key that cannot be hashed.
package main

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
)

type Message struct {
	Topic string
	Body  any
}

type Subscriber interface {
	Deliver(Message)
	Close()
}

type Broker struct {
	mu     sync.RWMutex
	subs   map[string][]Subscriber
	closed bool
}

type chanSub struct {
	name string
	ch   chan Message
	done chan struct{}
	got  []string
}

func newChanSub(name string) *chanSub {
	s := &chanSub{name: name, ch: make(chan Message, 8), done: make(chan struct{})}
	go func() {
		defer close(s.done)
		for m := range s.ch {
			s.got = append(s.got, fmt.Sprintf("%s=%v", m.Topic, m.Body))
		}
	}()
	return s
}

func (s *chanSub) Deliver(m Message) { s.ch <- m }
func (s *chanSub) Close()            { close(s.ch); <-s.done }
func (s chanSub) String() string     { return s.name + "(" + strings.Join(s.got, ", ") + ")" }

type funcSub func(Message)

func (f funcSub) Deliver(m Message) { f(m) }
func (funcSub) Close()              {}

func NewBroker() *Broker { return &Broker{subs: make(map[string][]Subscriber)} }

func (b *Broker) Subscribe(s Subscriber, topics ...string) func() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, t := range topics {
		b.subs[t] = append(b.subs[t], s)
	}
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, t := range topics {
			b.subs[t] = slices.DeleteFunc(b.subs[t], func(x Subscriber) bool {
				cs, ok := x.(*chanSub)
				return ok && cs == s.(*chanSub)
			})
		}
	}
}

func (b *Broker) Publish(topic string, body any) (n int, err error) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.closed {
		return 0, fmt.Errorf("publish %q: broker closed", topic)
	}
	for t, subs := range sorted(b.subs) {
		if t == topic || strings.HasSuffix(t, ".*") && strings.HasPrefix(topic, t[:len(t)-1]) {
			for _, s := range subs {
				s.Deliver(Message{topic, body})
				n++
			}
		}
	}
	return n, nil
}

func sorted[M ~map[K]V, K cmp.Ordered, V any](m M) iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

func (b *Broker) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		panic("broker closed twice")
	}
	b.closed = true
	seen := map[Subscriber]bool{}
	for _, subs := range sorted(b.subs) {
		for _, s := range subs {
			if cs, ok := s.(*chanSub); ok && !seen[cs] {
				seen[cs] = true
				cs.Close()
			}
		}
	}
}

func main() {
	b := NewBroker()
	a, c := newChanSub("a"), newChanSub("c")
	b.Subscribe(a, "news.*", "alerts")
	cancel := b.Subscribe(c, "news.sport")
	var log []string
	b.Subscribe(funcSub(func(m Message) { log = append(log, m.Topic) }), "news.*")
	for _, p := range []struct {
		topic string
		body  any
	}{{"news.sport", 3}, {"news.world", "x"}, {"alerts", []int{1, 2}}, {"nobody", nil}, {"news.sport", struct{ A, B int }{1, 2}}} {
		n, err := b.Publish(p.topic, p.body)
		fmt.Println(p.topic, n, err)
		if p.topic == "alerts" {
			cancel()
		}
	}
	b.Close()
	_, err := b.Publish("late", 1)
	fmt.Println(err)
	close(c.ch)
	<-c.done
	fmt.Println(a, c, *a)
	fmt.Printf("%v %d\n", log, len(b.subs["news.sport"]))
	defer fmt.Println("deferred")
	b.subs["odd"] = []Subscriber{funcSub(nil)}
	b.closed = false
	seen := map[Subscriber]int{a: 1}
	seen[funcSub(nil)]++
}
