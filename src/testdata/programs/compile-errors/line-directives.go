package main

func main() {
	/*line grammar.y:100:5*/ x := 1
	var s string = /*line :7:9*/ 5 + y
	/*line bad.go:0*/ z := 2
//line scanner.l:200:10
	w := 3
	u := /* line not.go:5 */ "x" /*line no number*/
}

//line noColumn.go:300
func f() int {
}

var text = `
//line literal.go:1
` + 1

//line
//line foo.go:x
/*line foo.go:10:0*/
func g() { return 1 }
