// Wrong uses of pointers, part two.
package main

type s struct{ n int }

func (p *s) inc() { p.n++ }

type iface interface{ inc() }

func byPointer(p *s) {}

func main() {
	v := s{}
	p := &v
	pp := &p
	x := nil
	var ip *int = &v.n
	ip.x = 1
	ip = 5
	_ = p == v
	_ = *5
	_, _, _, _ = q, i, n, x
}
