// Filters: the selects of a form say which entries are shown, and the address keeps the choice.
"use strict";
{
  function filter(form) {
    const entries = [...document.querySelectorAll(form.dataset.filter)];
    const lists = new Set(entries.map((entry) => entry.closest("li").parentElement));
    const selects = [...form.querySelectorAll("select")];

    const matches = ({ dataset }) =>
      selects.every(({ name, value }) => !value || dataset[name].split(" ").includes(value));

    function show() {
      const shown = entries.filter(matches);
      for (const entry of entries) entry.closest("li").hidden = !shown.includes(entry);
      for (const list of lists) fold(list);
      const chosen = selects.filter(({ value }) => value).map(labelOf);
      const said = `${shown.length} of ${entries.length} ${form.dataset.noun}`;
      form.querySelector("[role=status]").textContent = [said, ...chosen].join(" · ");
    }

    /** Hide a list without entries, what stands above it up to its heading, and links to that. */
    function fold(list) {
      const hidden = !list.querySelector(":scope > :not([hidden])");
      for (let part = list; part && part !== form; part = part.previousElementSibling) {
        part.hidden = hidden;
        if (!/^H\d$/.test(part.tagName)) continue;
        const links = document.querySelectorAll(`li > [href$="#${part.id}"]`);
        for (const { parentElement } of links) parentElement.hidden = hidden;
        break;
      }
    }

    /** Return what a select has chosen, without how many entries have it. */
    function labelOf({ selectedOptions }) {
      return selectedOptions[0].text.replace(/ \(\d+\)$/, "");
    }

    function keep({ target: { name, value } }) {
      const address = new URL(location);
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
      history.replaceState(history.state, "", address);
      show();
    }

    const asked = new URLSearchParams(location.search);
    for (const select of selects) {
      select.value = asked.get(select.name) ?? "";
      // What the address asks for may be gone.
      if (!select.value) select.selectedIndex = 0;
    }
    form.onchange = keep;
    form.hidden = false;
    show();
  }

  function start() {
    document.querySelectorAll("[data-filter]").forEach(filter);
  }

  if (window.document$) document$.subscribe(start);
  else start();
}
