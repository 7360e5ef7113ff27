package unicode

// More scripts; those younger than the Unicode data of the host have no runes.
var (
	Adlam                  = set("Script=Adlam")
	Ahom                   = set("Script=Ahom")
	Anatolian_Hieroglyphs  = set("Script=Anatolian_Hieroglyphs")
	Avestan                = set("Script=Avestan")
	Balinese               = set("Script=Balinese")
	Bamum                  = set("Script=Bamum")
	Bassa_Vah              = set("Script=Bassa_Vah")
	Batak                  = set("Script=Batak")
	Beria_Erfe             = set("Script=Beria_Erfe")
	Bhaiksuki              = set("Script=Bhaiksuki")
	Brahmi                 = set("Script=Brahmi")
	Buginese               = set("Script=Buginese")
	Buhid                  = set("Script=Buhid")
	Canadian_Aboriginal    = set("Script=Canadian_Aboriginal")
	Carian                 = set("Script=Carian")
	Caucasian_Albanian     = set("Script=Caucasian_Albanian")
	Chakma                 = set("Script=Chakma")
	Cham                   = set("Script=Cham")
	Chorasmian             = set("Script=Chorasmian")
	Cuneiform              = set("Script=Cuneiform")
	Cypriot                = set("Script=Cypriot")
	Cypro_Minoan           = set("Script=Cypro_Minoan")
	Deseret                = set("Script=Deseret")
	Dives_Akuru            = set("Script=Dives_Akuru")
	Dogra                  = set("Script=Dogra")
	Duployan               = set("Script=Duployan")
	Egyptian_Hieroglyphs   = set("Script=Egyptian_Hieroglyphs")
	Elbasan                = set("Script=Elbasan")
	Elymaic                = set("Script=Elymaic")
	Garay                  = set("Script=Garay")
	Glagolitic             = set("Script=Glagolitic")
	Grantha                = set("Script=Grantha")
	Gunjala_Gondi          = set("Script=Gunjala_Gondi")
	Gurung_Khema           = set("Script=Gurung_Khema")
	Hanifi_Rohingya        = set("Script=Hanifi_Rohingya")
	Hanunoo                = set("Script=Hanunoo")
	Hatran                 = set("Script=Hatran")
	Imperial_Aramaic       = set("Script=Imperial_Aramaic")
	Inscriptional_Pahlavi  = set("Script=Inscriptional_Pahlavi")
	Inscriptional_Parthian = set("Script=Inscriptional_Parthian")
	Javanese               = set("Script=Javanese")
	Kaithi                 = set("Script=Kaithi")
	Kawi                   = set("Script=Kawi")
	Kayah_Li               = set("Script=Kayah_Li")
	Kharoshthi             = set("Script=Kharoshthi")
	Khitan_Small_Script    = set("Script=Khitan_Small_Script")
	Khojki                 = set("Script=Khojki")
	Khudawadi              = set("Script=Khudawadi")
	Kirat_Rai              = set("Script=Kirat_Rai")
	Lepcha                 = set("Script=Lepcha")
	Limbu                  = set("Script=Limbu")
	Linear_A               = set("Script=Linear_A")
	Linear_B               = set("Script=Linear_B")
	Lisu                   = set("Script=Lisu")
	Lycian                 = set("Script=Lycian")
	Lydian                 = set("Script=Lydian")
	Mahajani               = set("Script=Mahajani")
	Makasar                = set("Script=Makasar")
	Mandaic                = set("Script=Mandaic")
	Manichaean             = set("Script=Manichaean")
	Marchen                = set("Script=Marchen")
	Masaram_Gondi          = set("Script=Masaram_Gondi")
	Medefaidrin            = set("Script=Medefaidrin")
	Meetei_Mayek           = set("Script=Meetei_Mayek")
	Mende_Kikakui          = set("Script=Mende_Kikakui")
	Meroitic_Cursive       = set("Script=Meroitic_Cursive")
	Meroitic_Hieroglyphs   = set("Script=Meroitic_Hieroglyphs")
	Miao                   = set("Script=Miao")
	Modi                   = set("Script=Modi")
	Mro                    = set("Script=Mro")
	Multani                = set("Script=Multani")
	Nabataean              = set("Script=Nabataean")
	Nag_Mundari            = set("Script=Nag_Mundari")
	Nandinagari            = set("Script=Nandinagari")
	New_Tai_Lue            = set("Script=New_Tai_Lue")
	Newa                   = set("Script=Newa")
	Nko                    = set("Script=Nko")
	Nushu                  = set("Script=Nushu")
	Nyiakeng_Puachue_Hmong = set("Script=Nyiakeng_Puachue_Hmong")
	Ogham                  = set("Script=Ogham")
	Ol_Chiki               = set("Script=Ol_Chiki")
	Ol_Onal                = set("Script=Ol_Onal")
	Old_Hungarian          = set("Script=Old_Hungarian")
	Old_Italic             = set("Script=Old_Italic")
	Old_North_Arabian      = set("Script=Old_North_Arabian")
	Old_Permic             = set("Script=Old_Permic")
	Old_Persian            = set("Script=Old_Persian")
	Old_Sogdian            = set("Script=Old_Sogdian")
	Old_South_Arabian      = set("Script=Old_South_Arabian")
	Old_Turkic             = set("Script=Old_Turkic")
	Old_Uyghur             = set("Script=Old_Uyghur")
	Osage                  = set("Script=Osage")
	Osmanya                = set("Script=Osmanya")
	Pahawh_Hmong           = set("Script=Pahawh_Hmong")
	Palmyrene              = set("Script=Palmyrene")
	Pau_Cin_Hau            = set("Script=Pau_Cin_Hau")
	Phags_Pa               = set("Script=Phags_Pa")
	Phoenician             = set("Script=Phoenician")
	Psalter_Pahlavi        = set("Script=Psalter_Pahlavi")
	Rejang                 = set("Script=Rejang")
	Samaritan              = set("Script=Samaritan")
	Saurashtra             = set("Script=Saurashtra")
	Sharada                = set("Script=Sharada")
	Shavian                = set("Script=Shavian")
	Siddham                = set("Script=Siddham")
	Sidetic                = set("Script=Sidetic")
	SignWriting            = set("Script=SignWriting")
	Sogdian                = set("Script=Sogdian")
	Sora_Sompeng           = set("Script=Sora_Sompeng")
	Soyombo                = set("Script=Soyombo")
	Sundanese              = set("Script=Sundanese")
	Sunuwar                = set("Script=Sunuwar")
	Syloti_Nagri           = set("Script=Syloti_Nagri")
	Tagalog                = set("Script=Tagalog")
	Tagbanwa               = set("Script=Tagbanwa")
	Tai_Le                 = set("Script=Tai_Le")
	Tai_Tham               = set("Script=Tai_Tham")
	Tai_Viet               = set("Script=Tai_Viet")
	Tai_Yo                 = set("Script=Tai_Yo")
	Takri                  = set("Script=Takri")
	Tangsa                 = set("Script=Tangsa")
	Tangut                 = set("Script=Tangut")
	Tifinagh               = set("Script=Tifinagh")
	Tirhuta                = set("Script=Tirhuta")
	Todhri                 = set("Script=Todhri")
	Tolong_Siki            = set("Script=Tolong_Siki")
	Toto                   = set("Script=Toto")
	Tulu_Tigalari          = set("Script=Tulu_Tigalari")
	Ugaritic               = set("Script=Ugaritic")
	Vai                    = set("Script=Vai")
	Vithkuqi               = set("Script=Vithkuqi")
	Wancho                 = set("Script=Wancho")
	Warang_Citi            = set("Script=Warang_Citi")
	Yezidi                 = set("Script=Yezidi")
	Zanabazar_Square       = set("Script=Zanabazar_Square")
)

// More categories.
var (
	Cn = set("Cn")
	LC = set("LC")
)

// More properties.
var (
	Bidi_Control            = set("Bidi_Control")
	Deprecated              = set("Deprecated")
	Extender                = set("Extender")
	IDS_Binary_Operator     = set("IDS_Binary_Operator")
	IDS_Trinary_Operator    = set("IDS_Trinary_Operator")
	Join_Control            = set("Join_Control")
	Logical_Order_Exception = set("Logical_Order_Exception")
	Sentence_Terminal       = set("Sentence_Terminal")
	Soft_Dotted             = set("Soft_Dotted")
	Terminal_Punctuation    = set("Terminal_Punctuation")
	STerm                   = Sentence_Terminal
)

// Scripts are the sets by the names of scripts.
var Scripts = map[string]*RangeTable{
	"Adlam":                  Adlam,
	"Ahom":                   Ahom,
	"Anatolian_Hieroglyphs":  Anatolian_Hieroglyphs,
	"Arabic":                 Arabic,
	"Armenian":               Armenian,
	"Avestan":                Avestan,
	"Balinese":               Balinese,
	"Bamum":                  Bamum,
	"Bassa_Vah":              Bassa_Vah,
	"Batak":                  Batak,
	"Bengali":                Bengali,
	"Beria_Erfe":             Beria_Erfe,
	"Bhaiksuki":              Bhaiksuki,
	"Bopomofo":               Bopomofo,
	"Brahmi":                 Brahmi,
	"Braille":                Braille,
	"Buginese":               Buginese,
	"Buhid":                  Buhid,
	"Canadian_Aboriginal":    Canadian_Aboriginal,
	"Carian":                 Carian,
	"Caucasian_Albanian":     Caucasian_Albanian,
	"Chakma":                 Chakma,
	"Cham":                   Cham,
	"Cherokee":               Cherokee,
	"Chorasmian":             Chorasmian,
	"Common":                 Common,
	"Coptic":                 Coptic,
	"Cuneiform":              Cuneiform,
	"Cypriot":                Cypriot,
	"Cypro_Minoan":           Cypro_Minoan,
	"Cyrillic":               Cyrillic,
	"Deseret":                Deseret,
	"Devanagari":             Devanagari,
	"Dives_Akuru":            Dives_Akuru,
	"Dogra":                  Dogra,
	"Duployan":               Duployan,
	"Egyptian_Hieroglyphs":   Egyptian_Hieroglyphs,
	"Elbasan":                Elbasan,
	"Elymaic":                Elymaic,
	"Ethiopic":               Ethiopic,
	"Garay":                  Garay,
	"Georgian":               Georgian,
	"Glagolitic":             Glagolitic,
	"Gothic":                 Gothic,
	"Grantha":                Grantha,
	"Greek":                  Greek,
	"Gujarati":               Gujarati,
	"Gunjala_Gondi":          Gunjala_Gondi,
	"Gurmukhi":               Gurmukhi,
	"Gurung_Khema":           Gurung_Khema,
	"Han":                    Han,
	"Hangul":                 Hangul,
	"Hanifi_Rohingya":        Hanifi_Rohingya,
	"Hanunoo":                Hanunoo,
	"Hatran":                 Hatran,
	"Hebrew":                 Hebrew,
	"Hiragana":               Hiragana,
	"Imperial_Aramaic":       Imperial_Aramaic,
	"Inherited":              Inherited,
	"Inscriptional_Pahlavi":  Inscriptional_Pahlavi,
	"Inscriptional_Parthian": Inscriptional_Parthian,
	"Javanese":               Javanese,
	"Kaithi":                 Kaithi,
	"Kannada":                Kannada,
	"Katakana":               Katakana,
	"Kawi":                   Kawi,
	"Kayah_Li":               Kayah_Li,
	"Kharoshthi":             Kharoshthi,
	"Khitan_Small_Script":    Khitan_Small_Script,
	"Khmer":                  Khmer,
	"Khojki":                 Khojki,
	"Khudawadi":              Khudawadi,
	"Kirat_Rai":              Kirat_Rai,
	"Lao":                    Lao,
	"Latin":                  Latin,
	"Lepcha":                 Lepcha,
	"Limbu":                  Limbu,
	"Linear_A":               Linear_A,
	"Linear_B":               Linear_B,
	"Lisu":                   Lisu,
	"Lycian":                 Lycian,
	"Lydian":                 Lydian,
	"Mahajani":               Mahajani,
	"Makasar":                Makasar,
	"Malayalam":              Malayalam,
	"Mandaic":                Mandaic,
	"Manichaean":             Manichaean,
	"Marchen":                Marchen,
	"Masaram_Gondi":          Masaram_Gondi,
	"Medefaidrin":            Medefaidrin,
	"Meetei_Mayek":           Meetei_Mayek,
	"Mende_Kikakui":          Mende_Kikakui,
	"Meroitic_Cursive":       Meroitic_Cursive,
	"Meroitic_Hieroglyphs":   Meroitic_Hieroglyphs,
	"Miao":                   Miao,
	"Modi":                   Modi,
	"Mongolian":              Mongolian,
	"Mro":                    Mro,
	"Multani":                Multani,
	"Myanmar":                Myanmar,
	"Nabataean":              Nabataean,
	"Nag_Mundari":            Nag_Mundari,
	"Nandinagari":            Nandinagari,
	"New_Tai_Lue":            New_Tai_Lue,
	"Newa":                   Newa,
	"Nko":                    Nko,
	"Nushu":                  Nushu,
	"Nyiakeng_Puachue_Hmong": Nyiakeng_Puachue_Hmong,
	"Ogham":                  Ogham,
	"Ol_Chiki":               Ol_Chiki,
	"Ol_Onal":                Ol_Onal,
	"Old_Hungarian":          Old_Hungarian,
	"Old_Italic":             Old_Italic,
	"Old_North_Arabian":      Old_North_Arabian,
	"Old_Permic":             Old_Permic,
	"Old_Persian":            Old_Persian,
	"Old_Sogdian":            Old_Sogdian,
	"Old_South_Arabian":      Old_South_Arabian,
	"Old_Turkic":             Old_Turkic,
	"Old_Uyghur":             Old_Uyghur,
	"Oriya":                  Oriya,
	"Osage":                  Osage,
	"Osmanya":                Osmanya,
	"Pahawh_Hmong":           Pahawh_Hmong,
	"Palmyrene":              Palmyrene,
	"Pau_Cin_Hau":            Pau_Cin_Hau,
	"Phags_Pa":               Phags_Pa,
	"Phoenician":             Phoenician,
	"Psalter_Pahlavi":        Psalter_Pahlavi,
	"Rejang":                 Rejang,
	"Runic":                  Runic,
	"Samaritan":              Samaritan,
	"Saurashtra":             Saurashtra,
	"Sharada":                Sharada,
	"Shavian":                Shavian,
	"Siddham":                Siddham,
	"Sidetic":                Sidetic,
	"SignWriting":            SignWriting,
	"Sinhala":                Sinhala,
	"Sogdian":                Sogdian,
	"Sora_Sompeng":           Sora_Sompeng,
	"Soyombo":                Soyombo,
	"Sundanese":              Sundanese,
	"Sunuwar":                Sunuwar,
	"Syloti_Nagri":           Syloti_Nagri,
	"Syriac":                 Syriac,
	"Tagalog":                Tagalog,
	"Tagbanwa":               Tagbanwa,
	"Tai_Le":                 Tai_Le,
	"Tai_Tham":               Tai_Tham,
	"Tai_Viet":               Tai_Viet,
	"Tai_Yo":                 Tai_Yo,
	"Takri":                  Takri,
	"Tamil":                  Tamil,
	"Tangsa":                 Tangsa,
	"Tangut":                 Tangut,
	"Telugu":                 Telugu,
	"Thaana":                 Thaana,
	"Thai":                   Thai,
	"Tibetan":                Tibetan,
	"Tifinagh":               Tifinagh,
	"Tirhuta":                Tirhuta,
	"Todhri":                 Todhri,
	"Tolong_Siki":            Tolong_Siki,
	"Toto":                   Toto,
	"Tulu_Tigalari":          Tulu_Tigalari,
	"Ugaritic":               Ugaritic,
	"Vai":                    Vai,
	"Vithkuqi":               Vithkuqi,
	"Wancho":                 Wancho,
	"Warang_Citi":            Warang_Citi,
	"Yezidi":                 Yezidi,
	"Yi":                     Yi,
	"Zanabazar_Square":       Zanabazar_Square,
}

// Properties are the sets by the names of properties.
var Properties = map[string]*RangeTable{
	"ASCII_Hex_Digit":                    ASCII_Hex_Digit,
	"Bidi_Control":                       Bidi_Control,
	"Dash":                               Dash,
	"Deprecated":                         Deprecated,
	"Diacritic":                          Diacritic,
	"Extender":                           Extender,
	"Hex_Digit":                          Hex_Digit,
	"IDS_Binary_Operator":                IDS_Binary_Operator,
	"IDS_Trinary_Operator":               IDS_Trinary_Operator,
	"Ideographic":                        Ideographic,
	"Join_Control":                       Join_Control,
	"Logical_Order_Exception":            Logical_Order_Exception,
	"Noncharacter_Code_Point":            Noncharacter_Code_Point,
	"Pattern_Syntax":                     Pattern_Syntax,
	"Pattern_White_Space":                Pattern_White_Space,
	"Quotation_Mark":                     Quotation_Mark,
	"Radical":                            Radical,
	"Regional_Indicator":                 Regional_Indicator,
	"Sentence_Terminal":                  Sentence_Terminal,
	"Soft_Dotted":                        Soft_Dotted,
	"Terminal_Punctuation":               Terminal_Punctuation,
	"Unified_Ideograph":                  Unified_Ideograph,
	"Variation_Selector":                 Variation_Selector,
	"White_Space":                        White_Space,
	"STerm":                              STerm,
	"Hyphen":                             Hyphen,
	"IDS_Unary_Operator":                 IDS_Unary_Operator,
	"ID_Compat_Math_Continue":            ID_Compat_Math_Continue,
	"ID_Compat_Math_Start":               ID_Compat_Math_Start,
	"Modifier_Combining_Mark":            Modifier_Combining_Mark,
	"Other_Alphabetic":                   Other_Alphabetic,
	"Other_Default_Ignorable_Code_Point": Other_Default_Ignorable_Code_Point,
	"Other_Grapheme_Extend":              Other_Grapheme_Extend,
	"Other_ID_Continue":                  Other_ID_Continue,
	"Other_ID_Start":                     Other_ID_Start,
	"Other_Lowercase":                    Other_Lowercase,
	"Other_Math":                         Other_Math,
	"Other_Uppercase":                    Other_Uppercase,
	"Prepended_Concatenation_Mark":       Prepended_Concatenation_Mark,
}

// Categories are the sets by the names of general categories.
var Categories = map[string]*RangeTable{
	"Cn": Cn,
	"LC": LC,
	"C":  C,
	"Cc": Cc,
	"Cf": Cf,
	"Co": Co,
	"Cs": Cs,
	"L":  L,
	"Ll": Ll,
	"Lm": Lm,
	"Lo": Lo,
	"Lt": Lt,
	"Lu": Lu,
	"M":  M,
	"Mc": Mc,
	"Me": Me,
	"Mn": Mn,
	"N":  N,
	"Nd": Nd,
	"Nl": Nl,
	"No": No,
	"P":  P,
	"Pc": Pc,
	"Pd": Pd,
	"Pe": Pe,
	"Pf": Pf,
	"Pi": Pi,
	"Po": Po,
	"Ps": Ps,
	"S":  S,
	"Sc": Sc,
	"Sk": Sk,
	"Sm": Sm,
	"So": So,
	"Z":  Z,
	"Zl": Zl,
	"Zp": Zp,
	"Zs": Zs,
}
