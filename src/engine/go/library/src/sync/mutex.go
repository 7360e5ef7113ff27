// Package sync: locks, wait groups, Once, Cond, Pool, Map. What a lesson wants to see as one step is
// native; what calls functions of the user's is Go.
package sync

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// A Mutex is held by one goroutine at a time. state: 1 locked, 2 a waiter has been woken, 4 starving.
type Mutex struct {
	state int32
	sema  uint32
}

func (m *Mutex) Lock()
func (m *Mutex) Unlock()
func (m *Mutex) TryLock() bool

// A RWMutex is held by one writer or by any number of readers.
type RWMutex struct {
	// writer is 1 from the moment a writer has announced itself.
	writer int32
	// readers are inside; the announced writer waits until departing of them have left.
	readers   int32
	departing int32
}

func (rw *RWMutex) Lock()
func (rw *RWMutex) Unlock()
func (rw *RWMutex) TryLock() bool
func (rw *RWMutex) RLock()
func (rw *RWMutex) RUnlock()
func (rw *RWMutex) TryRLock() bool

// RLocker gives a Locker for the readers' side.
func (rw *RWMutex) RLocker() Locker { return &readLocker{rw} }

type readLocker struct{ rw *RWMutex }

func (r *readLocker) Lock()   { r.rw.RLock() }
func (r *readLocker) Unlock() { r.rw.RUnlock() }
