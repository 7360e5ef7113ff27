// Values: an array of structs copied as a whole and element by element.
package main

type particle struct{ x, y, dx, dy, hits int }

func move(p particle, width int) particle {
	p.x += p.dx
	p.y += p.dy
	if p.x < 0 || p.x >= width {
		p.dx = -p.dx
		p.hits++
	}
	if p.y < 0 || p.y >= width {
		p.dy = -p.dy
		p.hits++
	}
	return p
}

func main() {
	var all [64]particle
	for i := range all {
		all[i] = particle{i * 7, i * 13, i%5 - 2, i%7 - 3, 0}
	}
	hits := 0
	for t := 0; t < 2000; t++ {
		before := all
		for i := range all {
			all[i] = move(before[(i+1)%64], 1000)
		}
		hits += all[t%64].hits
	}
	println(hits)
}
