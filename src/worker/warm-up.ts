// The program that the next worker compiles while nobody waits: it imports what most programs do and
// uses the language as they do, so that the library's declarations are read and the JavaScript
// engine knows the compiler when Run is pressed. It is not run: what a machine learns from one
// program does not help another.

export const warmUp = `package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"log"
	"math/rand"
	"os"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

type shape interface{ area() int }

type box struct {
	name  string
	sides []int
}

func (b *box) area() int {
	product := 1
	for _, side := range b.sides {
		product *= side
	}
	return product
}

var errEmpty = errors.New("empty")

func check(b *box) error {
	if len(b.sides) == 0 {
		return fmt.Errorf("%s: %w", b.name, errEmpty)
	}
	return nil
}

func produce(ctx context.Context, jobs chan<- int, count int) {
	defer close(jobs)
	for i := range count {
		select {
		case jobs <- i:
		case <-ctx.Done():
			return
		}
	}
}

func largest[T int | float64](values ...T) (max T) {
	for i, value := range values {
		if i == 0 || value > max {
			max = value
		}
	}
	return max
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	var (
		mu    sync.Mutex
		wg    sync.WaitGroup
		total atomic.Int64
	)
	seen := make(map[string]int)
	jobs := make(chan int, 2)
	go produce(ctx, jobs, 5)
	for worker := 0; worker < 2; worker++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for job := range jobs {
				time.Sleep(time.Duration(job) * time.Millisecond)
				total.Add(int64(job))
				mu.Lock()
				seen["worker "+strconv.Itoa(worker)] += job
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, strings.ToUpper(name))
	}
	sort.Strings(names)
	slices.Reverse(names)
	var shapes []shape
	b := &box{name: "small", sides: []int{2, rand.Intn(1) + 3}}
	shapes = append(shapes, b)
	switch err := check(&box{name: "none"}); {
	case errors.Is(err, errEmpty):
		fmt.Println(err, strings.Join(names, ", "))
	case err != nil:
		log.Fatal(err)
	}
	defer func() { fmt.Println(recover()) }()
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprintf(out, "%d %v %T %s\\n", total.Load(), shapes[0].area(), b, time.Since(time.Now()))
	out.Flush()
	fmt.Println(largest(1, 2, b.sides[len(b.sides)-1]), b.sides[len(shapes)+7])
}
`;
