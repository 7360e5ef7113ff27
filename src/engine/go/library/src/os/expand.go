package os

// Expand replaces $name and ${name} by what mapping gives.
func Expand(s string, mapping func(string) string) string {
	text := ""
	for i := 0; i < len(s); i++ {
		if s[i] != '$' || i+1 == len(s) {
			text += s[i : i+1]
			continue
		}
		name, length := variableName(s[i+1:])
		switch {
		case name != "":
			text += mapping(name)
		case length == 0:
			// A dollar that names nothing stays.
			text += "$"
		}
		i += length
	}
	return text
}

func ExpandEnv(s string) string { return Expand(s, Getenv) }

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func isSpecial(c byte) bool {
	switch c {
	case '*', '#', '$', '@', '!', '?', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return true
	}
	return false
}

// variableName is the name after a dollar and how many bytes it takes.
func variableName(s string) (name string, length int) {
	if s[0] == '{' {
		if len(s) > 2 && isSpecial(s[1]) && s[2] == '}' {
			return s[1:2], 3
		}
		for i := 1; i < len(s); i++ {
			if s[i] == '}' {
				if i == 1 {
					return "", 2
				}
				return s[1:i], i + 1
			}
		}
		return "", 1
	}
	if isSpecial(s[0]) {
		return s[:1], 1
	}
	for length < len(s) && isNameByte(s[length]) {
		length++
	}
	return s[:length], length
}
