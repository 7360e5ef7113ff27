// Embedding promotes fields and methods; the outer type may shadow them.
package main

import "fmt"

type Animal struct {
	Name string
	Legs int
}

func (a Animal) Describe() string    { return fmt.Sprintf("%s on %d legs", a.Name, a.Legs) }
func (a *Animal) Rename(name string) { a.Name = name }
func (a Animal) Sound() string       { return "..." }

type Dog struct {
	Animal
	Breed string
}

func (d Dog) Sound() string { return d.Name + " says woof, not " + d.Animal.Sound() }

type Logger struct{ prefix string }

func (l *Logger) Log(text string) { fmt.Println(l.prefix + text) }

type Service struct {
	*Logger
	Dog
	Name string
}

type Sounder interface{ Sound() string }

type Loud struct{ Sounder }

func (l Loud) Sound() string { return l.Sounder.Sound() + "!!!" }

func main() {
	d := Dog{Animal{"Rex", 4}, "collie"}
	fmt.Println(d.Describe(), "/", d.Sound(), "/", d.Legs)
	d.Rename("Max")
	fmt.Println(d.Name, d.Animal.Name)
	s := Service{&Logger{"[svc] "}, d, "api"}
	s.Log(s.Name + " " + s.Dog.Name)
	s.Rename("Bello")
	fmt.Println(s.Dog.Name, d.Name, s.Describe())
	var x Sounder = Loud{Loud{s}}
	fmt.Println(x.Sound())
	fmt.Printf("%v %+v\n", d, d)
}
