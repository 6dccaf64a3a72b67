"""A seeker who has only a keyboard. Focus must be seen, and never be lost to nowhere."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.walking import begins

MOST_TABS = 150
HAS_FOCUS = "e => e === document.activeElement"
SHOWN = """e => {
  const box = e.getBoundingClientRect(), look = getComputedStyle(e);
  const ring = (s) => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
  const around = e.closest('label') || e;
  return { marked: e.matches(':focus-visible') && (ring(look) || ring(getComputedStyle(around))),
           inside: box.bottom > 0 && box.top < innerHeight };
}"""
NOWHERE = "() => document.activeElement === document.body || document.activeElement === null"


class Keyboard:
    """Tab, Enter, Space, arrows and letters."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def skip(self) -> None:
        """The first Tab of a page offers to skip the menu, unless the menu is behind already."""
        self.page.wait_for_load_state()
        if self.page.url.endswith("#main"):
            return
        self.press("Tab")
        expect(self.page.get_by_role("link", name="Skip to the page")).to_be_focused()
        self.press("Enter")

    def reach(self, wanted: Locator) -> Locator:
        """Tab until the wanted control has the focus; it is marked and in sight there."""
        target = wanted.first
        target.wait_for(state="attached")
        for _ in range(MOST_TABS):
            if target.evaluate(HAS_FOCUS):
                shown = target.evaluate(SHOWN)
                assert shown["marked"], f"the focus does not show on {target}"
                assert shown["inside"], f"the focus is out of sight on {target}"
                return target
            self.press("Tab")
        raise AssertionError(f"{MOST_TABS} tabs do not lead to {wanted}")

    def named(self, role: str, name: str) -> Locator:
        return self.page.get_by_role(role, name=begins(name))  # type: ignore[arg-type]  # a role's name

    def button(self, name: str, *, stays: bool = False) -> None:
        """Enter on a button; it leads to another page unless it `stays`."""
        self.reach(self.named("button", name))
        self.enter(stays)

    def link(self, name: str) -> None:
        self.reach(self.named("link", name))
        self.enter()

    def enter(self, stays: bool = False) -> None:
        if stays:
            self.press("Enter")
            return
        with self.page.expect_navigation():
            self.press("Enter")

    def unfold(self, summary: str) -> None:
        self.reach(self.page.locator("summary", has_text=summary))
        self.press("Enter")

    def open_part(self, title: str) -> None:
        """A part of a long form: Enter on its heading, unless it stands open already."""
        heading = self.reach(self.page.locator("details.part > summary", has_text=title))
        if not heading.evaluate("e => e.parentElement.open"):
            self.press("Enter")

    def write(self, label: str, words: str) -> None:
        """Into a field, in place of what stands there."""
        self.write_into(self.page.get_by_label(begins(label)), words)

    def write_into(self, field: Locator, words: str) -> None:
        self.reach(field)
        self.press("ControlOrMeta+a")
        self.page.keyboard.type(words)

    def pick(self, label: str, option: str) -> None:
        """In a list: its first letters lead there."""
        self.pick_in(self.page.get_by_label(begins(label)), option)

    def pick_in(self, field: Locator, option: str) -> None:
        self.reach(field)
        self.page.keyboard.type(option)
        chosen = field.first.evaluate("e => e.selectedOptions[0].label")
        assert chosen == option, f"{option!r} is typed, {chosen!r} is chosen"

    def tick(self, name: str) -> None:
        box = self.reach(self.page.get_by_role("checkbox", name=begins(name)))
        self.press("Space")
        assert box.is_checked()

    def one_of(self, group: str, name: str) -> None:
        """A radio button: Tab leads into the group, arrows to the answer."""
        answers = self.page.get_by_role("group", name=re.compile(re.escape(group)))
        wanted = answers.get_by_role("radio", name=begins(name)).first
        radios = answers.get_by_role("radio")
        entry = radios.locator(":scope:checked") if answers.locator(":checked").count() else radios
        self.reach(entry)
        if not wanted.is_checked():
            self.press("Space")
        for _ in range(radios.count()):
            if wanted.is_checked():
                return
            self.press("ArrowDown")
        raise AssertionError(f"the arrows do not lead to {name} in {group}")

    def keeps_its_place(self) -> None:
        """After a part of the page was replaced, the focus is still somewhere."""
        assert not self.page.evaluate(NOWHERE), "the focus is lost"
