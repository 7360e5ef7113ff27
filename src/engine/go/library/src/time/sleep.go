package time

// Sleep pauses the goroutine; not at all for d <= 0.
func Sleep(d Duration)

// A Timer sends the time on C, or calls a function, once.
type Timer struct {
	C         <-chan Time
	isStarted bool
}

// A Ticker sends the time on C again and again.
type Ticker struct {
	C         <-chan Time
	isStarted bool
}

// newChannel makes the channel of a timer: it has one place, but len and cap are 0. What is sent there is
// at the place that Local is then; naming it here keeps it in the program.
func newChannel(local *Location) chan Time

func startTimer(t *Timer, c chan Time, f func(), d Duration)
func startTicker(t *Ticker, c chan Time, d Duration)
func stopTimer(t *Timer) bool
func stopTicker(t *Ticker)
func resetTimer(t *Timer, d Duration) bool
func resetTicker(t *Ticker, d Duration)

func NewTimer(d Duration) *Timer {
	c := newChannel(Local)
	t := &Timer{c, true}
	startTimer(t, c, nil, d)
	return t
}

func After(d Duration) <-chan Time { return NewTimer(d).C }

func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{nil, true}
	startTimer(t, nil, f, d)
	return t
}

func (t *Timer) Stop() bool {
	if !t.isStarted {
		panic("time: Stop called on uninitialized Timer")
	}
	return stopTimer(t)
}

func (t *Timer) Reset(d Duration) bool {
	if !t.isStarted {
		panic("time: Reset called on uninitialized Timer")
	}
	return resetTimer(t, d)
}

func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := newChannel(Local)
	t := &Ticker{c, true}
	startTicker(t, c, d)
	return t
}

func (t *Ticker) Stop() {
	if t.isStarted {
		stopTicker(t)
	}
}

func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if !t.isStarted {
		panic("time: Reset called on uninitialized Ticker")
	}
	resetTicker(t, d)
}

func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
