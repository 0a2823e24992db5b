// Ticks in the browser: they stay, say when their item has changed, and go to a file and back.
//
// The storage holds the text of a file of ticks. A tick is {done, at, text}: `at` in milliseconds,
// `text` the item's words at that time. An unticked item keeps its entry, so that of two files the
// newer one is known for each item. Nothing leaves the browser.
"use strict";
{
  const SITE = new URL("..", document.currentScript.src);
  const KEY = `handbook:1:${SITE.pathname}`;
  const NOT_KEPT = "This browser keeps no ticks: export them before you leave this page.";

  const isText = (value) => typeof value === "string" && value.length <= 1000;
  const isId = (value) => isText(value) && /^[a-z][a-z0-9]{3,7}$/.test(value);
  const isTime = (value, latest) => typeof value === "number" && value <= latest;
  // Name -> what its value must be, in code and in words.
  const FILE = {
    format: [(value) => value === "handbook-ticks", 'format "handbook-ticks"'],
    version: [(value) => value === 1, "version 1"],
    site: [isText, "an address"],
    ticks: [Array.isArray, "a list of ticks"],
    plan: [(value) => Array.isArray(value) && value.every(isId), "a list of ids"],
    planned: [isTime, "milliseconds that are not to come"],
    title: [isText, "at most 1,000 characters"],
  };
  const TICK = {
    id: [isId, "an id such as k7m2"],
    done: [(value) => typeof value === "boolean", "true or false"],
    at: FILE.planned,
    text: FILE.title,
  };
  const NO_PLAN = { plan: [], planned: 0, title: "" };

  // What `render` shows and `change` changes; false once the storage has refused it.
  let state;
  let isKept = true;
  // Where a file came from that was refused once for that.
  let foreign;
  let status;
  const updates = [];
  const undo = button("Undo");

  /** Return what `act` does, or nothing where it fails: a browser may refuse its storage. */
  function attempt(act) {
    try {
      return act();
    } catch {}
  }

  const stored = (key) => attempt(() => localStorage.getItem(key));
  const store = (key, text) => attempt(() => localStorage.setItem(key, text) ?? true);

  /** Throw an error that says the first fault in words. */
  function check(thing, fields, place, latest) {
    for (const [name, [holds, wanted]] of Object.entries(fields)) {
      if (holds(thing[name], latest)) continue;
      const value = JSON.stringify(thing[name])?.slice(0, 40);
      const found = value ? `'${name}' ${value}` : `no '${name}'`;
      throw Error(`${place} has ${found}; this page reads ${wanted}.`);
    }
  }

  /** Read a file; of two ticks of one item it takes the newer. */
  function parsed(text, latest) {
    const file = attempt(() => ({ ...NO_PLAN, ...JSON.parse(text) }));
    if (!file) throw Error("This file is not JSON.");
    check(file, FILE, "This file", latest);
    const ticks = new Map();
    for (const [index, entry] of file.ticks.entries()) {
      const { id, done, at, text } = { ...entry };
      check({ id, done, at, text }, TICK, `Tick ${index + 1} of this file`, latest);
      if (!(ticks.get(id)?.at >= at)) ticks.set(id, { done, at, text });
    }
    const { site, plan, planned, title } = file;
    return { site, ticks, plan, planned, title };
  }

  function written() {
    const ticks = [...state.ticks].map(([id, entry]) => ({ id, ...entry }));
    const head = { format: "handbook-ticks", version: 1, site: SITE, exported: new Date() };
    return JSON.stringify({ ...state, ...head, ticks });
  }

  /** Take what is newer, and say how much that is. */
  function merge({ ticks, ...plan }) {
    let taken = 0;
    let older = 0;
    for (const [id, entry] of ticks) {
      const mine = state.ticks.get(id)?.at ?? -Infinity;
      if (entry.at > mine) state.ticks.set(id, entry);
      taken += entry.at > mine;
      older += entry.at < mine;
    }
    const isNewer = plan.planned > state.planned;
    if (isNewer) Object.assign(state, plan);
    const verb = older === 1 ? "was" : "were";
    const also = isNewer ? " The plan, which is newer, was taken too." : "";
    return `${count(taken, "tick")} taken, ${older} ${verb} older than yours.${also}`;
  }

  /** Take what is stored, by this page or another, unless this page could not store what it has. */
  function load() {
    const text = stored(KEY);
    const found = text && attempt(() => parsed(text, Infinity));
    if (isKept) state = found || { ...NO_PLAN, ticks: new Map() };
    if (text && !found) {
      store(`${KEY}:damaged`, text);
      say(`The ticks in this browser can't be read. They are set aside as '${KEY}:damaged'.`);
    }
    undo.remove();
  }

  function refresh() {
    load();
    render();
  }

  /** Change the state by `act`, which returns what to say; Undo appears after the button `from`. */
  function change(act, from) {
    load();
    const before = structuredClone(state);
    const said = act(state) ?? "";
    isKept = store(KEY, written());
    say(isKept ? said : `${said} ${NOT_KEPT}`.trim());
    render();
    if (!from) return;
    from.after(undo);
    undo.onclick = () => {
      change(() => {
        state = before;
        return "Undone.";
      });
      from.focus();
    };
  }

  /** Enter a tick under the first id, newer than those of all, even if the clock went back. */
  function tick(ids, done, text) {
    const times = ids.map((id) => state.ticks.get(id)?.at + 1 || 0);
    state.ticks.set(ids[0], { done, at: Math.max(Date.now(), ...times), text });
  }

  // An item may stand on a page more than once; the text of its link says which it is.
  const idOf = (li) => li.querySelector(".hb-id")?.textContent;
  const idsOf = (li) => [idOf(li), ...(li.dataset.was ?? "").split(" ")];
  const textOf = (li) =>
    li.querySelector(".hb-text").textContent.trim().replace(/\s+/g, " ").slice(0, 1000);

  /** The newest tick of an item, under its id or a retired one that leads to it. */
  function tickOf(li) {
    const ticks = idsOf(li).flatMap((id) => state.ticks.get(id) ?? []);
    return ticks.sort((one, other) => other.at - one.at)[0];
  }

  function render() {
    for (const update of updates) update(state);
    for (const li of document.querySelectorAll(".hb-item")) {
      if (!idOf(li)) continue;
      const found = tickOf(li);
      const box = li.querySelector("input");
      box.checked = found ? found.done : box.defaultChecked;
      li.querySelector(".hb-changed")?.remove();
      if (found?.done && found.text !== textOf(li)) li.append(changed(li, box, found.text));
    }
    for (const retired of document.querySelectorAll("[data-retired]")) {
      const id = retired.dataset.retired;
      retired.textContent = state.ticks.get(id)?.done ? `${id} (ticked by you)` : id;
    }
  }

  function changed(li, box, was) {
    const still = () => {
      change(() => tick(idsOf(li), true, textOf(li)));
      box.focus();
    };
    const words = difference(was.split(" "), textOf(li).split(" "));
    const said = make("span", {}, "Changed since you ticked it: ", ...words);
    const confirm = button("Still done", still, textOf(li));
    return make("div", { class: "hb-changed hb-screen" }, said, confirm);
  }

  /** Mark the words taken out and put in, around the longest run of words that both texts have. */
  function difference(was, now) {
    const common = [...was, ""].map(() => []);
    const length = (i, j) => common[i][j] ?? 0;
    for (let i = was.length - 1; i >= 0; i--)
      for (let j = now.length - 1; j >= 0; j--)
        common[i][j] = Math.max(
          length(i + 1, j),
          length(i, j + 1),
          was[i] === now[j] ? length(i + 1, j + 1) + 1 : 0,
        );
    const parts = [];
    for (let i = 0, j = 0; i < was.length || j < now.length; parts.push(" ")) {
      if (was[i] === now[j]) {
        parts.push(was[i++]);
        j++;
      } else if (i < was.length && (j === now.length || length(i + 1, j) >= length(i, j + 1)))
        parts.push(make("del", {}, was[i++]));
      else parts.push(make("ins", {}, now[j++]));
    }
    return parts;
  }

  function say(text) {
    status.textContent = text;
  }

  function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
  }

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  /** Name a button; `about` tells it from those of its like. */
  function named(element, label, about) {
    element.textContent = label;
    if (about) element.setAttribute("aria-label", `${label}: ${about}`);
    return element;
  }

  function button(label, onclick, about) {
    return Object.assign(named(make("button", { type: "button" }), label, about), { onclick });
  }

  /** How many of some items are done, a button that takes the ticks of `ids` away, and others. */
  function bar(items, title, buttons = [], ids = () => items().flatMap(idsOf)) {
    const progress = make("progress", {});
    const words = make("span", {});
    const label = make("label", {}, progress, words);
    updates.push(() => {
      const all = new Map(items().map((li) => [idOf(li), tickOf(li)?.done]));
      label.hidden = !all.size;
      progress.max = all.size;
      progress.value = [...all.values()].filter(Boolean).length;
      words.textContent = `${progress.value} of ${all.size} done`;
    });
    const reset = ({ target }) =>
      change(() => {
        const ticked = [...ids()].filter((id) => state.ticks.get(id)?.done);
        for (const id of ticked) tick([id], false, state.ticks.get(id).text);
        return `${count(ticked.length, "tick")} taken away.`;
      }, target);
    const first = button("Reset ticks", reset, title);
    return make("div", { class: "hb-bar hb-screen" }, label, first, ...buttons);
  }

  function save() {
    const href = URL.createObjectURL(new Blob([written()], { type: "application/json" }));
    const date = new Date().toISOString().slice(0, 10);
    make("a", { href, download: `handbook-ticks-${date}.json` }).click();
  }

  async function take(file, from) {
    try {
      if (file.size > 1e6) throw Error("This file is larger than 1 MB.");
      // A day for clocks that differ.
      const found = parsed(await file.text(), Date.now() + 864e5);
      if (![SITE.href, foreign].includes(found.site)) {
        foreign = found.site;
        const how = "Import it again to take it all the same.";
        throw Error(`This file is from ${foreign}, not from this handbook. ${how}`);
      }
      change(() => merge(found), from);
    } catch (error) {
      say(error.message);
    }
  }

  /** The buttons that a page has once. */
  function tools() {
    const picker = make("input", { type: "file", accept: ".json" });
    const pick = button("Import ticks", () => picker.click());
    picker.onchange = () => {
      take(picker.files[0], pick);
      picker.value = "";
    };
    const blank = () => {
      for (const box of document.querySelectorAll(".hb-item input")) box.checked = false;
      print();
    };
    const found = [button("Export ticks", save), pick];
    if (document.querySelector(".hb-about"))
      found.push(button("Print", () => print()), button("Print blank", blank));
    return found;
  }

  /** Let a list be opened as an issue in the reader's repository. */
  function issue(form) {
    const field = form.querySelector("[pattern]");
    field.value = stored(`${KEY}:repository`) ?? "";
    form.hidden = false;
    form.onsubmit = (event) => {
      event.preventDefault();
      store(`${KEY}:repository`, field.value);
      const said = new URLSearchParams(new FormData(form));
      open(`https://github.com/${field.value}/issues/new?${said}`, "_blank", "noopener");
    };
  }

  function tickBox({ target }) {
    const li = target.closest(".hb-item");
    if (li && idOf(li)) change(() => tick(idsOf(li), target.checked, textOf(li)));
  }

  /** Put a bar after each list, and one before all of them when there are several. */
  function bars(lists) {
    const isOne = lists.length === 1;
    for (const { about, items } of lists) {
      const made = bar(() => items, about.dataset.title, isOne ? tools() : []);
      items.at(-1).parentElement.after(made);
    }
    if (isOne) return;
    const every = lists.flatMap(({ items }) => items);
    const all = bar(() => every, "all lists", tools(), () => state.ticks.keys());
    lists[0].about.previousElementSibling.before(all);
  }

  function start() {
    const lists = [];
    for (const found of document.querySelectorAll(".hb-about, .hb-item")) {
      if (found.matches(".hb-about") || !lists.length) lists.push({ about: found, items: [] });
      if (idOf(found)) lists.at(-1).items.push(found);
    }
    if (!lists[0]?.items.length) return;
    status = make("p", { class: "hb-status hb-screen", role: "status" });
    document.querySelector(".hb-item").parentElement.parentElement.append(status);
    updates.length = 0;
    if (!document.querySelector(".hb-plan")) bars(lists);
    const form = document.querySelector(".hb-issue");
    if (form) issue(form);
    addEventListener("change", tickBox);
    addEventListener("storage", refresh);
    addEventListener("pageshow", refresh);
    addEventListener("afterprint", render);
    refresh();
  }

  // What plan.js takes.
  window.handbook = {
    bar, button, change, count, idsOf, isId, make,
    named, refresh, say, textOf, tools, updates,
  };
  if (window.document$) document$.subscribe(start);
  else start();
}
