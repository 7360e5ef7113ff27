// Package rate: a token bucket. Tokens come at a steady rate up to the burst; events take them.
package rate

import (
	"context"
	"fmt"
	"math"
	"sync"
	"time"
)

// Limit is a number of events per second.
type Limit float64

// Inf allows all events, whatever the burst.
const Inf = Limit(math.MaxFloat64)

// Every is the limit that leaves interval between events.
func Every(interval time.Duration) Limit {
	if interval <= 0 {
		return Inf
	}
	return 1 / Limit(interval.Seconds())
}

// InfDuration is the delay of a reservation that is not OK.
const InfDuration = time.Duration(math.MaxInt64)

// A Limiter says when events may happen.
type Limiter struct {
	mu     sync.Mutex
	limit  Limit
	burst  int
	tokens float64
	// last is when tokens was brought up to date; lastEvent the latest time granted to an event.
	last      time.Time
	lastEvent time.Time
}

func NewLimiter(r Limit, b int) *Limiter {
	return &Limiter{limit: r, burst: b, tokens: float64(b)}
}

func (lim *Limiter) Limit() Limit {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.limit
}

func (lim *Limiter) Burst() int {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.burst
}

// TokensAt is the number of tokens available at time t.
func (lim *Limiter) TokensAt(t time.Time) float64 {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	return lim.tokensAt(t)
}

func (lim *Limiter) Tokens() float64 { return lim.TokensAt(time.Now()) }

func (lim *Limiter) Allow() bool { return lim.AllowN(time.Now(), 1) }

// AllowN takes n tokens if they are there at time t.
func (lim *Limiter) AllowN(t time.Time, n int) bool { return lim.reserve(t, n, 0).ok }

// A Reservation is the permission for an event after a delay.
type Reservation struct {
	ok        bool
	lim       *Limiter
	tokens    int
	timeToAct time.Time
	limit     Limit
}

func (r *Reservation) OK() bool             { return r.ok }
func (r *Reservation) Delay() time.Duration { return r.DelayFrom(time.Now()) }

func (r *Reservation) DelayFrom(t time.Time) time.Duration {
	if !r.ok {
		return InfDuration
	}
	return max(0, r.timeToAct.Sub(t))
}

func (r *Reservation) Cancel() { r.CancelAt(time.Now()) }

// CancelAt gives back the tokens that later reservations have not built upon.
func (r *Reservation) CancelAt(t time.Time) {
	if !r.ok {
		return
	}
	lim := r.lim
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf || r.tokens == 0 || r.timeToAct.Before(t) {
		return
	}
	returned := float64(r.tokens) - r.limit.tokensFrom(lim.lastEvent.Sub(r.timeToAct))
	if returned <= 0 {
		return
	}
	lim.tokens = min(lim.tokensAt(t)+returned, float64(lim.burst))
	lim.last = t
	if r.timeToAct.Equal(lim.lastEvent) {
		previous := r.timeToAct.Add(r.limit.durationFrom(float64(-r.tokens)))
		if !previous.Before(t) {
			lim.lastEvent = previous
		}
	}
}

func (lim *Limiter) Reserve() *Reservation { return lim.ReserveN(time.Now(), 1) }

func (lim *Limiter) ReserveN(t time.Time, n int) *Reservation {
	r := lim.reserve(t, n, InfDuration)
	return &r
}

func (lim *Limiter) Wait(ctx context.Context) error { return lim.WaitN(ctx, 1) }

// WaitN blocks until n events may happen, or ctx is done or would be before that.
func (lim *Limiter) WaitN(ctx context.Context, n int) error {
	lim.mu.Lock()
	burst, limit := lim.burst, lim.limit
	lim.mu.Unlock()
	if n > burst && limit != Inf {
		return fmt.Errorf("rate: Wait(n=%d) exceeds limiter's burst %d", n, burst)
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	default:
	}
	t := time.Now()
	longest := InfDuration
	if deadline, ok := ctx.Deadline(); ok {
		longest = deadline.Sub(t)
	}
	r := lim.reserve(t, n, longest)
	if !r.ok {
		return fmt.Errorf("rate: Wait(n=%d) would exceed context deadline", n)
	}
	delay := r.DelayFrom(t)
	if delay == 0 {
		return nil
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		r.Cancel()
		return ctx.Err()
	}
}

func (lim *Limiter) SetLimit(newLimit Limit) { lim.SetLimitAt(time.Now(), newLimit) }

func (lim *Limiter) SetLimitAt(t time.Time, newLimit Limit) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.tokens = lim.tokensAt(t)
	lim.last = t
	lim.limit = newLimit
}

func (lim *Limiter) SetBurst(newBurst int) { lim.SetBurstAt(time.Now(), newBurst) }

func (lim *Limiter) SetBurstAt(t time.Time, newBurst int) {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	lim.tokens = lim.tokensAt(t)
	lim.last = t
	lim.burst = newBurst
}

// reserve takes n tokens, of which some may come later, if that is within longest.
func (lim *Limiter) reserve(t time.Time, n int, longest time.Duration) Reservation {
	lim.mu.Lock()
	defer lim.mu.Unlock()
	if lim.limit == Inf {
		return Reservation{ok: true, lim: lim, tokens: n, timeToAct: t}
	}
	tokens := lim.tokensAt(t) - float64(n)
	var wait time.Duration
	if tokens < 0 {
		wait = lim.limit.durationFrom(-tokens)
	}
	ok := n <= lim.burst && wait <= longest
	r := Reservation{ok: ok, lim: lim, limit: lim.limit}
	if ok {
		r.tokens = n
		r.timeToAct = t.Add(wait)
		lim.last = t
		lim.tokens = tokens
		lim.lastEvent = r.timeToAct
	}
	return r
}

func (lim *Limiter) tokensAt(t time.Time) float64 {
	last := lim.last
	if t.Before(last) {
		last = t
	}
	return min(lim.tokens+lim.limit.tokensFrom(t.Sub(last)), float64(lim.burst))
}

// durationFrom is how long it takes for tokens to come.
func (limit Limit) durationFrom(tokens float64) time.Duration {
	if limit <= 0 {
		return InfDuration
	}
	duration := tokens / float64(limit) * float64(time.Second)
	if duration > float64(math.MaxInt64) {
		return InfDuration
	}
	return time.Duration(duration)
}

// tokensFrom is how many tokens come in d.
func (limit Limit) tokensFrom(d time.Duration) float64 {
	if limit <= 0 {
		return 0
	}
	return d.Seconds() * float64(limit)
}

// Sometimes does something at first, every so often, or after some time.
type Sometimes struct {
	First    int
	Every    int
	Interval time.Duration

	mu    sync.Mutex
	count int
	last  time.Time
}

// Do calls f if this call is one of those that count.
func (s *Sometimes) Do(f func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.count == 0 || s.First > 0 && s.count < s.First || s.Every > 0 && s.count%s.Every == 0 ||
		s.Interval > 0 && time.Since(s.last) >= s.Interval {
		f()
		if s.Interval > 0 {
			s.last = time.Now()
		}
	}
	s.count++
}
