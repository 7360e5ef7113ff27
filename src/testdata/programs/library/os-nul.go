package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	dir, err := os.MkdirTemp("", "nul")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	os.WriteFile("a", []byte("a"), 0o644)

	_, err = os.Open("a\x00")
	fmt.Println(err)
	_, err = os.Create("\x00")
	fmt.Println(err)
	_, err = os.Stat("a\x00b")
	fmt.Println(err)
	_, err = os.Lstat("a\x00b")
	fmt.Println(err)
	_, err = os.ReadFile("a\x00b")
	fmt.Println(err)
	_, err = os.ReadDir("a\x00b")
	fmt.Println(err)
	_, err = os.Readlink("a\x00b")
	fmt.Println(err)
	fmt.Println(os.WriteFile("a\x00b", nil, 0o644))
	fmt.Println(os.Mkdir("a\x00b", 0o755))
	fmt.Println(os.MkdirAll("x/a\x00b/c", 0o755))
	fmt.Println(os.Remove("a\x00b"))
	fmt.Println(os.RemoveAll("a\x00b"))
	fmt.Println(os.Rename("a\x00b", "c"))
	fmt.Println(os.Rename("a", "a\x00c"))
	fmt.Println(os.Link("a", "a\x00c"))
	fmt.Println(os.Link("a\x00c", "b"))
	fmt.Println(os.Symlink("a\x00c", "b"))
	fmt.Println(os.Symlink("a", "a\x00c"))
	fmt.Println(os.Truncate("a\x00c", 1))
	fmt.Println(os.Chmod("a\x00c", 0o600))
	fmt.Println(os.Chdir("a\x00c"))
	_, err = os.MkdirTemp(".", "a\x00*")
	fmt.Println(err != nil)
	fmt.Println(os.Setenv("A\x00", "b"), os.Setenv("A", "b\x00"), os.Setenv("", "b"), os.Setenv("A=", "b"))
	fmt.Println(filepath.Glob("*\x00"))
	found, err := filepath.Glob("*")
	fmt.Println(found, err)
}
