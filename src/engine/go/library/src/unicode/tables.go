package unicode

// A RangeTable is a set of runes. Those of this package are known by the property that they stand
// for and list no ranges.
type RangeTable struct {
	R16         []Range16
	R32         []Range32
	LatinOffset int
	property    string
}

// A Range16 has every Stride-th rune from Lo to Hi.
type Range16 struct {
	Lo     uint16
	Hi     uint16
	Stride uint16
}

type Range32 struct {
	Lo     uint32
	Hi     uint32
	Stride uint32
}

// hasProperty knows properties by their names in regular expressions: Lu, Script=Han, Dash.
func hasProperty(property string, r rune) bool

// Is reports whether the rune is in the set.
func Is(rangeTab *RangeTable, r rune) bool {
	if rangeTab.property != "" {
		return hasProperty(rangeTab.property, r)
	}
	for _, each := range rangeTab.R16 {
		if r < rune(each.Lo) {
			return false
		}
		if r <= rune(each.Hi) {
			return (r-rune(each.Lo))%rune(each.Stride) == 0
		}
	}
	for _, each := range rangeTab.R32 {
		if r < rune(each.Lo) {
			return false
		}
		if r <= rune(each.Hi) {
			return (r-rune(each.Lo))%rune(each.Stride) == 0
		}
	}
	return false
}

// In reports whether the rune is in one of the sets.
func In(r rune, ranges ...*RangeTable) bool { return IsOneOf(ranges, r) }

func IsOneOf(ranges []*RangeTable, r rune) bool {
	for _, each := range ranges {
		if Is(each, r) {
			return true
		}
	}
	return false
}

func set(property string) *RangeTable { return &RangeTable{property: property} }

// Categories.
var (
	L      = set("L")
	Letter = L
	M      = set("M")
	Mark   = M
	N      = set("N")
	Number = N
	C      = set("C")
	Other  = C
	P      = set("P")
	Punct  = P
	Z      = set("Z")
	Space  = Z
	S      = set("S")
	Symbol = S
	Lu     = set("Lu")
	Upper  = Lu
	Ll     = set("Ll")
	Lower  = Ll
	Lt     = set("Lt")
	Title  = Lt
	Nd     = set("Nd")
	Digit  = Nd
	Lm     = set("Lm")
	Lo     = set("Lo")
	Mc     = set("Mc")
	Me     = set("Me")
	Mn     = set("Mn")
	Nl     = set("Nl")
	No     = set("No")
	Cc     = set("Cc")
	Cf     = set("Cf")
	Co     = set("Co")
	Cs     = set("Cs")
	Pc     = set("Pc")
	Pd     = set("Pd")
	Pe     = set("Pe")
	Pf     = set("Pf")
	Pi     = set("Pi")
	Po     = set("Po")
	Ps     = set("Ps")
	Sc     = set("Sc")
	Sk     = set("Sk")
	Sm     = set("Sm")
	So     = set("So")
	Zl     = set("Zl")
	Zp     = set("Zp")
	Zs     = set("Zs")
)

// Scripts.
var (
	Arabic     = set("Script=Arabic")
	Armenian   = set("Script=Armenian")
	Bengali    = set("Script=Bengali")
	Bopomofo   = set("Script=Bopomofo")
	Braille    = set("Script=Braille")
	Cherokee   = set("Script=Cherokee")
	Common     = set("Script=Common")
	Coptic     = set("Script=Coptic")
	Cyrillic   = set("Script=Cyrillic")
	Devanagari = set("Script=Devanagari")
	Ethiopic   = set("Script=Ethiopic")
	Georgian   = set("Script=Georgian")
	Gothic     = set("Script=Gothic")
	Greek      = set("Script=Greek")
	Gujarati   = set("Script=Gujarati")
	Gurmukhi   = set("Script=Gurmukhi")
	Han        = set("Script=Han")
	Hangul     = set("Script=Hangul")
	Hebrew     = set("Script=Hebrew")
	Hiragana   = set("Script=Hiragana")
	Inherited  = set("Script=Inherited")
	Kannada    = set("Script=Kannada")
	Katakana   = set("Script=Katakana")
	Khmer      = set("Script=Khmer")
	Lao        = set("Script=Lao")
	Latin      = set("Script=Latin")
	Malayalam  = set("Script=Malayalam")
	Mongolian  = set("Script=Mongolian")
	Myanmar    = set("Script=Myanmar")
	Oriya      = set("Script=Oriya")
	Runic      = set("Script=Runic")
	Sinhala    = set("Script=Sinhala")
	Syriac     = set("Script=Syriac")
	Tamil      = set("Script=Tamil")
	Telugu     = set("Script=Telugu")
	Thaana     = set("Script=Thaana")
	Thai       = set("Script=Thai")
	Tibetan    = set("Script=Tibetan")
	Yi         = set("Script=Yi")
)

// Properties.
var (
	ASCII_Hex_Digit         = set("ASCII_Hex_Digit")
	Dash                    = set("Dash")
	Diacritic               = set("Diacritic")
	Hex_Digit               = set("Hex_Digit")
	Ideographic             = set("Ideographic")
	Noncharacter_Code_Point = set("Noncharacter_Code_Point")
	Pattern_Syntax          = set("Pattern_Syntax")
	Pattern_White_Space     = set("Pattern_White_Space")
	Quotation_Mark          = set("Quotation_Mark")
	Radical                 = set("Radical")
	Regional_Indicator      = set("Regional_Indicator")
	Unified_Ideograph       = set("Unified_Ideograph")
	Variation_Selector      = set("Variation_Selector")
	White_Space             = set("White_Space")
)

// GraphicRanges and PrintRanges make up what IsGraphic and IsPrint accept.
var (
	GraphicRanges = []*RangeTable{L, M, N, P, S, Zs}
	PrintRanges   = []*RangeTable{L, M, N, P, S}
)
