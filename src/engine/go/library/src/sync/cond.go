package sync

// A Cond lets goroutines wait until somebody says that something has changed.
type Cond struct {
	L     Locker
	queue notifyList
	// self tells a copy from the original, once it has been used.
	self *Cond
}

// Tickets are given in order of arrival; those below notified have been called.
type notifyList struct {
	next, notified int64
}

func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) ticket() int64
func (c *Cond) await(ticket int64)

func (c *Cond) Wait() {
	t := c.ticket()
	c.L.Unlock()
	c.await(t)
	c.L.Lock()
}

func (c *Cond) Signal()
func (c *Cond) Broadcast()
