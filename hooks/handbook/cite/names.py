"""Names as BibTeX has them, "von Last, Jr, First", in the parts of the Citation Style Language.

https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf, section 11.
"""

import re
from itertools import pairwise

from bibtexparser.middlewares.names import InvalidNameError, parse_single_name_into_parts

from handbook import csl
from handbook.cite.fault import shown
from handbook.cite.latex import LatexError, plain

# What stands for names that are not listed; BibTeX knows "others" alone.
OTHERS = re.compile(r"others|et\.? al\.?", re.IGNORECASE)
AND = re.compile(r"(?<!\\)[{}]|(?:(?<=\s)|^)and(?=\s|$)", re.IGNORECASE)
SUFFIX = r"(?:Jr|Sr|II|III|IV)\.?"
AFTER_FAMILY = re.compile(rf"(?P<family>.+?),? (?P<suffix>{SUFFIX})")
# An accent. BibTeX takes its word for a particle, or for two words, unless it stands as "{\v S}".
ACCENT = re.compile(r"(\\(?:[`'^\"~=.]|[Hbcdkruv](?=[\s{])))\s*(?:\{([^{}]+)\}|(\\?[A-Za-z]))")
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
    accented = ACCENT.sub(lambda match: f"{{{match[1]} {match[2] or match[3]}}}", latex)
    try:
        parts = _by_name(accented) if NAMED_PART.match(accented) else _by_place(accented)
    except InvalidNameError as error:
        reason = error.reason[:1].lower() + error.reason[1:]
        message = f"{shown(latex)} is no name that BibTeX can read: {reason}."
        raise LatexError(f"{message} Write 'Family, Given', and 'and' between names.") from None
    texts = {part: plain(text) for part, text in parts.items() if text}
    match = AFTER_FAMILY.fullmatch(texts.get("family", ""))
    if match and "suffix" not in texts:
        texts |= match.groupdict()
    return {part: texts[part] for part in csl.NAME_PARTS if texts.get(part)}


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
