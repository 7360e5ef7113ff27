// Package localzone: the environment's TZ, which package time reads when it first needs the local zone.
package localzone

var (
	Name  string
	IsSet bool
)
