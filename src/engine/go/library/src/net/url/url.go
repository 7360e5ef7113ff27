// Package url: URLs and their parts (RFC 3986), as text. Nothing is fetched.
package url

import (
	"errors"
	"fmt"
	"strings"
)

// An Error is about a URL and what was done with it.
type Error struct {
	Op  string
	URL string
	Err error
}

func (e *Error) Unwrap() error { return e.Err }
func (e *Error) Error() string { return fmt.Sprintf("%s %q: %s", e.Op, e.URL, e.Err) }

func (e *Error) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

func (e *Error) Temporary() bool {
	t, ok := e.Err.(interface{ Temporary() bool })
	return ok && t.Temporary()
}

// A URL is scheme://user@host/path?query#fragment, or scheme:opaque?query#fragment. Raw fields are as
// written, and only set where the others do not tell.
type URL struct {
	Scheme      string
	Opaque      string
	User        *Userinfo
	Host        string
	Path        string
	Fragment    string
	RawQuery    string
	RawPath     string
	RawFragment string
	// ForceQuery is for a question mark that nothing follows.
	ForceQuery bool
	// OmitHost is for a path behind a scheme without //.
	OmitHost bool
}

// Parse takes absolute and relative URLs.
func Parse(rawURL string) (*URL, error) {
	text, fragment, _ := strings.Cut(rawURL, "#")
	u, err := parse(text, false)
	if err != nil {
		return nil, &Error{"parse", text, err}
	}
	if fragment != "" {
		if err := u.setFragment(fragment); err != nil {
			return nil, &Error{"parse", rawURL, err}
		}
	}
	return u, nil
}

// ParseRequestURI takes what may stand in a request: an absolute URL or path, without a fragment.
func ParseRequestURI(rawURL string) (*URL, error) {
	u, err := parse(rawURL, true)
	if err != nil {
		return nil, &Error{"parse", rawURL, err}
	}
	return u, nil
}

func parse(text string, isRequest bool) (*URL, error) {
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return nil, errors.New("net/url: invalid control character in URL")
	}
	if text == "" && isRequest {
		return nil, errors.New("empty url")
	}
	if text == "*" {
		return &URL{Path: "*"}, nil
	}
	scheme, rest, err := cutScheme(text)
	if err != nil {
		return nil, err
	}
	u := &URL{Scheme: strings.ToLower(scheme)}
	before, query, found := strings.Cut(rest, "?")
	rest, u.RawQuery = before, query
	u.ForceQuery = found && query == ""

	isRooted := strings.HasPrefix(rest, "/")
	if !isRooted && u.Scheme != "" {
		u.Opaque = rest
		return u, nil
	}
	if !isRooted && isRequest {
		return nil, errors.New("invalid URI for request")
	}
	if !isRooted && hasColonFirst(rest) {
		return nil, errors.New("first path segment in URL cannot contain colon")
	}
	mayHaveHost := u.Scheme != "" || !isRequest && !strings.HasPrefix(rest, "///")
	if mayHaveHost && strings.HasPrefix(rest, "//") {
		authority, path := rest[2:], ""
		if i := strings.IndexByte(authority, '/'); i >= 0 {
			authority, path = authority[:i], authority[i:]
		}
		if u.User, u.Host, err = parseAuthority(u.Scheme, authority); err != nil {
			return nil, err
		}
		rest = path
	} else {
		u.OmitHost = u.Scheme != "" && isRooted
	}
	if err := u.setPath(rest); err != nil {
		return nil, err
	}
	return u, nil
}

// cutScheme takes the letters before the first colon; there need not be any.
func cutScheme(text string) (scheme, rest string, err error) {
	for i := range len(text) {
		c := text[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			continue
		case i > 0 && ('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.'):
			continue
		case c == ':' && i == 0:
			return "", "", errors.New("missing protocol scheme")
		case c == ':':
			return text[:i], text[i+1:], nil
		}
		break
	}
	return "", text, nil
}

// hasColonFirst is true of a path whose first element would be taken for a scheme.
func hasColonFirst(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ":")
}

func (u *URL) setPath(raw string) error {
	path, err := pathPart.unescape(raw)
	if err != nil {
		return err
	}
	u.Path, u.RawPath = path, raw
	if raw == pathPart.escape(path) {
		u.RawPath = ""
	}
	return nil
}

func (u *URL) setFragment(raw string) error {
	fragment, err := fragmentPart.unescape(raw)
	if err != nil {
		return err
	}
	u.Fragment, u.RawFragment = fragment, raw
	if raw == fragmentPart.escape(fragment) {
		u.RawFragment = ""
	}
	return nil
}

// written is the raw text of a part if it stands for the text, else the text escaped.
func (p part) written(raw, text string) string {
	if raw != "" && p.isEncoded(raw) {
		if unescaped, err := p.unescape(raw); err == nil && unescaped == text {
			return raw
		}
	}
	return p.escape(text)
}

// EscapedPath is the path as it was written, or may be.
func (u *URL) EscapedPath() string {
	if path := pathPart.written(u.RawPath, u.Path); u.Path != "*" || path == u.RawPath {
		return path
	}
	return "*"
}

// EscapedFragment is the fragment as it was written, or may be.
func (u *URL) EscapedFragment() string { return fragmentPart.written(u.RawFragment, u.Fragment) }

func (u *URL) String() string {
	var b strings.Builder
	if u.Scheme != "" {
		b.WriteString(u.Scheme + ":")
	}
	if u.Opaque != "" {
		b.WriteString(u.Opaque)
	} else {
		u.writeHierarchy(&b)
	}
	b.WriteString(u.queryText())
	if u.Fragment != "" {
		b.WriteString("#" + u.EscapedFragment())
	}
	return b.String()
}

// writeHierarchy writes what is between scheme and query.
func (u *URL) writeHierarchy(b *strings.Builder) {
	path := u.EscapedPath()
	hasAuthority := u.Host != "" || u.User != nil
	switch {
	case hasAuthority, u.Scheme != "" && u.Path != "" && !u.OmitHost:
		b.WriteString("//")
	case u.OmitHost && strings.HasPrefix(path, "//"):
		// The path must not be taken for a host.
		b.WriteString("%2F")
		path = path[1:]
	}
	if u.User != nil {
		b.WriteString(u.User.String() + "@")
	}
	b.WriteString(hostPart.escape(u.Host))
	if path != "" && path[0] != '/' && u.Host != "" {
		b.WriteByte('/')
	}
	if b.Len() == 0 && hasColonFirst(path) {
		b.WriteString("./")
	}
	b.WriteString(path)
}

func (u *URL) queryText() string {
	if u.ForceQuery || u.RawQuery != "" {
		return "?" + u.RawQuery
	}
	return ""
}

// Redacted is like String, with xxxxx for a password.
func (u *URL) Redacted() string {
	if u == nil {
		return ""
	}
	shown := *u
	if _, has := u.User.Password(); has {
		shown.User = UserPassword(u.User.Username(), "xxxxx")
	}
	return shown.String()
}

func (u *URL) IsAbs() bool { return u.Scheme != "" }

// Query leaves out what is wrong in the query.
func (u *URL) Query() Values {
	values, _ := ParseQuery(u.RawQuery)
	return values
}

// RequestURI is what a request for the URL says: path and query.
func (u *URL) RequestURI() string {
	text := u.Opaque
	if text == "" {
		text = u.EscapedPath()
		if text == "" {
			text = "/"
		}
	} else if strings.HasPrefix(text, "//") {
		text = u.Scheme + ":" + text
	}
	return text + u.queryText()
}

func (u *URL) MarshalBinary() (text []byte, err error) { return u.AppendBinary(nil) }

func (u *URL) AppendBinary(b []byte) ([]byte, error) { return append(b, u.String()...), nil }

func (u *URL) UnmarshalBinary(text []byte) error {
	parsed, err := Parse(string(text))
	if err == nil {
		*u = *parsed
	}
	return err
}

func (u *URL) Clone() *URL {
	if u == nil {
		return nil
	}
	clone := *u
	if u.User != nil {
		user := *u.User
		clone.User = &user
	}
	return &clone
}
