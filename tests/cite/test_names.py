"""Names of BibTeX in the parts of the Citation Style Language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latexencode import unicode_to_latex  # type: ignore[import-untyped]

from handbook.cite.latex import LatexError
from handbook.cite.names import person, persons


@pytest.mark.parametrize(
    ("latex", "parts"),
    [
        ("Ann Smith", "family: Smith, given: Ann"),
        ("Smith, Ann B.", "family: Smith, given: Ann B."),
        ("Brinch Hansen, Per", "family: Brinch Hansen, given: Per"),
        ("Jean-Paul Sartre", "family: Sartre, given: Jean-Paul"),
        ("Ludwig van Beethoven", "family: Beethoven, given: Ludwig, non-dropping-particle: van"),
        ("van der Waals, J. D.", "family: Waals, given: J. D., non-dropping-particle: van der"),
        ("{van der Waals}, J. D.", "family: van der Waals, given: J. D."),
        ("King, Jr., Martin Luther", "family: King, given: Martin Luther, suffix: Jr."),
        ("Hal {Daum{\\'e}, III}", "family: Daumé, given: Hal, suffix: III"),
        ("Daum{\\'e} III, Hal", "family: Daumé, given: Hal, suffix: III"),
        ("{\\'E}variste Galois", "family: Galois, given: Évariste"),
        ("{World Health Organization}", "literal: World Health Organization"),
        ("{Barnes, Noble and Sons}", "literal: Barnes, Noble and Sons"),
        ("Smith, Martin, Jr.", "family: Smith, given: Martin, suffix: Jr."),
        ("Martin Luther King Jr.", "family: King, given: Martin Luther, suffix: Jr."),
        ("Plato", "family: Plato"),
        ("Nguy\\~{\\^{e}}n, An", "family: Nguyễn, given: An"),
        ("An Nguy{\\~\\^e}n", "family: Nguyễn, given: An"),
        ("Mart\\'\\i nez, Ana", "family: Martínez, given: Ana"),
        ("\\L ukasz Kaiser", "family: Kaiser, given: Łukasz"),
        ("\\O ystein Stra\\ss e", "family: Straße, given: Øystein"),
        ("Mu\\~noz, Jo\\~{a}o", "family: Muñoz, given: João"),
        ("Ivan \\v{S}koda Nov\\'ak", "family: Novák, given: Ivan Škoda"),
        ("\\c Ceylan, \\'Ali", "family: Çeylan, given: Áli"),
        ("{\\'E}mile", "family: Émile"),
        ("王小明", "family: 王小明"),
        ("李, 四", "family: 李, given: 四"),
        ("given=Ann, family={Smith, Baker}, suffix=II",
         "family: Smith, Baker, given: Ann, suffix: II"),
    ],
)  # fmt: skip
def test_person(latex: str, parts: str) -> None:
    """A name in any of BibTeX's forms has its parts; one in braces is an institution's."""
    assert ", ".join(f"{part}: {text}" for part, text in person(latex).items()) == parts


@pytest.mark.parametrize("others", ["others", "Others", "et al.", "et al"])
def test_others(others: str) -> None:
    """What stands for more names is no name, and tells that the list is not complete."""
    assert persons(f"Smith, Ann and {others}") == ([{"family": "Smith", "given": "Ann"}], False)
    assert persons("Smith, Ann") == ([{"family": "Smith", "given": "Ann"}], True)
    assert persons("") == ([], True)


def test_several() -> None:
    """Names stand between "and", outside of braces; an accent at the beginning of one stays."""
    names = "Smith, Ann and \\'Alvarez, Bo\nAND {Barnes and Noble} and \\v{Z}iga, Cy"
    assert [name.get("family") or name["literal"] for name in persons(names)[0]] == [
        "Smith",
        "Álvarez",
        "Barnes and Noble",
        "Žiga",
    ]


WORDS = st.sampled_from(
    ["Álvarez", "Žiga", "Ñandú", "Muñoz", "Çelik", "Øberg", "Łukasz", "Őry", "Ûber", "Smith", "Ė"]
)
PEOPLE = st.lists(st.tuples(WORDS, WORDS, st.booleans()), min_size=1, max_size=4)


@given(PEOPLE)
def test_accents(people: list[tuple[str, str, bool]]) -> None:
    """Names come back whatever accent they begin with, and in whichever order they are written."""
    texts = [f"{family}, {first}" if comma else f"{first} {family}"
             for first, family, comma in people]  # fmt: skip
    found, _ = persons(unicode_to_latex(" and ".join(texts)))
    assert found == [{"family": family, "given": first} for first, family, _ in people]


FORMS = "Write 'Family, Given', and 'and' between names."


@pytest.mark.parametrize(
    ("latex", "message"),
    [
        ("a, b, c, d", f"'a, b, c, d' is no name that BibTeX can read: too many commas. {FORMS}"),
        ("a,", f"'a,' is no name that BibTeX can read: trailing comma at end of name. {FORMS}"),
        ("a}", f"'a}}' is no name that BibTeX can read: unmatched closing brace. {FORMS}"),
        ("{a", f"'{{a' is no name that BibTeX can read: unterminated opening brace. {FORMS}"),
        ("A B, C D, E",
         f"'A B, C D, E' is no name that BibTeX can read: several words between commas. {FORMS}"),
        ("\\'A,",
         f"'\\'A,' is no name that BibTeX can read: trailing comma at end of name. {FORMS}"),
        ("A and", "'A and' has an 'and' that stands between no two names. Take it out."),
        ("A and and B",
         "'A and and B' has an 'and' that stands between no two names. Take it out."),
        ("and B", "'and B' has an 'and' that stands between no two names. Take it out."),
    ],
)  # fmt: skip
def test_unreadable(latex: str, message: str) -> None:
    """A name with a slip in its form is told, not read as another."""
    with pytest.raises(LatexError) as error:
        persons(latex)
    assert str(error.value) == message
