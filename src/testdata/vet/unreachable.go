package main

import (
	"fmt"
	"os"
)

func a() int {
	return 1
	fmt.Println("dead")
	fmt.Println("more")
	return 2
}

func b() {
	panic("x")
	fmt.Println()
}

func c(n int) {
	for {
		if n > 1 {
			continue
			n++
		}
	}
	n = 3
}

func d(n int) {
outer:
	for {
		for {
			break outer
		}
		n++
	}
	n = 2
}

func e(n int) int {
	switch n {
	case 1:
		return 1
	default:
		return 2
		n++
	}
	return 3
}

func f(x any) int {
	switch x.(type) {
	case int:
		return 1
	}
	if x != nil {
		return 1
	} else {
		return 2
	}
	return 3
}

func g(c chan int) {
	select {
	case <-c:
		return
	case c <- 1:
		panic(1)
	}
	fmt.Println()
}

func h() {
	goto end
	fmt.Println()
end:
	fmt.Println()
	for range 3 {
		break
		fmt.Println()
	}
	func() {
		return
		fmt.Println()
	}()
	{
		return
	}
	;
	var x int
	_ = x
}

func i() {
	select {}
	fmt.Println()
}

func j() {
	os.Exit(1)
	fmt.Println("not seen as dead")
	panic := func(int) {}
	panic(1)
	fmt.Println()
}

func k(n int) {
	switch {
	case n > 1:
		fallthrough
	case n > 2:
		return
	default:
		break
	}
	n++
	if n > 1 {
		return
	}
	return
	{
		n++
	}
}

func main() {
}
