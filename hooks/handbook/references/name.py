"""A name: a person's in its parts, or an institution's, in the forms that a list asks for.

The parts are those of the Citation Style Language. A particle need not be marked: as in pandoc's
citeproc, small letters before a family name are the family's ("van der Berg", "al-Khalil"), and
small letters after a given name are left out when the family name stands alone ("Alexander von").
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PARTICLE = r"(?:(?!\d)[^\W_A-Z]|['’.–-])+"
BEFORE_FAMILY = re.compile(rf"(?P<particle>{PARTICLE}(?: {PARTICLE})*) (?P<family>\S.*)")
JOINED_TO_FAMILY = re.compile(r"(?P<particle>[^\W\d_]+['’.–-])(?P<family>[^'’.–-]+)")
AFTER_GIVEN = re.compile(rf"(?P<given>\S.*?) (?P<particle>{PARTICLE}(?: {PARTICLE})*)")
# Scripts that put a space between the names of a person, the family's last; the ranges are those
# of citeproc-js (ROMANESQUE_REGEX).
SPACED = re.compile(
    r"[-0-9A-Za-z\u00c0-\u017f\u0370-\u052f\u0590-\u06ff\u0e01-\u0e5b\u1f00-\u1fff\u2018\u2019]"
)
FIELDS = ("family", "given", "literal", "suffix", "dropping-particle", "non-dropping-particle")


@dataclass(frozen=True)
class Name:
    """A person, or an institution whose name is `literal`.

    `particle` belongs to the family name ("van"), `dropped_particle` to the given one ("von").
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    dropped_particle: str = ""
    suffix: str = ""
    literal: str = ""

    @property
    def short(self) -> str:
        """The name as it stands in the text: "Breck", "van Gogh", "World Health Organization"."""
        if self.literal or not self.family:
            return self.literal or self.given
        return _joined(self.particle, self.family) if self._is_spaced else self.family

    @property
    def natural(self) -> str:
        """The name in its usual order: "Vincent van Gogh", "Hal Daumé III", "王小明"."""
        if self.literal:
            return self.literal
        if not self._is_spaced:
            return self.family + self.given
        return _joined(self.given, self.dropped_particle, self.particle, self.family, self.suffix)

    @property
    def inverted(self) -> str:
        """The name as it begins an entry: "Gogh, Vincent van", "Daumé, Hal, III"."""
        if self.literal or not self._is_spaced:
            return self.natural
        given = _joined(self.given, self.dropped_particle, self.particle)
        return ", ".join(part for part in (self.family, given, self.suffix) if part)

    @property
    def _is_spaced(self) -> bool:
        return not self.family or bool(SPACED.search(self.family))


def read(person: Mapping[str, object]) -> Name:
    """Return the name that an entry's mapping holds; what is no text counts for nothing."""
    texts = (person.get(field) for field in FIELDS)
    family, given, literal, suffix, dropped_particle, particle = (
        " ".join(text.replace("'", "’").split()) if isinstance(text, str) else "" for text in texts
    )
    if not suffix:
        given, _, suffix = (part.strip() for part in given.partition(","))
    after = AFTER_GIVEN.fullmatch(given)
    if after and not dropped_particle and _is_small(after["particle"]):
        given, dropped_particle = after["given"], after["particle"]
    before = BEFORE_FAMILY.fullmatch(family) or JOINED_TO_FAMILY.fullmatch(family)
    if before and not particle and _is_small(before["particle"]):
        particle, family = before["particle"], before["family"]
    return Name(family, given, particle, dropped_particle, suffix, literal)


def listed(names: Sequence[str], *, et_al: bool = False, always_comma: bool = False) -> str:
    """Return "A", "A and B", "A, B, and C", or with others "A et al.", "A, B, et al."."""
    if et_al:
        return f"{', '.join(names)}{',' if len(names) > 1 else ''} et al."
    *first, last = names
    comma = "," if always_comma or len(names) > 2 else ""
    return f"{', '.join(first)}{comma} and {last}" if first else last


def _is_small(text: str) -> bool:
    return all(not char.isalpha() or char.islower() for char in text)


def _joined(*parts: str) -> str:
    """Join parts with spaces, but for "d’" and "al-", which touch what follows."""
    text = ""
    for part in filter(None, parts):
        text += part if not text or text.endswith(("’", "-", "–")) else f" {part}"
    return text
