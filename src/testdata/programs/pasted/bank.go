// Accounts with ordered locks, wrapped errors, and a panic about a panic.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"sync"
)

type Cents int64

func (c Cents) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return fmt.Sprintf("%s$%d.%02d", sign, int64(c)/100, int64(c)%100)
}

type Account struct {
	sync.Mutex
	ID      int
	Owner   string
	balance Cents
	history []Txn
}

type Txn struct {
	Kind   Kind
	Amount Cents
	Peer   int
}

type Kind uint8

const (
	Deposit Kind = iota
	Withdraw
	TransferIn
	TransferOut
)

var kindNames = [...]string{Deposit: "deposit", Withdraw: "withdraw", TransferIn: "in", TransferOut: "out"}

func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return fmt.Sprintf("Kind(%d)", uint8(k))
}

type InsufficientFunds struct {
	Need, Have Cents
}

func (e InsufficientFunds) Error() string {
	return fmt.Sprintf("insufficient funds: need %v, have %v", e.Need, e.Have)
}

var ErrSameAccount = errors.New("same account")

type Bank struct {
	accounts map[int]*Account
	next     int
}

func (b *Bank) Open(owner string, initial Cents) *Account {
	b.next++
	a := &Account{ID: b.next, Owner: owner, balance: initial}
	if b.accounts == nil {
		b.accounts = map[int]*Account{}
	}
	b.accounts[a.ID] = a
	return a
}

func (b *Bank) Transfer(from, to int, amt Cents) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("transfer %d->%d: %w", from, to, err)
		}
	}()
	if from == to {
		return ErrSameAccount
	}
	x, y := b.accounts[from], b.accounts[to]
	first, second := x, y
	if first.ID > second.ID {
		first, second = second, first
	}
	first.Lock()
	defer first.Unlock()
	second.Lock()
	defer second.Unlock()
	if x.balance < amt {
		return InsufficientFunds{amt, x.balance}
	}
	x.balance -= amt
	y.balance += amt
	x.history = append(x.history, Txn{TransferOut, amt, to})
	y.history = append(y.history, Txn{TransferIn, amt, from})
	return nil
}

func main() {
	log.SetFlags(log.Lmsgprefix)
	log.SetPrefix("bank: ")
	log.SetOutput(os.Stdout)
	var b Bank
	for i, n := range []string{"ann", "bob", "cyd", "dan"} {
		b.Open(n, Cents(10000*(i+1)))
	}
	var wg sync.WaitGroup
	var mu sync.Mutex
	var errs []error
	for i := 0; i < 100; i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			if err := b.Transfer(i%4+1, (i*3)%4+1, Cents(1)); err != nil {
				mu.Lock()
				errs = append(errs, err)
				mu.Unlock()
			}
		}(i)
	}
	wg.Wait()
	var total Cents
	for id := 1; id <= 4; id++ {
		a := b.accounts[id]
		total += a.balance
		log.Printf("%-4s %10v %3d txns", a.Owner, a.balance, len(a.history))
	}
	log.Println("total", total, "errors", len(errs))
	joined := errors.Join(errs[:2]...)
	fmt.Println(errors.Is(joined, ErrSameAccount))
	err := b.Transfer(1, 2, 1e9)
	var inf InsufficientFunds
	if errors.As(err, &inf) {
		fmt.Printf("%v | %+v | %v\n", err, inf, inf.Need-inf.Have)
	}
	fmt.Printf("%v %+v %#v\n", Kind(9), Txn{Kind: Withdraw, Amount: -5}, Txn{Amount: 1234})
	defer func() {
		r := recover()
		fmt.Println("recovered:", r)
		panic(fmt.Sprintf("again: %v", r))
	}()
	_ = b.Transfer(1, 99, 1)
}
