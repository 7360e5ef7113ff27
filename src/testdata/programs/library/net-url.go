package main

import (
	"errors"
	"fmt"
	"net/url"
)

func main() {
	u, err := url.Parse("https://gopher:s%40fe@example.com:8080/a%2Fb/c d?q=go+url&q=2&empty#part%20one")
	if err != nil {
		panic(err)
	}
	fmt.Println(u)
	fmt.Println(u.Redacted(), u.Hostname(), u.Port(), u.Path, u.RawPath, u.Fragment)
	password, ok := u.User.Password()
	fmt.Println(u.User.Username(), password, ok, u.Query(), u.Query().Get("q"), u.Query().Has("empty"))

	for _, text := range []string{"http://[::1]:80/", "http://[::1", "http://[1.2.3.4]/", "http://[::g]/", "http://a b/",
		"1http://x", "http://x:port/", "/path%zz", ":", "mailto:a@b.c", "//host/p", "a:b/c", "", "http://[fe80::1%25eth0]/"} {
		u, err := url.Parse(text)
		fmt.Printf("%q %v %v\n", text, u, err)
		var problem *url.Error
		if errors.As(err, &problem) {
			fmt.Printf("\t%s %q %T\n", problem.Op, problem.URL, problem.Err)
		}
	}

	base, _ := url.Parse("http://example.com/dir/file?x=1")
	for _, ref := range []string{"other", "../up", "/root", "?y=2", "#f", "//elsewhere/z", "./a/../b/", "mailto:x"} {
		to, err := base.Parse(ref)
		fmt.Println(ref, to, err)
	}
	fmt.Println(base.JoinPath("a", "../b/"), url.UserPassword("a:b", "c d"))
	joined, err := url.JoinPath("http://h/%2f", "x y", "..", "z")
	fmt.Println(joined, err)

	v := url.Values{}
	v.Set("name", "Ava & Bo")
	v.Add("friend", "Jess=1")
	v.Add("friend", "Zoë")
	v.Del("none")
	fmt.Println(v.Encode(), url.PathEscape("a/b c+d"), url.QueryEscape("a/b c+d"))
	_, err = url.ParseQuery("a=1;b=2&c=%")
	fmt.Println(err)
	_, err = url.PathUnescape("%4")
	fmt.Printf("%v %T\n", err, err)
}
