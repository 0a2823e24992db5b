"""What the fragment of an address may mean."""

import pytest

from handbook.links.fragment import identifiers, is_for_script


@pytest.mark.parametrize(
    ("fragment", "wanted"),
    [
        ("", set()),
        ("Top", set()),
        (":~:text=a", set()),
        ("a", {"a", "user-content-a"}),
        ("a%20b", {"a%20b", "a b", "user-content-a b"}),
        ("a:~:text=b", {"a", "user-content-a"}),
    ],
)
def test_identifiers(fragment: str, wanted: set[str]) -> None:
    """An identifier is looked for as written, decoded, and with GitHub's prefix."""
    assert identifiers(fragment) == wanted


def test_for_scripts() -> None:
    """A route or a line of code is for a script."""
    assert all(map(is_for_script, ("/a", "!a", "L10", "L10-L12")))
    assert not any(map(is_for_script, ("a", "Lines", "l10")))
