// Parameter lists that mix styles.
package main

func a(x int, string)        {}
func b(x, y)                 {}
func c(x ...int, y int)      {}
func d(...)                  {}
func e() (int, err error)    { return }
func f(int x)                {}
func (r) g()                 {}
func (a t, b t) h()          {}
func ()                      {}

func main() {}
