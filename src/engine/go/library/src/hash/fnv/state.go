package fnv

import (
	"hash"
	"internal/hashstate"
)

// Copies and binary forms of the states.

func body(b []byte, magic string, size int) ([]byte, error) {
	return hashstate.Body(b, "hash/fnv", magic, size)
}

func (s *sum32) Clone() (hash.Cloner, error) {
	other := *s
	return &other, nil
}

func (s *sum32) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum32) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, "fnv\x01"...)), nil
}

func (s *sum32) UnmarshalBinary(b []byte) error {
	b, err := body(b, "fnv\x01", 4)
	if err != nil {
		return err
	}
	*s = sum32(hashstate.Uint(b))
	return nil
}

func (s *sum32a) Clone() (hash.Cloner, error) {
	other := *s
	return &other, nil
}

func (s *sum32a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum32a) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, "fnv\x02"...)), nil
}

func (s *sum32a) UnmarshalBinary(b []byte) error {
	b, err := body(b, "fnv\x02", 4)
	if err != nil {
		return err
	}
	*s = sum32a(hashstate.Uint(b))
	return nil
}

func (s *sum64) Clone() (hash.Cloner, error) {
	other := *s
	return &other, nil
}

func (s *sum64) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum64) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, "fnv\x03"...)), nil
}

func (s *sum64) UnmarshalBinary(b []byte) error {
	b, err := body(b, "fnv\x03", 8)
	if err != nil {
		return err
	}
	*s = sum64(hashstate.Uint(b))
	return nil
}

func (s *sum64a) Clone() (hash.Cloner, error) {
	other := *s
	return &other, nil
}

func (s *sum64a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum64a) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, "fnv\x04"...)), nil
}

func (s *sum64a) UnmarshalBinary(b []byte) error {
	b, err := body(b, "fnv\x04", 8)
	if err != nil {
		return err
	}
	*s = sum64a(hashstate.Uint(b))
	return nil
}

func (s *sum128) Clone() (hash.Cloner, error) {
	other := *s
	return &other, nil
}

func (s *sum128) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum128) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, "fnv\x05"...)), nil
}

func (s *sum128) UnmarshalBinary(b []byte) error {
	b, err := body(b, "fnv\x05", 16)
	if err != nil {
		return err
	}
	s[0], s[1] = hashstate.Uint(b[:8]), hashstate.Uint(b[8:])
	return nil
}

func (s *sum128a) Clone() (hash.Cloner, error) {
	other := *s
	return &other, nil
}

func (s *sum128a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func (s *sum128a) AppendBinary(b []byte) ([]byte, error) {
	return s.Sum(append(b, "fnv\x06"...)), nil
}

func (s *sum128a) UnmarshalBinary(b []byte) error {
	b, err := body(b, "fnv\x06", 16)
	if err != nil {
		return err
	}
	s[0], s[1] = hashstate.Uint(b[:8]), hashstate.Uint(b[8:])
	return nil
}
