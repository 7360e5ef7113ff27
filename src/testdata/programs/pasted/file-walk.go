// A tree of files, walked, changed and removed.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"testing/fstest"
)

func check(err error) {
	if err != nil {
		fmt.Println("error:", err)
	}
}

func main() {
	root, err := os.MkdirTemp("", "walk")
	check(err)
	defer os.RemoveAll(root)
	for name, text := range map[string]string{"a.txt": "alpha", "b/c.txt": "charlie\n", "b/d/e.csv": "x,y\n1,\"two, 2\"\n", "b/.hidden": ""} {
		p := filepath.Join(root, name)
		check(os.MkdirAll(filepath.Dir(p), 0o755))
		check(os.WriteFile(p, []byte(text), 0o644))
	}
	check(filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(root, p)
		if d.IsDir() {
			fmt.Println("dir", rel)
			return nil
		}
		info, _ := d.Info()
		fmt.Println(rel, info.Size(), info.Mode(), path.Ext(rel))
		if d.Name() == "c.txt" {
			return fs.SkipDir
		}
		return nil
	}))
	m, _ := filepath.Glob(filepath.Join(root, "*", "*.txt"))
	fmt.Println(len(m), strings.TrimPrefix(m[0], root))
	f, err := os.OpenFile(filepath.Join(root, "a.txt"), os.O_APPEND|os.O_RDWR, 0)
	check(err)
	f.WriteString(" beta")
	f.Seek(2, io.SeekStart)
	b, _ := io.ReadAll(f)
	fmt.Printf("%q\n", b)
	check(f.Close())
	_, err = f.Write([]byte("x"))
	fmt.Println(strings.ReplaceAll(fmt.Sprint(err), root, "ROOT"))
	err = os.Mkdir(filepath.Join(root, "b"), 0o755)
	fmt.Println(os.IsExist(err), strings.ReplaceAll(err.Error(), root, "ROOT"))
	fmt.Println(strings.ReplaceAll(fmt.Sprint(os.Remove(filepath.Join(root, "b"))), root, "ROOT"))
	es, _ := os.ReadDir(filepath.Join(root, "b"))
	for _, e := range es {
		fmt.Print(e.Name(), " ", e.Type(), "; ")
	}
	fmt.Println()

	all := bytes.Repeat([]byte("x"), 10)
	sum := sha256.Sum256(all)
	fmt.Println(hex.EncodeToString(sum[:4]))
	rec, err := csv.NewReader(strings.NewReader("a,b\n1,\"x\"\"y\"\n")).ReadAll()
	fmt.Printf("%q %v\n", rec, err)
	fsys := fstest.MapFS{"x/y.txt": {Data: []byte("hi")}, "z": {}}
	names := []string{}
	fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error { names = append(names, p); return err })
	sort.Strings(names)
	fmt.Println(names, path.Join("a", "../b", "/c"), path.Clean("/a/./b//../c"), filepath.Base("/x/y/"))
}
