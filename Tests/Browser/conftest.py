"""What journeys share: a browser, a page that is watched, evidence that went."""

import os
import subprocess

import pytest
from playwright.sync_api import sync_playwright

from places import EXAMPLE, GONE

SITE = os.environ["INQUIRY_URL"]

TRANSCRIPT = """Village Transport Committee
Oral evidence: Buses in the countryside
Tuesday 4 November 2025
Members present: Member A (Chair); Member B.
Questions 1 - 1
Witnesses
I: Tom Okoro, Driver, Valley Buses.
Examination of witness
Witness: Tom Okoro.

Q1  Chair: How many villages have lost their last bus?

Tom Okoro: On my route it is every second one.
"""


DOCUMENT = """Why buses go

1. A bus that nobody can rely on loses its passengers.

2. What loses its passengers loses its money.
"""


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as driver:
        # The sandbox of Chromium does not run as root; only our own pages are read.
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"] if os.geteuid() == 0 else []
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """Opens pages, and holds of each: an empty console, no request that leaves the site."""
    contexts, troubles = [], []

    def watched(message):
        # A page that says 404, 410 or 400 on purpose is told in the console too.
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            troubles.append(f"console: {message.text}")

    def asked(request):
        if not request.url.startswith(SITE + "/"):
            troubles.append(f"request: {request.url}")

    def make(width=1280, height=900, **options):
        context = browser.new_context(
            base_url=SITE, viewport={"width": width, "height": height}, **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", watched)
        page.on("pageerror", lambda error: troubles.append(f"page: {error}"))
        page.on("request", asked)
        return page

    yield make
    for context in contexts:
        context.close()
    assert troubles == []


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture(scope="session", autouse=True)
def withdrawn(tmp_path_factory):
    """A session that was published and withdrawn, another of which an answer was
    corrected, and a document, all done as a clerk does it."""
    folder = tmp_path_factory.mktemp("papers")

    def paper(name, text):
        (folder / name).write_text(text, encoding="utf-8")
        return str(folder / name)

    second = TRANSCRIPT.replace("4 November", "11 November").replace("1 - 1", "2 - 2")
    second = second.replace("Q1  ", "Q2  ")
    decision = ["--decision", "2025-11-11", "--by", "The committee"]
    where = ["--inquiry", "village-buses"]
    for words in (
        ["open", "--slug", "village-buses", "--title", "Buses in the countryside"]
        + ["--prefix", "VBU", "--body-slug", "village-transport"]
        + ["--body-name", "Village Transport Committee", "--body-kind", "commons-committee"],
        ["launch", "village-buses", *decision, "--yes"],
        ["session", "import", paper("session.txt", TRANSCRIPT), *where],
        ["evidence", "accept", "OS1", *decision, *where],
        ["evidence", "publish", "OS1", *decision, *where],
        ["evidence", "withdraw", "OS1", *decision, *where, "--reason", "It named a child."],
        ["session", "import", paper("second.txt", second), *where],
        ["document", "import", paper("buses.txt", DOCUMENT), "--title", "Why buses go, 2011"]
        + ["--author", "A reviewer", "--kind", "report", *where],
        ["evidence", "accept", "OS2", "D1", *decision, *where, "--yes"],
        ["evidence", "publish", "OS2", "D1", *decision, *where, "--yes"],
        ["passage", "correct", "Q2", "--file", paper("q2.txt", "How many have lost it?"), *where],
    ):
        done = subprocess.run(
            [os.environ["INQUIRY_BINARY"], *words], capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, f"{' '.join(words)}: {done.stderr}"
    return GONE
