// A shop takes orders from several customers, packs them with a few packers and keeps count: the
// kind of program that people write to learn, a hundred lines long.
package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

type order struct {
	id       int
	customer string
	items    []string
}

type parcel struct {
	order order
	took  time.Duration
}

var errOutOfStock = errors.New("out of stock")

type stock struct {
	mu    sync.Mutex
	items map[string]int
}

func (s *stock) take(item string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.items[item] == 0 {
		return fmt.Errorf("%s: %w", item, errOutOfStock)
	}
	s.items[item]--
	return nil
}

func customer(ctx context.Context, name string, count int, orders chan<- order) {
	for i := range count {
		o := order{id: i, customer: name, items: []string{"tea", "cup"}}
		if i%3 == 2 {
			o.items = append(o.items, "cake")
		}
		select {
		case orders <- o:
			time.Sleep(2 * time.Millisecond)
		case <-ctx.Done():
			return
		}
	}
}

func packer(s *stock, orders <-chan order, parcels chan<- parcel, failures chan<- error) {
	for o := range orders {
		start := time.Now()
		var failed error
		for _, item := range o.items {
			time.Sleep(time.Millisecond)
			failed = errors.Join(failed, s.take(item))
		}
		if failed != nil {
			failures <- fmt.Errorf("order %d of %s: %w", o.id, o.customer, failed)
			continue
		}
		parcels <- parcel{o, time.Since(start)}
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	shop := &stock{items: map[string]int{"tea": 12, "cup": 12, "cake": 3}}
	orders, parcels, failures := make(chan order, 4), make(chan parcel), make(chan error)

	var customers, packers sync.WaitGroup
	for _, name := range []string{"ann", "bob", "cleo"} {
		customers.Go(func() { customer(ctx, name, 5, orders) })
	}
	for range 2 {
		packers.Go(func() { packer(shop, orders, parcels, failures) })
	}
	go func() { customers.Wait(); close(orders); packers.Wait(); close(parcels); close(failures) }()

	packed := map[string]int{}
	for parcels != nil || failures != nil {
		select {
		case p, ok := <-parcels:
			if !ok {
				parcels = nil
				continue
			}
			packed[p.order.customer]++
			fmt.Println(p.order.customer, strings.Join(p.order.items, "+"), p.took.Round(time.Millisecond))
		case err, ok := <-failures:
			if !ok {
				failures = nil
				continue
			}
			fmt.Println(strings.ReplaceAll(err.Error(), "\n", "; "))
		}
	}
	names := make([]string, 0, len(packed))
	for name := range packed {
		names = append(names, name)
	}
	sort.Strings(names)
	fmt.Println("packed for", names, packed)
}
