// Texts that are no Go, and the first thing that `go vet` of Go 1.27 says of each.

import { expect, it } from 'vitest';
import { vet } from '../../diagnose.ts';

const head = 'package main\n\nimport "fmt"\n\n';

it.each([
  ['func main() {\n\tfmt.Println("a"\n}\n', "6:17: missing ',' before newline in argument list"],
  [
    'func main() {\n\tif x := 1 {\n\t}\n}\n',
    '6:5: expected boolean expression, found assignment (missing parentheses around composite literal?)',
  ],
  ['func main() {\n\tfor i := 0; i < 3; i++\n\t{\n\t}\n}\n', "6:24: expected '{', found newline"],
  ['func main()\n{\n}\n', '6:1: unexpected semicolon or newline before {'],
  ['func main() {\n\tfmt.Println("a")\n\n', "7:2: expected '}', found 'EOF'"],
  ['func main() {\n\tx = = 1\n}\n', "6:6: expected operand, found '='"],
  ['func main() {\n\tvar x int = \n}\n', "7:1: expected operand, found '}'"],
  ['func main() {\n\tfmt.Println("a\n}\n', '6:14: string literal not terminated'],
  ['func main() {\n\telse {\n\t}\n}\n', "6:2: expected statement, found 'else'"],
  ['func main() {\n\tif true {\n\t}\n\telse {\n\t}\n}\n', "8:2: expected statement, found 'else'"],
  ['fun main() {\n}\n', '5:1: expected declaration, found fun'],
  [
    'func main() {\n\tx := []int{1, 2\n\t}\n}\n',
    "6:17: missing ',' before newline in composite literal",
  ],
  ['func main() {\n\tint x = 5\n}\n', "6:6: expected ';', found x"],
  ['func main() {\n\tfmt.Println("a");;\n\t)\n}\n', "7:2: expected statement, found ')'"],
  ['func main() {\n\twhile true {\n\t}\n}\n', "6:8: expected ';', found true"],
  ['func f(a int b int) {}\n\nfunc main() {}\n', "5:14: missing ',' in parameter list"],
  ['func main() {\n\tx := 5 +\n}\n', "7:1: expected operand, found '}'"],
  ['type T struct {\n\ta int,\n\tb int\n}\n\nfunc main() {}\n', "6:7: expected ';', found ','"],
  [
    'func main() {\n\tswitch x {\n\tcase 1\n\t\tfmt.Println()\n\t}\n}\n',
    "7:8: expected ':', found newline",
  ],
  ['func main() {\n\ta[1:2:]\n}\n', '6:7: final index required in 3-index slice'],
  ['func main() {\n\tdefer fmt.Println\n}\n', '6:19: expression in defer must be function call'],
  ['func main() {\n\tx := 1\n\tx++ + 2\n}\n', "7:6: expected ';', found '+'"],
  ['x := 5\n\nfunc main() {}\n', '5:1: expected declaration, found x'],
  ['func main() {\n\tfunc foo() {}\n}\n', "6:7: expected '(', found foo"],
  ["func main() {\n\tfmt.Println('abc')\n}\n", '6:14: illegal rune literal'],
  ['func main() {\n\tfor i in x {\n\t}\n}\n', "6:8: expected '{', found in"],
  ['func main() {\n\ttry {\n\t} catch {\n\t}\n}\n', "7:4: expected ';', found catch"],
  [
    'func main() {\n\tx := map[string]int{"a": 1, "b": 2\n\t}\n\tfmt.Println(x)\n}\n',
    "6:36: missing ',' before newline in composite literal",
  ],
  ['func main() {\n\treturn 1,\n}\n', "7:1: expected operand, found '}'"],
  ['func (main) {\n}\n', "5:13: expected 'IDENT', found '{'"],
  ['func main() {\n}}\n', "6:2: expected declaration, found '}'"],
  [
    'import "os"\n\nfunc main() {}\nimport "io"\n',
    '8:1: imports must appear before other declarations',
  ],
  ['func main() {\n\tx := 0x\n\ty := 09\n\tz := 1_\n}\n', '6:9: hexadecimal literal has no digits'],
  ['func main() {\n\t@\n}\n', "6:2: illegal character U+0040 '@'"],
  ['func main() {\n\t/* open\n}\n', '6:2: comment not terminated'],
  ['var x int = 1 var y = 2\n\nfunc main() {}\n', "5:15: expected ';', found 'var'"],
  ['func main() { go func() {} }\n', '5:27: expression in go must be function call'],
  ['func main() {\n\tx := `abc\n}\n', '6:7: raw string literal not terminated'],
  ["func main() {\n\tx := ''\n\ty := 'a\n}\n", '6:7: illegal rune literal'],
  [
    'func main() {\n\tif x = 1 {\n\t}\n\tvar a [3]int\n}\n',
    '6:5: expected boolean expression, found assignment (missing parentheses around composite literal?)',
  ],
  [
    'func main() {\n\tif x == 1\n\t{\n\t}\n}\n',
    '6:11: unexpected newline, expecting { after if clause',
  ],
  ['func main() {\n\tvar x\n}\n', '6:7: expected type, found newline'],
  ['type T struct\n\nfunc main() {}\n', "7:1: expected '{', found 'func'"],
  ['func main() {\n\tswitch {\n\tfmt.Println()\n\t}\n}\n', "7:2: expected '}', found fmt"],
  ['func main() {\n\tx := a[1\n}\n', "6:10: expected ']', found newline"],
  ['func main() {\n\tx := (1 + 2\n}\n', "6:13: expected ')', found newline"],
  ['func main() {\n\tfor {\n\t\tbreak 5\n\t}\n}\n', "7:9: expected ';', found 5"],
  ['func main() {\n\tvar f = func(x int {\n\t}\n}\n', "6:21: missing ',' in parameter list"],
  ['type I interface {\n\tFoo(\n}\n\nfunc main() {}\n', "7:1: expected ')', found '}'"],
  ['func main() {\n\tx.(int\n}\n', "6:8: expected ')', found newline"],
  ['const x = \n\nfunc main() {}\n', "7:6: expected '(', found main"],
  ['func main() {\n\tfmt.Println("a" "b")\n}\n', "6:18: missing ',' in argument list"],
  ['func main() {\n\tx := [3]int{1 2}\n}\n', "6:16: missing ',' in composite literal"],
  ['func main() {\n\tif (true) fmt.Println()\n}\n', "6:12: expected ';', found fmt"],
  ['func main() {\n\ta, b := 1, 2,\n}\n', "7:1: expected operand, found '}'"],
  ['func main() {\n\tx ? 1 : 2\n}\n', "6:4: illegal character U+003F '?'"],
  ['func main() {\n\tlet x = 1\n}\n', "6:6: expected ';', found x"],
  ['func main {\n}\n', "5:11: expected '(', found '{'"],
  ['func main() int, error {\n}\n', "5:16: expected ';', found ','"],
])('%j', (text, expected) => {
  const { text: said } = vet([{ name: 'prog.go', text: head + text }]);
  expect(said).toBe(
    `# command-line-arguments\n# [command-line-arguments]\nvet: ./prog.go:${expected}\n`,
  );
});
