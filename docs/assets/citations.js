// Shows the entry of a cited work beside its citation, and what a term means beside the term: on
// hover, on focus, and of a term on touch. Escape closes it.
// The page works without this: both are links, a citation to the entry and a term to the glossary.
(() => {
  const card = document.createElement("div");
  card.id = "hb-card";
  card.className = "hb-card md-typeset";
  card.setAttribute("role", "tooltip");
  let cited;
  let leaving;
  let touched;

  const hide = () => {
    clearTimeout(leaving);
    leaving = undefined;
    cited?.removeAttribute("aria-describedby");
    cited = undefined;
    card.remove();
  };

  const said = (link) => {
    // The browser would show a title as well.
    if (link.title) {
      link.dataset.said = link.title;
      link.removeAttribute("title");
    }
    if (link.dataset.said) return [link.dataset.said];
    return document.getElementById(`ref-${link.dataset.cite}`)?.cloneNode(true).childNodes;
  };

  const show = (link) => {
    const parts = said(link);
    if (!parts) return;
    hide();
    card.replaceChildren(...parts);
    card.querySelector(".hb-back")?.remove();
    // Tab goes on in the text; the entry below has the same links.
    for (const inside of card.querySelectorAll("a")) inside.tabIndex = -1;
    // Within the landmark, for who goes by these.
    (document.querySelector("main") ?? document.body).append(card);
    const place = link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    card.style.left = `${scrollX + Math.max(8, Math.min(place.left, room))}px`;
    card.style.top = `${scrollY + place.bottom + 4}px`;
    link.setAttribute("aria-describedby", card.id);
    cited = link;
  };

  const linked = (event) => event.target.closest?.("a[data-cite], a.hb-term");

  document.addEventListener("focusin", (event) => {
    const link = linked(event);
    if (link) show(link);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("mouseover", (event) => {
    const link = linked(event);
    if (link && link !== cited) show(link);
    else if (link || card.contains(event.target)) leaving = clearTimeout(leaving);
    // Long enough to move the pointer from the citation to the card.
    else if (cited && cited !== document.activeElement) leaving ??= setTimeout(hide, 300);
  });
  // A first touch shows what the term means, and a second one follows the link.
  document.addEventListener("pointerdown", (event) => {
    const link = linked(event);
    touched = event.pointerType === "touch" && link !== cited && link;
  });
  document.addEventListener("click", (event) => {
    const link = linked(event);
    if (!link?.dataset.said || link !== touched) return;
    event.preventDefault();
    touched = undefined;
    if (link !== cited) show(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
