// Writes src/testdata/go-api.txt: the exported names of Go's standard library, from the toolchain
// that is found as $GO, on the PATH, or in /opt/go and /usr/local/go: `npm run oracle:api`.
// One line for each package: its path, and its names; methods and fields follow their type's name
// and a point. Those of interfaces and of embedded types are in it. Left out are packages that will
// never be provided, and the constants of package syscall.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const program = `package main

import (
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"os"
	"os/exec"
	"slices"
	"strings"
)

var leftOut = []string{"archive", "compress", "database", "debug", "go", "image", "net", "unsafe", "vendor"}

func members(object *types.TypeName) (names []string) {
	add := func(member types.Object) {
		if member.Exported() {
			names = append(names, object.Name()+"."+member.Name())
		}
	}
	if object.IsAlias() {
		return nil
	}
	methods := types.NewMethodSet(types.NewPointer(object.Type()))
	if types.IsInterface(object.Type()) {
		methods = types.NewMethodSet(object.Type())
	}
	for method := range methods.Methods() {
		add(method.Obj())
	}
	if structure, ok := object.Type().Underlying().(*types.Struct); ok {
		for field := range structure.Fields() {
			add(field)
		}
	}
	return names
}

func main() {
	list, err := exec.Command(os.Args[1], "list", "std").Output()
	if err != nil {
		panic(err)
	}
	imports := importer.ForCompiler(token.NewFileSet(), "source", nil)
	for _, path := range strings.Fields(string(list)) {
		parts := strings.Split(path, "/")
		if slices.Contains(parts, "internal") || slices.Contains(leftOut, parts[0]) {
			continue
		}
		pkg, err := imports.Import(path)
		if err != nil {
			panic(err)
		}
		var names []string
		for _, name := range pkg.Scope().Names() {
			object := pkg.Scope().Lookup(name)
			_, isConstant := object.(*types.Const)
			if !object.Exported() || path == "syscall" && isConstant {
				continue
			}
			names = append(names, name)
			if typeName, ok := object.(*types.TypeName); ok {
				names = append(names, members(typeName)...)
			}
		}
		fmt.Printf("%s: %s\\n", path, strings.Join(names, " "))
	}
}
`;

const go = ['/opt/go/bin/go', '/usr/local/go/bin/go'].find((path) => existsSync(path)) ?? 'go';
const folder = mkdtempSync(join(tmpdir(), 'go-api-'));
try {
  writeFileSync(join(folder, 'main.go'), program);
  const command = process.env.GO ?? go;
  const text = execFileSync(command, ['run', 'main.go', command], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, CGO_ENABLED: '0', GO111MODULE: 'off', GOTOOLCHAIN: 'local' },
  });
  writeFileSync(new URL('../src/testdata/go-api.txt', import.meta.url), text);
} finally {
  rmSync(folder, { recursive: true });
}
