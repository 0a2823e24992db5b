"""The list of references at the end of a page: the works that it cites, each with links back."""

from collections import Counter
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from handbook.files.escape import attribute
from handbook.references import author_year, reference
from handbook.references.bibliography import Bibliography, Reference


class ReferencesProcessor(Treeprocessor):
    """Lists the works that a page cites under a heading at its end."""

    def __init__(self, bibliography: Bibliography, md: Markdown) -> None:
        super().__init__(md)
        self.references, self.order = bibliography.references, bibliography.order

    def run(self, root: Element) -> None:
        """List the works under a heading, each with links back to where it is cited."""
        cited = self._numbered(root)
        works = [self.references[key] for key in sorted(cited, key=self.order.__getitem__)]
        if not works:
            return
        # Who searches for a word wants what the page says of it; the bibliography has the works.
        heading = SubElement(root, "h2", {"data-search-exclude": "", "id": "references"})
        heading.text = "References"
        entries = SubElement(root, "ul", {"class": "hb-references"})
        for work in works:
            # MkDocs looks for anchors in elements alone; the rest is read by no other extension.
            entry = SubElement(entries, "li", {"id": f"ref-{work.id}"})
            entry.text = AtomicString(self.md.htmlStash.store(_entry(work, cited[work.id])))

    def _numbered(self, root: Element) -> Counter[str]:
        """Give each citation of a known work an id, and return how many each work has."""
        cited: Counter[str] = Counter()
        for element in root.iter("a"):
            if (key := element.get("data-cite", "")) in self.references:
                cited[key] += 1
                element.set("id", citation_id(key, cited[key]))
        return cited


def _entry(work: Reference, count: int) -> str:
    """Return a reference with links back to where it is cited."""
    links = [
        f'<a href="#{attribute(citation_id(work.id, number))}" '
        f'aria-label="Back to citation {number} of {attribute(author_year.label(work))}">'
        f"↑{number if count > 1 else ''}</a>"
        for number in range(1, count + 1)
    ]
    back = f'<span class="hb-back">{" ".join(links)}</span>'
    return f"{reference.full(work)} {back}"


def citation_id(key: str, number: int) -> str:
    """Return the anchor of the citation of a work with that number on its page."""
    return f"cite-{key}-{number}"
