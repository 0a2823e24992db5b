"""Words of titles and names without what two writings of one differ in: case, accents, markup."""

import html
import re
import unicodedata

# Markup of CSL, HTML, JATS and MathML; "<" before a space is a sign of its own.
TAG = re.compile(r"</?[A-Za-z][\w:.-]*(?:\s[^<>]*)?/?>")
# LaTeX: a command with its spaces, then what groups; `\&` is the sign itself.
ACCENT = re.compile(r"\\[`'^\"~=.Hbcdkruv](?![A-Za-z])\s*")
COMMAND = re.compile(r"\\(?P<name>[A-Za-z]+)\s*")
GROUPS = re.compile(r"[{}$\\]")
# What NFKD leaves as it is.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | {"&": " and ", "’": "'", "\u02bb": "'", "\u02bc": "'"}
)
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
# Commands that stand for a letter; of any other, what it is about is left.
SIGNS = {"l": "l", "o": "o", "ss": "ss", "ae": "ae", "oe": "oe", "i": "i", "j": "j", "aa": "a"}
GREEK = re.compile(r"GREEK \w+ LETTER (?P<name>\w+)")
WORD = re.compile(r"\w+")


def bare(text: str) -> str:
    """Return a text without markup, entities and LaTeX, in one line."""
    # Some registrars' entities are escaped once more.
    plain = TAG.sub("", html.unescape(html.unescape(text)))
    if "\\" in plain or "{" in plain or plain.count("$") > 1:
        plain = COMMAND.sub(_command, ACCENT.sub("", plain))
        plain = GROUPS.sub("", plain)
    return " ".join(unicodedata.normalize("NFC", plain).split())


def _command(match: re.Match[str]) -> str:
    name = match["name"]
    letter = f"GREEK SMALL LETTER {'LAMDA' if name == 'lambda' else name.upper()}"
    try:
        return unicodedata.lookup(letter)
    except KeyError:
        return SIGNS.get(name, "")


def folded(text: str, *, umlauts: bool = False) -> str:
    """Return a text in small letters without accents; `umlauts` are then written as two letters."""
    small = unicodedata.normalize("NFC", text).casefold()
    small = (small.translate(UMLAUTS) if umlauts else small).translate(LETTERS)
    plain = unicodedata.normalize("NFKD", "".join(map(_spelt, small)))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _spelt(char: str) -> str:
    """Return a Greek letter as its name, as who can't type it writes it."""
    if not "\u03b1" <= char <= "\u03c9":
        return char
    match = GREEK.match(unicodedata.name(char, ""))
    return match["name"].lower().replace("lamda", "lambda") if match else char


def words(text: str, *, umlauts: bool = False) -> list[str]:
    """Return the words of a text; an apostrophe parts none."""
    return WORD.findall(folded(text, umlauts=umlauts).replace("'", "").replace("_", " "))
