// Characters that Go does not know.
package main

func main() {
	a := 1 # 2
	b := “quoted”
	c := a ? b
	$x := 1
	é := 2
	@
	d := 'a' \ 2
}
