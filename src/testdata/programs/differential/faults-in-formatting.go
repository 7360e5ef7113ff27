// A nil dereference that fmt catches in a String method is over: a later panic shows no signal.
package main

import "fmt"

type quiet struct{ n int }

func (q *quiet) String() string { return fmt.Sprintf("q%d", q.n) }

type holder struct{ q *quiet }

func (h holder) String() string { return h.q.String() }

func main() {
	fmt.Printf("%q %v\n", (*quiet)(nil), (*quiet)(nil))
	fmt.Println(holder{}, []any{holder{}})
	c := make(chan int)
	close(c)
	close(c)
}
