// A pool of workers with retries, permanent errors and a table of results.
package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
	"text/tabwriter"
	"time"
)

type Job struct {
	ID      int
	Payload string
	Retries int
}

type Result struct {
	Job    Job
	Output string
	Err    error
	Took   time.Duration
}

var ErrTransient = errors.New("transient failure")

type PermanentError struct {
	JobID int
	Cause error
}

func (e *PermanentError) Error() string { return fmt.Sprintf("job %d: %v", e.JobID, e.Cause) }
func (e *PermanentError) Unwrap() error { return e.Cause }

func process(j Job) (string, error) {
	switch {
	case j.ID%7 == 0:
		return "", &PermanentError{j.ID, fmt.Errorf("bad payload %q: %w", j.Payload, os.ErrInvalid)}
	case j.ID%3 == 0 && j.Retries < 2:
		return "", fmt.Errorf("attempt %d: %w", j.Retries+1, ErrTransient)
	}
	return strings.ToUpper(j.Payload), nil
}

type Pool struct {
	jobs    chan Job
	results chan Result
	wg      sync.WaitGroup
	mu      sync.Mutex
	stats   map[string]int
}

func NewPool(workers int) *Pool {
	p := &Pool{jobs: make(chan Job, 4), results: make(chan Result), stats: map[string]int{}}
	for i := range workers {
		p.wg.Add(1)
		go p.worker(i)
	}
	go func() {
		p.wg.Wait()
		close(p.results)
	}()
	return p
}

func (p *Pool) count(key string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stats[key]++
}

func (p *Pool) worker(id int) {
	defer p.wg.Done()
	for job := range p.jobs {
		start := time.Now()
		var out string
		var err error
		for {
			out, err = process(job)
			if errors.Is(err, ErrTransient) {
				p.count("retry")
				job.Retries++
				time.Sleep(time.Duration(job.Retries) * time.Millisecond)
				continue
			}
			break
		}
		if err != nil {
			p.count("failed")
		} else {
			p.count("ok")
		}
		p.results <- Result{job, out, err, time.Since(start)}
	}
}

func main() {
	p := NewPool(3)
	go func() {
		defer close(p.jobs)
		for i := 1; i <= 15; i++ {
			p.jobs <- Job{ID: i, Payload: fmt.Sprintf("payload-%02d", i)}
		}
	}()
	var all []Result
	for r := range p.results {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Job.ID < all[j].Job.ID })
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight|tabwriter.Debug)
	fmt.Fprintln(w, "id\tretries\toutput\terror\t")
	for _, r := range all {
		fmt.Fprintf(w, "%d\t%d\t%s\t%v\t\n", r.Job.ID, r.Job.Retries, r.Output, r.Err)
	}
	w.Flush()
	var pe *PermanentError
	for _, r := range all {
		if errors.As(r.Err, &pe) {
			fmt.Printf("permanent: %+v is invalid: %t\n", pe.JobID, errors.Is(r.Err, os.ErrInvalid))
		}
	}
	fmt.Println(p.stats)
}
