package url

import (
	"errors"
	"fmt"
	"internal/godebug"
	"internal/ipaddress"
	"strings"
)

// A Userinfo is a name, and perhaps a password.
type Userinfo struct {
	username    string
	password    string
	passwordSet bool
}

func User(username string) *Userinfo { return &Userinfo{username, "", false} }

func UserPassword(username, password string) *Userinfo { return &Userinfo{username, password, true} }

func (u *Userinfo) Username() string {
	if u == nil {
		return ""
	}
	return u.username
}

func (u *Userinfo) Password() (string, bool) {
	if u == nil {
		return "", false
	}
	return u.password, u.passwordSet
}

func (u *Userinfo) String() string {
	if u == nil {
		return ""
	}
	text := userPart.escape(u.username)
	if u.passwordSet {
		text += ":" + userPart.escape(u.password)
	}
	return text
}

// parseAuthority takes what is between // and the path.
func parseAuthority(scheme, authority string) (user *Userinfo, host string, err error) {
	at := strings.LastIndexByte(authority, '@')
	if host, err = parseHost(scheme, authority[at+1:]); err != nil || at < 0 {
		return nil, host, err
	}
	info := authority[:at]
	for i := range len(info) {
		c := info[i]
		if userPart.escapes(c) && strings.IndexByte(":!'()*%@", c) < 0 {
			return nil, "", errors.New("net/url: invalid userinfo")
		}
	}
	name, password, has := strings.Cut(info, ":")
	if name, err = userPart.unescape(name); err != nil {
		return nil, "", err
	}
	if !has {
		return User(name), host, nil
	}
	if password, err = userPart.unescape(password); err != nil {
		return nil, "", err
	}
	return UserPassword(name, password), host, nil
}

func parseHost(scheme, host string) (string, error) {
	bracket := strings.LastIndexByte(host, '[')
	switch {
	case bracket > 0:
		return "", errors.New("invalid IP-literal")
	case bracket == 0:
		return parseLiteral(host)
	}
	if colon := strings.IndexByte(host, ':'); colon >= 0 {
		isStrict := (scheme == "http" || scheme == "https") && godebug.Value("urlstrictcolons") != "0"
		if !isStrict {
			colon = strings.LastIndexByte(host, ':')
		}
		if err := checkPort(host[colon:]); err != nil {
			return "", err
		}
	}
	return hostPart.unescape(host)
}

// parseLiteral takes an address of IPv6 in brackets, and a port.
func parseLiteral(host string) (string, error) {
	end := strings.LastIndexByte(host, ']')
	if end < 0 {
		return "", errors.New("missing ']' in host")
	}
	port := host[end+1:]
	if err := checkPort(port); err != nil {
		return "", err
	}
	address, zone := host[1:end], ""
	if i := strings.Index(address, "%25"); i >= 0 {
		address, zone = address[:i], address[i:]
	}
	address, err := hostPart.unescape(address)
	if err != nil {
		return "", err
	}
	if zone, err = zonePart.unescape(zone); err != nil {
		return "", err
	}
	is4, err := ipaddress.Check(address + zone)
	if err != nil {
		return "", fmt.Errorf("invalid host: %w", err)
	}
	if is4 {
		return "", errors.New("invalid IP-literal")
	}
	return "[" + address + zone + "]" + port, nil
}

func checkPort(port string) error {
	if isPort(port) {
		return nil
	}
	return fmt.Errorf("invalid port %q after host", port)
}

// isPort is true of nothing, and of a colon with digits or none.
func isPort(port string) bool {
	if port == "" {
		return true
	}
	return port[0] == ':' && strings.Trim(port[1:], "0123456789") == ""
}

// Hostname is the host without port and brackets.
func (u *URL) Hostname() string {
	host, _ := u.hostAndPort()
	return host
}

func (u *URL) Port() string {
	_, port := u.hostAndPort()
	return port
}

func (u *URL) hostAndPort() (host, port string) {
	host = u.Host
	if colon := strings.LastIndexByte(host, ':'); colon >= 0 && isPort(host[colon:]) {
		host, port = host[:colon], host[colon+1:]
	}
	if strings.HasPrefix(host, "[") && strings.HasSuffix(host, "]") {
		host = host[1 : len(host)-1]
	}
	return host, port
}
