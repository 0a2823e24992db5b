// Shows the entry of a cited work beside its citation, on hover and on focus. Escape closes it.
// The page works without this: the citation is a link to the entry.
(() => {
  const card = document.createElement("div");
  card.id = "hb-card";
  card.className = "hb-card md-typeset";
  card.setAttribute("role", "tooltip");
  let cited;
  let leaving;

  const hide = () => {
    clearTimeout(leaving);
    leaving = undefined;
    cited?.removeAttribute("aria-describedby");
    cited = undefined;
    card.remove();
  };

  const show = (link) => {
    const entry = document.getElementById(`ref-${link.dataset.cite}`);
    if (!entry) return;
    hide();
    card.replaceChildren(...entry.cloneNode(true).childNodes);
    card.querySelector(".hb-back")?.remove();
    // Tab goes on in the text; the entry below has the same links.
    for (const inside of card.querySelectorAll("a")) inside.tabIndex = -1;
    document.body.append(card);
    const place = link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    card.style.left = `${scrollX + Math.max(8, Math.min(place.left, room))}px`;
    card.style.top = `${scrollY + place.bottom + 4}px`;
    link.setAttribute("aria-describedby", card.id);
    cited = link;
  };

  const citation = (event) => event.target.closest?.("a[data-cite]");

  document.addEventListener("focusin", (event) => {
    const link = citation(event);
    if (link) show(link);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("mouseover", (event) => {
    const link = citation(event);
    if (link && link !== cited) show(link);
    else if (link || card.contains(event.target)) leaving = clearTimeout(leaving);
    // Long enough to move the pointer from the citation to the card.
    else if (cited && cited !== document.activeElement) leaving ??= setTimeout(hide, 300);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
