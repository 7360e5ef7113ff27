// An opening brace on a line of its own.
package main

func main()
{
	println("x")
}
