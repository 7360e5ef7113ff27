// Labels that are unused, undefined, doubled or not around the statement.
package main

func main() {
unused:
	for {
		break missing
	}
	goto nowhere
again:
	for {
		continue again
	}
again:
	for {
		break other
	}
other:
	if true {
		continue other
	}
	goto over
	x := 1
	_ = x
over:
	goto inside
	{
	inside:
	}
}
