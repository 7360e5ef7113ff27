// HTML escaped and back: named and numeric references, random texts.
package main

import (
	"fmt"
	"html"
	"math/rand"
	"strings"
)

func main() {
	fmt.Println(html.EscapeString(`<a href="x">'&amp;'</a>`))
	for _, s := range []string{"&lt;&gt;&amp;&quot;&#39;", "&copy", "&copyx", "&notit;", "&not;", "&notin;", "&#x41;&#65;&#128;&#x80;&#0;&#xD800;&#x110000;", "&", "&&", "& ", "&;", "&#", "&#;", "&#x;", "&#1", "&#12", "&#x1", "&#xg;", "&bogus;", "&NotEqualTilde;", "&fjlig;x", "&Aacute", "&aacutex;", "&CounterClockwiseContourIntegral;", "&ampamp;", "&amp;amp;", "&LT", "&frac14x", "no refs", "&thetasym&upsih;", "&#4294967361;", "a&b&c;"} {
		fmt.Printf("%q -> %q\n", s, html.UnescapeString(s))
	}
	r := rand.New(rand.NewSource(3))
	pieces := []string{"&", "#", "x", ";", "amp", "lt", "copy", "1", "65", "F", "notin", "not", " ", "é", "AMP", "prod"}
	for range 300 {
		var sb strings.Builder
		for range r.Intn(10) {
			sb.WriteString(pieces[r.Intn(len(pieces))])
		}
		s := sb.String()
		fmt.Printf("%q %q %t\n", s, html.UnescapeString(s), html.UnescapeString(html.EscapeString(s)) == s)
	}
}
