package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"
)

// Inventory management, with JSON import, custom errors and a command interpreter.

type Money int64

func (m Money) String() string { return fmt.Sprintf("$%d.%02d", int64(m)/100, int64(m)%100) }

func (m Money) MarshalJSON() ([]byte, error) { return json.Marshal(m.String()) }

func (m *Money) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		var f float64
		if err := json.Unmarshal(b, &f); err != nil {
			return fmt.Errorf("money: %w", err)
		}
		*m = Money(f*100 + 0.5)
		return nil
	}
	s = strings.TrimPrefix(s, "$")
	whole, frac, _ := strings.Cut(s, ".")
	w, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return err
	}
	f, err := strconv.ParseInt((frac + "00")[:2], 10, 64)
	if err != nil {
		return err
	}
	*m = Money(w*100 + f)
	return nil
}

type Item struct {
	SKU      string         `json:"sku"`
	Name     string         `json:"name,omitempty"`
	Price    Money          `json:"price"`
	Qty      int            `json:"qty"`
	Tags     []string       `json:"tags,omitempty"`
	Attrs    map[string]any `json:"attrs,omitempty"`
	Added    time.Time      `json:"added,omitzero"`
	internal int
	Meta     *struct{ A, B int } `json:"meta"`
}

type NotFound struct{ SKU string }

func (e *NotFound) Error() string { return "no such item: " + e.SKU }

var ErrStock = errors.New("insufficient stock")

type StockError struct {
	Item      Item
	Requested int
}

func (e StockError) Error() string {
	return fmt.Sprintf("%s: want %d, have %d", e.Item.SKU, e.Requested, e.Item.Qty)
}
func (e StockError) Unwrap() error { return ErrStock }

type Store struct {
	items map[string]*Item
	log   []string
}

func (s *Store) Load(r io.Reader) error {
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	for n := 0; ; n++ {
		var it Item
		if err := dec.Decode(&it); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("item %d (offset %d): %w", n, dec.InputOffset(), err)
		}
		if s.items == nil {
			s.items = make(map[string]*Item)
		}
		s.items[it.SKU] = &it
	}
}

func (s *Store) Take(sku string, n int) (err error) {
	defer func() {
		s.log = append(s.log, fmt.Sprintf("take %s %d: %v", sku, n, err))
	}()
	it, ok := s.items[sku]
	if !ok {
		return &NotFound{sku}
	}
	if it.Qty < n {
		return StockError{*it, n}
	}
	it.Qty -= n
	return nil
}

const input = `{"sku":"a1","name":"Apple","price":"$1.5","qty":10,"tags":["fruit"],"attrs":{"w":1.5,"n":null,"l":[1,"x",true]}}
{"sku":"b2","price":2.25,"qty":3,"added":"2024-03-01T10:20:30.5+02:00","meta":{"A":1,"B":2}}
{"sku":"c3","price":"x","qty":1}`

func main() {
	var s Store
	err := s.Load(strings.NewReader(input))
	fmt.Println("load:", err)
	var ne *strconv.NumError
	if errors.As(err, &ne) {
		fmt.Printf("%T %q %q %v\n", ne, ne.Func, ne.Num, ne.Err)
	}
	for _, bad := range []string{`{"sku":1}`, `{"what":1}`, `{"sku":"z","qty":"1"}`, `{"sku":"z",}`, `{"sku":"z"`, `[1]`, `{"qty":1.5}`, `{"qty":99999999999999999999}`} {
		fmt.Println(new(Store).Load(strings.NewReader(bad)))
	}
	skus := make([]string, 0)
	for k := range s.items {
		skus = append(skus, k)
	}
	sort.Strings(skus)
	for _, k := range skus {
		b, err := json.MarshalIndent(s.items[k], "  ", "\t")
		fmt.Println(string(b), err)
	}
	sc := bufio.NewScanner(strings.NewReader("take a1 3\ntake a1 8\ntake zz 1\ntake a1 x\nquit now\n\n  show  a1 "))
	for sc.Scan() {
		f := strings.Fields(sc.Text())
		switch {
		case len(f) == 0:
			continue
		case f[0] == "take" && len(f) == 3:
			n, err := strconv.Atoi(f[2])
			if err != nil {
				fmt.Println("bad:", err)
				continue
			}
			err = s.Take(f[1], n)
			var nf *NotFound
			var se StockError
			switch {
			case errors.As(err, &nf):
				fmt.Println("not found", nf.SKU)
			case errors.As(err, &se):
				fmt.Println("stock", se.Requested-se.Item.Qty, errors.Is(err, ErrStock))
			default:
				fmt.Println("ok", err)
			}
		default:
			fmt.Fprintf(os.Stdout, "%v %+v %#v\n", f, f, f)
		}
	}
	fmt.Println(strings.Join(s.log, "; "))
	fmt.Printf("%+v\n", *s.items["b2"].Meta)
	fmt.Printf("%v %+v\n", s.items["a1"].Price, *s.items["a1"])
}
