package strings

import "iter"

// Lines gives the lines of s with their newlines.
func Lines(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for s != "" {
			line := s
			if i := IndexByte(s, '\n'); i >= 0 {
				line = s[:i+1]
			}
			s = s[len(line):]
			if !yield(line) {
				return
			}
		}
	}
}

func each(parts []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, part := range parts {
			if !yield(part) {
				return
			}
		}
	}
}

// SplitSeq gives what Split returns, one by one.
func SplitSeq(s, sep string) iter.Seq[string] { return each(Split(s, sep)) }

func SplitAfterSeq(s, sep string) iter.Seq[string] { return each(SplitAfter(s, sep)) }
func FieldsSeq(s string) iter.Seq[string]          { return each(Fields(s)) }

func FieldsFuncSeq(s string, f func(rune) bool) iter.Seq[string] { return each(FieldsFunc(s, f)) }
