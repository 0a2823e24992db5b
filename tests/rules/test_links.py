"""The address of an entry: it can be read, is safe, lasts, and tracks nobody."""

from pathlib import Path

import pytest

from rules import reported


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.who.int/news", []),
        ("https://example-university.edu/paper.pdf?id=12&page=3#top", []),
        ("https://[2606:4700:4700::1111]/", []),
        (
            "javascript:alert(1)",
            [
                "R215 'javascript:alert(1)' is no address on the web. Begin it with 'https://'.",
            ],
        ),
        (
            "www.who.int",
            ["R215 'www.who.int' is no address on the web. Begin it with 'https://'."],
        ),
        ("https:///news", ["R215 The address 'https:///news' names no host. Correct it."]),
        (
            "https://www.who.int/a b",
            ["R215 The address 'https://www.who.int/a b' has a space. Write it as '%20'."],
        ),
        (
            "https://me:secret@www.who.int/",
            [
                "R215 The address 'https://me:secret@www.who.int/' has a user's name in it. "
                "Take it out."
            ],
        ),
        ("http://[::1", ["R215 The address 'http://[::1' can't be read: Invalid IPv6 URL. "
                         "Correct it."]),
        (
            "http://www.who.int/",
            [
                "R216 'http://www.who.int/' is not encrypted. Write 'https://www.who.int/', "
                "if the site has it."
            ],
        ),
        (
            "https://www.who.int/a?utm_source=x&id=7&fbclid=y#top",
            [
                "R217 'utm_source', 'fbclid' in the address can track readers. "
                "Write 'https://www.who.int/a?id=7#top'."
            ],
        ),
        (
            "https://www.who.int/a?UTM_Source=x",
            [
                "R217 'UTM_Source' in the address can track readers. "
                "Write 'https://www.who.int/a'."
            ],
        ),
        (
            "https://bit.ly/3xY",
            ["R218 'bit.ly' shortens addresses. Write the address to which it leads."],
        ),
        ("https://www.rabbit.ly/", []),
        *(
            (
                f"https://{host}/a",
                [f"R219 '{host}' is no host that everybody can reach. Write the work's address."],
            )
            for host in (
                *("example.com", "www.example.org", "paper.test", "localhost", "intranet"),
                *("printer.local", "printer.home.arpa", "a.onion", "a..who.int"),
                *("127.0.0.1", "127.1", "0x7f.0x1", "10.0.0.8", "169.254.169.254"),
            )
        ),
    ],
)  # fmt: skip
def test_address(url: str, expected: list[str], study: Path) -> None:
    """An address is judged as it is written; nothing is fetched."""
    lines = reported(study, ("https://www.rfc-editor.org/", f"'{url}'"))
    assert lines == [f"23:9: {line}" for line in expected]
