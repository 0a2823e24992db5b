"""Quantities in English text: numbers that measure, count or compare.

A quantity is a number, in digits or in words, that could be wrong: a share, a ratio, a multiple, a
fraction, a rate, a duration, a sum of money, a measurement, a range, a count.
Quotation marks change nothing: who quotes a number says who gave it.

No quantity is
* a date, a year, a decade or a time of day: it says when;
* a number in a name or behind a label: a version, a standard, a step, a page, a list number;
* an ordinal, a percentile's too;
* a count up to twelve in words of things that are no units ("two documents"), nor "zero";
* a number inside a word or a sign ("A4", "64-bit", "one-hot", a keycap).
"""

import re

from handbook.claims.wordstart import finder

SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
ROUND = "hundreds?|thousands?|millions?|billions?|trillions?|dozens?"
LARGE = rf"{TEENS}|(?:{TENS})(?:[-\s](?:{SMALL}))?|{ROUND}"
PARTS = "third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|hundredth|thousandth"
TIME = (
    r"(?:(?:milli|micro|nano)?second|minute|hour|day|night|week|fortnight|month|quarter|year"
    r"|decade|generation)s?|centur(?:y|ies)"
)
MEASURE = (
    r"per\s?cent(?:age\spoints?)?|(?:percentage|basis)\spoints?|points\s(?:of|on|higher|lower|more"
    r"|less|better|worse|ahead|behind)|(?:dollar|euro|pound|cent|(?:kilo|centi|milli|nano)?met(?:re"
    r"|er)|mile|inche?|(?:kilo|milli)?gram|tonne|lit(?:re|er)|(?:kilo|mega|giga|tera|peta)?(?:byte"
    r"|bit|watt)|kilowatt-hour|standard\sdeviation)s?|feet|hertz|sigma|degrees\s(?:celsius"
    r"|fahrenheit)|times|fold"
)
SYMBOL = (
    "%|‰|°C|°|[munpµμ]s|s|secs?|mins?|h|hrs?|yrs?|[kKMGTP]i?[Bb]|bn|[kKMB]|[kmcnµ]?m|[km]?g|mg|[kMGT]?Hz"
    "|[kMGT]?Wh?|ml|px|pp|fps|[x×](?=[\\s,.;:)]|$)"
)
UNIT = rf"(?:(?-i:{SYMBOL})|{TIME}|{MEASURE})(?![\w])"
PART_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
FRACTION = f"[{PART_SIGNS}]"
# The lookahead is for Python 3.11.2, whose `*+` keeps what its last, failed try began to match.
DIGITS = (
    r"(?:(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d++)(?:(?=[.,]\d)[.,]\d++)*+"
    rf"(?:e[-+]?\d+(?!\w))?{FRACTION}?|{FRACTION})"
)
SCALE = "hundred|thousand|million|billion|trillion"
MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
YEAR = r"(?:(?:1[5-9]\d|20[0-3])\d|20[4-9]0|2100)(?![\d%]|[.,]\d)"
# What a year is not followed by, unless a word says that it is one.
COUNTED = r"[a-z]{2,}(?<!thi)(?<!it)(?<!i)(?<!wa)(?<!ha)s\b|people\b"
# A word that may stand before a count at the beginning of a sentence, or in a title-cased one.
NOT_A_NAME = (
    "About|Above|After|All|Almost|Among|And|Another|Approximately|Around|As|At|Because|Before"
    "|Below|Between|But|By|Each|Every|Exactly|For|From|Her|His|If|In|Is|Its|Just|Like|My|Nearly"
    "|No|Not|Of|On|Only|Or|Our|Over|Per|Roughly|Since|Some|Than|That|The|Their|Then|These|They"
    "|This|Those|To|Under|Until|Up|We|When|Where|While|With|Within|You|Your|CHF|EUR|GBP|JPY|USD"
)
LABEL = (
    "answer|appendix|art(?:icle)?|bullet|case|chap(?:ter)?|classe?|clause|col(?:umn)?|definition"
    "|edition|eq(?:uation)?|example|exercise|exhibit|experiment|fig(?:ure)?|footnote|grade|guideline|group"
    "|item|iteration|label|layer|lemma|level|line|note|no|number|option|page|paragraph|para|part|phase"
    "|point|port|pp?|principle|priority|problem|question|rank|release|requirement|round|row|rule"
    "|sec(?:tion)?|seed|stage|step|study|table|task|theorem|tier|type|v|version|vol(?:ume)?"
    "|day|week|month|year|sprint|epoch|quarter"
)
VERB = (
    "is|was|are|has|had|does|can|will|may|must|adds?|added|brings?|brought|came|changed|defines?"
    "|broke|drops?|fixed|gave|got|introduced|let|made|moved|took|turned|used|needs?|removed?|removes|requires?|runs?|says?|ships?|shipped|supports?"
)

NOT_QUANTITIES = re.compile(
    rf"""
      # An address.
      \b[a-z][a-z0-9+.-]{{0,20}}://\S* | \bwww\.\S*
      # A date or a part of one; a year is none before a unit or, without a sign of time, a plural.
    | \d{{4}}-\d\d(?:-\d\d)?(?!\d) | \b\d\d?/\d\d?/\d{{4}}\b
    | \b\d\d?(?:st|nd|rd|th)?\s{MONTH}(?:,?\s\d{{4}})?
    | \b(?-i:{MONTH})\s\d\d?(?:st|nd|rd|th)?(?:,\s\d{{4}})?(?![\d%]|\s?{UNIT})
    | \b(?-i:{MONTH})\s\d{{4}}
    | \b{YEAR}\s?[-–/]\s?(?:{YEAR}|\d\d\b)(?!\s?{UNIT})
    | (?:(?<=\bin\s)|(?<=\bof\s)|(?<=\bby\s)|(?<=\ba\s)|(?<=\ban\s)|(?<=\bthe\s)|(?<=\bits\s)
        |(?<=\bsince\s)|(?<=\buntil\s)|(?<=\bafter\s)|(?<=\bfrom\s)|(?<=\bbefore\s))
      {YEAR}(?!\s?{UNIT})
    | (?<![\d.,$€£¥])(?<!over\s)(?<!than\s)(?<!nearly\s)(?<!almost\s)(?<!roughly\s)(?<!least\s)
      (?<!most\s)(?<!about\s)\b{YEAR}(?!\s?{UNIT}|\s(?-i:{COUNTED}))
    | \b(?:1[5-9]|20)\d0s\b | ['’]\d0s\b
    | (?:(?<=\bat\s)|(?<=\bby\s)|(?<=\buntil\s)|(?<=\bbefore\s)|(?<=\bafter\s))\d\d?:\d\d\b
    | \b\d\d:\d\d(?::\d\d)?\b | \b\d\d?(?::\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)
    | \b24/7\b | \b1:1\b(?!\s\w*ratio)
      # An ordinal, in words too.
    | \b\d+(?:st|nd|rd|th)\b
    | \b(?:{TENS})-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b
      # A list number, a label with its numbers.
    | \(\d\d?\) | \[\d+\] | (?<!\S)\d\d?\)(?=\s) | \A\d\d?\.(?=\s) | [§¶#]\s?\d[\d.]*
    | \b(?:{LABEL})s?\b\.?\s\d+(?!\.?\d)(?:\(\w\))*(?:(?:,\s|,?\s(?:and|or|to)\s|\s?[-–]\s?)\d+\b
        (?!\s?{UNIT}))*(?!\s?{UNIT}|\s?[-–]?\d)
    | \b(?:sec(?:tion)?|chap(?:ter)?|eq(?:uation)?|fig(?:ure)?|table|v(?:ersion)?|release|appendix
        |clause|requirement)s?\b\.?\s\d+(?:\.\d+)+
      (?:(?:,|,?\s(?:and|or|to)|\s?[-–])\s?\d+(?:\.\d+)+)*
    | \b(?:{LABEL})s?\s(?:{SMALL})\b(?:(?:,|\s(?:and|or|to))\s(?:{SMALL})\b)*(?!\s{UNIT})
    | \b(?:status|error)(?:\scode)?s?\s[1-5]\d\d\b
      # A version or a name.
    | \bv?\d+\.\d+\.\d[\w.]* | \bv\d[\d.]* | \b\d+(?:\.\d+){{0,3}}\.x\b
    | (?:\ufffc|\b[a-z]{{1,20}}-[a-z-]{{1,20}})\s\d+\.\d+(?!\s?{UNIT})
    | \b(?-i:(?!(?:{NOT_A_NAME})\b)[a-z]{{0,3}}[A-Z]\w{{0,20}}[A-Z]\w{{0,20}})\s
      (?!0\.)\d[\d.:-]*+(?!\s?{UNIT}|%|,\d)(?:(?:,|\s(?:and|or))\s\d[\d.]*+(?!\s?{UNIT}|%|,\d))*
    | (?<=\S\s)(?<![.!?:]\s)\b(?-i:(?!(?:{NOT_A_NAME})\b)[A-Z][\w+-]{{1,30}})\s
      (?:[1-9]\d*\.\d[\d.]*(?:(?:,|\s(?:and|or|to))\s\d+\.\d+)*
        |\d+(?!\.\d|\s(?-i:{COUNTED})))(?!\s?{UNIT}|%|,?\d)
    | \A(?-i:(?!(?:{NOT_A_NAME})\b)[A-Z][\w+-]{{1,30}})\s
      (?:\d[\d.]*(?=\s(?:{VERB})\b)|[1-9]\d*\.\d+(?!\s?{UNIT}|%|\s(?-i:{COUNTED}))
        (?:(?:,|\s(?:and|or|to))\s\d+\.\d+)*)
      # Names with a number before a hyphen.
    | \b\d+-(?:based|bit|D|gram|indexed|nearest|shot)\w*\b | \b(?:\d+|ten|five)-fold\scross
      # Idioms.
    | \bone\sday\b(?!\s(?:a|per|of|in|to)\b) | \bone[\s-]to[\s-]one\b | \bone\sby\sone\b
    | \bhalf-(?:life|lives|baked)\b | \bdoubl(?:e|es|ed|ing)(?:\sdown|[-\s](?:blind|check|quote))\w*
    """,
    re.VERBOSE | re.IGNORECASE,
)
QUANTITIES = re.compile(
    rf"""
      # Digits, with a sign, a currency, a second number and a unit.
      (?:(?<![\w+])[-+−±~≈<>≤≥][$€£¥]?|(?<![\w+])[$€£¥]?(?<![\w+]))
      (?<![A-Za-z_][-–/.:])(?<![\d\0][-–/.:])(?<!\w\#)(?<!\^){DIGITS}
      (?:\s?[-–:/×]\s?{DIGITS}|\sto\s[$€£¥]?{DIGITS})?
      (?:\s(?:{SCALE}))? (?:[\s-]?{UNIT})? (?![\w\ufe0f\u20e3])
      # "sub-100 ms" is a word that holds a quantity.
    | (?<=\bsub-){DIGITS}\s?{UNIT}
      # Thirteen and more, and round numbers.
    | \b(?:(?:an?|{SMALL}|{LARGE})[\s-](?:and\s)?){{0,4}}(?:{LARGE})\b(?:[\s-]{UNIT})?
    | \btens\sof\b
      # Up to twelve of a unit.
    | \b(?:{SMALL})(?:\s(?:or|to|and)\s(?:{SMALL}))?[\s-]
      (?:(?:full|whole|working|more|further|extra|consecutive|calendar|business|entire|long)\s)?
      {UNIT}
    | \b(?:{SMALL}|{LARGE})fold\b | \bfactor\sof\s(?:{SMALL})\b | \b(?:five|six|seven)-figure\b
      # A rate.
    | \b(?!one\b)(?:{SMALL})\s(?:[\w-]+\s){{0,3}}(?:(?:an?|each|every)\s(?:{TIME})\b|per\s[a-z]+)
      # Shares: one in five, three of the four, two thirds, half of all.
    | \b(?:{SMALL})[\s-](?:in|out\sof)[\s-](?:(?:every|the)\s)?(?:{SMALL}|{LARGE})\b
    | \b(?!one\b)(?:{SMALL})\sof\s(?:the\s)?(?:{SMALL}|{LARGE})\b
      # "One person in four", but not "one person in four teams".
    | \bone\s[a-z]+\sin\s(?:every\s)?(?!one\b)(?:{SMALL}|{LARGE})\b
      (?=[.,;:)]|\Z|\s(?:{VERB}|\w+ed|fails|leaves|left|quits|uses|works)\b)
    | \b(?:{SMALL})[\s-](?:half|halves|(?:{PARTS})s?)\b
    | \ba\s(?:{PARTS})\s(?:of|as|more|less|fewer|\w+er)\b | \bby\sa\s(?:{PARTS})\b
    | (?<!first\s)(?<!second\s)(?<!other\s)(?<!better\s)(?<!latter\s)\bhalf\s
      (?:an?\s\w+|of|as|the|all|that|this|these|those|its|their|our|your|what)\b
    | \bhalf-(?:an?-)?(?:hour|day|year|century|decade|dozen|million|billion)s?\b
    | \b(?:by|than|and\sa|about|nearly|almost|only|over|under|least|roughly|in|to)\shalf\b
      # Ranges of small numbers.
    | \bbetween\s(?:{SMALL})\sand\s(?:{SMALL})\b | \b(?:{SMALL})[\s-]to[\s-](?:{SMALL})\b
      # Multiples.
    | \b(?:twice|thrice)\s(?:as|the|that|its|their|his|her|our|what|a|per|every|more|in)\b
    | \b(?:doubl|tripl|quadrupl|quintupl|halv)(?:es|ed|ing)\b
    | \b(?:can|could|may|might|will|would|should|not|to|at|for|than|is|are|was|were|about|nearly
        |almost|roughly|costs?|needs?)\s(?:double|triple|quadruple|halve)\b
    | (?<=\w\s)(?:double|triple|quadruple)\s(?:the|that|its|their|what)\b
    | \b(?:(?:an|{SMALL})\s)?orders?\sof\smagnitude\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What a quantity in words begins with, and one in digits.
WORDS = (
    *(f"{word}(?:fold)?" for word in f"{SMALL}|{TEENS}|{ROUND}".split("|")),
    *(rf"{word}(?:[-\s](?:{SMALL}))?(?:fold)?" for word in TENS.split("|")),
    *("half", "twice", "thrice", "tens", "orders?", rf"an?(?=\s(?:{PARTS}))"),
    *(f"{word}(?:e|es|ed|ing)" for word in ("doubl", "tripl", "quadrupl", "quintupl", "halv")),
)
FIGURES = rf"(?=[\ds{PART_SIGNS}])(?:sub-)?{DIGITS}"
FIGURE = re.compile(rf"[\d{PART_SIGNS}]")
_in_words = finder(WORDS)


def may_hold(text: str) -> bool:
    """Tell whether a text may hold a quantity: most do not, and this finds it out soonest."""
    return bool(FIGURE.search(text)) or _in_words(text)


def quantities(text: str) -> list[tuple[int, str]]:
    """Return each quantity of a sentence with its offset; code in it is U+FFFC."""
    if not may_hold(text) or not QUANTITIES.search(text):
        return []
    known = NOT_QUANTITIES.sub(lambda match: "\0" * len(match[0]), text)
    return [(match.start(), match[0]) for match in QUANTITIES.finditer(known)]
