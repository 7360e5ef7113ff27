// A token bucket, a sliding window, and waiting under a deadline.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// TokenBucket is a classic token bucket.
type TokenBucket struct {
	mu       sync.Mutex
	capacity float64
	tokens   float64
	rate     float64
	last     time.Time
}

func NewTokenBucket(capacity int, perSecond float64) *TokenBucket {
	return &TokenBucket{capacity: float64(capacity), tokens: float64(capacity), rate: perSecond, last: time.Now()}
}

func (b *TokenBucket) Allow() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := time.Now()
	b.tokens = min(b.capacity, b.tokens+now.Sub(b.last).Seconds()*b.rate)
	b.last = now
	if b.tokens < 1 {
		return false
	}
	b.tokens--
	return true
}

func (b *TokenBucket) Wait(ctx context.Context) error {
	for {
		if b.Allow() {
			return nil
		}
		t := time.NewTimer(10 * time.Millisecond)
		select {
		case <-ctx.Done():
			t.Stop()
			return fmt.Errorf("rate limit wait: %w", ctx.Err())
		case <-t.C:
		}
	}
}

type SlidingWindow struct {
	limit  int
	window time.Duration
	hits   []time.Time
}

func (s *SlidingWindow) Allow(now time.Time) bool {
	cut := now.Add(-s.window)
	i := 0
	for i < len(s.hits) && !s.hits[i].After(cut) {
		i++
	}
	s.hits = s.hits[i:]
	if len(s.hits) >= s.limit {
		return false
	}
	s.hits = append(s.hits, now)
	return true
}

func main() {
	b := NewTokenBucket(3, 10)
	got := ""
	for range 6 {
		if b.Allow() {
			got += "+"
		} else {
			got += "-"
		}
	}
	fmt.Println("burst:", got)
	time.Sleep(150 * time.Millisecond)
	got = ""
	for range 4 {
		if b.Allow() {
			got += "+"
		} else {
			got += "-"
		}
	}
	fmt.Println("after 150ms:", got)

	ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
	defer cancel()
	n := 0
	var err error
	for {
		if err = b.Wait(ctx); err != nil {
			break
		}
		n++
	}
	fmt.Println("served some:", n > 0, err, errors.Is(err, context.DeadlineExceeded))

	s := &SlidingWindow{limit: 2, window: time.Second}
	base := time.Date(2024, time.February, 28, 23, 59, 58, 0, time.UTC)
	for _, d := range []time.Duration{0, 100 * time.Millisecond, 500 * time.Millisecond, 1100 * time.Millisecond, 1200 * time.Millisecond, 2 * time.Second} {
		at := base.Add(d)
		fmt.Printf("%s %-6v %t\n", at.Format("Jan _2 15:04:05.000"), d, s.Allow(at))
	}
	_, err = time.Parse("2006-01-02", "2024-13-01")
	fmt.Println(err)
	var pe *time.ParseError
	fmt.Println(errors.As(err, &pe), pe.Value, pe.Message)
}
