// Package base64: bytes as text of 64 characters (RFC 4648).
package base64

import "strconv"

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

// An Encoding is an alphabet with a padding character.
type Encoding struct {
	alphabet string
	values   [256]int
	padding  rune
	isStrict bool
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{alphabet: encoder, padding: StdPadding}
	for i := range e.values {
		e.values[i] = -1
	}
	for i := range encoder {
		switch {
		case encoder[i] == '\n' || encoder[i] == '\r':
			panic("encoding alphabet contains newline character")
		case e.values[encoder[i]] >= 0:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.values[encoder[i]] = i
	}
	return e
}

func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xff:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] >= 0:
		panic("padding contained in alphabet")
	}
	enc.padding = padding
	return &enc
}

// Strict demands that the bits after the last byte are zero.
func (enc Encoding) Strict() *Encoding {
	enc.isStrict = true
	return &enc
}

var (
	StdEncoding    = NewEncoding(letters + "+/")
	URLEncoding    = NewEncoding(letters + "-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

func (enc *Encoding) EncodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

func (enc *Encoding) DecodedLen(n int) int {
	if enc.padding == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for len(src) > 0 {
		var group [3]byte
		n := copy(group[:], src)
		src = src[n:]
		word := uint(group[0])<<16 | uint(group[1])<<8 | uint(group[2])
		for i := range 4 {
			switch {
			case i <= n:
				dst = append(dst, enc.alphabet[word>>(18-6*i)&63])
			case enc.padding != NoPadding:
				dst = append(dst, byte(enc.padding))
			}
		}
	}
	return dst
}

func (enc *Encoding) Encode(dst, src []byte) { copy(dst, enc.AppendEncode(nil, src)) }

func (enc *Encoding) EncodeToString(src []byte) string { return string(enc.AppendEncode(nil, src)) }

// A CorruptInputError is the place of the first byte that does not belong.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

func skipLines(s []byte, i int) int {
	for i < len(s) && (s[i] == '\n' || s[i] == '\r') {
		i++
	}
	return i
}

// group reads up to four characters from s[i]; size is the number of bytes that they stand for.
func (enc *Encoding) group(s []byte, i int) (word uint, size, next int, err error) {
	for count := 0; count < 4; count++ {
		i = skipLines(s, i)
		if i == len(s) {
			switch {
			case count == 0:
				return 0, 0, i, nil
			case count == 1 || enc.padding != NoPadding:
				return 0, 0, i, CorruptInputError(i - count)
			}
			return enc.last(word, count, i)
		}
		c := s[i]
		i++
		if value := enc.values[c]; value >= 0 {
			word = word<<6 | uint(value)
			continue
		}
		if rune(c) != enc.padding || count < 2 {
			return 0, 0, i, CorruptInputError(i - 1)
		}
		if count == 2 {
			i = skipLines(s, i)
			if i == len(s) {
				return 0, 0, i, CorruptInputError(len(s))
			}
			if rune(s[i]) != enc.padding {
				return 0, 0, i, CorruptInputError(i - 1)
			}
			i++
		}
		i = skipLines(s, i)
		word, size, _, err = enc.last(word, count, i)
		if err == nil && i < len(s) {
			err = CorruptInputError(i)
		}
		return word, size, len(s), err
	}
	return word, 3, i, nil
}

// last makes bytes of a group of two or three characters that ends before next.
func (enc *Encoding) last(word uint, count, next int) (uint, int, int, error) {
	word <<= 6 * (4 - count)
	if enc.isStrict && word&(1<<(8*(4-count))-1) != 0 {
		return 0, 0, next, CorruptInputError(next - (4 - count))
	}
	return word, count - 1, next, nil
}

func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	for i := 0; i < len(src); {
		word, size, next, err := enc.group(src, i)
		bytes := [3]byte{byte(word >> 16), byte(word >> 8), byte(word)}
		dst = append(dst, bytes[:size]...)
		if err != nil {
			return dst, err
		}
		i = next
	}
	return dst, nil
}

func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	decoded, err := enc.AppendDecode(nil, src)
	return copy(dst, decoded), err
}

func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	return enc.AppendDecode([]byte{}, []byte(s))
}
