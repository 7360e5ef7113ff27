package main

import (
	"fmt"
	"path"
	"path/filepath"
)

func main() {
	for _, p := range []string{"", "/", ".", "..", "a/b/../c", "/../a//b/./c/", "a/../..", "//x", "../../y/z.tar.gz", "a/b/c.txt", "dir/"} {
		dir, file := path.Split(p)
		fmt.Printf("%q %q %q %q %q %q %q %v\n", p, path.Clean(p), dir, file, path.Base(p), path.Dir(p), path.Ext(p), path.IsAbs(p))
	}
	fmt.Println(path.Join("a", "", "b", "../c"), path.Join("", ""), path.Join("/", "a"), filepath.Join("x", "y"))
	for _, m := range [][2]string{
		{"*.go", "main.go"}, {"*.go", "dir/main.go"}, {"a?c", "abc"}, {"a?c", "a/c"}, {"[a-c]x", "bx"}, {"[^a-c]x", "bx"},
		{"[", "a"}, {"[]a]", "]"}, {"[-]", "-"}, {"a*b*c", "aXXbYYc"}, {"a*b*c", "aXXbYY"}, {"\\*", "*"}, {"a[", "a"},
		{"*", ""}, {"", ""}, {"a*", "a/b"}, {"*/b", "a/b"}, {"[x-", "x"}, {"a\\", "a"}, {"é*", "école"}, {"ab[c]", "abc"}, {"*x", "xxx"},
	} {
		ok, err := path.Match(m[0], m[1])
		fmt.Println(m, ok, err)
	}
	for _, r := range [][2]string{{"/a", "/a/b/c"}, {"/a/b", "/a/c"}, {"a", "a"}, {"a", "/b"}, {".", "x"}, {"../x", "y"}} {
		rel, err := filepath.Rel(r[0], r[1])
		fmt.Printf("%q %v\n", rel, err)
	}
	fmt.Println(filepath.SplitList("/bin:/usr/bin"), filepath.IsLocal("a/../b"), filepath.IsLocal("../b"), filepath.ToSlash("a/b"), string(filepath.Separator))
}
