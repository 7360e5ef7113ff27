// Actors that change behaviour, crash and are supervised.
package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

type Message interface{ isMessage() }

type (
	Deposit  struct{ Amount int }
	Withdraw struct {
		Amount int
		Reply  chan<- error
	}
	Query struct{ Reply chan<- int }
	Stop  struct{}
	Crash struct{ Reason any }
)

func (Deposit) isMessage()  {}
func (Withdraw) isMessage() {}
func (Query) isMessage()    {}
func (Stop) isMessage()     {}
func (Crash) isMessage()    {}

type Behaviour func(Message) (Behaviour, error)

type Actor struct {
	name    string
	mailbox chan Message
	done    chan struct{}
	err     error
}

var errStop = errors.New("stop")

func Spawn(name string, initial Behaviour, onExit func(*Actor)) *Actor {
	a := &Actor{name: name, mailbox: make(chan Message, 4), done: make(chan struct{})}
	go func() {
		defer close(a.done)
		defer onExit(a)
		defer func() {
			if r := recover(); r != nil {
				if err, ok := r.(error); ok {
					a.err = fmt.Errorf("%s: %w", a.name, err)
				} else {
					a.err = fmt.Errorf("%s crashed: %v", a.name, r)
				}
			}
		}()
		b := initial
		for m := range a.mailbox {
			next, err := b(m)
			if errors.Is(err, errStop) {
				return
			}
			if err != nil {
				a.err = err
				return
			}
			if next != nil {
				b = next
			}
		}
	}()
	return a
}

func account(balance int) Behaviour {
	return func(m Message) (Behaviour, error) {
		switch m := m.(type) {
		case Deposit:
			return account(balance + m.Amount), nil
		case Withdraw:
			if m.Amount > balance {
				m.Reply <- fmt.Errorf("short by %d", m.Amount-balance)
				return nil, nil
			}
			m.Reply <- nil
			return account(balance - m.Amount), nil
		case Query:
			m.Reply <- balance
		case Stop:
			return nil, errStop
		case Crash:
			if m.Reason == nil {
				var p *Query
				p.Reply <- 1
			}
			panic(m.Reason)
		}
		return nil, nil
	}
}

type Supervisor struct {
	mu       sync.Mutex
	restarts map[string]int
	log      strings.Builder
	wg       sync.WaitGroup
}

func (s *Supervisor) exited(a *Actor) {
	defer s.wg.Done()
	s.mu.Lock()
	defer s.mu.Unlock()
	fmt.Fprintf(&s.log, "%s exited: %v\n", a.name, a.err)
	if a.err != nil {
		s.restarts[a.name]++
	}
}

func main() {
	s := &Supervisor{restarts: map[string]int{}}
	run := func(name string, msgs ...Message) {
		s.wg.Add(1)
		a := Spawn(name, account(0), s.exited)
		for _, m := range msgs {
			a.mailbox <- m
		}
		<-a.done
	}
	replies := make(chan error, 3)
	answers := make(chan int, 1)
	run("ann", Deposit{10}, Withdraw{4, replies}, Withdraw{100, replies}, Query{answers}, Stop{})
	fmt.Println(<-replies, <-replies, <-answers)
	run("bob", Crash{"out of luck"})
	run("cyd", Deposit{1}, Crash{errors.New("typed")})
	run("dan", Crash{})
	s.wg.Wait()
	fmt.Print(s.log.String())
	fmt.Println(s.restarts, len(replies))
	var m Message = Deposit{5}
	if d, ok := m.(Deposit); ok {
		fmt.Println(d.Amount, m == Message(Deposit{5}))
	}
	_ = m.(Query)
}
