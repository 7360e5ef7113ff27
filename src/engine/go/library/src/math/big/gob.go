package big

import (
	"errors"
	"fmt"
	"strings"
)

const gobVersion = 1

const wordBytes = 8

func appendWord(b []byte, x uint32) []byte {
	return append(b, byte(x>>24), byte(x>>16), byte(x>>8), byte(x))
}

func word(b []byte) uint32 {
	return uint32(b[0])<<24 | uint32(b[1])<<16 | uint32(b[2])<<8 | uint32(b[3])
}

// words is how many words of memory hold a number of bits.
func words(bits int) int { return (bits + 8*wordBytes - 1) / (8 * wordBytes) }

// gobHead is the version and the sign.
func gobHead(negative bool) byte {
	if negative {
		return gobVersion<<1 | 1
	}
	return gobVersion << 1
}

func signed(bytes []byte, negative bool) integer {
	value := fromBytes(string(bytes))
	if negative {
		return negated(value)
	}
	return value
}

func (x *Int) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	return append([]byte{gobHead(x.value < 0)}, toBytes(absolute(x.value))...), nil
}

func (z *Int) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Int{}
		return nil
	}
	if buf[0]>>1 != gobVersion {
		return fmt.Errorf("Int.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	z.to(signed(buf[1:], buf[0]&1 != 0))
	return nil
}

func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	above := toBytes(absolute(x.a.value))
	buf := appendWord([]byte{gobHead(x.a.value < 0)}, uint32(len(above)))
	return append(append(buf, above...), toBytes(x.b.value)...), nil
}

func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	if len(buf) < 5 {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	if buf[0]>>1 != gobVersion {
		return fmt.Errorf("Rat.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	end := 5 + int(word(buf[1:]))
	if len(buf) < end {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	z.a.to(signed(buf[5:end], buf[0]&1 != 0))
	z.b.to(fromBytes(string(buf[end:])))
	return nil
}

func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	head := byte(x.mode)<<5 | byte(x.acc+1)<<3 | byte(x.form)<<1
	if x.neg {
		head |= 1
	}
	buf := appendWord([]byte{gobVersion, head}, x.prec)
	if x.form != finite {
		return buf, nil
	}
	buf = appendWord(buf, uint32(x.exp))
	bits := bitLength(x.mant)
	room := 8 * wordBytes * words(bits)
	return append(buf, toBytes(shiftLeft(absolute(x.mant), uint(room-bits)))...), nil
}

func (z *Float) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Float{}
		return nil
	}
	if len(buf) < 6 {
		return errors.New("Float.GobDecode: buffer too small")
	}
	if buf[0] != gobVersion {
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	prec, mode := z.prec, z.mode
	z.mode = RoundingMode(buf[1] >> 5)
	z.acc = Accuracy(buf[1]>>3&3) - 1
	z.form = form(buf[1] >> 1 & 3)
	z.neg = buf[1]&1 != 0
	z.prec = word(buf[2:])
	if z.form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		z.exp = int32(word(buf[6:]))
		if problem := z.decodeMantissa(buf[10:]); problem != "" {
			z.form = zero
			return errors.New("Float.GobDecode: " + problem)
		}
	}
	if prec != 0 {
		z.mode = mode
		z.SetPrec(uint(prec))
	}
	return nil
}

// decodeMantissa says what is wrong with a mantissa, in the words of Go.
func (z *Float) decodeMantissa(bytes []byte) (problem string) {
	value := fromBytes(string(bytes))
	switch bits := bitLength(value); {
	case bits == 0:
		return "nonzero finite number with empty mantissa"
	case bits%(8*wordBytes) != 0:
		last := toUint64(shiftRight(value, uint(8*wordBytes*(words(bits)-1))))
		sign := ""
		if z.neg {
			sign = "-"
		}
		digits := strings.TrimRight(text(value, 16), "0")
		return fmt.Sprintf("msb not set in last word %#x of %s0x.%sp%+d", last, sign, digits, z.exp)
	case z.prec == 0:
		return "zero precision finite number"
	}
	z.mant = odd(value)
	if z.neg {
		z.mant = negated(z.mant)
	}
	return ""
}
