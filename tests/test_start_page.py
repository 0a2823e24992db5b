"""The page to start from."""

from pathlib import Path

from handbook import book, start_page


def test_page(study: Path) -> None:
    """Each level has its pages in the order to read them, with their times and the sum."""
    config = study / "pyproject.toml"
    levels = 'levels = ["pupil", "student"]\n'
    paths = f'{levels}paths = {{ pupil = "You are <at> school" }}\n'
    config.write_text(config.read_text().replace(levels, paths))
    text = start_page.page(book.load(study))
    assert 'search: {"boost": 0.1}' in text
    assert text.partition("---\n\n")[2] == (
        "[The map](map/index.md) shows which page builds on which.\n\n"
        '## <span id="path-pupil">You are &lt;at&gt; school</span>\n\n'
        "For pupil level: 1 page, about 1 minute in all.\n\n"
        "1. [Test yourself](habits/test-yourself.md), 1 minute  \n"
        "    Recall it instead of reading it again.\n\n"
        '## <span id="path-student">Student</span>\n\n'
        "For student level: 2 pages, about 2 minutes in all.\n\n"
        "1. [Test yourself](habits/test-yourself.md), 1 minute  \n"
        "    Recall it instead of reading it again.\n"
        "1. [Space it out](habits/space-it.md), 1 minute  \n"
        "    Come back after a pause.\n\n"
        "Times are for the words of a page without its code, at 238 words a minute,\n"
        "the mean of adults who read English non-fiction in silence (Brysbaert, *Journal of Memory "
        "and\nLanguage* 109, 2019, article 104047).\n"
    )


def test_no_levels(study: Path) -> None:
    """Without levels there is no path."""
    config = study / "pyproject.toml"
    config.write_text(config.read_text().replace('levels = ["pupil", "student"]', "levels = []"))
    assert start_page.page(book.load(study)).endswith("---\n\nNo page names a level yet.\n")
