package main

import (
	"errors"
	"fmt"
)

type value struct{}

func (value) Error() string { return "v" }

type pointer struct{}

func (*pointer) Error() string { return "p" }

func main() {
	v := value{}
	p := &pointer{}
	pp := &p
	fmt.Println(fmt.Errorf("%w", v), fmt.Errorf("%w", &v), fmt.Errorf("%w", p), fmt.Errorf("%w", pp))
	fmt.Println(fmt.Errorf("%w %v", errors.New("x"), p), fmt.Errorf("%w", nil), fmt.Errorf("%+w", v))
	_ = fmt.Sprintf("%w", v)
}
