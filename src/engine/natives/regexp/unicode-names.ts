// The names that \p{…} knows: general categories, their long names, and scripts. Case, spaces,
// hyphens and underscores make no difference in a name.

const categories =
  'C Cc Cf Cn Co Cs L LC Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So ' +
  'Z Zl Zp Zs';

const longNames =
  'Cased_Letter:LC Close_Punctuation:Pe Combining_Mark:M Connector_Punctuation:Pc Control:Cc ' +
  'Currency_Symbol:Sc Dash_Punctuation:Pd Decimal_Number:Nd Enclosing_Mark:Me ' +
  'Final_Punctuation:Pf Format:Cf Initial_Punctuation:Pi Letter:L Letter_Number:Nl ' +
  'Line_Separator:Zl Lowercase_Letter:Ll Mark:M Math_Symbol:Sm Modifier_Letter:Lm ' +
  'Modifier_Symbol:Sk Nonspacing_Mark:Mn Number:N Open_Punctuation:Ps Other:C Other_Letter:Lo ' +
  'Other_Number:No Other_Punctuation:Po Other_Symbol:So Paragraph_Separator:Zp Private_Use:Co ' +
  'Punctuation:P Separator:Z Space_Separator:Zs Spacing_Mark:Mc Surrogate:Cs Symbol:S ' +
  'Titlecase_Letter:Lt Unassigned:Cn Uppercase_Letter:Lu cntrl:Cc digit:Nd punct:P';

const scripts =
  'Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak ' +
  'Bengali Beria_Erfe Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal ' +
  'Carian Caucasian_Albanian Chakma Cham Cherokee Chorasmian Common Coptic Cuneiform Cypriot ' +
  'Cypro_Minoan Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan Egyptian_Hieroglyphs ' +
  'Elbasan Elymaic Ethiopic Garay Georgian Glagolitic Gothic Grantha Greek Gujarati ' +
  'Gunjala_Gondi Gurmukhi Gurung_Khema Han Hangul Hanifi_Rohingya Hanunoo Hatran Hebrew ' +
  'Hiragana Imperial_Aramaic Inherited Inscriptional_Pahlavi Inscriptional_Parthian Javanese ' +
  'Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi Khitan_Small_Script Khmer Khojki ' +
  'Khudawadi Kirat_Rai Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian Mahajani ' +
  'Makasar Malayalam Mandaic Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek ' +
  'Mende_Kikakui Meroitic_Cursive Meroitic_Hieroglyphs Miao Modi Mongolian Mro Multani ' +
  'Myanmar Nabataean Nag_Mundari Nandinagari New_Tai_Lue Newa Nko Nushu ' +
  'Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Ol_Onal Old_Hungarian Old_Italic Old_North_Arabian ' +
  'Old_Permic Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Old_Uyghur Oriya Osage ' +
  'Osmanya Pahawh_Hmong Palmyrene Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang ' +
  'Runic Samaritan Saurashtra Sharada Shavian Siddham Sidetic SignWriting Sinhala Sogdian ' +
  'Sora_Sompeng Soyombo Sundanese Sunuwar Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le ' +
  'Tai_Tham Tai_Viet Tai_Yo Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh ' +
  'Tirhuta Todhri Tolong_Siki Toto Tulu_Tigalari Ugaritic Vai Vithkuqi Wancho Warang_Citi ' +
  'Yezidi Yi Zanabazar_Square';

/** The name without what makes no difference. */
function canonical(name: string): string {
  return name.replace(/[-_ ]/g, '').toLowerCase();
}

function namesToProperties(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const script of scripts.split(' ')) found.set(canonical(script), `Script=${script}`);
  for (const entry of longNames.split(' ')) {
    const [name = '', category = ''] = entry.split(':');
    found.set(canonical(name), category);
  }
  for (const category of categories.split(' ')) found.set(canonical(category), category);
  return found;
}

const properties = namesToProperties();
const patterns = new Map<string, RegExp>();
const never = /(?!)/u;

/** What tests one character for the property of a name; null when there is no such name. */
export function propertyPatternOrNull(name: string): RegExp | null {
  const property = properties.get(canonical(name));
  if (property === undefined) return null;
  let pattern = patterns.get(property);
  if (pattern === undefined) {
    pattern = patternOf(property);
    patterns.set(property, pattern);
  }
  return pattern;
}

/** A script that is too new for the host has no characters there. */
function patternOf(property: string): RegExp {
  try {
    return new RegExp(`^\\p{${property}}$`, 'u');
  } catch {
    return never;
  }
}
