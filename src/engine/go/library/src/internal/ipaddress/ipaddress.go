// Package ipaddress checks texts of IP addresses, in the words of net/netip.
package ipaddress

import (
	"strconv"
	"strings"
)

type parseAddrError struct {
	in, msg, at string
}

func (e parseAddrError) Error() string {
	text := "ParseAddr(" + strconv.Quote(e.in) + "): " + e.msg
	if e.at != "" {
		text += " (at " + strconv.Quote(e.at) + ")"
	}
	return text
}

// Check says what is wrong with an address, else whether it is one of IPv4.
func Check(text string) (is4 bool, err error) {
	mark := strings.IndexAny(text, ".:%")
	if mark < 0 {
		return false, parseAddrError{text, "unable to parse IP", ""}
	}
	switch text[mark] {
	case '.':
		return true, check4(text, text)
	case '%':
		return false, parseAddrError{text, "missing IPv6 address", ""}
	}
	return false, check6(text)
}

// check4 looks at four numbers in a text.
func check4(in, address string) error {
	fail := func(msg, at string) error { return parseAddrError{in, msg, at} }
	dots, value, count := 0, 0, 0
	for i := range len(address) {
		switch c := address[i]; {
		case '0' <= c && c <= '9':
			if count == 1 && value == 0 {
				return fail("IPv4 field has octet with leading zero", "")
			}
			value = 10*value + int(c-'0')
			count++
			if value > 255 {
				return fail("IPv4 field has value >255", "")
			}
		case c != '.':
			return fail("unexpected character", address[i:])
		case count == 0 || i == len(address)-1:
			return fail("IPv4 field must have at least one digit", address[i:])
		case dots == 3:
			return fail("IPv4 address too long", "")
		default:
			dots++
			value, count = 0, 0
		}
	}
	if dots < 3 {
		return fail("IPv4 address too short", "")
	}
	return nil
}

// check6 looks at up to eight groups of hexadecimal digits; :: stands for some that are zero, and the
// last two may be an address of IPv4.
func check6(in string) error {
	fail := func(msg, at string) error { return parseAddrError{in, msg, at} }
	rest, zone, hasZone := strings.Cut(in, "%")
	if hasZone && zone == "" {
		return fail("zone must be a non-empty string", "")
	}
	groups, hasGap := 0, false
	if strings.HasPrefix(rest, "::") {
		hasGap = true
		if rest = rest[2:]; rest == "" {
			return nil
		}
	}
	for groups < 8 {
		count := len(rest) - len(strings.TrimLeft(rest, "0123456789abcdefABCDEF"))
		switch {
		case count > 4:
			return fail("each group must have 4 or less digits", rest)
		case count == 0:
			return fail("each colon-separated field must have at least one digit", rest)
		}
		if count < len(rest) && rest[count] == '.' {
			if !hasGap && groups != 6 {
				return fail("embedded IPv4 address must replace the final 2 fields of the address", rest)
			}
			if groups > 6 {
				return fail("too many hex fields to fit an embedded IPv4 at the end of the address", rest)
			}
			if err := check4(in, rest); err != nil {
				return err
			}
			rest = ""
			groups += 2
			break
		}
		groups++
		if rest = rest[count:]; rest == "" {
			break
		}
		if rest[0] != ':' {
			return fail("unexpected character, want colon", rest)
		}
		if len(rest) == 1 {
			return fail("colon must be followed by more characters", rest)
		}
		if rest = rest[1:]; rest[0] == ':' {
			if hasGap {
				return fail("multiple :: in address", rest)
			}
			hasGap = true
			if rest = rest[1:]; rest == "" {
				break
			}
		}
	}
	switch {
	case rest != "":
		return fail("trailing garbage after address", rest)
	case groups < 8 && !hasGap:
		return fail("address string too short", "")
	case groups == 8 && hasGap:
		return fail("the :: must expand to at least one field of zeros", "")
	}
	return nil
}
