// Filters: the selects of a form say which entries are shown, and the address keeps the choice.
"use strict";
{
  function filter(form) {
    const entries = [...document.querySelectorAll(form.dataset.filter)];
    const blocks = new Set(entries.map((entry) => entry.closest("details") ?? entry.closest("ul")));
    const headings = new Set([...blocks].map(headingOf));
    const selects = [...form.querySelectorAll("select")];

    const matches = ({ dataset }) =>
      selects.every(({ name, value }) => !value || dataset[name].split(" ").includes(value));

    function show() {
      const shown = entries.filter(matches);
      for (const entry of entries) entry.closest("li").hidden = !shown.includes(entry);
      const chosen = selects.filter(({ value }) => value).map(labelOf);
      for (const block of blocks) {
        block.hidden = !block.querySelector("li:not([hidden])");
        block.open = chosen.length > 0;
      }
      for (const heading of headings) if (heading !== form) fold(heading);
      const said = `${shown.length} of ${entries.length} ${form.dataset.noun}`;
      form.querySelector("[role=status]").textContent = [said, ...chosen].join(" · ");
    }

    /** Return the heading above a block, or the form when there is none between. */
    function headingOf(block) {
      let part = block;
      while (part !== form && !/^H\d$/.test(part.tagName)) part = part.previousElementSibling;
      return part;
    }

    /** Hide a heading that has no entries below it, with its text and the links to it. */
    function fold(heading) {
      const own = [...blocks].filter((block) => headingOf(block) === heading);
      const hidden = own.every((block) => block.hidden);
      for (let part = heading; part !== own[0]; part = part.nextElementSibling) part.hidden = hidden;
      const links = document.querySelectorAll(`li > [href$="#${heading.id}"]`);
      for (const { parentElement } of links) parentElement.hidden = hidden;
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
