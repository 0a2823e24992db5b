"""My plan in a real browser: chosen, ordered, printed on one page, and carried by an address."""

import json
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

PLAN = "checklists/plan/"
WRITE = "Write down three things that you remember."
COMPARE = "Compare with the page."
NEXT = "Put the next session into your calendar."
OPENED = PLAN


def press(page: Page, name: str) -> None:
    """Press the one button of a name."""
    page.get_by_role("button", name=name, exact=True).click()


def add(page: Page, *texts: str) -> None:
    """Add items to the plan."""
    for text in texts:
        press(page, f"Add: {text}")


def plan(page: Page) -> list[str]:
    """Return the texts of the items in the plan."""
    return page.locator(".hb-plan .hb-text").all_inner_texts()


def focused(page: Page) -> str:
    """Return the name of what has the focus."""
    return str(page.evaluate("document.activeElement.getAttribute('aria-label')"))


def kept(page: Page) -> list[str]:
    """Return the plan that the browser keeps."""
    return list(json.loads(page.evaluate("localStorage.getItem('handbook:1:/')"))["plan"])


def read(pdf: Path) -> tuple[int, str]:
    """Return a PDF's number of pages and the text of the first."""
    pages = PdfReader(pdf).pages
    return len(pages), " ".join(normalize("NFKC", pages[0].extract_text()).split())


def open_(context: BrowserContext, address: str) -> Page:
    """Open an address in a page of its own."""
    page = context.new_page()
    page.goto(address)
    return page


# Choosing.


def test_add_and_remove(page: Page) -> None:
    """Items from any list come into the plan in the order in which they are added, and stay."""
    assert page.get_by_text("Choose items from the lists below.").is_visible()
    assert page.get_by_text("of 0 done").is_hidden()
    add(page, COMPARE, NEXT)
    assert plan(page) == [COMPARE, NEXT]
    assert page.get_by_role("status").inner_text() == "Added."
    assert not page.get_by_text("Choose items from the lists below.").is_visible()
    page.reload()
    assert plan(page) == [COMPARE, NEXT]
    page.locator("ul, ol:not(.hb-plan ol)").get_by_role(
        "button", name=f"Remove: {COMPARE}", exact=True
    ).click()
    assert plan(page) == [NEXT]
    assert focused(page) == f"Add: {COMPARE}"


def test_order_by_keyboard(page: Page) -> None:
    """Up and Down move an item, and the focus stays on the button of the item that moved."""
    add(page, WRITE, COMPARE, NEXT)
    page.get_by_role("button", name=f"Up: {NEXT}").focus()
    page.keyboard.press("Enter")
    assert plan(page) == [WRITE, NEXT, COMPARE]
    assert page.get_by_role("status").inner_text() == "2 of 3."
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert plan(page) == [NEXT, WRITE, COMPARE]
    assert page.get_by_role("status").inner_text() == "1 of 3."
    assert focused(page) == f"Up: {NEXT}"
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("Space")
    assert plan(page) == [WRITE, COMPARE, NEXT]
    assert page.get_by_role("status").inner_text() == "3 of 3."
    assert focused(page) == f"Down: {NEXT}"
    page.reload()
    assert plan(page) == [WRITE, COMPARE, NEXT]


def test_remove_by_keyboard(page: Page) -> None:
    """After Remove the focus is on the next item's button, on the last one's, then on Add."""
    add(page, WRITE, COMPARE, NEXT)
    page.locator(".hb-plan").get_by_role("button", name=f"Remove: {COMPARE}").focus()
    page.keyboard.press("Enter")
    assert focused(page) == f"Remove: {NEXT}"
    page.keyboard.press("Enter")
    assert focused(page) == f"Remove: {WRITE}"
    page.keyboard.press("Enter")
    assert plan(page) == []
    assert focused(page) == f"Add: {WRITE}"


def test_every_id_is_once_in_the_page(page: Page) -> None:
    """An item that stands in the plan and in its list brings no id twice."""
    add(page, WRITE, COMPARE, NEXT)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_boxes_in_step(page: Page) -> None:
    """An item's box in the plan and the one in its list are ticked together."""
    add(page, WRITE, NEXT)
    mine, theirs = (
        page.locator(f"{where} input[type=checkbox]") for where in (".hb-plan", "#q3fz")
    )
    mine.first.focus()
    page.keyboard.press("Space")
    assert theirs.is_checked()
    assert page.get_by_role("progressbar", name="1 of 2 done").is_visible()
    assert mine.first.evaluate("box => box === document.activeElement")
    theirs.uncheck()
    assert not mine.first.is_checked()
    theirs.check()
    press(page, "Reset ticks: plan")
    assert not theirs.is_checked()


def test_two_pages_in_step(page: Page, context: BrowserContext, study_address: str) -> None:
    """A plan that is changed on one page changes on another that is open."""
    other = open_(context, study_address + PLAN)
    add(page, WRITE)
    expect(other.locator(".hb-plan .hb-text")).to_have_text([WRITE])
    add(other, NEXT)
    expect(page.locator(".hb-plan .hb-text")).to_have_text([WRITE, NEXT])


def test_filter(page: Page) -> None:
    """Levels and pages narrow the lists, and all that is shown can be added at once."""
    headings = page.locator("article h2:visible > a:not(.headerlink)")
    page.get_by_role("combobox", name="Level").select_option("pupil")
    assert headings.all_inner_texts() == ["Test yourself"]
    assert page.locator("#v5kc").is_hidden()
    press(page, "Add all of these")
    assert plan(page) == [WRITE, COMPARE]
    page.get_by_role("combobox", name="Page").select_option("Space it out")
    assert headings.all_inner_texts() == []
    page.get_by_role("combobox", name="Level").select_option("All levels")
    assert headings.all_inner_texts() == ["Space it out"]
    press(page, "Add all of these")
    press(page, "Add all of these")
    assert plan(page) == [WRITE, COMPARE, NEXT]


def test_title(page: Page) -> None:
    """The reader's title is kept and shown as text; without one the plan is *My plan*."""
    heading = page.locator("h1")
    assert heading.inner_text() == "My plan"
    page.get_by_label("Title").fill("<b>Week & 1</b>")
    add(page, WRITE)
    assert heading.inner_text() == "<b>Week & 1</b>"
    page.reload()
    assert heading.inner_text() == "<b>Week & 1</b>"
    assert page.get_by_label("Title").input_value() == "<b>Week & 1</b>"
    assert plan(page) == [WRITE]
    page.get_by_label("Title").fill("")
    page.keyboard.press("Tab")
    assert heading.inner_text() == "My plan"


# Many items, as a long plan has them; the first is there already.
MANY = """
(number) => {
  const list = document.querySelector(".hb-plan ol");
  const [first] = list.children;
  for (let at = 2; at <= number; at++) {
    const row = first.cloneNode(true);
    row.querySelector(".hb-text").textContent = `Do what is number ${at}.`;
    list.append(row);
  }
}
"""
# Where the box ends, where the room for a number begins and ends, where the text begins; and how
# wide a number is.
NUMBER = """
(row) => {
  const { left, width } = getComputedStyle(row, "::before");
  const probe = row.appendChild(document.createElement("span"));
  probe.textContent = "142.";
  const needed = probe.getBoundingClientRect().width;
  probe.remove();
  const start = parseFloat(left);
  const box = row.querySelector("input");
  const text = parseFloat(getComputedStyle(row).paddingLeft);
  return [box.offsetLeft + box.offsetWidth, start, start + parseFloat(width), text, needed];
}
"""


@pytest.mark.parametrize("media", ["screen", "print"])
def test_numbers_have_room(media: Any, page: Page) -> None:
    """A number of three digits stands between its box and its text, and touches neither."""
    add(page, WRITE)
    page.emulate_media(media=media)
    box, start, end, text, needed = page.locator(".hb-plan .hb-item").evaluate(NUMBER)
    assert box <= start
    assert end < text
    assert needed <= end - start


def test_line_beside_its_label(page: Page) -> None:
    """On a phone, too, the lines for name and date begin behind their words."""
    page.set_viewport_size({"width": 390, "height": 800})
    add(page, WRITE)
    labels = page.locator(".hb-imprint label")
    assert labels.evaluate_all("all => all.map((one) => one.getClientRects().length)") == [1, 1]


def test_empty_plan_has_no_idle_button(page: Page) -> None:
    """What needs items is offered when there are some; ticks come and go without them."""
    bar = page.locator(".hb-plan ol + .hb-bar button:visible")
    assert bar.all_inner_texts() == ["Export ticks", "Import ticks"]
    add(page, WRITE)
    assert bar.all_inner_texts() == [
        *("Reset ticks", "Share", "Export ticks", "Import ticks", "Print", "Print blank"),
    ]  # fmt: skip


def test_address_breaks_between_ids(page: Page) -> None:
    """A long address breaks before the full stop of an id, and is copied as one text."""
    add(page, WRITE, COMPARE, NEXT)
    here = page.locator(".hb-here")
    assert here.inner_html().split("<wbr>")[-3:] == [".n8wd", ".v5kc", ""]
    assert here.inner_text().endswith("/checklists/plan/#plan=q3fz.n8wd.v5kc")


def test_hint_above_nine(context: BrowserContext, address: str) -> None:
    """Above nine items a plan says that it is long."""
    page = open_(context, address + PLAN)
    hint = page.get_by_text("More than nine items are seldom read to the end.")
    buttons = page.get_by_role("button", name="Add:")
    for _ in range(9):
        buttons.first.click()
    assert len(plan(page)) == 9
    assert hint.is_hidden()
    buttons.first.click()
    assert hint.is_visible()


# Sharing.


def test_share(page: Page, context: BrowserContext, browser: Browser, study_address: str) -> None:
    """The copied address shows the plan in a browser that has never seen it."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    add(page, COMPARE, NEXT)
    press(page, "Share")
    expect(page.get_by_role("status")).to_have_text("The address of this plan is copied.")
    address = page.evaluate("navigator.clipboard.readText()")
    assert address == f"{study_address}{PLAN}#plan=n8wd.v5kc"
    other = browser.new_context()
    shown = open_(other, address)
    assert plan(shown) == [COMPARE, NEXT]
    assert shown.evaluate("localStorage.getItem('handbook:1:/')") is None
    other.close()


def test_share_without_the_clipboard(context: BrowserContext, study_address: str) -> None:
    """Where the clipboard is refused, the address stands in a field, selected."""
    context.add_init_script("delete Navigator.prototype.clipboard;")
    page = open_(context, study_address + PLAN)
    add(page, NEXT)
    assert page.get_by_label("Address of this plan").is_hidden()
    press(page, "Share")
    expect(page.get_by_role("status")).to_have_text("Copy the address of this plan from the field.")
    field = page.get_by_label("Address of this plan")
    assert field.input_value() == f"{study_address}{PLAN}#plan=v5kc"
    assert page.evaluate("String(getSelection())") == field.input_value()
    add(page, WRITE)
    assert field.input_value() == f"{study_address}{PLAN}#plan=v5kc.q3fz"


def test_shared_plan_leaves_the_own(
    page: Page, context: BrowserContext, study_address: str
) -> None:
    """A shared plan is shown and can't be changed; the reader's own is kept, and a press away."""
    page.get_by_label("Title").fill("Mine")
    add(page, WRITE)
    shared = open_(context, f"{study_address}{PLAN}#plan=n8wd.v5kc")
    assert plan(shared) == [COMPARE, NEXT]
    assert shared.locator("h1").inner_text() == "Shared plan"
    assert shared.get_by_text(
        "This plan came with the address; your own is as it was."
    ).is_visible()
    assert shared.get_by_role("button", name="Up:").count() == 0
    assert shared.get_by_role("button", name="Add:").count() == 0
    shared.locator(".hb-plan .hb-text").first.click(position={"x": 2, "y": 2})
    assert kept(shared) == ["q3fz"]
    shared.reload()
    assert plan(shared) == [COMPARE, NEXT]
    press(shared, "Back to my own plan")
    assert plan(shared) == [WRITE]
    assert shared.url == study_address + PLAN
    assert shared.locator("h1").inner_text() == "Mine"


def test_keep_a_shared_plan(page: Page, study_address: str) -> None:
    """A shared plan becomes the reader's own at a press."""
    add(page, WRITE)
    page.goto(f"{study_address}{PLAN}#plan=n8wd.v5kc")
    assert plan(page) == [COMPARE, NEXT]
    press(page, "Keep as my plan")
    assert kept(page) == ["n8wd", "v5kc"]
    assert page.url == study_address + PLAN
    assert page.get_by_role("button", name="Keep as my plan").is_hidden()
    press(page, f"Up: {NEXT}")
    page.reload()
    assert plan(page) == [NEXT, COMPARE]


def test_own_plan_in_the_address(page: Page, study_address: str) -> None:
    """The address of the reader's own plan is no shared plan."""
    add(page, WRITE, NEXT)
    page.goto("about:blank")
    page.goto(f"{study_address}{PLAN}#plan=q3fz.v5kc")
    assert page.locator("h1").inner_text() == "My plan"
    assert page.url == study_address + PLAN


UNKNOWN = {
    "zzzz": ([], "1 item of this plan is not in this handbook: zzzz."),
    "abcd.v5kc.efgh": (
        [NEXT],
        "2 items of this plan are not in this handbook: abcd, efgh.",
    ),
    "old1.old2.n8wd": ([COMPARE], "1 item of this plan is not in this handbook: old2."),
    "v5kc.v5kc..%E0%A4%A.<b>.__proto__.constructor.Q3FZ.q3fz=1.v5kc": ([NEXT], ""),
}


@pytest.mark.parametrize("fragment", UNKNOWN)
def test_ids_of_an_address(fragment: str, context: BrowserContext, study_address: str) -> None:
    """Unknown ids are named, retired ones followed, and what is no id or is double is left out."""
    page = open_(context, f"{study_address}{PLAN}#plan={fragment}")
    texts, note = UNKNOWN[fragment]
    assert plan(page) == texts
    assert page.locator(".hb-note").inner_text() == note


@pytest.mark.parametrize("fragment", ["", "plan=", "plan=.", "plan=%", "q3fz", "plan=<script>"])
def test_no_plan_in_the_address(fragment: str, page: Page, study_address: str) -> None:
    """An address without ids shows the reader's own plan."""
    add(page, WRITE)
    page.goto("about:blank")
    page.goto(f"{study_address}{PLAN}#{fragment}")
    assert plan(page) == [WRITE]
    assert page.locator("h1").inner_text() == "My plan"


# Paper, and browsers that can less.


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_print(paper: str, context: BrowserContext, address: str, tmp_path: Path) -> None:
    """Nine items stand on one page with title, name and date, sources and address, alone."""
    page = open_(context, address + PLAN)
    page.get_by_label("Title").fill("Before the interview")
    page.get_by_label("Title").press("Tab")
    buttons = page.get_by_role("button", name="Add:")
    for _ in range(9):
        buttons.nth(3).click()
    page.pdf(path=tmp_path / "plan.pdf", format=paper)
    pages, text = read(tmp_path / "plan.pdf")
    assert pages == 1
    rows = page.locator(".hb-plan .hb-item")
    assert rows.count() == 9
    for index in range(9):
        for part in (".hb-text", ".hb-done-when", ".hb-from"):
            for said in rows.nth(index).locator(part).all_inner_texts():
                assert " ".join(said.split()) in text, said
    ids = ".".join(rows.locator(".hb-id").all_inner_texts())
    for said in ("Before the interview", "Name", "Date", f"{address}{PLAN}#plan={ids}"):
        assert said.replace(" ", "") in text.replace(" ", ""), said
    others = page.locator("li.hb-item[id]:has(button[aria-label^=Add]) .hb-text")
    assert others.count() > 30
    assert [said for said in others.all_inner_texts() if said in text] == []
    for said in ("Share", "Remove", "Choose items", "All levels", "References"):
        assert said not in text


@pytest.mark.parametrize("number", range(16, 25))
def test_imprint_is_never_alone(number: int, page: Page, tmp_path: Path) -> None:
    """Where a long plan ends on another page, its last item stands there with name and date."""
    add(page, WRITE)
    page.evaluate(MANY, number)
    page.pdf(path=tmp_path / "plan.pdf", format="A4")
    last = " ".join(PdfReader(tmp_path / "plan.pdf").pages[-1].extract_text().split())
    assert f"Do what is number {number}." in last
    assert "Name" in last


def test_without_javascript(browser: Browser, study_address: str, tmp_path: Path) -> None:
    """Without scripts the page is every list, says so, and prints them."""
    context = browser.new_context(java_script_enabled=False)
    page = open_(context, study_address + PLAN)
    assert page.locator("noscript p").inner_text() == (
        "Choosing needs JavaScript. Without it, this page is every list."
    )
    assert page.locator(".hb-plan").is_hidden()
    assert page.locator(".hb-text").all_inner_texts() == [NEXT, WRITE, COMPARE]
    page.pdf(path=tmp_path / "plan.pdf")
    _, text = read(tmp_path / "plan.pdf")
    for said in (NEXT, WRITE, COMPARE):
        assert said in text
    context.close()


def test_browser_that_keeps_nothing(context: BrowserContext, study_address: str) -> None:
    """Where nothing can be kept, the plan lasts for the visit, and its address carries it."""
    context.add_init_script("Storage.prototype.setItem = () => { throw new DOMException(); };")
    page = open_(context, study_address + PLAN)
    add(page, WRITE, NEXT)
    assert page.get_by_role("status").inner_text() == (
        "Added. This browser keeps no ticks: export them before you leave this page."
    )
    press(page, f"Up: {NEXT}")
    assert plan(page) == [NEXT, WRITE]
    assert page.locator(".hb-here").inner_text() == f"{study_address}{PLAN}#plan=v5kc.q3fz"


def test_retired_item_of_the_own_plan(page: Page) -> None:
    """An item of the reader's plan that was retired since is followed to its successor."""
    page.evaluate(
        """() => localStorage.setItem("handbook:1:/", JSON.stringify({
            format: "handbook-ticks", version: 1, site: "", ticks: [], plan: ["old1", "v5kc"],
        }))"""
    )
    page.reload()
    assert plan(page) == [COMPARE, NEXT]
