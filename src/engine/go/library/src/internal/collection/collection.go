// Package collection: what the program can tell of a collection of garbage that it asks for.
package collection

// Begin is called at the beginning of each; package sync sets it.
var Begin = func() {}
