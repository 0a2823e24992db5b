"""The handbooks that the benchmarks measure."""

from pathlib import Path

from benchmarks import extension, synthetic
from benchmarks.plain import CONFIG
from handbook import book
from handbook.rules import check


def test_a_synthetic_handbook_is_sound(tmp_path: Path) -> None:
    """It has no problem, and its pages have the length, items and citations that are said."""
    synthetic.write(tmp_path, 60)
    this = book.load(tmp_path)
    assert check(this) == []
    pages = [page for page in this.pages if page.src_uri != "index.md"]
    assert [len(page.items) for page in pages] == [6] * 60
    assert 850 <= sum(page.words for page in pages) / 60 <= 950
    assert sum(len(page.citations) for page in pages) / 60 > 2


def test_the_plain_configuration_names_no_generator(tmp_path: Path) -> None:
    """What is left of the configuration loads neither hooks nor the extension."""
    synthetic.write(tmp_path, 2)
    plain = (tmp_path / CONFIG).read_text("utf-8")
    assert "theme:" in plain
    assert "hook" not in plain
    assert "handbook.extension" not in plain


def test_a_handbook_of_many_citations_is_sound(tmp_path: Path) -> None:
    """Pages have as many citations as asked for, besides that of their items, and no problem."""
    synthetic.write(tmp_path, 10, works=30, citations=10)
    this = book.load(tmp_path)
    assert check(this) == []
    assert [len(page.citations) for page in this.pages if page.src_uri != "index.md"] == [11] * 10
    assert len(this.bibliography.references) == 30


def test_all_conversions_are_measured() -> None:
    """A text takes time with both extensions, with one and with none."""
    assert all(taken > 0 for taken in extension.seconds(["Some *words* [@key]."], runs=1))
