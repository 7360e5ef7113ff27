// Package order sorts by index, for sort and slices alike: pattern-defeating quicksort, with the
// same choices as the real library, since the order of equal elements shows in a program's output.
package order

// By is what is sorted: Less and Swap work on indices. Each type that is sorted gets code of its own.
type By interface {
	Less(i, j int) bool
	Swap(i, j int)
}

const (
	unknown = iota
	increasing
	decreasing
)

// Sort orders n elements; equal ones may change places.
func Sort[B By](by B, n int) {
	limit := 0
	for rest := n; rest > 0; rest >>= 1 {
		limit++
	}
	quick(by, 0, n, limit)
}

// quick sorts [a, b) and falls back to heap sort after `limit` unbalanced partitions.
func quick[B By](by B, a, b, limit int) {
	balanced, partitioned := true, true
	for {
		n := b - a
		if n <= 12 {
			insertion(by, a, b)
			return
		}
		if limit == 0 {
			heap(by, a, b)
			return
		}
		if !balanced {
			shuffle(by, a, b)
			limit--
		}
		pivot, trend := pivot(by, a, b)
		if trend == decreasing {
			reverse(by, a, b)
			pivot = a + b - 1 - pivot
			trend = increasing
		}
		if balanced && partitioned && trend == increasing && nearlySorted(by, a, b) {
			return
		}
		if a > 0 && !by.Less(a-1, pivot) {
			a = splitEqual(by, a, b, pivot)
			continue
		}
		var mid int
		mid, partitioned = split(by, a, b, pivot)
		left, right := mid-a, b-mid
		if left < right {
			balanced = left >= n/8
			quick(by, a, mid, limit)
			a = mid + 1
		} else {
			balanced = right >= n/8
			quick(by, mid+1, b, limit)
			b = mid
		}
	}
}

func insertion[B By](by B, a, b int) {
	for i := a + 1; i < b; i++ {
		for j := i; j > a && by.Less(j, j-1); j-- {
			by.Swap(j, j-1)
		}
	}
}

func heap[B By](by B, a, b int) {
	n := b - a
	for i := (n - 1) / 2; i >= 0; i-- {
		sink(by, i, n, a)
	}
	for i := n - 1; i >= 0; i-- {
		by.Swap(a, a+i)
		sink(by, 0, i, a)
	}
}

// sink restores the heap property below root, in the first n elements from base.
func sink[B By](by B, root, n, base int) {
	for child := 2*root + 1; child < n; child = 2*root + 1 {
		if child+1 < n && by.Less(base+child, base+child+1) {
			child++
		}
		if !by.Less(base+root, base+child) {
			return
		}
		by.Swap(base+root, base+child)
		root = child
	}
}

// split puts what is less than the pivot before it; the second result says it was so already.
func split[B By](by B, a, b, pivot int) (int, bool) {
	by.Swap(a, pivot)
	i, j := inward(by, a, a+1, b-1)
	if i > j {
		by.Swap(j, a)
		return j, true
	}
	for i <= j {
		by.Swap(i, j)
		i, j = inward(by, a, i+1, j-1)
	}
	by.Swap(j, a)
	return j, false
}

// inward moves i up and j down past elements that are on the right side of the pivot at p.
func inward[B By](by B, p, i, j int) (int, int) {
	for i <= j && by.Less(i, p) {
		i++
	}
	for i <= j && !by.Less(j, p) {
		j--
	}
	return i, j
}

// splitEqual puts what equals the pivot first and returns where the greater ones start.
func splitEqual[B By](by B, a, b, pivot int) int {
	by.Swap(a, pivot)
	i, j := a+1, b-1
	for {
		for i <= j && !by.Less(a, i) {
			i++
		}
		for i <= j && by.Less(a, j) {
			j--
		}
		if i > j {
			return i
		}
		by.Swap(i, j)
		i++
		j--
	}
}

// nearlySorted repairs up to five out-of-order pairs; true if all is sorted then.
func nearlySorted[B By](by B, a, b int) bool {
	i := a + 1
	for range 5 {
		for i < b && !by.Less(i, i-1) {
			i++
		}
		if i == b {
			return true
		}
		if b-a < 50 {
			return false
		}
		by.Swap(i, i-1)
		if i-a >= 2 {
			for j := i - 1; j >= 1 && by.Less(j, j-1); j-- {
				by.Swap(j, j-1)
			}
		}
		if b-i >= 2 {
			for j := i + 1; j < b && by.Less(j, j-1); j++ {
				by.Swap(j, j-1)
			}
		}
	}
	return false
}

// shuffle scatters three elements around the middle, to break patterns that defeat the pivot.
func shuffle[B By](by B, a, b int) {
	n := b - a
	if n < 8 {
		return
	}
	random := uint64(n)
	mask := uint(1)
	for rest := n; rest > 0; rest >>= 1 {
		mask <<= 1
	}
	mask--
	for i := a + n/4*2 - 1; i <= a+n/4*2+1; i++ {
		random ^= random << 13
		random ^= random >> 7
		random ^= random << 17
		other := int(uint(random) & mask)
		if other >= n {
			other -= n
		}
		by.Swap(i, a+other)
	}
}

// pivot chooses a median and says what the elements looked at suggest of their order.
func pivot[B By](by B, a, b int) (int, int) {
	n := b - a
	i, j, k := a+n/4, a+n/4*2, a+n/4*3
	swaps := 0
	if n >= 8 {
		if n >= 50 {
			i = median(by, i-1, i, i+1, &swaps)
			j = median(by, j-1, j, j+1, &swaps)
			k = median(by, k-1, k, k+1, &swaps)
		}
		j = median(by, i, j, k, &swaps)
	}
	switch swaps {
	case 0:
		return j, increasing
	case 12:
		return j, decreasing
	}
	return j, unknown
}

func median[B By](by B, i, j, k int, swaps *int) int {
	i, j = pair(by, i, j, swaps)
	j, k = pair(by, j, k, swaps)
	_, j = pair(by, i, j, swaps)
	return j
}

func pair[B By](by B, i, j int, swaps *int) (int, int) {
	if by.Less(j, i) {
		*swaps++
		return j, i
	}
	return i, j
}

func reverse[B By](by B, a, b int) {
	for i, j := a, b-1; i < j; i, j = i+1, j-1 {
		by.Swap(i, j)
	}
}

// Stable orders n elements and keeps equal ones in their order.
func Stable[B By](by B, n int) {
	const block = 20
	for a := 0; a < n; a += block {
		insertion(by, a, min(a+block, n))
	}
	for size := block; size < n; size *= 2 {
		for a := 0; a+size < n; a += 2 * size {
			merge(by, a, a+size, min(a+2*size, n))
		}
	}
}

// merge joins the sorted ranges [a, m) and [m, b) in place by rotations.
func merge[B By](by B, a, m, b int) {
	if a >= m || m >= b || !by.Less(m, m-1) {
		return
	}
	if b-a == 2 {
		by.Swap(a, m)
		return
	}
	// One element finds its final place, mid; what belongs before and after it is merged in turn.
	var left, right, end int
	if m-a > b-m {
		left = a + (m-a)/2
		right = firstNotLess(by, m, b, left)
		end = right
	} else {
		right = m + (b-m)/2
		left = firstGreater(by, a, m, right)
		end = right + 1
	}
	mid := left + right - m
	rotate(by, left, m, end)
	merge(by, a, left, mid)
	merge(by, mid+1, end, b)
}

// firstNotLess is the first index in [lo, hi) whose element is not less than that at i.
func firstNotLess[B By](by B, lo, hi, i int) int {
	for lo < hi {
		h := (lo + hi) / 2
		if by.Less(h, i) {
			lo = h + 1
		} else {
			hi = h
		}
	}
	return lo
}

// firstGreater is the first index in [lo, hi) whose element is greater than that at i.
func firstGreater[B By](by B, lo, hi, i int) int {
	for lo < hi {
		h := (lo + hi) / 2
		if by.Less(i, h) {
			hi = h
		} else {
			lo = h + 1
		}
	}
	return lo
}

// rotate exchanges the neighbouring ranges [a, m) and [m, b).
func rotate[B By](by B, a, m, b int) {
	reverse(by, a, m)
	reverse(by, m, b)
	reverse(by, a, b)
}
