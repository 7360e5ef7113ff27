package main

func f() bool { return true }

func main() {
	a, b, x := true, false, 3
	_ = a || b || a
	_ = a && (b && a)
	_ = x != 1 || x != 2
	_ = x == 1 && x == 2
	_ = x != 1 || x != 1
	_ = x == 1 || x == 2
	_ = a || f() || a
	_ = f() || f()
	_ = 1 != x || 2 != x || x+1*2 != 4 || x+1*2 != 5
	_ = (a || b) && (a || b)
	var p *int
	_ = p != nil || *p != 3 || *p != 4
}
