"""Names as BibTeX has them, "von Last, Jr, First", in the parts of the Citation Style Language.

https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf, section 11.
"""

import re
from itertools import pairwise

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

from handbook.cite.fault import shown
from handbook.cite.latex import LatexError, plain
from handbook.references import csl

# What stands for names that are not listed; BibTeX knows "others" alone.
OTHERS = re.compile(r"others|et\.? al\.?", re.IGNORECASE)
AND = re.compile(r"(?<!\\)[{}]|(?:(?<=\s)|^)and(?=\s|$)", re.IGNORECASE)
SUFFIX = r"(?:Jr|Sr|II|III|IV)\.?"
AFTER_FAMILY = re.compile(rf"(?P<family>.+?),? (?P<suffix>{SUFFIX})")
# An accent, which may stand on another one, and a letter of other languages. BibTeX takes its word
# for a particle, or for two words, unless it stands as "{\v S}" and "{\L}".
ACCENT = re.compile(
    r"(\\(?:[`'^\"~=.]|[Hbcdkruv](?=[\s{])))\s*"
    r"(?:\{((?:[^{}]|\{[^{}]*\})+)\}|(\\[ij](?![A-Za-z])\s*|[A-Za-z]))"
)
LETTER = re.compile(r"(?<![{\\])(\\(?:[LOijlo]|AA|aa|AE|ae|OE|oe|ss|D[HJ]|d[hj]|TH|th|NG|ng))\s+")
# A name that is in braces as a whole; a backslash in them makes but a letter.
INSTITUTION = re.compile(r"\{[^\\].*\}")
# biblatex's other form: "family=Waals, given=Johannes, prefix=van der, useprefix=true".
NAMED_PART = re.compile(r"(family|given|prefix|suffix|useprefix)\s*=\s*((?:\{.*?\}|[^,{}])*)")


def persons(latex: str) -> tuple[list[dict[str, str]], bool]:
    """Return names, and whether they are all; `LatexError` when one can't be read."""
    listed = _split(latex)
    named = [name for name in listed if not OTHERS.fullmatch(name)]
    return [person(name) for name in named], named == listed


def _split(latex: str) -> list[str]:
    """Return the names between which stands an "and" outside of braces.

    bibtexparser's own function loses a backslash at the beginning of a name.
    """
    ends, depth = [(0, 0)], 0
    for match in AND.finditer(latex):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if match[0] not in "{}" and not depth:
            ends.append(match.span())
    ends.append((len(latex), 0))
    names = [" ".join(latex[a:b].split()) for (_, a), (b, _) in pairwise(ends)]
    if len(names) > 1 and not all(names):
        raise LatexError(
            f"{shown(latex)} has an 'and' that stands between no two names. Take it out."
        )
    return [name for name in names if name]


def person(latex: str) -> dict[str, str]:
    """Return the parts of one name; a particle is the family's, as BibTeX's styles have it."""
    braced = LETTER.sub(r"{\1}", ACCENT.sub(_braced, latex))
    try:
        parts = _by_name(braced) if NAMED_PART.match(braced) else _by_place(braced)
    except InvalidNameError as error:
        reason = error.reason[:1].lower() + error.reason[1:]
        message = f"{shown(latex)} is no name that BibTeX can read: {reason}."
        raise LatexError(f"{message} Write 'Family, Given', and 'and' between names.") from None
    texts = _with_suffix({part: plain(text) for part, text in parts.items() if text})
    return {part: texts[part] for part in csl.NAME_PARTS if texts.get(part)}


def _with_suffix(texts: dict[str, str]) -> dict[str, str]:
    """Return the parts of a name whose "Jr" stands where BibTeX looks for another part."""
    family, given, suffix = (texts.get(part, "") for part in ("family", "given", "suffix"))
    match = AFTER_FAMILY.fullmatch(family)
    if match and not suffix:
        return texts | match.groupdict()
    if given and re.fullmatch(SUFFIX, given):  # "Smith, Ann, Jr"
        return texts | {"given": suffix, "suffix": given}
    first, _, last = given.rpartition(" ")
    if first and re.fullmatch(SUFFIX, family):  # "Ann Smith Jr"
        return texts | {"family": last, "given": first, "suffix": family}
    return texts


def _braced(accent: re.Match[str]) -> str:
    """Return an accent with its letter in braces."""
    inner = ACCENT.sub(_braced, accent[2] or accent[3].strip())
    return f"{{{accent[1]} {inner}}}"


def _by_name(latex: str) -> dict[str, str]:
    parts = {name: text.strip(' "') for name, text in NAMED_PART.findall(latex)}
    dropped = parts.pop("useprefix", "true") == "false"
    particle = "dropping-particle" if dropped else "non-dropping-particle"
    return {particle: parts.pop("prefix", ""), **parts}


def _by_place(latex: str) -> dict[str, str]:
    name = parse_single_name_into_parts(latex)
    if len(name.jr) > 1:
        raise InvalidNameError(latex, "several words between commas")
    is_alone = not (name.first or name.von or name.jr) and len(name.last) == 1
    if is_alone and INSTITUTION.fullmatch(name.last[0]):
        return {"literal": name.last[0]}
    return {
        "family": " ".join(name.last),
        "given": " ".join(name.first),
        "non-dropping-particle": " ".join(name.von),
        "suffix": " ".join(name.jr),
    }
