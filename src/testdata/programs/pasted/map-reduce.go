// MapReduce over shards with generic mappers and reducers.
package main

import (
	"cmp"
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"
	"unicode"
)

type KV[K cmp.Ordered, V any] struct {
	Key K
	Val V
}

type Mapper[I any, K cmp.Ordered, V any] func(I, func(K, V)) error
type Reducer[K cmp.Ordered, V, R any] func(K, []V) R

type shard[K cmp.Ordered, V any] struct {
	sync.Mutex
	data map[K][]V
}

func MapReduce[I any, K cmp.Ordered, V, R any](inputs []I, workers int, m Mapper[I, K, V], r Reducer[K, V, R]) ([]KV[K, R], error) {
	shards := make([]shard[K, V], 4)
	for i := range shards {
		shards[i].data = make(map[K][]V)
	}
	pick := func(k K) *shard[K, V] {
		h := fnv.New32a()
		fmt.Fprint(h, k)
		return &shards[h.Sum32()%uint32(len(shards))]
	}
	in := make(chan I)
	errc := make(chan error, workers)
	var wg sync.WaitGroup
	for range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range in {
				err := m(i, func(k K, v V) {
					s := pick(k)
					s.Lock()
					defer s.Unlock()
					s.data[k] = append(s.data[k], v)
				})
				if err != nil {
					errc <- err
					for range in {
					}
					return
				}
			}
		}()
	}
	for _, i := range inputs {
		in <- i
	}
	close(in)
	wg.Wait()
	close(errc)
	var errs []error
	for e := range errc {
		errs = append(errs, e)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	var out []KV[K, R]
	for i := range shards {
		for k, vs := range shards[i].data {
			out = append(out, KV[K, R]{k, r(k, vs)})
		}
	}
	slices.SortFunc(out, func(a, b KV[K, R]) int { return cmp.Compare(a.Key, b.Key) })
	return out, nil
}

type Doc struct {
	Name, Text string
}

func main() {
	docs := []Doc{{"one", "the cat sat on the mat"}, {"two", "the dog; the Cat!"}, {"three", "a mat, a dog, a cat"}}
	counts, err := MapReduce(docs, 3, func(d Doc, emit func(string, int)) error {
		for _, w := range strings.FieldsFunc(d.Text, func(r rune) bool { return !unicode.IsLetter(r) }) {
			emit(strings.ToLower(w), 1)
		}
		return nil
	}, func(k string, vs []int) int { return len(vs) })
	fmt.Println(counts, err)
	index, err := MapReduce(docs, 2, func(d Doc, emit func(string, string)) error {
		for w := range strings.FieldsSeq(d.Text) {
			emit(strings.Trim(strings.ToLower(w), ",;!"), d.Name)
		}
		return nil
	}, func(k string, vs []string) []string { slices.Sort(vs); return slices.Compact(vs) })
	w := tabwriter.NewWriter(os.Stdout, 4, 0, 1, '.', 0)
	for _, e := range index {
		fmt.Fprintf(w, "%s\t%v\t%d\n", e.Key, strings.Join(e.Val, ","), len(e.Val))
	}
	w.Flush()
	fmt.Println(err)
	_, err = MapReduce([]int{1, 2, 3, 4}, 2, func(i int, emit func(int, int)) error {
		if i == 3 {
			return fmt.Errorf("input %d is bad", i)
		}
		emit(i%2, i)
		return nil
	}, func(k int, vs []int) float64 { return float64(len(vs)) / 2 })
	fmt.Println(err)
	fmt.Printf("%T %+v\n", counts[0], index[0])
}
