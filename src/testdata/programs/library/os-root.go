package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	outside, err := os.MkdirTemp("", "root")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(outside)
	os.WriteFile(filepath.Join(outside, "secret"), []byte("secret"), 0o600)
	dir := filepath.Join(outside, "inside")
	os.Mkdir(dir, 0o755)
	show := func(what string, err error) {
		fmt.Println(what, strings.ReplaceAll(fmt.Sprint(err), outside, "OUTSIDE"))
	}

	root, err := os.OpenRoot(dir)
	show("open", err)
	show("mkdir", root.MkdirAll("a/b/c", 0o755))
	show("write", root.WriteFile("a/b/c/file", []byte("hello"), 0o644))
	show("symlink", root.Symlink("../../a/b", "a/link"))
	show("symlink", root.Symlink("b/c/file", "a/inner"))
	show("symlink", root.Symlink("../secret", "out"))
	show("symlink", root.Symlink("/etc/passwd", "absolute"))
	show("symlink", root.Symlink("loop", "loop"))

	for _, name := range []string{"a/b/c/file", "a/inner", "a/b/../b/c/./file", "a/link/c/file", "out", "absolute", "loop",
		"../secret", "..", "/etc/passwd", "", "missing", "a/b/c/file/x", "a/inner/", "a/b/"} {
		data, err := root.ReadFile(name)
		fmt.Printf("read %q %q ", name, data)
		show("", err)
	}
	info, err := root.Stat("a/inner")
	fmt.Println(info.Name(), info.Size(), info.Mode(), err)
	info, err = root.Lstat("a/inner")
	fmt.Println(info.Name(), info.Mode().Type(), err)
	target, err := root.Readlink("out")
	fmt.Println(target, err)

	show("rename", root.Rename("a/b/c/file", "moved"))
	show("rename", root.Rename("moved", "../moved"))
	show("link", root.Link("moved", "a/hard"))
	show("chmod", root.Chmod("moved", 0o600))
	show("remove", root.Remove("a/b"))
	show("remove", root.Remove("a/b/c/"))
	show("remove", root.Remove("a/b/c"))
	show("remove all", root.RemoveAll("a/b"))
	show("remove all", root.RemoveAll("../secret"))
	_, err = root.OpenFile("x", os.O_CREATE, 0o4755)
	show("mode", err)
	sub, err := root.OpenRoot("a")
	show("sub", err)
	_, err = sub.Open("../moved")
	show("escape", err)
	_, err = root.OpenRoot("moved")
	show("sub", err)
	f, err := os.OpenInRoot(dir, "a/hard")
	show("in", err)
	fmt.Println(strings.ReplaceAll(f.Name(), outside, "OUTSIDE"))
	f.Close()

	fs.WalkDir(root.FS(), ".", func(path string, d fs.DirEntry, err error) error {
		fmt.Println(path, d, err)
		return nil
	})
	_, err = root.FS().Open("../x")
	show("fs", err)
	root.Close()
	_, err = root.Stat("a")
	show("closed", err)
	_, err = os.OpenRoot(filepath.Join(outside, "secret"))
	show("file", err)
}
