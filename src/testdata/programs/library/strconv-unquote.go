// What counts as a quoted text, and where it ends.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"''", "''x", "'", "'a'", "'a'b", "'ab'", "'\n'", `'\''x`, `'\n`, "``x", "`a\r`", "\"\xff\"", "\"\xff\"x", "'\xff'", "'\u2028'", `"\q"`, `"a"b"`, `'\"'`, `"\'"`, `'\u00e9'z`} {
		u, e := strconv.Unquote(s)
		p, f := strconv.QuotedPrefix(s)
		fmt.Printf("%q: %q %v %q %v\n", s, u, e, p, f)
	}
}
