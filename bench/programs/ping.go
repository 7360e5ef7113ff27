// Hand-offs: a million messages between two goroutines over two unbuffered channels.
package main

func answer(questions <-chan int, answers chan<- int) {
	for q := range questions {
		answers <- q + 1
	}
	close(answers)
}

func main() {
	questions, answers := make(chan int), make(chan int)
	go answer(questions, answers)
	v := 0
	for i := 0; i < 500_000; i++ {
		questions <- v
		v = <-answers
	}
	close(questions)
	<-answers
	println(v)
}
