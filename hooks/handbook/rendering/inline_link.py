"""Links as Python-Markdown finds them, but quicker where nothing has to be told from their end."""

import re

from markdown.inlinepatterns import LinkInlineProcessor

PLAIN_TEXT = re.compile(r"([^\[\]]*)\]")
# No quote and no bracket, and nothing that a pattern before has put aside.
PLAIN_ADDRESS = re.compile(r"\(([^\s()<>\"'\x02]*)\)")


class LinkProcessor(LinkInlineProcessor):
    """Looks at each character of a link only where it has to; few have brackets or a title."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - its name
        plain = PLAIN_TEXT.match(data, index)
        return (plain[1], plain.end(), True) if plain else super().getText(data, index)

    def getLink(  # noqa: N802 - Python-Markdown's name
        self, data: str, index: int
    ) -> tuple[str, str | None, int, bool]:
        plain = PLAIN_ADDRESS.match(data, index)
        return (plain[1], None, plain.end(), True) if plain else super().getLink(data, index)
