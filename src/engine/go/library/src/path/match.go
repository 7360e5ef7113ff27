package path

import "unicode/utf8"

// Match reports whether name as a whole matches the shell pattern.
func Match(pattern, name string) (matched bool, err error) {
	for pattern != "" {
		if pattern[0] == '*' {
			for pattern != "" && pattern[0] == '*' {
				pattern = pattern[1:]
			}
			return matchStar(pattern, name)
		}
		rest, size, ok, err := matchOne(pattern, name)
		if err != nil {
			return false, err
		}
		if !ok {
			return false, wellFormed(rest)
		}
		pattern, name = rest, name[size:]
	}
	return name == "", nil
}

// matchStar tries the pattern after a star at every place of name up to a slash.
func matchStar(pattern, name string) (bool, error) {
	for i := 0; ; i++ {
		matched, err := Match(pattern, name[i:])
		if matched || err != nil {
			return matched, err
		}
		if i == len(name) || name[i] == '/' {
			return false, nil
		}
	}
}

func wellFormed(pattern string) error {
	for pattern != "" {
		if pattern[0] == '*' {
			pattern = pattern[1:]
			continue
		}
		rest, _, _, err := matchOne(pattern, "")
		if err != nil {
			return err
		}
		pattern = rest
	}
	return nil
}

// matchOne matches the first element of the pattern; rest is the pattern after it.
func matchOne(pattern, name string) (rest string, size int, ok bool, err error) {
	r, size := utf8.DecodeRuneInString(name)
	hasRune := name != ""
	switch pattern[0] {
	case '?':
		return pattern[1:], size, hasRune && r != '/', nil
	case '[':
		return matchClass(pattern[1:], r, size, hasRune)
	case '\\':
		pattern = pattern[1:]
		if pattern == "" {
			return "", 0, false, ErrBadPattern
		}
	}
	return pattern[1:], 1, hasRune && name[0] == pattern[0], nil
}

func matchClass(class string, r rune, size int, hasRune bool) (rest string, n int, ok bool, err error) {
	isNegated := class != "" && class[0] == '^'
	if isNegated {
		class = class[1:]
	}
	found := false
	for count := 0; ; count++ {
		if class != "" && class[0] == ']' && count > 0 {
			return class[1:], size, hasRune && found != isNegated, nil
		}
		var low, high rune
		if low, class, err = classRune(class); err != nil {
			return "", 0, false, err
		}
		high = low
		if class[0] == '-' {
			if high, class, err = classRune(class[1:]); err != nil {
				return "", 0, false, err
			}
		}
		found = found || low <= r && r <= high
	}
}

// classRune takes a rune of a class, which must not end there.
func classRune(class string) (r rune, rest string, err error) {
	if class == "" || class[0] == '-' || class[0] == ']' {
		return 0, "", ErrBadPattern
	}
	if class[0] == '\\' {
		class = class[1:]
		if class == "" {
			return 0, "", ErrBadPattern
		}
	}
	r, size := utf8.DecodeRuneInString(class)
	if r == utf8.RuneError && size == 1 || len(class) == size {
		return 0, "", ErrBadPattern
	}
	return r, class[size:], nil
}
