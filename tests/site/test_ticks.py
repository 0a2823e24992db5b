"""Ticks in a real browser: they stay, follow their items, and go to a file and back."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page, expect

from conftest import ENGINES, Site, served
from handbook.files import asset

LIST = "checklists/habits/test-yourself/"
ALL = "checklists/"
PAGE = "habits/test-yourself/"
PLAN = "checklists/plan/"
SCRIPTS = ["checklist.js", "plan.js"]
REMEMBER = "Write down three things that you remember."
# A tick of `q3fz`, whose text is now another.
OLD_TICK = {"id": "q3fz", "done": True, "at": 1000, "text": "Write down two things you know."}
OPENED = LIST


def tick(page: Page, ident: str) -> None:
    """Click an item's text."""
    page.locator(f"#{ident} .hb-text").click(position={"x": 2, "y": 2})


def ticked(page: Page) -> list[str]:
    """Return the ids of the ticked items, and no item of a plan."""
    return [
        str(found.get_attribute("id")) for found in page.locator(".hb-item[id]:has(:checked)").all()
    ]


def status(page: Page) -> str:
    """Return what the page says of what was done last."""
    return page.get_by_role("status").inner_text()


def press(page: Page, name: str) -> None:
    """Press the one button of a name."""
    page.get_by_role("button", name=name, exact=True).click()


def stored(page: Page) -> str | None:
    """Return what the browser keeps for the handbook at the root."""
    found = page.evaluate("localStorage.getItem('handbook:1:/')")
    return None if found is None else str(found)


def file_of(site: str, *ticks: dict[str, object], **changed: object) -> dict[str, Any]:
    """Return a file of ticks as an export writes it."""
    head = {"format": "handbook-ticks", "version": 1, "site": site, "ticks": list(ticks)}
    return {**head, "exported": "2026-11-24T06:00:00.000Z", "plan": [], **changed}


def import_(page: Page, data: bytes | dict[str, Any]) -> None:
    """Choose a file in the import's dialog and wait for what the page says."""
    if isinstance(data, dict):
        data = json.dumps(data).encode()
    page.evaluate("document.querySelector('[role=status]').textContent = ''")
    with page.expect_file_chooser() as chooser:
        press(page, "Import ticks")
    chooser.value.set_files({"name": "t.json", "mimeType": "application/json", "buffer": data})
    expect(page.get_by_role("status")).not_to_be_empty()


def put(page: Page, *ticks: dict[str, object], **changed: object) -> None:
    """Have the browser keep these ticks, and load the page again."""
    text = json.dumps(file_of("https://example.org/", *ticks, **changed))
    page.evaluate("text => localStorage.setItem('handbook:1:/', text)", text)
    page.reload()


# Ticking.


def test_tick_stays(page: Page, study_address: str) -> None:
    """A tick is there after a reload, and wherever else its item stands."""
    tick(page, "q3fz")
    page.reload()
    assert ticked(page) == ["q3fz"]
    for path in (ALL, PAGE, PLAN):
        page.goto(study_address + path)
        assert ticked(page) == ["q3fz"], path
    tick(page, "q3fz")
    page.goto(study_address + LIST)
    assert ticked(page) == []


def test_progress(page: Page, study_address: str) -> None:
    """Each list says how much of it is done, and the page of all lists how much of all."""
    progress = page.locator("progress")
    assert progress.evaluate_all("all => all.map(one => one.labels[0].innerText)") == [
        "0 of 2 done"
    ]
    tick(page, "n8wd")
    assert page.get_by_role("progressbar", name="1 of 2 done").get_attribute("value") == "1"
    page.goto(study_address + ALL)
    assert progress.evaluate_all("all => all.map(one => one.labels[0].innerText)") == [
        "1 of 3 done",
        "0 of 1 done",
        "1 of 2 done",
    ]
    page.goto(study_address + PAGE)
    assert page.get_by_role("progressbar", name="1 of 2 done").is_visible()


def test_keyboard(page: Page) -> None:
    """Tab reaches each box, link and button in the order of the page; Space ticks."""
    page.locator("#q3fz input").focus()
    page.keyboard.press("Space")
    assert ticked(page) == ["q3fz"]
    reached = []
    for _ in range(13):
        reached.append(
            page.evaluate("document.activeElement.textContent || document.activeElement.type")
        )
        page.keyboard.press("Tab")
    assert reached == [
        *("checkbox", "Roediger and Karpicke 2006", "q3fz"),
        *("checkbox", "the page", "n8wd"),
        *("Reset ticks", "Export ticks", "Import ticks", "Print", "Print blank"),
        *("Test yourself", "text"),
    ]


def test_focus_is_visible_and_targets_are_large(page: Page, study_address: str) -> None:
    """Each button is 24 px high or more, and what has the focus has an outline."""
    put(page, OLD_TICK)
    for path in (LIST, PLAN):
        page.goto(study_address + path)
        for found in page.locator("article button:visible, article select").all():
            box = found.bounding_box()
            assert box
            assert box["height"] >= 24, found.inner_text()
        page.locator("#q3fz input").focus()
        for _ in range(8):
            page.keyboard.press("Tab")
            style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert style != "none", page.evaluate("document.activeElement.outerHTML")


def test_two_pages_in_step(page: Page, context: BrowserContext, study_address: str) -> None:
    """A tick on one page is at once on another that is open, and neither loses the other's."""
    other = context.new_page()
    other.goto(study_address + ALL)
    tick(page, "q3fz")
    expect(other.locator("#q3fz input")).to_be_checked()
    tick(other, "v5kc")
    tick(page, "n8wd")
    expect(other.locator("#n8wd input")).to_be_checked()
    page.goto(study_address + ALL)
    assert ticked(page) == ["v5kc", "q3fz", "n8wd"]


def test_two_handbooks_on_one_host(browser: Browser, tmp_path: Path, printed: Path) -> None:
    """The ticks of handbooks at two paths of one host are apart."""
    site = Site(tmp_path, printed)
    site.build("one")
    site.build("two")
    context = browser.new_context()
    page = context.new_page()
    with served(site.built) as address:
        page.goto(f"{address}one/{LIST}")
        tick(page, "q3fz")
        page.goto(f"{address}two/{LIST}")
        assert ticked(page) == []
        assert page.evaluate("Object.keys(localStorage)") == ["handbook:1:/one/"]
    context.close()


def test_nothing_is_kept_before_a_tick(page: Page) -> None:
    """A visit alone leaves nothing in the browser."""
    assert stored(page) is None
    assert page.context.cookies() == []


# Items that change, and that go.


def test_edit_and_build_again(browser: Browser, tmp_path: Path, printed: Path) -> None:
    """Ticks are where they belong after the source was edited and the site built again."""
    site = Site(tmp_path, printed)
    site.build()
    context = browser.new_context()
    page = context.new_page()
    with served(site.built) as address:
        page.goto(address + ALL)
        for ident in ("v5kc", "q3fz", "n8wd"):
            tick(page, ident)
        site.edit("habits/test-yourself.md", "three things that you", "all that you can")
        site.edit("habits/test-yourself.md", "Compare with", "Compare it with")
        site.edit("habits/test-yourself.md", "{#n8wd}", "{#m4xz}")
        site.edit("habits/space-it.md", "{#v5kc}", "{#b7tq}")
        (site.docs / "checklist-ids.yml").write_text(
            "- {id: n8wd, retired: 2026-11-24, text: Compare with the page., now: m4xz}\n"
            "- {id: v5kc, retired: 2026-11-24, text: Put the next session into your calendar.}\n"
        )
        site.build()
        page.reload()
        assert ticked(page) == ["q3fz", "m4xz"]
        assert changes(page) == {
            "q3fz": ["Write down [three things] {all} that you {can} remember."],
            "m4xz": ["Compare {it} with the page."],
        }
        retired = page.locator("[data-retired]").all_inner_texts()
        assert retired == ["n8wd (ticked by you)", "v5kc (ticked by you)"]
    context.close()


def changes(page: Page) -> dict[str, list[str]]:
    """Return the change that items say, with [taken out] and {put in}, by id."""
    script = """all => all.map((one) => {
        const parts = [...one.querySelector("span").childNodes].slice(1);
        const signs = {DEL: ["[", "]"], INS: ["{", "}"]};
        const said = parts.map((part) => (signs[part.nodeName] ?? ["", ""]).join(part.textContent));
        return [one.parentElement.id, said.join("")];
    })"""
    found: dict[str, list[str]] = {}
    for ident, text in page.locator(".hb-changed").evaluate_all(script):
        one = re.sub(r"\] \[|\} \{", " ", text)
        found.setdefault(ident, []).append(one.strip())
    return found


def test_still_done(page: Page) -> None:
    """A changed item stays ticked, shows the change, and takes the new text at a press."""
    put(page, OLD_TICK)
    assert ticked(page) == ["q3fz"]
    assert changes(page) == {
        "q3fz": ["Write down [two] {three} things {that} you [know.] {remember.}"]
    }
    assert (
        page.locator(".hb-changed > span").inner_text().startswith("Changed since you ticked it: ")
    )
    press(page, f"Still done: {REMEMBER}")
    assert page.locator(".hb-changed").count() == 0
    assert page.evaluate("document.activeElement.closest('.hb-item').id") == "q3fz"
    page.reload()
    assert ticked(page) == ["q3fz"]
    assert page.locator(".hb-changed").count() == 0


def test_changed_item_can_be_unticked(page: Page) -> None:
    """Who sees that a changed item is not done any more takes the tick away."""
    put(page, OLD_TICK)
    tick(page, "q3fz")
    assert page.locator(".hb-changed").count() == 0
    page.reload()
    assert ticked(page) == []


def test_retired_ids(page: Page, study_address: str) -> None:
    """A retired id's tick is on its successor, or among the retired items; reset takes both."""
    old = {"done": True, "at": 1000, "text": "Compare."}
    put(page, {**old, "id": "old1"}, {**old, "id": "old2", "text": "Sing it."})
    assert ticked(page) == ["n8wd"]
    assert changes(page) == {"n8wd": ["[Compare.] {Compare with the page.}"]}
    assert page.get_by_role("progressbar", name="1 of 2 done").is_visible()
    page.goto(study_address + ALL)
    retired = page.locator("[data-retired]")
    assert retired.all_inner_texts() == ["old1 (ticked by you)", "old2 (ticked by you)"]
    press(page, "Reset ticks: all lists")
    assert ticked(page) == []
    assert retired.all_inner_texts() == ["old1", "old2"]


def test_successor_unticked_stays_unticked(page: Page) -> None:
    """The newer entry counts: an unticked successor is not ticked again by its retired id."""
    put(page, {"id": "old1", "done": True, "at": 1000, "text": "Compare."})
    tick(page, "n8wd")
    page.reload()
    assert ticked(page) == []


def test_clock_that_went_back(page: Page) -> None:
    """The last change counts, even when an entry is dated later than now."""
    now = page.evaluate("Date.now()")
    put(page, {"id": "old1", "done": True, "at": now + 10**7, "text": "Compare."})
    tick(page, "n8wd")
    page.reload()
    assert ticked(page) == []


# Reset, export and import.


def test_reset_and_undo(page: Page, study_address: str) -> None:
    """Reset takes the ticks of its list away, and Undo beside it gives them back."""
    for ident in ("q3fz", "n8wd"):
        tick(page, ident)
    page.goto(study_address + ALL)
    tick(page, "v5kc")
    press(page, "Reset ticks: Test yourself")
    assert ticked(page) == ["v5kc"]
    assert status(page) == "2 ticks taken away."
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Undo"
    page.keyboard.press("Enter")
    assert ticked(page) == ["v5kc", "q3fz", "n8wd"]
    assert status(page) == "Undone."
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert name == "Reset ticks: Test yourself"
    assert page.get_by_role("button", name="Undo").count() == 0
    page.reload()
    assert ticked(page) == ["v5kc", "q3fz", "n8wd"]


def test_undo_goes_with_the_next_change(page: Page) -> None:
    """Undo takes back what was done last, and nothing older."""
    tick(page, "q3fz")
    press(page, "Reset ticks: Test yourself")
    assert status(page) == "1 tick taken away."
    tick(page, "n8wd")
    assert page.get_by_role("button", name="Undo").count() == 0
    assert status(page) == ""


def test_export_and_import(
    page: Page, browser: Browser, study_address: str, tmp_path: Path
) -> None:
    """An exported file holds every tick, and gives them to another browser."""
    for ident in ("q3fz", "n8wd", "n8wd"):
        tick(page, ident)
    with page.expect_download() as download:
        press(page, "Export ticks")
    assert re.fullmatch(r"handbook-ticks-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    download.value.save_as(tmp_path / "ticks.json")
    file = json.loads((tmp_path / "ticks.json").read_text("utf-8"))
    assert file["format"] == "handbook-ticks"
    assert file["version"] == 1
    assert file["site"] == study_address
    assert re.match(r"\d{4}-\d\d-\d\dT", file["exported"])
    assert [(one["id"], one["done"], one["text"]) for one in file["ticks"]] == [
        ("q3fz", True, REMEMBER),
        ("n8wd", False, "Compare with the page."),
    ]
    assert file["plan"] == []
    other = browser.new_context().new_page()
    other.goto(study_address + LIST)
    import_(other, (tmp_path / "ticks.json").read_bytes())
    assert status(other) == "2 ticks taken, 0 were older than yours."
    assert ticked(other) == ["q3fz"]
    other.context.close()


def test_merge(page: Page, study_address: str) -> None:
    """For each item the newer entry wins; of one item's two in a file, too; Undo takes it back."""
    entry = {"done": True, "text": "As it was."}
    put(
        page,
        {**entry, "id": "q3fz", "at": 5000},
        {**entry, "id": "n8wd", "at": 1000},
        {**entry, "id": "same", "at": 3000},
    )
    before = stored(page)
    file = file_of(
        study_address,
        {**entry, "id": "q3fz", "at": 4000, "done": False},
        {**entry, "id": "n8wd", "at": 1500},
        {**entry, "id": "n8wd", "at": 2000, "done": False},
        {**entry, "id": "n8wd", "at": 1800},
        {**entry, "id": "same", "at": 3000, "text": "As it was elsewhere."},
        {**entry, "id": "gone", "at": 3000},
    )
    import_(page, file)
    assert status(page) == "2 ticks taken, 1 was older than yours."
    assert ticked(page) == ["q3fz"]
    entries = json.loads(stored(page) or "")["ticks"]
    assert {one["id"]: one["at"] for one in entries} == {
        "q3fz": 5000,
        "n8wd": 2000,
        "same": 3000,
        "gone": 3000,
    }
    assert {one["text"] for one in entries} == {"As it was."}
    import_(page, file)
    assert status(page) == "0 ticks taken, 1 was older than yours."
    page.reload()
    put(page, *json.loads(before or "")["ticks"])
    import_(page, file)
    press(page, "Undo")
    assert ticked(page) == ["q3fz", "n8wd"]
    import_(page, file)
    assert status(page) == "2 ticks taken, 1 was older than yours."


def test_newer_plan_is_taken(page: Page, study_address: str) -> None:
    """A plan comes with the ticks of a file when it is newer, and else not."""
    put(page, plan=["q3fz"], planned=2000, title="Mine")
    import_(page, file_of(study_address, plan=["n8wd"], planned=1000, title="Old"))
    assert status(page) == "0 ticks taken, 0 were older than yours."
    import_(page, file_of(study_address, plan=["v5kc"], planned=3000, title="New"))
    assert status(page) == (
        "0 ticks taken, 0 were older than yours. The plan, which is newer, was taken too."
    )
    page.goto(study_address + PLAN)
    assert page.locator("h1").inner_text() == "New"
    assert page.locator(".hb-plan .hb-text").all_inner_texts() == [
        "Put the next session into your calendar."
    ]


GOOD = {"id": "q3fz", "done": True, "at": 1000, "text": "x"}
AT = "milliseconds that are not to come"
TEXT = "at most 1,000 characters"
BAD: dict[str, tuple[Any, str]] = {
    "empty": (b"", "This file is not JSON."),
    "not JSON": (b"ticks: yes", "This file is not JSON."),
    "cut off": (b'{"format": "handbook-ticks", "ver', "This file is not JSON."),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff", "This file is not JSON."),
    "null": (b"null", "This file has no 'format'; this page reads format \"handbook-ticks\"."),
    "a list": (b"[1]", "This file has no 'format'; this page reads format \"handbook-ticks\"."),
    "another format": (
        {"format": "todo"},
        'This file has \'format\' "todo"; this page reads format "handbook-ticks".',
    ),
    "a later version": (
        {"version": 2},
        "This file has 'version' 2; this page reads version 1.",
    ),
    "no site": ({"site": None}, "This file has 'site' null; this page reads an address."),
    "no ticks": ({"ticks": {}}, "This file has 'ticks' {}; this page reads a list of ticks."),
    "a plan of markup": (
        {"plan": ["<b>"]},
        "This file has 'plan' [\"<b>\"]; this page reads a list of ids.",
    ),
    "a plan to come": (
        {"planned": 9e14},
        f"This file has 'planned' 900000000000000; this page reads {AT}.",
    ),
    "a long title": (
        {"title": "t" * 1001},
        f"This file has 'title' \"{'t' * 39}; this page reads {TEXT}.",
    ),
    "a tick of nothing": (
        {"ticks": [GOOD, None]},
        "Tick 2 of this file has no 'id'; this page reads an id such as k7m2.",
    ),
    "markup as id": (
        {"ticks": [GOOD, {**GOOD, "id": "<img src=x onerror=alert(1)>"}]},
        "Tick 2 of this file has 'id' \"<img src=x onerror=alert(1)>\"; "
        "this page reads an id such as k7m2.",
    ),
    "a list as id": (
        {"ticks": [{**GOOD, "id": ["q3fz"]}]},
        "Tick 1 of this file has 'id' [\"q3fz\"]; this page reads an id such as k7m2.",
    ),
    "__proto__ as id": (
        {"ticks": [{**GOOD, "id": "__proto__"}]},
        "Tick 1 of this file has 'id' \"__proto__\"; this page reads an id such as k7m2.",
    ),
    "perhaps done": (
        {"ticks": [{**GOOD, "done": 1}]},
        "Tick 1 of this file has 'done' 1; this page reads true or false.",
    ),
    "two days to come": (
        {"ticks": [{**GOOD, "at": 9e14}]},
        f"Tick 1 of this file has 'at' 900000000000000; this page reads {AT}.",
    ),
    "a date as text": (
        {"ticks": [{**GOOD, "at": "2026-11-24"}]},
        f"Tick 1 of this file has 'at' \"2026-11-24\"; this page reads {AT}.",
    ),
    "no text": (
        {"ticks": [{name: GOOD[name] for name in ("id", "done", "at")}]},
        f"Tick 1 of this file has no 'text'; this page reads {TEXT}.",
    ),
    "a long text": (
        {"ticks": [{**GOOD, "text": "t" * 1001}]},
        f"Tick 1 of this file has 'text' \"{'t' * 39}; this page reads {TEXT}.",
    ),
    "10 MB": (b"[" * 10_000_000, "This file is larger than 1 MB."),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_file(case: str, page: Page, study_address: str) -> None:
    """A damaged or foreign file changes nothing, and its first fault is said in words."""
    tick(page, "n8wd")
    before = stored(page)
    data, message = BAD[case]
    import_(page, data if isinstance(data, bytes) else file_of(study_address, GOOD) | data)
    assert status(page) == message
    assert stored(page) == before
    assert ticked(page) == ["n8wd"]


def test_file_of_another_handbook(page: Page) -> None:
    """A file from elsewhere is taken only when it is chosen a second time."""
    file = file_of("https://example.org/<b>/", GOOD)
    import_(page, file)
    assert status(page) == (
        "This file is from https://example.org/<b>/, not from this handbook. "
        "Import it again to take it all the same."
    )
    assert stored(page) is None
    import_(page, file)
    assert status(page) == "1 tick taken, 0 were older than yours."
    assert ticked(page) == ["q3fz"]


def test_prototype_does_nothing(page: Page, study_address: str) -> None:
    """`__proto__` in a file is a name like any other, and is dropped."""
    evil = (
        '"__proto__": {"done": true, "polluted": 1}, "constructor": {"prototype": {"polluted": 1}}'
    )
    text = json.dumps(file_of(study_address, GOOD)).replace('{"id"', f'{{{evil}, "id"')
    import_(page, text.replace('{"format"', f'{{{evil}, "format"').encode())
    assert status(page) == "1 tick taken, 0 were older than yours."
    assert page.evaluate("({}).polluted") is None
    assert "polluted" not in (stored(page) or "")


def test_markup_is_text(page: Page, study_address: str) -> None:
    """Markup in a file's texts is shown, not run."""
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    import_(page, file_of(study_address, {**GOOD, "text": "<img src=x onerror=alert(1)> & <b>"}))
    assert changes(page)["q3fz"][0].startswith("[<img src=x onerror=alert(1)> & <b>]")
    assert page.locator(".hb-changed img, .hb-changed b").count() == 0


# Browsers that keep nothing, or something else.

NOT_KEPT = "This browser keeps no ticks: export them before you leave this page."
REFUSE = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
DENY = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no'); }});"


@pytest.mark.parametrize("script", [REFUSE, DENY])
def test_browser_that_keeps_nothing(
    script: str, context: BrowserContext, study_address: str, tmp_path: Path
) -> None:
    """Where nothing can be kept, the boxes work for this visit, a line says so, export works."""
    context.add_init_script(script)
    page = context.new_page()
    page.goto(study_address + LIST)
    assert status(page) == ""
    tick(page, "q3fz")
    assert status(page) == NOT_KEPT
    tick(page, "n8wd")
    assert ticked(page) == ["q3fz", "n8wd"]
    press(page, "Reset ticks: Test yourself")
    assert status(page) == f"2 ticks taken away. {NOT_KEPT}"
    press(page, "Undo")
    with page.expect_download() as download:
        press(page, "Export ticks")
    download.value.save_as(tmp_path / "ticks.json")
    file = json.loads((tmp_path / "ticks.json").read_text("utf-8"))
    assert [one["id"] for one in file["ticks"] if one["done"]] == ["q3fz", "n8wd"]


def test_full_storage(page: Page) -> None:
    """A storage that other pages have filled is like one that keeps nothing, until it has room."""
    page.evaluate(
        """() => {
            for (let size = 2 ** 22; size >= 1; size /= 2) {
                try {
                    for (;;) localStorage.setItem(`full${Math.random()}`, "x".repeat(size));
                } catch {}
            }
        }"""
    )
    tick(page, "q3fz")
    assert status(page) == NOT_KEPT
    assert ticked(page) == ["q3fz"]
    page.evaluate("localStorage.clear()")
    tick(page, "n8wd")
    assert status(page) == ""
    page.reload()
    assert ticked(page) == ["q3fz", "n8wd"]


@pytest.mark.parametrize("text", ["{", "[]", '{"format": "handbook-ticks", "version": 1}'])
def test_damaged_storage(text: str, page: Page) -> None:
    """What can't be read is set aside under a second key, and new ticks begin."""
    page.evaluate("text => localStorage.setItem('handbook:1:/', text)", text)
    page.reload()
    assert status(page) == (
        "The ticks in this browser can't be read. They are set aside as 'handbook:1:/:damaged'."
    )
    tick(page, "q3fz")
    page.reload()
    assert status(page) == ""
    assert ticked(page) == ["q3fz"]
    assert page.evaluate("localStorage.getItem('handbook:1:/:damaged')") == text


def test_tick_from_the_future(page: Page) -> None:
    """A tick that a wrong clock dated into the future is no damage."""
    put(page, {**GOOD, "at": 9e14})
    assert ticked(page) == ["q3fz"]
    assert status(page) == ""


def test_no_javascript(browser: Browser, study_address: str) -> None:
    """Without scripts the boxes can be ticked, and no dead control is shown."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in (LIST, ALL, PLAN, PAGE):
        page.goto(study_address + path)
        box = page.get_by_role("checkbox", name=REMEMBER)
        box.check()
        assert box.is_checked()
        assert page.locator("article :is(button, select, progress):visible").count() == 0
    context.close()


# The page around the ticks.


def test_print_blank(context: BrowserContext, study_address: str) -> None:
    """A blank print has no ticks, and after it they are there again; a print has them."""
    context.add_init_script(
        """window.print = () => {
            window.printed = document.querySelectorAll(".hb-item :checked").length;
            dispatchEvent(new Event("afterprint"));
        };"""
    )
    page = context.new_page()
    page.goto(study_address + LIST)
    tick(page, "q3fz")
    before = stored(page)
    press(page, "Print blank")
    assert page.evaluate("printed") == 0
    assert ticked(page) == ["q3fz"]
    press(page, "Print")
    assert page.evaluate("printed") == 1
    assert stored(page) == before


def test_no_print_on_a_page_that_is_no_sheet(page: Page, study_address: str) -> None:
    """The page that a list belongs to has its ticks, and leaves printing to the list's own page."""
    page.goto(study_address + PAGE)
    assert page.locator(".hb-bar button").all_inner_texts() == [
        *("Reset ticks", "Export ticks", "Import ticks")
    ]


def test_open_as_an_issue(page: Page, context: BrowserContext, study_address: str) -> None:
    """A list opens in a new tab as an issue of the reader's repository, which is remembered."""
    context.route("https://github.com/**", lambda route: route.fulfill(body="opened"))
    field = page.get_by_label("Repository (owner/name)")
    for wrong in ("", "owner", "owner/name/more", "javascript:alert(1)", "a b/c"):
        field.fill(wrong)
        press(page, "Open as an issue")
        assert not field.evaluate("field => field.validity.valid"), wrong
    field.fill("own-er/na.me_1")
    with context.expect_page() as opened:
        press(page, "Open as an issue")
    opened.value.wait_for_load_state()
    address = opened.value.url
    assert address.startswith(
        "https://github.com/own-er/na.me_1/issues/new?title=Checklist%3A+Test+yourself&body="
    )
    body = opened.value.evaluate("new URL(location).searchParams.get('body')")
    assert (
        body == page.request.get(f"{study_address}api/checklists/habits/test-yourself.txt").text()
    )
    assert opened.value.evaluate("window.opener") is None
    page.reload()
    assert field.input_value() == "own-er/na.me_1"


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine(
    engine: str, context: BrowserContext, sites: dict[tuple[str, str], Path]
) -> None:
    """Ticks stay under each engine."""
    page = context.new_page()
    with served(sites["study", engine]) as address:
        page.goto(address + LIST)
        tick(page, "q3fz")
        page.goto(address + PLAN)
        assert ticked(page) == ["q3fz"]
        page.get_by_role("button", name=f"Add: {REMEMBER}").click()
        assert page.locator(".hb-plan .hb-text").all_inner_texts() == [REMEMBER]


def test_without_the_theme(context: BrowserContext, study_address: str) -> None:
    """The scripts need nothing of the theme's, and keep a strict Content-Security-Policy."""
    policy = "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'"

    def answer(route: Any) -> None:
        answered = route.fetch()
        route.fulfill(
            response=answered, headers=answered.headers | {"content-security-policy": policy}
        )

    context.route("**/bundle.*.js", lambda route: route.abort())
    context.route(study_address + LIST, answer)
    page = context.new_page()
    page.add_init_script(
        """window.blocked = [];
        addEventListener("securitypolicyviolation", (event) => blocked.push(event.sourceFile));"""
    )
    page.goto(study_address + LIST)
    put(page, OLD_TICK)
    tick(page, "n8wd")
    press(page, "Reset ticks: Test yourself")
    press(page, "Undo")
    assert ticked(page) == ["q3fz", "n8wd"]
    blocked = page.evaluate("blocked")
    assert blocked
    assert [source for source in blocked if source.endswith(("checklist.js", "plan.js"))] == []


def test_instant_navigation(browser: Browser, tmp_path: Path, printed: Path) -> None:
    """Where the theme swaps pages without loading them, each page has its controls once."""
    site = Site(tmp_path, printed)
    configuration = site.root / "mkdocs.yml"
    theme = "theme: {name: material, font: false"
    text = configuration.read_text()
    context = browser.new_context()
    with served(site.built) as address:
        features = f"{theme}, features: [navigation.instant]"
        text = text.replace(theme, features).replace("http://127.0.0.1:8000/", address)
        configuration.write_text(text)
        site.build()
        page = context.new_page()
        page.goto(address + ALL)
        page.evaluate("window.isSame = true")
        tick(page, "q3fz")
        page.get_by_role("link", name="Choose your own items").click()
        page.get_by_role("heading", name="My plan").wait_for()
        expect(page.locator(".hb-plan")).to_be_visible()
        assert page.evaluate("isSame")
        assert ticked(page) == ["q3fz"]
        press(page, f"Add: {REMEMBER}")
        assert page.get_by_role("status").count() == 1
        page.go_back()
        expect(page.get_by_role("progressbar", name="1 of 3 done")).to_be_visible()
        page.go_forward()
        expect(page.locator(".hb-plan .hb-text")).to_have_text([REMEMBER])
    context.close()


def test_weight(study_address: str, context: BrowserContext) -> None:
    """Both scripts add at most 6 KB to a page, as a server compresses them."""
    sizes = [
        len(gzip.compress(context.request.get(f"{study_address}checklists/{name}").body(), 9))
        for name in SCRIPTS
    ]
    assert sum(sizes) <= 6000


@pytest.mark.parametrize("name", [*SCRIPTS, "filter.js"])
def test_plain_script(name: str) -> None:
    """A script makes elements and text, never markup, code or styles from text."""
    signs = (
        *("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function("),
        *(".style", "cssText", "fetch(", "XMLHttpRequest", "sendBeacon", "document.cookie"),
    )
    assert [sign for sign in signs if sign in asset.text(name)] == []


PATHS = {"list": "checklists/takeaways/fundamentals/", "all": ALL, "plan": PLAN}


@pytest.fixture(params=["light", "dark"])
def used(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page of this handbook in a browser where items are ticked, changed and chosen."""
    context = browser.new_context(
        viewport={"width": 360, "height": 800}, color_scheme=request.param
    )
    page = context.new_page()
    page.goto(address)
    entry = {"done": True, "at": 1000}
    put(
        page,
        {**entry, "id": "j4ty", "text": "Fit a line through three points by hand."},
        {**entry, "id": "v3dw", "text": "Plot the data before you read a fitted number."},
        plan=["v3dw", "j4ty", "hy2a"],
    )
    yield page
    context.close()


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("media", ["screen", "print"])
def test_axe(media: str, path: str, used: Page, address: str) -> None:
    """axe-core finds nothing wrong with a page, in both schemes, on a screen and on paper."""
    used.emulate_media(media="print" if media == "print" else "screen")
    used.goto(address + path, wait_until="networkidle")
    assert used.locator(".hb-item :checked").count() >= 2
    found = Axe().run(used)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_fits_a_phone(path: str, used: Page, address: str) -> None:
    """With everything that the scripts add, a page is as wide as a small phone."""
    used.goto(address + path)
    assert used.locator(".hb-changed").count() >= 1
    assert used.evaluate("document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("path", [*PATHS.values(), "takeaways/fundamentals/"])
def test_accessible_names(path: str, used: Page, address: str) -> None:
    """In the accessibility tree each box has its item's text as name, and nothing else."""
    used.goto(address + path)
    session = used.context.new_cdp_session(used)
    names = {
        node["backendDOMNodeId"]: node["name"]["value"]
        for node in session.send("Accessibility.getFullAXTree")["nodes"]
        if node.get("role", {}).get("value") == "checkbox"
    }
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    query = {"nodeId": root, "selector": ".hb-item input"}
    boxes = [
        session.send("DOM.describeNode", {"nodeId": box})["node"]["backendNodeId"]
        for box in session.send("DOM.querySelectorAll", query)["nodeIds"]
    ]
    texts = used.locator(".hb-item .hb-text").all_inner_texts()
    assert [names[box] for box in boxes] == [" ".join(text.split()) for text in texts]
    assert len(boxes) >= 5
