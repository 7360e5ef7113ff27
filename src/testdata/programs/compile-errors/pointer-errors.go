// Wrong uses of pointers.
package main

type s struct{ n int }

func (p *s) inc() { p.n++ }

type iface interface{ inc() }

func byPointer(p *s) {}

func main() {
	v := s{}
	byPointer(v)
	p := &v
	var q s = p
	*v = s{}
	p.missing = 1
	s{}.inc()
	var i iface = v
	pp := &p
	pp.inc()
	pp.n = 1
	var n int = *nil
	x := nil
	var ip *int = &v.n
	ip.x = 1
	ip = 5
	_ = p == v
	_ = *5
	_, _, _, _ = q, i, n, x
}
