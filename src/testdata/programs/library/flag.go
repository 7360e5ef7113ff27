package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

type list []string

func (l *list) String() string     { return strings.Join(*l, "+") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

func main() {
	workers := flag.Int("workers", 4, "number of `goroutines`")
	verbose := flag.Bool("v", false, "say more")
	flag.Parse()
	fmt.Println(*workers, *verbose, flag.NArg(), flag.Args(), flag.NFlag(), flag.Parsed())

	set := func() (*flag.FlagSet, *strings.Builder) {
		f := flag.NewFlagSet("tool", flag.ContinueOnError)
		var out strings.Builder
		f.SetOutput(&out)
		return f, &out
	}
	cases := [][]string{
		{"-n", "3", "--name=x y", "-b", "-d", "1m30s", "-f=2.5", "-l", "a", "-l=b", "rest", "-n"},
		{"-n=0x10", "-b=false", "--", "-x"}, {"-n", "abc"}, {"-n", "99999999999999999999"}, {"-zzz"}, {"-b=maybe"}, {"-d", "5"},
		{"-u", "-1"}, {"-name"}, {"---x"}, {"-=x"}, {"-h"}, {"-"}, {}, {"-fn", "bad"}, {"-fn=ok"}, {"-u64=18446744073709551615", "-i64=-5"},
	}
	for _, args := range cases {
		f, out := set()
		n := f.Int("n", 7, "a number")
		u := f.Uint("u", 1, "an unsigned number")
		u64 := f.Uint64("u64", 0, "")
		i64 := f.Int64("i64", 0, "a\nlonger text")
		name := f.String("name", "none", "the `title` of it")
		b := f.Bool("b", true, "a switch")
		d := f.Duration("d", time.Second, "how long")
		x := f.Float64("f", 0.5, "a fraction")
		var l list
		f.Var(&l, "l", "items")
		f.Func("fn", "calls", func(s string) error {
			if s == "bad" {
				return errors.New("is bad")
			}
			return nil
		})
		err := f.Parse(args)
		fmt.Println(args, err, *n, *u, *u64, *i64, *name, *b, *d, *x, l, f.Args(), f.NFlag())
		f.Visit(func(fl *flag.Flag) { fmt.Print(fl.Name, "=", fl.Value, " ") })
		fmt.Println()
		fmt.Print(out.String())
	}
	f, _ := set()
	f.Int("n", 7, "a number")
	fmt.Println(f.Set("n", "9"), f.Set("m", "1"), f.Lookup("n").Value, f.Lookup("n").DefValue, f.Lookup("m") == nil)
	defer func() { fmt.Println(recover()); flag.CommandLine.SetOutput(os.Stdout); flag.PrintDefaults() }()
	f.SetOutput(os.Stdout)
	f.Int("n", 8, "again")
}
