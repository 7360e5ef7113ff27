package time

import "errors"

// appendStrict appends t as RFC 3339 has it, if it can.
func (t Time) appendStrict(b []byte) ([]byte, error) {
	if year := t.Year(); year < 0 || year > 9999 {
		return b, errors.New("year outside of range [0,9999]")
	}
	if _, offset := t.Zone(); offset <= -24*3600 || offset >= 24*3600 {
		return b, errors.New("timezone hour outside of range [0,23]")
	}
	return t.AppendFormat(b, RFC3339Nano), nil
}

func (t Time) appendFor(b []byte, method string) ([]byte, error) {
	b, err := t.appendStrict(b)
	if err != nil {
		return nil, errors.New("Time." + method + ": " + err.Error())
	}
	return b, nil
}

func (t Time) AppendText(b []byte) ([]byte, error) { return t.appendFor(b, "AppendText") }
func (t Time) MarshalText() ([]byte, error)        { return t.appendFor(nil, "MarshalText") }

func (t *Time) UnmarshalText(data []byte) error {
	var err error
	*t, err = Parse(RFC3339, string(data))
	return err
}

func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.appendFor([]byte{'"'}, "MarshalJSON")
	if err != nil {
		return nil, err
	}
	return append(b, '"'), nil
}

func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}

// The binary form: a version, seconds (8 bytes), nanoseconds (4), minutes east of UTC (2; -1 for UTC
// itself), and in version 2 the rest of the offset in seconds.
const (
	binaryMinutes = 1
	binarySeconds = 2
)

func (t Time) AppendBinary(b []byte) ([]byte, error) {
	version, minutes, rest := binaryMinutes, -1, 0
	if t.Location() != UTC {
		_, offset := t.Zone()
		if rest = offset % 60; rest != 0 {
			version = binarySeconds
		}
		minutes = offset / 60
		if minutes < -32768 || minutes == -1 || minutes > 32767 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
	}
	b = append(b, byte(version))
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(t.sec()>>shift))
	}
	for shift := 24; shift >= 0; shift -= 8 {
		b = append(b, byte(t.nsec()>>shift))
	}
	b = append(b, byte(minutes>>8), byte(minutes))
	if version == binarySeconds {
		b = append(b, byte(rest))
	}
	return b, nil
}

func (t Time) MarshalBinary() ([]byte, error) {
	b, err := t.AppendBinary(nil)
	if err != nil {
		return nil, err
	}
	return b, nil
}

func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	version := int(data[0])
	if version != binaryMinutes && version != binarySeconds {
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != 14+version {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	var sec, nsec int64
	for _, c := range data[1:9] {
		sec = sec<<8 | int64(c)
	}
	for _, c := range data[9:13] {
		nsec = nsec<<8 | int64(c)
	}
	offset := int(int16(data[13])<<8|int16(data[14])) * 60
	if version == binarySeconds {
		offset += int(int8(data[15]))
	}
	*t = timeAt(sec, nsec, nil)
	switch offset {
	case -60:
	default:
		t.loc = FixedZone("", offset)
		if _, here, _, _, _ := local.lookup(t.Unix()); here == offset {
			t.loc = Local
		}
	}
	return nil
}

func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
