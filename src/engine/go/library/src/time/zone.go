package time

import (
	"errors"
	"internal/localzone"
)

// A Location is a place with its clocks: those of a zone of the database, which natives look up by
// name, or clocks that are never changed.
type Location struct {
	name string
	// zone is an abbreviation, or what natives look up: a name, or the bytes of a zone's file.
	zone   string
	offset int
	// isKnown: it is looked up.
	isKnown bool
}

const (
	alpha = -1 << 63
	omega = 1<<63 - 1
)

var utc = Location{name: "UTC", zone: "UTC"}
var local = Location{name: "Local", zone: "UTC"}

var UTC *Location = &utc
var Local *Location = &local

var errLocation = errors.New("time: invalid location name")
var errBadData = errors.New("malformed time zone information")

// isZone says whether the database has a name, isZoneData whether bytes are a zone's file. periodAt is what clocks show at an instant, and from
// when until when; offsetOf is the offset of an abbreviation that clocks show at a time.
func isZone(name string) bool
func isZoneData(data string) bool
func periodAt(zone string, unix int64) (name string, offset int, start, end int64, isDST bool)
func offsetOf(zone, abbreviation string, clock int64) (offset int, ok bool)

func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zone: name, offset: offset}
}

func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if name[0] == '/' || name[0] == '\\' {
		return nil, errLocation
	}
	for i := range len(name) - 1 {
		if name[i:i+2] == ".." {
			return nil, errLocation
		}
	}
	if !isZone(name) {
		return nil, errors.New("unknown time zone " + name)
	}
	return &Location{name: name, zone: name, isKnown: true}, nil
}

func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	if !isZoneData(string(data)) {
		return nil, errBadData
	}
	return &Location{name: name, zone: string(data), isKnown: true}, nil
}

func (l *Location) get() *Location {
	if l == nil {
		return &utc
	}
	if l == &local && !isLocalRead {
		readLocal()
	}
	return l
}

const database = "/usr/share/zoneinfo/"

// isLocalRead: what the environment says of the local zone later is not heard.
var isLocalRead bool

// readLocal takes the local zone from the environment's TZ; where that says nothing it is UTC.
func readLocal() {
	isLocalRead = true
	if !localzone.IsSet {
		return
	}
	local = Location{name: "UTC", zone: "UTC"}
	name := localzone.Name
	if name != "" && name[0] == ':' {
		name = name[1:]
	}
	zone := name
	if n := len(database); len(name) > n && name[:n] == database {
		zone = name[n:]
	}
	if isZone(zone) && zone != "UTC" {
		local = Location{name: name, zone: zone, isKnown: true}
	}
}

func (l *Location) String() string { return l.get().name }

func (l *Location) lookup(unix int64) (name string, offset int, start, end int64, isDST bool) {
	l = l.get()
	if l.isKnown {
		return periodAt(l.zone, unix)
	}
	return l.zone, l.offset, alpha, omega, false
}

func (l *Location) lookupName(name string, clock int64) (offset int, ok bool) {
	l = l.get()
	if l.isKnown {
		return offsetOf(l.zone, name, clock)
	}
	return l.offset, l.zone == name
}

// offsetAt is the offset when the clocks show that many seconds since 1970. Where they are turned, a
// time may be there twice or never: then it is one of the two offsets around.
func (l *Location) offsetAt(clock int64) int64 {
	_, offset, start, end, _ := l.lookup(clock)
	if offset != 0 {
		unix := clock - int64(offset)
		if unix < start || unix >= end {
			_, offset, _, _, _ = l.lookup(unix)
		}
	}
	return int64(offset)
}

func (t Time) Zone() (name string, offset int) {
	name, offset, _, _, _ = t.loc.lookup(t.Unix())
	return name, offset
}

func (t Time) IsDST() bool {
	_, _, _, _, isDST := t.loc.lookup(t.Unix())
	return isDST
}

// ZoneBounds are those of what the clocks show; a zero time where there is no bound.
func (t Time) ZoneBounds() (start, end Time) {
	_, _, from, until, _ := t.loc.lookup(t.Unix())
	if from != alpha {
		start = Unix(from, 0)
		start.loc = t.loc
	}
	if until != omega {
		end = Unix(until, 0)
		end.loc = t.loc
	}
	return start, end
}
