// Division truncates towards zero and the remainder has the sign of the dividend.
package main

import "fmt"

func main() {
	pairs := [][2]int{{7, 3}, {-7, 3}, {7, -3}, {-7, -3}, {6, 3}, {0, 5}, {1, 1000000007}}
	for _, p := range pairs {
		a, b := p[0], p[1]
		fmt.Printf("%d / %d = %d, %d %% %d = %d\n", a, b, a/b, a, b, a%b)
	}
	var small int8 = -7
	fmt.Println(small/2, small%2, small>>1)
	var u uint32 = 4294967289
	fmt.Println(u/2, u%1000, u>>1)
	var wide int64 = -9223372036854775808
	fmt.Println(wide/10, wide%10, wide/-1, wide%-1)
	var huge uint64 = 18446744073709551615
	fmt.Println(huge/10, huge%10, huge/3, huge%1000000007)
	fmt.Println(7.5/2, -7.5/2, float32(1)/3, 1.0/3)
}
