// Package tzdata: a program that imports it has the time zones with it, which it has anyway.
package tzdata
