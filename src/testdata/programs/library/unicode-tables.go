// Tables of package unicode: properties with their ranges, folding, aliases, cases.
package main

import (
	"fmt"
	"maps"
	"slices"
	"unicode"
)

func count(t *unicode.RangeTable) (n int, first, last rune) {
	for r := rune(0); r <= 0x3ff; r++ {
		if unicode.Is(t, r) {
			if n == 0 {
				first = r
			}
			last = r
			n++
		}
	}
	return n, first, last
}

func main() {
	for _, name := range []string{"Hyphen", "Other_Lowercase", "Other_Math", "Other_ID_Start", "Modifier_Combining_Mark", "Prepended_Concatenation_Mark"} {
		n, first, last := count(unicode.Properties[name])
		fmt.Printf("%s %d %U %U\n", name, n, first, last)
	}
	fmt.Println(unicode.Hyphen == unicode.Properties["Hyphen"], len(unicode.Properties), len(unicode.Categories))
	fmt.Println(len(unicode.Hyphen.R16), unicode.Hyphen.R16[0], unicode.Other_Uppercase.R32[0])
	for _, key := range slices.Sorted(maps.Keys(unicode.FoldCategory)) {
		fmt.Print(key, " ", len(unicode.FoldCategory[key].R16), "; ")
	}
	for _, key := range slices.Sorted(maps.Keys(unicode.FoldScript)) {
		fmt.Print(key, " ", len(unicode.FoldScript[key].R16), "; ")
	}
	fmt.Println(unicode.CategoryAliases["Lowercase_Letter"], unicode.CategoryAliases["punct"], len(unicode.CategoryAliases))

	differences := 0
	cases := unicode.SpecialCase(unicode.CaseRanges)
	for r := rune(0); r < 0x200; r++ {
		if cases.ToUpper(r) != unicode.ToUpper(r) || cases.ToLower(r) != unicode.ToLower(r) || cases.ToTitle(r) != unicode.ToTitle(r) {
			differences++
		}
	}
	fmt.Println(len(unicode.CaseRanges), unicode.CaseRanges[0], differences)
}
