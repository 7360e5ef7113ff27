package main

import "fmt"

const long = "x %d y"

func main() {
	fmt.Printf("é%d", "x")
	fmt.Printf("\u00e9\n\\%d", "x")
	fmt.Printf("\xff%d", "x")
	fmt.Printf("\377%d", "x")
	fmt.Printf(`é\n
%d`, "x")
	fmt.Printf("a"+"%d", "x")
	fmt.Printf(long, "x")
	fmt.Printf(("%d"), "x")
	fmt.Printf("%日", 1)
	fmt.Printf("日%日", 1)
	fmt.Printf("%d 😀 %s", 1, 2)
	fmt.Println("%d é", "x\n")
	fmt.Printf("%s", "a" + "b" + string(rune(1)))
	fmt.Printf("%d", "a"+("bc")[1:2])
	fmt.Printf("%d", fmt.Sprint(1+2*3, 4*5+6, -1))
	fmt.Printf("%d", []string{0: "b"}[0])
	fmt.Printf("%d", func() string { return "x" }())
	fmt.Printf("%d", any(1).(string)+"x")
	x := []string{"a", "b"}
	i := 1
	fmt.Printf("%d", x[i-1:i+1])
	fmt.Printf("%d", x[(i-1)*2])
	fmt.Printf("%d", x[i : i+1 : len(x)])
	fmt.Printf("%d", -i == 1 && !(i > 2) || i<<2|1 == 3)
	fmt.Printf("%d", map[string][]int{"a": {1, 2}})
	fmt.Printf("%d", struct{ s string }{"x"})
	fmt.Printf("%d", *&x[0])
	fmt.Printf("%d", (x)[:])
}
