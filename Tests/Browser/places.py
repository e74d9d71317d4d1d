"""Where a page of each kind stands. The kinds are those of the code's own list: a
template that is no part of others is one, and a page that draws itself."""

import re
from pathlib import Path

EXAMPLE = "/inquiries/care-thresholds"
BUSES = "/inquiries/village-buses"
GONE = f"{BUSES}/sessions/1"

PLACES = {
    "accessibility": "/accessibility",
    "call": f"{EXAMPLE}/calls/thresholds",
    "calls": f"{EXAMPLE}/calls",
    "document": f"{BUSES}/documents/D1",
    "documents": f"{BUSES}/documents",
    "evidence-list": f"{EXAMPLE}/evidence?kind=oral&name=director",
    "finding": f"{EXAMPLE}/findings/1",
    "findings": f"{EXAMPLE}/findings",
    "gone": GONE,
    "inquiries": "/",
    "inquiry": EXAMPLE,
    "notice": "/inquiries/never-was",
    "question": f"{EXAMPLE}/questions/27",
    "recommendation": f"{EXAMPLE}/recommendations/4",
    "recommendations": f"{EXAMPLE}/recommendations",
    "report": f"{EXAMPLE}/report",
    "session": f"{EXAMPLE}/sessions/1",
    "sessions": f"{EXAMPLE}/sessions",
    "submission": f"{EXAMPLE}/submissions/CTI0012",
    "submissions": f"{EXAMPLE}/submissions",
    "survey": f"{EXAMPLE}/surveys/S2",
    "surveys": f"{EXAMPLE}/surveys",
    "version": f"{BUSES}/questions/2/versions/1",
    "witnesses": f"{EXAMPLE}/witnesses",
}

STATUS = {"gone": 410, "notice": 404}

SERVER = Path(__file__).parents[2] / "Sources" / "Server"


def kinds():
    """Every kind of page that the code can draw."""
    templates = {file.stem: file.read_text("utf-8") for file in SERVER.glob("Templates/*.mustache")}
    parts = {"frame", *re.findall(r"{{>([\w-]+)}}", "".join(templates.values()))}
    pages = "".join(file.read_text("utf-8") for file in SERVER.glob("Public/Pages/*.swift"))
    drawn = {name.lower() for name in re.findall(r"struct (\w+)Page: DrawnPage", pages)}
    return sorted(templates.keys() - parts | drawn)


def visit(page, kind):
    """Goes to the page of a kind and holds that it is there."""
    answer = page.goto(PLACES[kind])
    assert answer.status == STATUS.get(kind, 200), f"{kind}: {answer.status}"
    return page
