// Sets of runes by name, case of a language, bytes.Reader.
package main

import (
	"bytes"
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode"
)

func main() {
	for _, r := range "aĂ9 Ⅷ中がДא\u0301€\n\u200d😀𐌰ᚠ" {
		var in []string
		for name, t := range unicode.Scripts {
			if unicode.Is(t, r) {
				in = append(in, name)
			}
		}
		for _, name := range []string{"L", "Lu", "Nd", "Nl", "M", "Mn", "Sc", "So", "Zs", "Cc", "Cf", "Cn", "LC"} {
			if unicode.Is(unicode.Categories[name], r) {
				in = append(in, name)
			}
		}
		for _, name := range []string{"Join_Control", "Ideographic", "White_Space", "STerm", "Diacritic"} {
			if unicode.Is(unicode.Properties[name], r) {
				in = append(in, name)
			}
		}
		sort.Strings(in)
		fmt.Println(string(r), in)
	}
	fmt.Println(unicode.Version, len(unicode.Scripts))
	s := "iıİI Straße éÉ"
	fmt.Println(strings.ToUpperSpecial(unicode.TurkishCase, s), strings.ToLowerSpecial(unicode.TurkishCase, s), strings.ToTitleSpecial(unicode.AzeriCase, s))
	fmt.Println(string(bytes.ToUpperSpecial(unicode.TurkishCase, []byte(s))))
	b, a, ok := bytes.CutLast([]byte("a/b/c"), []byte("/"))
	fmt.Printf("%s %s %v\n", b, a, ok)
	b, a, ok = bytes.CutLast([]byte("abc"), []byte("/"))
	fmt.Printf("%s %s %v %v\n", b, a, ok, a == nil)
	r := bytes.NewReader([]byte("héllo"))
	fmt.Println(r.Len(), r.Size())
	c, _ := r.ReadByte()
	ch, n, err := r.ReadRune()
	fmt.Println(c, ch, n, err, r.UnreadRune(), r.UnreadRune(), r.UnreadByte(), r.UnreadByte())
	buf := make([]byte, 3)
	fmt.Println(r.ReadAt(buf, 2))
	fmt.Println(r.ReadAt(buf, 9))
	fmt.Println(r.ReadAt(buf, -1))
	fmt.Println(r.Seek(-2, io.SeekEnd))
	fmt.Println(r.Seek(-20, io.SeekEnd))
	fmt.Println(r.Seek(0, 7))
	var out bytes.Buffer
	fmt.Println(r.WriteTo(&out))
	fmt.Println(out.String(), r.Len())
	r.Reset([]byte("new"))
	all, err := io.ReadAll(r)
	fmt.Println(string(all), err)
	fmt.Printf("%T\n", r)
}
