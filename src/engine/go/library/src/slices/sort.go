package slices

import (
	"cmp"
	"internal/order"
)

func by[S ~[]E, E any](x S, less func(a, b E) bool) order.By {
	return order.By{
		Less: func(i, j int) bool { return less(x[i], x[j]) },
		Swap: func(i, j int) { x[i], x[j] = x[j], x[i] },
	}
}

func Sort[S ~[]E, E cmp.Ordered](x S) {
	by(x, cmp.Less[E]).Sort(len(x))
}

func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	by(x, func(a, b E) bool { return cmp(a, b) < 0 }).Sort(len(x))
}

func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	by(x, func(a, b E) bool { return cmp(a, b) < 0 }).Stable(len(x))
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
