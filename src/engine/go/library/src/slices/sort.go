package slices

import (
	"cmp"
	"internal/order"
)

// ordered and byFunc are slices as package order sorts them.
type ordered[E cmp.Ordered] []E

func (x ordered[E]) Less(i, j int) bool { return x[i] < x[j] || x[i] != x[i] && x[j] == x[j] }
func (x ordered[E]) Swap(i, j int)      { x[i], x[j] = x[j], x[i] }

type byFunc[E any] struct {
	list []E
	cmp  func(a, b E) int
}

func (x *byFunc[E]) Less(i, j int) bool { return x.cmp(x.list[i], x.list[j]) < 0 }
func (x *byFunc[E]) Swap(i, j int)      { x.list[i], x.list[j] = x.list[j], x.list[i] }

func Sort[S ~[]E, E cmp.Ordered](x S) {
	order.Sort(ordered[E](x), len(x))
}

func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	order.Sort(&byFunc[E]{x, cmp}, len(x))
}

func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	order.Stable(&byFunc[E]{x, cmp}, len(x))
}

func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}
