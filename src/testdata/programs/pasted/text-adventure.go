// A game that reads commands.
package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
)

type Direction int

const (
	North Direction = iota
	East
	South
	West
	numDirections
)

func (d Direction) Opposite() Direction { return (d + 2) % numDirections }
func (d Direction) String() string {
	switch d {
	case North:
		return "north"
	case East:
		return "east"
	case South:
		return "south"
	case West:
		return "west"
	default:
		return fmt.Sprintf("Direction(%d)", int(d))
	}
}

func ParseDirection(s string) (d Direction, ok bool) {
	for d = North; d < numDirections; d++ {
		if s != "" && strings.HasPrefix(d.String(), strings.ToLower(s)) {
			return d, true
		}
	}
	return -1, false
}

type Room struct {
	Name  string
	Exits [numDirections]*Room
	Items map[string]*Item
}

type Item struct {
	Name   string
	Weight float32
	OnUse  func(*Game) string
}

type Game struct {
	here  *Room
	inv   []*Item
	turns int
	over  bool
	cmds  map[string]func(*Game, ...string) string
}

func (r *Room) Connect(d Direction, other *Room) *Room {
	r.Exits[d], other.Exits[d.Opposite()] = other, r
	return r
}

func (g *Game) look(...string) string {
	var exits, items []string
	for d, r := range g.here.Exits {
		if r != nil {
			exits = append(exits, Direction(d).String())
		}
	}
	for n := range g.here.Items {
		items = append(items, n)
	}
	sort.Strings(items)
	return fmt.Sprintf("You are in %s. Exits: %v. You see: %q.", g.here.Name, exits, items)
}

func (g *Game) goTo(args ...string) string {
	if len(args) == 0 {
		return "Go where?"
	}
	d, ok := ParseDirection(args[0])
	if !ok {
		return fmt.Sprintf("%q is not a direction (%v, %d).", args[0], d, d)
	}
	next := g.here.Exits[d]
	if next == nil {
		return "You can't go " + d.String() + "."
	}
	g.here = next
	return g.look()
}

func (g *Game) take(args ...string) string {
	name := strings.Join(args, " ")
	it, ok := g.here.Items[name]
	if !ok {
		return "No " + name + " here."
	}
	var total float32
	for _, i := range g.inv {
		total += i.Weight
	}
	if total+it.Weight > 10 {
		return fmt.Sprintf("Too heavy: %.1f + %.1f > 10.", total, it.Weight)
	}
	delete(g.here.Items, name)
	g.inv = append(g.inv, it)
	return "Taken."
}

func (g *Game) use(args ...string) string {
	name := strings.Join(args, " ")
	for i, it := range g.inv {
		if it.Name == name {
			if it.OnUse == nil {
				return "Nothing happens."
			}
			msg := it.OnUse(g)
			g.inv = append(g.inv[:i], g.inv[i+1:]...)
			return msg
		}
	}
	return "You don't have that."
}

func NewGame() *Game {
	hall, cave, tower := &Room{Name: "the hall"}, &Room{Name: "a cave"}, &Room{Name: "the tower"}
	hall.Connect(North, cave).Connect(East, tower)
	hall.Items = map[string]*Item{"lamp": {"lamp", 1.5, nil}, "old key": {"old key", 0.1, func(g *Game) string {
		if g.here != tower {
			return "There is no lock here."
		}
		g.over = true
		return "The door opens. You win!"
	}}}
	cave.Items = map[string]*Item{"rock": {Name: "rock", Weight: 9.5}}
	g := &Game{here: hall}
	g.cmds = map[string]func(*Game, ...string) string{
		"look": (*Game).look, "go": (*Game).goTo, "take": (*Game).take, "use": (*Game).use,
		"inv": func(g *Game, _ ...string) string {
			names := make([]string, len(g.inv))
			for i, it := range g.inv {
				names[i] = it.Name
			}
			return "Carrying " + fmt.Sprint(names, len(names), cap(names) >= len(names))
		},
	}
	return g
}

func main() {
	g := NewGame()
	in := bufio.NewReader(os.Stdin)
	for !g.over {
		fmt.Print("> ")
		line, err := in.ReadString('\n')
		words := strings.Fields(line)
		if len(words) > 0 {
			g.turns++
			cmd, ok := g.cmds[words[0]]
			if !ok {
				if _, isDir := ParseDirection(words[0]); isDir {
					fmt.Println(g.goTo(words...))
				} else {
					fmt.Printf("I don't know how to %s.\n", words[0])
				}
			} else {
				fmt.Println(cmd(g, words[1:]...))
			}
		}
		if err != nil {
			fmt.Println("\nEnd of input:", err)
			break
		}
	}
	fmt.Fprintln(os.Stderr, "turns:", g.turns)
	if !g.over {
		defer os.Exit(1)
	}
}
