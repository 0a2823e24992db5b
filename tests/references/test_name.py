"""Names, in the forms that a list and a text ask for."""

import pytest

from handbook.references.name import Name, listed, read


@pytest.mark.parametrize(
    ("person", "short", "natural", "inverted"),
    [
        ({"family": "Breck", "given": "Eric"}, "Breck", "Eric Breck", "Breck, Eric"),
        ({"family": "Sculley", "given": "D."}, "Sculley", "D. Sculley", "Sculley, D."),
        (
            {"family": "van der Berg", "given": "Jan"},
            *("van der Berg", "Jan van der Berg", "Berg, Jan van der"),
        ),
        (
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            *("van der Berg", "Jan van der Berg", "Berg, Jan van der"),
        ),
        (
            {"family": "al-Khalil", "given": "Omar"},
            *("al-Khalil", "Omar al-Khalil", "Khalil, Omar al-"),
        ),
        (
            {"family": "d'Alembert", "given": "Jean"},
            *("d’Alembert", "Jean d’Alembert", "Alembert, Jean d’"),
        ),
        (
            {"family": "Humboldt", "given": "Alexander von"},
            *("Humboldt", "Alexander von Humboldt", "Humboldt, Alexander von"),
        ),
        (
            {"family": "Humboldt", "given": "Alexander", "dropping-particle": "von"},
            *("Humboldt", "Alexander von Humboldt", "Humboldt, Alexander von"),
        ),
        (
            {"family": "Daumé", "given": "Hal", "suffix": "III"},
            *("Daumé", "Hal Daumé III", "Daumé, Hal, III"),
        ),
        ({"family": "Daumé", "given": "Hal, III"}, "Daumé", "Hal Daumé III", "Daumé, Hal, III"),
        (
            {"family": "Spärck Jones", "given": "Karen"},
            *("Spärck Jones", "Karen Spärck Jones", "Spärck Jones, Karen"),
        ),
        ({"family": "D'Amour", "given": "A."}, "D’Amour", "A. D’Amour", "D’Amour, A."),
        (
            {"family": "Niculescu-Mizil", "given": "Alexandru"},
            *("Niculescu-Mizil", "Alexandru Niculescu-Mizil", "Niculescu-Mizil, Alexandru"),
        ),
        ({"family": "王", "given": "小明"}, "王", "王小明", "王小明"),
        (
            {"family": "Žliobaitė", "given": "Indrė"},
            *("Žliobaitė", "Indrė Žliobaitė", "Žliobaitė, Indrė"),
        ),
        ({"family": "Niels-Ole"}, "Niels-Ole", "Niels-Ole", "Niels-Ole"),
        ({"literal": "roadmap.sh"}, "roadmap.sh", "roadmap.sh", "roadmap.sh"),
        ({"literal": "van der Berg, Inc."}, *["van der Berg, Inc."] * 3),
        ({"given": "Plato"}, "Plato", "Plato", "Plato"),
        ({"family": ["no", "text"]}, "", "", ""),
        ({}, "", "", ""),
    ],
)
def test_forms(person: dict[str, object], short: str, natural: str, inverted: str) -> None:
    """A name has a short form, one in its usual order, and one that begins an entry."""
    name = read(person)
    assert (name.short, name.natural, name.inverted) == (short, natural, inverted)


def test_line_breaks_are_spaces() -> None:
    """A name is one line, whatever its YAML was."""
    assert read({"family": "Spärck\n Jones"}) == Name("Spärck Jones")


@pytest.mark.parametrize(
    ("names", "plain", "with_comma", "with_others"),
    [
        (["A"], "A", "A", "A et al."),
        (["A", "B"], "A and B", "A, and B", "A, B, et al."),
        (["A", "B", "C"], "A, B, and C", "A, B, and C", "A, B, C, et al."),
    ],
)
def test_listed(names: list[str], plain: str, with_comma: str, with_others: str) -> None:
    """Names are joined with "and", or by commas before "et al."."""
    assert listed(names) == plain
    assert listed(names, always_comma=True) == with_comma
    assert listed(names, et_al=True) == with_others
