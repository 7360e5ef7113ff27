package template

import (
	"fmt"
	"io"
	"reflect"
	"strings"
	"unicode"
	"unicode/utf8"
)

var htmlEscaper = strings.NewReplacer("\x00", "\ufffd", `"`, "&#34;", `'`, "&#39;", "&", "&amp;", "<", "&lt;", ">", "&gt;")

// HTMLEscape writes b with what HTML could misread escaped.
func HTMLEscape(w io.Writer, b []byte) { io.WriteString(w, HTMLEscapeString(string(b))) }

func HTMLEscapeString(s string) string { return htmlEscaper.Replace(s) }

// HTMLEscaper escapes what Print makes of its arguments.
func HTMLEscaper(args ...any) string { return HTMLEscapeString(printed(args)) }

// JSEscape writes b with what JavaScript or HTML could misread in a string escaped.
func JSEscape(w io.Writer, b []byte) { io.WriteString(w, JSEscapeString(string(b))) }

func JSEscapeString(s string) string {
	var text strings.Builder
	for i, r := range s {
		switch {
		case r == '\\' || r == '\'' || r == '"':
			text.WriteByte('\\')
			text.WriteRune(r)
		case r == '<' || r == '>' || r == '&' || r == '=' || r < ' ':
			fmt.Fprintf(&text, `\u%04X`, r)
		case r < utf8.RuneSelf:
			text.WriteRune(r)
		case unicode.IsPrint(r):
			_, n := utf8.DecodeRuneInString(s[i:])
			text.WriteString(s[i : i+n])
		default:
			fmt.Fprintf(&text, `\u%04X`, r)
		}
	}
	return text.String()
}

func JSEscaper(args ...any) string { return JSEscapeString(printed(args)) }

// URLQueryEscaper escapes what Print makes of its arguments for the query of a URL.
func URLQueryEscaper(args ...any) string {
	var text strings.Builder
	for _, c := range []byte(printed(args)) {
		switch {
		case c == ' ':
			text.WriteByte('+')
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte("-_.~", c) >= 0:
			text.WriteByte(c)
		default:
			fmt.Fprintf(&text, "%%%02X", c)
		}
	}
	return text.String()
}

func printed(args []any) string {
	if len(args) == 1 {
		if s, ok := args[0].(string); ok {
			return s
		}
	}
	for i, arg := range args {
		if x, ok := printable(reflect.ValueOf(arg)); ok {
			args[i] = x
		}
	}
	return fmt.Sprint(args...)
}
