// Returns with too many, too few and wrong values.
package main

import "errors"

func one() int { return }

func two() (int, error) {
	if true {
		return 1
	}
	return 1, nil, 2
}

func none() { return 1 }

func wrong() (string, error) { return errors.New("x"), "text" }

func named() (n int, err error) {
	{
		n := 5
		return
	}
	return n, err
}

func main() {
	one()
	two()
	none()
	wrong()
	named()
}
