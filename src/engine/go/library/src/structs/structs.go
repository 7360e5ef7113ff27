// Package structs: marks of how a struct lies in memory, which has no effect here.
package structs

type HostLayout struct {
	_ hostLayout
}

type hostLayout struct{}
