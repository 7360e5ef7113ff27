// A broker goroutine owns the list of subscribers; each topic keeps its order.
package main

import "fmt"

type subscription struct {
	topic string
	inbox chan string
}

type message struct{ topic, text string }

type broker struct {
	subscribe chan subscription
	publish   chan message
	quit      chan chan int
}

func (b *broker) run() {
	subscribers := map[string][]chan string{}
	count := 0
	for {
		select {
		case s := <-b.subscribe:
			subscribers[s.topic] = append(subscribers[s.topic], s.inbox)
		case m := <-b.publish:
			for _, inbox := range subscribers[m.topic] {
				inbox <- m.text
				count++
			}
		case reply := <-b.quit:
			for _, inboxes := range subscribers {
				for _, inbox := range inboxes {
					close(inbox)
				}
			}
			reply <- count
			return
		}
	}
}

func main() {
	b := &broker{make(chan subscription), make(chan message), make(chan chan int)}
	go b.run()
	news, sport := make(chan string, 10), make(chan string, 10)
	b.subscribe <- subscription{"news", news}
	b.subscribe <- subscription{"sport", sport}
	for i := range 3 {
		b.publish <- message{"news", fmt.Sprint("headline ", i)}
		b.publish <- message{"weather", "nobody listens"}
	}
	b.publish <- message{"sport", "goal"}
	reply := make(chan int)
	b.quit <- reply
	fmt.Println("delivered", <-reply)
	for text := range news {
		fmt.Println(text)
	}
	for text := range sport {
		fmt.Println(text)
	}
}
