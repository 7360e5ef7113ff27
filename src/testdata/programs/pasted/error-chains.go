// vet: printf
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"time"
)

type NotFound struct {
	Kind string
	ID   int
}

func (e NotFound) Error() string { return fmt.Sprintf("%s %d not found", e.Kind, e.ID) }
func (e NotFound) Is(target error) bool {
	t, ok := target.(NotFound)
	return ok && (t.Kind == "" || t.Kind == e.Kind)
}

type Temporary interface{ Temporary() bool }

type netErr struct {
	op  string
	err error
}

func (e *netErr) Error() string   { return e.op + ": " + e.err.Error() }
func (e *netErr) Unwrap() error   { return e.err }
func (e *netErr) Temporary() bool { return true }

type multi []error

func (m multi) Error() string   { return fmt.Sprintf("%d errors", len(m)) }
func (m multi) Unwrap() []error { return m }

var ErrBase = errors.New("base")

func mayReturnNilPtr(fail bool) error {
	var e *netErr
	if fail {
		e = &netErr{"dial", ErrBase}
	}
	return e
}

func main() {
	e1 := fmt.Errorf("load: %w", NotFound{"user", 7})
	fmt.Println(errors.Is(e1, NotFound{}), errors.Is(e1, NotFound{Kind: "order"}))
	var nf NotFound
	fmt.Println(errors.As(e1, &nf), nf.ID)
	e2 := fmt.Errorf("two: %w and %w", io.EOF, &netErr{"read", fs.ErrNotExist})
	fmt.Println(e2, errors.Is(e2, os.ErrNotExist), errors.Is(e2, io.EOF), errors.Unwrap(e2))
	var tmp Temporary
	fmt.Println(errors.As(e2, &tmp), tmp.Temporary())
	j := errors.Join(nil, e1, nil, e2)
	fmt.Printf("%v\n%q\n", j, j.Error())
	fmt.Printf("%#v\n", errors.Join(nil, nil))
	fmt.Printf("%T %T %T\n", e1, e2, j)
	m := multi{io.EOF, ErrBase, nil}
	fmt.Println(errors.Is(m, ErrBase), errors.Is(m, io.ErrUnexpectedEOF))
	err := mayReturnNilPtr(false)
	fmt.Println(err == nil, err != nil)
	fmt.Printf("%v %+v\n", err == (*netErr)(nil), err)
	_, perr := strconv.Atoi("12x")
	var ne *strconv.NumError
	fmt.Println(errors.As(perr, &ne), ne.Func, ne.Num, ne.Err, errors.Is(perr, strconv.ErrSyntax))
	_, perr = strconv.ParseInt("99999999999999999999", 10, 64)
	fmt.Println(perr)
	_, perr = strconv.ParseUint("-1", 10, 8)
	fmt.Println(perr)
	_, perr = strconv.ParseBool("maybe")
	fmt.Println(perr)
	_, perr = strconv.ParseFloat("1e999", 64)
	fmt.Println(perr)
	_, perr = time.Parse("2006-01-02", "2024-13-40")
	fmt.Println(perr)
	_, perr = time.ParseDuration("3 hours")
	fmt.Println(perr)
	_, perr = os.Open("/no/such/file")
	var pe *fs.PathError
	fmt.Println(perr, errors.As(perr, &pe), pe.Op, pe.Path)
	var v struct{ A int }
	perr = json.Unmarshal([]byte(`{"A":"x"}`), &v)
	fmt.Println(perr)
	var ute *json.UnmarshalTypeError
	fmt.Println(errors.As(perr, &ute), ute.Field, ute.Value, ute.Offset)
	perr = json.Unmarshal([]byte(`{"A":1,}`), &v)
	fmt.Println(perr)
	ctx, cancel := context.WithTimeoutCause(context.Background(), time.Millisecond, fmt.Errorf("slow: %w", ErrBase))
	defer cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx), errors.Is(context.Cause(ctx), ErrBase), errors.Is(ctx.Err(), os.ErrDeadlineExceeded))
	fmt.Println(fmt.Errorf("no verb %d", 3), fmt.Errorf("bad %w", 3), fmt.Errorf("%w", nil))
	fmt.Printf("%+v|%#v|%s|%q|%x\n", ErrBase, ErrBase, ErrBase, ErrBase, ErrBase)
	at, ok := errors.AsType[NotFound](e1)
	fmt.Println(at, ok)
	defer func() {
		r := recover()
		e, ok := r.(error)
		fmt.Println(r, ok, e)
		var re interface{ RuntimeError() }
		fmt.Println(errors.As(e, &re))
		panic(fmt.Errorf("again: %w", e))
	}()
	var arr []int
	_ = arr[len(os.Args)+4]
}
