package url

import (
	"path"
	"strings"
)

// Parse takes a URL that may be relative to u.
func (u *URL) Parse(ref string) (*URL, error) {
	parsed, err := Parse(ref)
	if err != nil {
		return nil, err
	}
	return u.ResolveReference(parsed), nil
}

// ResolveReference is the absolute URL that ref is in a document at u (RFC 3986, 5.2).
func (u *URL) ResolveReference(ref *URL) *URL {
	result := *ref
	if ref.Scheme == "" {
		result.Scheme = u.Scheme
	}
	if ref.Scheme != "" || ref.Host != "" || ref.User != nil {
		result.setPath(withoutDots(ref.EscapedPath()))
		return &result
	}
	if ref.Opaque != "" {
		result.User, result.Host, result.Path = nil, "", ""
		return &result
	}
	if ref.Path == "" && !ref.ForceQuery && ref.RawQuery == "" {
		result.RawQuery = u.RawQuery
		if ref.Fragment == "" {
			result.Fragment, result.RawFragment = u.Fragment, u.RawFragment
		}
	}
	if ref.Path == "" && u.Opaque != "" {
		result.Opaque = u.Opaque
		result.User, result.Host, result.Path = nil, "", ""
		return &result
	}
	result.Host, result.User = u.Host, u.User
	base, relative := u.EscapedPath(), ref.EscapedPath()
	switch {
	case relative == "":
		relative = base
	case relative[0] != '/':
		relative = base[:strings.LastIndexByte(base, '/')+1] + relative
	}
	result.setPath(withoutDots(relative))
	return &result
}

// withoutDots follows the . and .. in a path, which is absolute then.
func withoutDots(whole string) string {
	if whole == "" {
		return ""
	}
	// What is between slashes; the empty element before a path's first slash is not kept.
	elements := strings.Split(whole, "/")
	var kept []string
	isFirst := true
	for _, element := range elements {
		switch element {
		case ".":
			isFirst = false
		case "..":
			if len(kept) > 0 {
				kept = kept[:len(kept)-1]
			}
			isFirst = len(kept) == 0
		default:
			if isFirst && element == "" && len(kept) == 0 {
				isFirst = false
				continue
			}
			kept = append(kept, element)
			isFirst = false
		}
	}
	result := "/" + strings.Join(kept, "/")
	if last := elements[len(elements)-1]; (last == "." || last == "..") && result != "/" {
		result += "/"
	}
	return result
}

// JoinPath is a URL with more elements behind its path, and without . and .. in it.
func (u *URL) JoinPath(elem ...string) *URL {
	joined, _ := u.join(elem)
	return joined
}

// JoinPath does so with the text of a URL.
func JoinPath(base string, elem ...string) (result string, err error) {
	u, err := Parse(base)
	if err != nil {
		return "", err
	}
	joined, err := u.join(elem)
	if err != nil {
		return "", err
	}
	return joined.String(), nil
}

func (u *URL) join(elem []string) (*URL, error) {
	first := u.EscapedPath()
	isRooted := strings.HasPrefix(first, "/")
	if !isRooted {
		// So that .. does not lead above it.
		first = "/" + first
	}
	all := append([]string{first}, elem...)
	joined := path.Join(all...)
	if !isRooted {
		joined = joined[1:]
	}
	if strings.HasSuffix(all[len(all)-1], "/") && !strings.HasSuffix(joined, "/") {
		joined += "/"
	}
	result := *u
	err := result.setPath(joined)
	return &result, err
}
