// My plan: items chosen from every list, in the reader's order, on one page and in one address.
"use strict";
{
  const { bar, button, change, count, idsOf, isId, make, named, refresh, say, textOf, tools } =
    handbook;
  // What stands for each item on the page, by its id; the id of the item that each id leads to.
  let items;
  let current;
  // The form with the plan, the ids that it shows, and those that came with the address.
  let form;
  let plan;
  let shared;

  const part = (name) => form.querySelector(name);
  const url = () => new URL(`#plan=${plan.join(".")}`, location).href;
  const without = (id) => plan.filter((each) => each !== id);

  function edit(what, said) {
    change((state) => {
      Object.assign(state, what, { planned: Date.now() });
      return said;
    });
  }

  function toggle(id) {
    if (plan.includes(id)) edit({ plan: without(id) }, "Removed.");
    else edit({ plan: [...plan, id] }, "Added.");
  }

  function move(id, by, { target }) {
    const ids = without(id);
    ids.splice(Math.max(0, plan.indexOf(id) + by), 0, id);
    edit({ plan: ids }, `${ids.indexOf(id) + 1} of ${ids.length}.`);
    target.focus();
  }

  function remove(id) {
    const at = plan.indexOf(id);
    toggle(id);
    const next = items.get(plan[at] ?? plan.at(-1));
    (next?.remover ?? items.get(id).toggler).focus();
  }

  /** Give an item of the lists a button, and make its row in the plan. */
  function collect(li) {
    const { id } = li;
    const text = textOf(li);
    for (const each of idsOf(li)) current.set(each, id);
    const row = li.cloneNode(true);
    for (const one of [row, ...row.querySelectorAll("[id]")]) one.removeAttribute("id");
    row.querySelector(".hb-why")?.remove();
    const heading = li.parentElement.previousElementSibling.previousElementSibling;
    const source = heading.querySelector("a").cloneNode(true);
    source.hash = id;
    const up = button("Up", (event) => move(id, -1, event), text);
    const down = button("Down", (event) => move(id, 1, event), text);
    const remover = button("Remove", () => remove(id), text);
    const toggler = button("Add", () => toggle(id), text);
    row.append(make("span", { class: "hb-from" }, source));
    row.append(make("div", { class: "hb-bar hb-choose hb-screen" }, up, down, remover));
    li.append(make("div", { class: "hb-bar hb-choose hb-screen" }, toggler));
    items.set(id, { row, remover, toggler, text });
  }

  function update(state) {
    if (String(shared) === String(state.plan)) leave();
    const ids = [...new Set((shared ?? state.plan).map((id) => current.get(id) ?? id))];
    const before = String(plan);
    plan = ids.filter((id) => items.has(id));
    // Only when they differ: a row that is put where it stands loses the focus.
    if (String(plan) !== before)
      part("ol").replaceChildren(...plan.map((id) => items.get(id).row));
    for (const [id, { toggler, text }] of items)
      named(toggler, plan.includes(id) ? "Remove" : "Add", text);
    const { heading, keep, back, address } = form.elements;
    heading.value = state.title;
    keep.hidden = back.hidden = !shared;
    address.value = url();
    // A long address breaks between two ids, and not inside one.
    part(".hb-here").replaceChildren(...url().split(/(?=\.)/).flatMap((id) => [id, make("wbr", {})]));
    part(".hb-note").textContent = note(ids.filter((id) => !items.has(id)));
    document.querySelector("h1").textContent = shared ? "Shared plan" : state.title || "My plan";
    form.parentElement.classList.toggle("hb-planned", plan.length > 0);
    form.parentElement.classList.toggle("hb-shared", !!shared);
  }

  function note(unknown) {
    if (!unknown.length) return "";
    const verb = unknown.length === 1 ? "is" : "are";
    const items = count(unknown.length, "item");
    return `${items} of this plan ${verb} not in this handbook: ${unknown.join(", ")}.`;
  }

  function filter() {
    const { level, page } = form.elements;
    for (const about of document.querySelectorAll(".hb-about")) {
      const hidden =
        (level.value && !about.dataset.level.split(" ").includes(level.value)) ||
        (page.value && about.dataset.list !== page.value);
      for (const part of [about.previousElementSibling, about, about.nextElementSibling])
        part.hidden = hidden;
    }
  }

  function addShown() {
    const shown = [...items.keys()].filter((id) => items.get(id).toggler.offsetParent);
    edit({ plan: [...new Set([...plan, ...shown])] }, "Added.");
  }

  async function share() {
    try {
      await navigator.clipboard.writeText(url());
      say("The address of this plan is copied.");
    } catch {
      form.elements.address.hidden = false;
      form.elements.address.select();
      say("Copy the address of this plan from the field.");
    }
  }

  function read() {
    const ids = location.hash.split("#plan=")[1]?.split(".").filter(isId);
    if (ids?.length) shared = ids;
    refresh();
  }

  function leave() {
    shared = undefined;
    history.replaceState(null, "", location.pathname);
  }

  function goBack() {
    leave();
    refresh();
    form.elements.heading.focus();
  }

  function start() {
    form = document.querySelector(".hb-plan");
    if (!form) return;
    items = new Map();
    current = new Map();
    plan = [];
    for (const li of document.querySelectorAll(".hb-item[id]")) collect(li);
    handbook.updates.push(update);
    const { add, address, back, heading, keep, level, page, share: sharer } = form.elements;
    const buttons = [keep, back, sharer, ...tools(), address];
    part("ol").after(bar(() => [...part("ol").children], "plan", buttons));
    heading.onchange = () => edit({ title: heading.value });
    level.onchange = page.onchange = filter;
    add.onclick = addShown;
    sharer.onclick = share;
    back.onclick = goBack;
    keep.onclick = () => {
      edit({ plan }, "Kept.");
      goBack();
    };
    addEventListener("hashchange", read);
    form.hidden = false;
    read();
  }

  if (window.document$) document$.subscribe(start);
  else start();
}
