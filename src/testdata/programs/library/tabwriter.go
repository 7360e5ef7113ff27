// Columns of tabs: widths, alignment, escapes, random cells.
package main

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"text/tabwriter"
)

func main() {
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', 0)
	fmt.Fprintln(w, "name\tqty\tprice")
	fmt.Fprintln(w, "apple\t5\t1.25")
	fmt.Fprintln(w, "watermelon\t12\t3")
	w.Flush()
	w.Init(os.Stdout, 5, 0, 1, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "a\tb\tc\td\t.")
	fmt.Fprintln(w, "123\t12345\t1234567\t123456789\t.")
	fmt.Fprintln(w)
	fmt.Fprintln(w, "aaa\tbé\t")
	w.Flush()
	r := rand.New(rand.NewSource(1))
	pieces := []string{"a", "bb", "ccc", "é", "\t", "\t", "\v", "\n", "\n", "\f", "<b>", "&amp;", "\xffx\ty\xff", "", "longer text"}
	for i := range 400 {
		var out bytes.Buffer
		flags := uint(r.Intn(64))
		pad := []byte{' ', '.', '\t'}[r.Intn(3)]
		w := tabwriter.NewWriter(&out, r.Intn(4), r.Intn(9), r.Intn(3), pad, flags)
		var in bytes.Buffer
		for range r.Intn(25) {
			p := pieces[r.Intn(len(pieces))]
			in.WriteString(p)
			w.Write([]byte(p))
		}
		w.Flush()
		fmt.Printf("%d %d %q %q\n", i, flags, in.String(), out.String())
	}
	defer func() { fmt.Println(recover()) }()
	tabwriter.NewWriter(os.Stdout, -1, 0, 0, ' ', 0)
}
