package sync

// A WaitGroup waits until a counter is zero.
type WaitGroup struct {
	count   int64
	waiters int32
}

func (wg *WaitGroup) Add(delta int)
func (wg *WaitGroup) Wait()
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Go runs f in a goroutine that the group waits for. A panic of f is not counted as done, so that
// it ends the program before the waiters go on.
func (wg *WaitGroup) Go(f func()) {
	wg.Add(1)
	go func() {
		defer func() {
			if x := recover(); x != nil {
				panic(x)
			}
			wg.Done()
		}()
		f()
	}()
}
