// Closing a nil channel that nobody recovers.
package main

type server struct{ quit chan struct{} }

func (s *server) stop() { close(s.quit) }

func main() {
	s := &server{}
	s.stop()
}
