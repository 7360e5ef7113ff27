// Functions that may end without a return.
package main

func sign(n int) int {
	if n > 0 {
		return 1
	} else if n < 0 {
		return -1
	}
}

func loop(list []int) int {
	for _, v := range list {
		return v
	}
}

func choose(n int) string {
	switch n {
	case 1:
		return "one"
	}
}

func fine(n int) string {
	for {
		if n > 3 {
			return "big"
		}
		n++
	}
}

func broken() int {
	for {
		break
	}
}

func main() {
	f := func() bool {
	}
	_, _, _, _, _ = sign(1), loop(nil), choose(1), fine(1), broken()
	_ = f
}
