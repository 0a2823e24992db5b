// Explorers: the values of a form go to its module, which returns what to say and to draw.
// The page works without this: the form stays hidden, and the figure before it is whole.
"use strict";
{
  const numeral = (text) => Number(text).toLocaleString("en", { maximumFractionDigits: 9 });

  /** Return what a field asks for and does not have, or nothing. */
  function fault({ type, validity, min, max, step }) {
    if (validity.valid) return "";
    if (type === "text") return "Type at least one word.";
    if (validity.rangeUnderflow) return `At least ${numeral(min)}.`;
    if (validity.rangeOverflow) return `At most ${numeral(max)}.`;
    if (validity.stepMismatch) return `In steps of ${numeral(step)}.`;
    return "Type a number.";
  }

  function explore(form, show) {
    const given = JSON.parse(form.dataset.given);
    const fields = [...form.elements].filter(({ name }) => name);
    const inputs = fields.filter(({ tagName }) => tagName === "INPUT");

    /** Let the slider and the field of a value follow each other. */
    function pair({ type, value, previousElementSibling, nextElementSibling }) {
      if (type === "range") nextElementSibling.value = value;
      else if (type === "number" && value) previousElementSibling.value = value;
    }

    function judge(field) {
      const wrong = fault(field);
      field.setAttribute("aria-invalid", wrong !== "");
      document.getElementById(field.getAttribute("aria-describedby")).textContent = wrong;
      return !wrong;
    }

    function compute() {
      const values = fields.map((field) => [
        field.name,
        field.type === "number" ? field.valueAsNumber : field.value,
      ]);
      return show(Object.fromEntries(values), given);
    }

    function update() {
      const sound = inputs.map(judge).every(Boolean);
      form.classList.toggle("hb-unsound", !sound);
      const shown = sound ? compute() : { says: "No result while a value above is out of order." };
      for (const [name, text] of Object.entries(shown)) {
        const part = form.querySelector(`[data-part="${name}"]`);
        if (part.tagName === "path") part.setAttribute("d", text);
        else part.textContent = text;
      }
    }

    form.addEventListener("input", ({ target }) => {
      pair(target);
      update();
    });
    // The event comes before the values are back.
    form.addEventListener("reset", () => setTimeout(update));
    form.addEventListener("submit", (event) => event.preventDefault());
    update();
    form.hidden = false;
  }

  for (const form of document.querySelectorAll("[data-explorer]")) {
    import(`./explore/${form.dataset.explorer}.js`).then(({ show }) => explore(form, show));
  }
}
