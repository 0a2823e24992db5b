"""What a look adds to the record."""

from datetime import date

from handbook.links.address import read
from handbook.links.memory import remembered
from handbook.links.observation import Hop, Observation, Page
from handbook.links.record import Entry
from handbook.links.survey import Result
from handbook.links.verdict import CANT_TELL, DEAD, FINE, MOVED, Verdict

ADDRESS = read("http://a.org/")
TODAY = date(2026, 11, 24)
WAS = Entry("2026-10-24", FINE, first="2026-01-01", fine="2026-10-24", title="On slopes")


def seen(title: str) -> Observation:
    """Return what is seen of a page."""
    return Observation(ADDRESS, status=200, page=Page(title, digest="d1"))


def test_fine() -> None:
    """What is fine forgets its failures, and keeps the day on which it was first fine."""
    was = Entry("2026-11-01", DEAD, "it answers 404", first="2026-01-01", failures=("2026-11-01",))
    result = Result("http://a.org/", Verdict(FINE), seen("On slopes"))
    assert remembered(result, was, TODAY) == Entry(
        "2026-11-24",
        FINE,
        first="2026-01-01",
        fine="2026-11-24",
        title="On slopes",
        fingerprint="d1",
    )


def test_moved() -> None:
    """What has moved is remembered with where it leads."""
    last = read("https://a.org/b")
    observation = Observation(last, (Hop(ADDRESS, 301),), 200, page=Page("On slopes"))
    result = Result("http://a.org/", Verdict(MOVED, "it has moved", str(last)), observation)
    entry = remembered(result, None, TODAY)
    assert (entry.verdict, entry.final, entry.fine) == (MOVED, "https://a.org/b", "2026-11-24")


def test_not_fine() -> None:
    """What can't be told counts as no failure, what is dead does, and neither forgets the past."""
    unsure = remembered(Result("a", Verdict(CANT_TELL, "it answers 403")), WAS, TODAY)
    assert (unsure.reason, unsure.failures, unsure.fine) == ("it answers 403", (), "2026-10-24")
    dead = remembered(Result("a", Verdict(DEAD, "it answers 404")), WAS, TODAY)
    assert (dead.failures, dead.fine) == (("2026-11-24",), "2026-10-24")


def test_something_else() -> None:
    """A page with not a word of its title left is doubted once, and one with some is not."""
    other = Result("a", Verdict(FINE), seen("Best casino offers"))
    doubted = remembered(other, WAS, TODAY)
    said = "its title was 'On slopes', and is now 'Best casino offers'"
    assert (doubted.verdict, doubted.reason, doubted.fine) == (CANT_TELL, said, "2026-10-24")
    again = remembered(other, doubted, TODAY)
    assert (again.verdict, again.reason, again.fine) == (FINE, "", "2026-11-24")
    some = Result("a", Verdict(FINE), seen("Slopes, revised"))
    assert remembered(some, WAS, TODAY).verdict == FINE
