"""The Internet Archive: where a copy of a page is kept.

https://archive.org/help/wayback_api.php
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import quote

from handbook.links.address import AddressError, read
from handbook.links.client import Client


@dataclass(frozen=True)
class Archive:
    """Where to ask for copies."""

    api: str = "https://archive.org/wayback/available"

    async def copy(self, client: Client, address: str) -> str:
        """Return the address of the latest copy of a page, or nothing."""
        asking = read(f"{self.api}?url={quote(address, safe='')}")
        seen = await client.look(asking, as_text=True)
        with suppress(ValueError, RecursionError, AddressError):
            return _copy(json.loads(seen.text))
        return ""


def _copy(answer: object) -> str:
    for name in ("archived_snapshots", "closest"):
        answer = answer.get(name) if isinstance(answer, dict) else None
    if not isinstance(answer, dict) or answer.get("available") is not True:
        return ""
    url, status = answer.get("url"), answer.get("status")
    if not isinstance(url, str) or status != "200":
        return ""
    copy = read(url)
    # It answers with http, and has https.
    return f"https{copy.asked.removeprefix(copy.scheme)}"
