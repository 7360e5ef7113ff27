package sync

import "internal/collection"

// A Pool keeps values for reuse, as Go's does on one processor: the first that was put in comes out
// first, then the last ones. A collection of garbage makes them victims, the next one forgets them.
// Its methods run without being preempted.
type Pool struct {
	private any
	// shared has the newest last.
	shared  []any
	victim  *Pool
	isKnown bool
	New     func() any
}

// known are the pools that a collection is to look at.
var known []*Pool

func init() {
	collection.Begin = func() {
		pools := known
		known = nil
		for _, p := range pools {
			p.age()
		}
	}
}

func (p *Pool) age() {
	p.victim, p.isKnown = nil, false
	if p.private != nil || len(p.shared) > 0 {
		p.victim = &Pool{private: p.private, shared: p.shared}
		p.private, p.shared = nil, nil
		p.know()
	}
}

func (p *Pool) know() {
	if !p.isKnown {
		p.isKnown = true
		known = append(known, p)
	}
}

func (p *Pool) Put(x any) {
	if x != nil {
		p.give(x)
	}
}

func (p *Pool) Get() any {
	if x := p.take(); x != nil {
		return p.given(x)
	}
	if p.New != nil {
		return p.New()
	}
	return nil
}

func (p *Pool) give(x any) {
	if p == nil {
		panic("nil Pool")
	}
	p.know()
	if p.private == nil {
		p.private = x
	} else {
		p.shared = append(p.shared, x)
	}
}

// given is where Get sees what give has done.
func (p *Pool) given(x any) any { return x }

func (p *Pool) take() any {
	if p == nil {
		panic("nil Pool")
	}
	if x := p.private; x != nil {
		p.private = nil
		return x
	}
	if n := len(p.shared); n > 0 {
		x := p.shared[n-1]
		p.shared[n-1] = nil
		p.shared = p.shared[:n-1]
		return x
	}
	if p.victim != nil {
		return p.victim.takeOldest()
	}
	return nil
}

func (p *Pool) takeOldest() any {
	x := p.private
	p.private = nil
	if x == nil && len(p.shared) > 0 {
		x = p.shared[0]
		p.shared[0] = nil
		p.shared = p.shared[1:]
	}
	return x
}
