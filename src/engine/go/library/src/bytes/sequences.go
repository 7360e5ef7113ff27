package bytes

import "iter"

// Lines gives the lines of s with their newlines.
func Lines(s []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for len(s) > 0 {
			line := s
			if i := IndexByte(s, '\n'); i >= 0 {
				line = s[: i+1 : i+1]
			}
			s = s[len(line):]
			if !yield(line) {
				return
			}
		}
	}
}

func each(parts [][]byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		for _, part := range parts {
			if !yield(part) {
				return
			}
		}
	}
}

// SplitSeq gives what Split returns, one by one.
func SplitSeq(s, sep []byte) iter.Seq[[]byte] { return each(Split(s, sep)) }

func SplitAfterSeq(s, sep []byte) iter.Seq[[]byte] { return each(SplitAfter(s, sep)) }
func FieldsSeq(s []byte) iter.Seq[[]byte]          { return each(Fields(s)) }

func FieldsFuncSeq(s []byte, f func(rune) bool) iter.Seq[[]byte] { return each(FieldsFunc(s, f)) }
