// break, continue and fallthrough where they mean nothing.
package main

func main() {
	break
	continue
	if true {
		break
	}
	switch 1 {
	case 1:
		continue
	case 2:
		fallthrough
	}
	for {
		func() {
			break
		}()
	}
	select {
	default:
		fallthrough
	}
	var x any
	switch x.(type) {
	case int:
		fallthrough
	default:
	}
	fallthrough
}
