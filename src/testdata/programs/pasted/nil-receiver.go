package main

import (
	"fmt"
	"strings"
)

type tree struct {
	kids []*tree
	name string
}

func (t *tree) String() string {
	var b strings.Builder
	t.write(&b, 0)
	return b.String()
}

func (t *tree) write(b *strings.Builder, d int) {
	fmt.Fprintf(b, "%s%s\n", strings.Repeat("  ", d), t.name)
	for _, k := range t.kids {
		k.write(b, d+1)
	}
}

func main() {
	root := &tree{name: "root", kids: []*tree{{name: "a"}, {name: "b", kids: []*tree{nil}}}}
	fmt.Println(root.kids[0])
	fmt.Printf("%v|%s\n", root, root)
	fmt.Println(fmt.Sprint(error(nil)), (*tree)(nil) == nil)
	var x interface{ String() string } = (*tree)(nil)
	fmt.Printf("%v\n", x)
	fmt.Println(x.String())
}
