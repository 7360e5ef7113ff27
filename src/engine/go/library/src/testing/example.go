package testing

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// InternalExample is an example of a package with the output it is to have.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// RunExamples is for programs that run examples without M.
func RunExamples(match func(pattern, text string) (bool, error), examples []InternalExample) (ok bool) {
	_, ok = runExamples(match, examples)
	return ok
}

func runExamples(match matchFunc, examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(match, options.run, "-test.run", options.skip)
	for _, example := range examples {
		if _, matched, _ := m.fullName(nil, example.Name); matched {
			ran = true
			ok = example.run() && ok
		}
	}
	return ran, ok
}

// run runs the example with a pipe for standard output; whether it printed what it should.
func (e *InternalExample) run() (ok bool) {
	if options.verbose.on {
		fmt.Printf("=== RUN   %s\n", e.Name)
	}
	standard := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout = w
	printed := make(chan string)
	go func() {
		var b strings.Builder
		io.Copy(&b, r)
		r.Close()
		printed <- b.String()
	}()
	finished := false
	start := time.Now()
	defer func() {
		duration := time.Since(start)
		w.Close()
		os.Stdout = standard
		output := <-printed
		value := recover()
		ok = e.judge(output, duration, finished, value)
	}()
	e.F()
	finished = true
	return
}

func (e *InternalExample) judge(output string, duration time.Duration, finished bool, value any) bool {
	got, want := strings.TrimSpace(output), strings.TrimSpace(e.Output)
	complaint := ""
	if value == nil {
		if e.Unordered {
			if !slices.Equal(sortedLines(got), sortedLines(want)) {
				complaint = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", output, e.Output)
			}
		} else if got != want {
			complaint = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
		}
	}
	passed := complaint == "" && finished && value == nil
	if !passed {
		fmt.Printf("--- FAIL: %s (%s)\n%s", e.Name, secondsText(duration), complaint)
	} else if options.verbose.on {
		fmt.Printf("--- PASS: %s (%s)\n", e.Name, secondsText(duration))
	}
	if value != nil {
		panic(value)
	}
	if !finished {
		panic(errStopped)
	}
	return passed
}

func sortedLines(text string) []string { return slices.Sorted(strings.SplitSeq(text, "\n")) }
