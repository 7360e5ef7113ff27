// Package exit is what testing and os agree on about the end of a program.
package exit

// ZeroPanics makes os.Exit(0) panic while tests run, since it would look as if they had passed.
var ZeroPanics bool
