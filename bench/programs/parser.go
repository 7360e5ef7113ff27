// A parser of a JSON-like language: bytes, recursion, interfaces, maps.
package main

import (
	"fmt"
	"strings"
)

type parser struct {
	text string
	at   int
}

func (p *parser) space() {
	for p.at < len(p.text) && (p.text[p.at] == ' ' || p.text[p.at] == '\n') {
		p.at++
	}
}

func (p *parser) value() any {
	p.space()
	switch c := p.text[p.at]; {
	case c == '{':
		return p.object()
	case c == '[':
		return p.list()
	case c == '"':
		return p.str()
	case c >= '0' && c <= '9' || c == '-':
		return p.number()
	case strings.HasPrefix(p.text[p.at:], "true"):
		p.at += 4
		return true
	case strings.HasPrefix(p.text[p.at:], "null"):
		p.at += 4
		return nil
	}
	panic(fmt.Sprintf("unexpected %q at %d", p.text[p.at], p.at))
}

func (p *parser) object() map[string]any {
	fields := map[string]any{}
	p.at++
	for p.space(); p.text[p.at] != '}'; p.space() {
		key := p.str()
		p.space()
		p.at++
		fields[key] = p.value()
		p.space()
		if p.text[p.at] == ',' {
			p.at++
		}
	}
	p.at++
	return fields
}

func (p *parser) list() []any {
	var items []any
	p.at++
	for p.space(); p.text[p.at] != ']'; p.space() {
		items = append(items, p.value())
		p.space()
		if p.text[p.at] == ',' {
			p.at++
		}
	}
	p.at++
	return items
}

func (p *parser) str() string {
	p.at++
	start := p.at
	for p.text[p.at] != '"' {
		p.at++
	}
	p.at++
	return p.text[start : p.at-1]
}

func (p *parser) number() int {
	sign, n := 1, 0
	if p.text[p.at] == '-' {
		sign = -1
		p.at++
	}
	for p.at < len(p.text) && p.text[p.at] >= '0' && p.text[p.at] <= '9' {
		n = n*10 + int(p.text[p.at]-'0')
		p.at++
	}
	return sign * n
}

func sum(v any) int {
	switch v := v.(type) {
	case int:
		return v
	case string:
		return len(v)
	case bool:
		return 1
	case []any:
		total := 0
		for _, item := range v {
			total += sum(item)
		}
		return total
	case map[string]any:
		total := 0
		for key, item := range v {
			total += len(key) + sum(item)
		}
		return total
	}
	return 0
}

func main() {
	var text strings.Builder
	text.WriteString("[")
	for i := range 400 {
		if i > 0 {
			text.WriteString(",\n")
		}
		fmt.Fprintf(&text, `{"id": %d, "name": "item %d", "tags": ["a", "bc", null, true], "at": {"x": %d, "y": -%d}}`, i, i, i*3, i)
	}
	text.WriteString("]")
	total := 0
	for range 12 {
		p := &parser{text: text.String()}
		total += sum(p.value())
	}
	fmt.Println(total)
}
