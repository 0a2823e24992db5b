"""Four attacks and four harmless mails against three defences."""

import pytest

from examples import prompt_injection as example


def test_inputs() -> None:
    """Four attacks send to a reserved name outside, four harmless mails inside."""
    assert [mail.attack for mail in example.MAILS] == [True] * 4 + [False] * 4
    domains = [mail.sends_to.split("@")[1] for mail in example.MAILS]
    assert domains == ["evil.example"] * 4 + ["corp.example"] * 4


def test_cleaned() -> None:
    """Zero-width characters go, and full-width letters become plain ones."""
    assert example.cleaned("\uff49g\u200bno\u2060re") == "ignore"


@pytest.mark.parametrize(
    ("defence", "attacks", "harmless"),
    [
        ("phrase", ["plain"], ["security training"]),
        ("cleaned", ["plain", "hidden characters"], ["security training"]),
        ("action", ["plain", "hidden characters", "reworded", "in French"], []),
    ],
)
def test_stopped(defence: str, attacks: list[str], harmless: list[str]) -> None:
    """Which mails each defence stops."""
    found = [mail.name for mail in example.MAILS if example.DEFENCES[defence](mail)]
    assert found == attacks + harmless
    assert example.stopped(defence, attack=True) == len(attacks)
    assert example.stopped(defence, attack=False) == len(harmless)


@pytest.mark.parametrize(
    "domain", ["evil.corp.example", "corp.example.evil.example", "notcorp.example"]
)
def test_action_compares_the_whole_domain(domain: str) -> None:
    """A name that only looks like ours is not ours."""
    mail = example.Mail("look-alike", "", f"ann@{domain}", attack=True)
    assert example.by_action(mail)


def test_results() -> None:
    """The page prints these strings."""
    assert example.results() == {
        "attacks": "4",
        "phrase_caught": "1",
        "phrase_false": "1",
        "cleaned_caught": "2",
        "cleaned_false": "1",
        "action_caught": "4",
        "action_false": "0",
    }


def test_figures() -> None:
    """Seven of the 24 verdicts are mistakes, and these cells are filled."""
    html = example.figures()["defences_figure"]
    assert html.count('class="hb-heat-4"') == 3 + 1 + 2 + 1
    assert html.count('class="hb-heat-0"') + html.count('class="hb-heat-1"') == 24 - 7
