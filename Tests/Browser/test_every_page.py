"""What holds on a page of every kind."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from keyboard import FOCUSED
from places import PLACES, kinds, visit

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def test_every_kind_of_page_has_a_place_here():
    assert kinds() == sorted(PLACES)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", kinds())
def test_axe_finds_nothing(open_page, kind, scheme, width):
    page = visit(open_page(width=width, color_scheme=scheme), kind)
    found = Axe().run(page, options={"runOnly": LEVELS, "resultTypes": ["violations"]})
    major, minor = found.response["testEngine"]["version"].split(".")[:2]
    assert major == "4" and int(minor) >= 12, f"axe {major}.{minor}"
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("kind", kinds())
def test_a_narrow_screen_does_not_scroll_sideways(open_page, kind):
    page = visit(open_page(width=320), kind)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("kind", kinds())
def test_text_can_be_twice_as_large(open_page, kind):
    page = visit(open_page(), kind)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280
    # Nothing is cut off: whoever hides what runs over has room for all of it.
    cut = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(e => {
          const style = getComputedStyle(e);
          return ['hidden', 'clip'].includes(style.overflowX) && !e.matches('.hidden, thead')
            && e.scrollWidth > e.clientWidth + 1 }).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert cut == []


MISSED = """() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter(e => e.getClientRects().length > 0 && !window.seen.has(e)).map(e => e.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("kind", kinds())
def test_a_keyboard_reaches_everything_and_is_never_trapped(page, kind):
    visit(page, kind)
    unseen = []
    for step in range(3000):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused is None:
            break  # past the last control, out of the page
        if not focused["isShown"]:
            unseen.append(focused["words"])
    else:
        pytest.fail(f"{kind}: the keyboard does not come out of the page again")
    assert unseen == []
    assert page.evaluate(MISSED) == []


def test_the_skip_link_comes_first_and_leads_to_the_content(page):
    visit(page, "session")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
