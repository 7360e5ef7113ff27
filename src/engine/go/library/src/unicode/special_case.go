package unicode

// UpperLower as a delta: upper and lower case alternate.
const UpperLower = MaxRune + 1

// Version of the Unicode data that the real library has.
const Version = "17.0.0"

type d [MaxCase]rune

// A CaseRange maps the case of runes by adding a delta.
type CaseRange struct {
	Lo    uint32
	Hi    uint32
	Delta d
}

// SpecialCase is the case mapping of a language; what it does not list maps as everywhere.
type SpecialCase []CaseRange

// TurkishCase and AzeriCase keep i with and without its dot apart.
var TurkishCase SpecialCase = SpecialCase{
	{0x49, 0x49, d{0, 0x131 - 0x49, 0}},
	{0x69, 0x69, d{0x130 - 0x69, 0, 0x130 - 0x69}},
	{0x130, 0x130, d{0, 0x69 - 0x130, 0}},
	{0x131, 0x131, d{0x49 - 0x131, 0, 0x49 - 0x131}},
}

var AzeriCase SpecialCase = TurkishCase

func (special SpecialCase) to(_case int, r rune) (rune, bool) {
	for _, each := range special {
		if rune(each.Lo) <= r && r <= rune(each.Hi) {
			delta := each.Delta[_case]
			if delta > MaxRune {
				// Pairs: the even of each is upper case; title case is upper case.
				return rune(each.Lo) + ((r-rune(each.Lo))&^1 | rune(_case&1)), true
			}
			return r + delta, true
		}
	}
	return r, false
}

func (special SpecialCase) ToUpper(r rune) rune {
	if mapped, ok := special.to(UpperCase, r); ok {
		return mapped
	}
	return ToUpper(r)
}

func (special SpecialCase) ToTitle(r rune) rune {
	if mapped, ok := special.to(TitleCase, r); ok {
		return mapped
	}
	return ToTitle(r)
}

func (special SpecialCase) ToLower(r rune) rune {
	if mapped, ok := special.to(LowerCase, r); ok {
		return mapped
	}
	return ToLower(r)
}
