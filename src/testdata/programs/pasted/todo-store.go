// A command line with flags over a file of tasks.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

type Task struct {
	Title string
	Done  bool
	Due   time.Time
}

type Store struct{ path string }

func (s Store) Load() ([]Task, error) {
	f, err := os.Open(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Task
	r := bufio.NewReader(f)
	for {
		line, err := r.ReadString('\n')
		if err == io.EOF {
			return out, nil
		}
		var t Task
		var due, title string
		if _, err := fmt.Sscanf(line, "%t|%10s|%q", &t.Done, &due, &title); err != nil {
			return out, fmt.Errorf("%s: bad line %q: %w", filepath.Base(s.path), line, err)
		}
		t.Title = title
		t.Due, err = time.Parse(time.DateOnly, due)
		if err != nil {
			return out, err
		}
		out = append(out, t)
	}
}

func (s Store) Save(ts []Task) error {
	tmp, err := os.CreateTemp(filepath.Dir(s.path), "todo-*.tmp")
	if err != nil {
		return err
	}
	w := bufio.NewWriter(tmp)
	for _, t := range ts {
		fmt.Fprintf(w, "%t|%s|%q\n", t.Done, t.Due.Format(time.DateOnly), t.Title)
	}
	if err := errors.Join(w.Flush(), tmp.Close()); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), s.path)
}

func run(args []string, in io.Reader, out io.Writer) error {
	fset := flag.NewFlagSet("todo", flag.ContinueOnError)
	fset.SetOutput(out)
	verbose := fset.Bool("v", false, "be `loud`")
	n := fset.Int("n", 3, "how many to show")
	var dur time.Duration
	fset.DurationVar(&dur, "in", 24*time.Hour, "due in")
	fset.Func("tag", "a tag", func(s string) error {
		if s == "" {
			return errors.New("empty tag")
		}
		return nil
	})
	if err := fset.Parse(args); err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "todo")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	st := Store{filepath.Join(dir, "tasks.txt")}
	base := time.Date(2024, 12, 30, 0, 0, 0, 0, time.UTC)
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		cmd, rest, _ := strings.Cut(strings.TrimSpace(sc.Text()), " ")
		ts, err := st.Load()
		if err != nil {
			return err
		}
		switch cmd {
		case "add":
			ts = append(ts, Task{Title: rest, Due: base.Add(dur * time.Duration(len(ts)+1))})
		case "done":
			var i int
			if _, err := fmt.Sscan(rest, &i); err != nil || i < 1 || i > len(ts) {
				fmt.Fprintf(out, "bad index %q: %v\n", rest, err)
				continue
			}
			ts[i-1].Done = true
		case "list":
			for i, t := range ts[:min(*n, len(ts))] {
				mark := map[bool]rune{true: '✓', false: ' '}[t.Done]
				fmt.Fprintf(out, "%d. [%c] %-12s %s (%s, week %02d)\n", i+1, mark, t.Title, t.Due.Format("Mon 2 Jan"), t.Due.Weekday(), func() int { _, w := t.Due.ISOWeek(); return w }())
			}
		case "corrupt":
			os.WriteFile(st.path, []byte("maybe|x|y\n"), 0o600)
			continue
		default:
			fmt.Fprintf(out, "unknown %q\n", cmd)
		}
		if err := st.Save(ts); err != nil {
			return err
		}
	}
	if *verbose {
		fmt.Fprintln(out, fset.NArg(), fset.Args())
	}
	return nil
}

func main() {
	in := "add milk\nadd \"two words\"\nlist\ndone 1\ndone x\ndone 9\nadd c\nadd d\nlist\nfly\n"
	for _, a := range [][]string{{}, {"-v", "-n=1", "-in", "36h", "rest", "-x"}, {"-bogus"}, {"-n", "x"}, {"-tag", ""}, {"-h"}} {
		err := run(a, strings.NewReader(in), os.Stdout)
		fmt.Println("=>", err, errors.Is(err, flag.ErrHelp))
		in = "list\n"
	}
	fmt.Println(run(nil, strings.NewReader("add a\ncorrupt\nlist\n"), io.Discard))
	_, err := os.ReadFile("/definitely/not/here.txt")
	var pe *fs.PathError
	fmt.Println(err, errors.As(err, &pe), pe.Op, pe.Path)
}
