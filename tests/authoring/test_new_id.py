"""New ids of items."""

from itertools import islice
from pathlib import Path

from handbook import book
from handbook.authoring.new_id import DIGITS, LETTERS, new_ids
from handbook.syntax.item import WELL_FORMED_ID


def test_new_ids(study: Path) -> None:
    """New ids are well-formed, differ, and have no sign that looks like another."""
    ids = list(islice(new_ids(book.load(study)), 2000))
    assert len(set(ids)) == 2000
    assert all(WELL_FORMED_ID.fullmatch(ident) for ident in ids)
    assert set("".join(ids)) <= set(LETTERS + DIGITS)


def test_no_id_comes_back(study: Path) -> None:
    """Neither the id of an item nor a retired one is given again, whatever is left."""
    all_but_one = [f"{a}{b}" for a in LETTERS for b in (LETTERS + DIGITS)]
    register = study / "docs/checklist-ids.yml"
    taken = [f"{start}22" for start in all_but_one if start != "k7"]
    register.write_text("".join(f"- {{id: {ident}, text: So.}}\n" for ident in taken), "utf-8")
    assert set(islice(new_ids(book.load(study)), 200)).isdisjoint({*taken, "v5kc", "n8wd"})
