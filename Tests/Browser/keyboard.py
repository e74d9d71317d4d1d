"""A page by keyboard alone."""

import pytest

FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const style = getComputedStyle(e), box = e.getBoundingClientRect();
  window.seen = window.seen || new Set();
  window.seen.add(e);
  return {words: e.outerHTML.slice(0, 90),
    isShown: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
      && box.width > 0 && box.bottom > 0 && box.top < innerHeight};
}"""


def follow(page, links):
    """Goes by Tab to the next of some links, sees that the focus is there, and presses Enter."""
    for _ in range(300):
        page.keyboard.press("Tab")
        address = links.evaluate_all(
            "links => links.find(e => e === document.activeElement)?.href ?? null"
        )
        if address:
            break
    else:
        pytest.fail("the keyboard does not reach the link")
    focused = page.evaluate(FOCUSED)
    assert focused["isShown"], focused["words"]
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url == address)
