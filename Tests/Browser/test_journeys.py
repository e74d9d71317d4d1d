"""What people come for, from the first page to the last."""

from playwright.sync_api import expect

import keyboard
from places import EXAMPLE, GONE, visit


def test_a_reader_goes_from_a_recommendation_to_the_words_and_back(page):
    page.goto("/")
    page.get_by_role("link", name="Thresholds for children's social care").click()
    page.get_by_role("navigation", name="This inquiry").get_by_role(
        "link", name="Recommendations"
    ).click()
    page.get_by_role("link", name="Recommendation 4", exact=True).click()
    evidence = page.locator(".evidence > li").first
    words = evidence.locator("blockquote").inner_text().strip("“”").split(".")[0]
    evidence.locator(".source a").click()
    expect(page.locator("main")).to_contain_text(words)
    page.get_by_role("link", name="Recommendation 4", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recommendation 4")


def to_the_words_and_back(page, follow, look=lambda: None):
    """From the list of recommendations to words that one rests on and back; `follow` goes
    to one of some links, `look` is called on every page on the way."""
    visit(page, "recommendations")
    look()
    follow(page, page.get_by_role("link", name="Recommendation 4", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Recommendation 4")
    look()
    evidence = page.locator(".evidence > li", has_text="oral evidence session").first
    words = evidence.locator("blockquote").inner_text().strip("“”").split(".")[0]
    follow(page, evidence.locator(".source a"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Question")
    expect(page.locator("main")).to_contain_text(words)
    look()
    follow(page, page.get_by_role("link", name="Recommendation 4", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Recommendation 4")
    look()


def test_by_keyboard_alone_from_a_recommendation_to_the_words_and_back(page):
    to_the_words_and_back(page, keyboard.follow)


def test_on_a_narrow_screen_from_a_recommendation_to_the_words_and_back(open_page):
    page = open_page(width=320)

    def click(page, links):
        address = links.first.evaluate("link => link.href")
        links.first.click()
        page.wait_for_url(lambda url: url == address)

    def look():
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url

    to_the_words_and_back(page, click, look)


def test_a_reader_follows_a_citation_of_the_report(page):
    page.goto(f"{EXAMPLE}/report")
    citation = page.locator(".citation a").first
    href = citation.get_attribute("href")
    citation.click()
    assert page.url.endswith(href)
    place = page.url.partition("#")[2]
    if place:
        expect(page.locator(f"[id='{place}']")).to_be_in_viewport()


def test_a_reader_finds_evidence_by_filter_and_shares_the_address(page, open_page):
    page.goto(EXAMPLE)
    page.get_by_role("link", name="Search all evidence").click()
    page.get_by_label("Kind").select_option(label="Transcripts of oral evidence")
    page.get_by_label("Name of a witness or submitter").fill("director")
    page.get_by_label("Order").select_option(label="Oldest first")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("/evidence?kind=oral&name=director&order=oldest")
    found = page.locator(".entries h3").all_inner_texts()
    assert found
    other = open_page(java_script_enabled=False)
    other.goto(page.url)
    assert other.locator(".entries h3").all_inner_texts() == found
    assert other.get_by_label("Kind").input_value() == "oral"
    other.get_by_role("link", name="Remove the filter Name: director").click()
    assert other.url.endswith("/evidence?kind=oral&order=oldest")
    assert other.locator(".entries h3").count() >= len(found)


def test_a_reader_who_finds_nothing_is_told_so_and_goes_on(page):
    page.goto(f"{EXAMPLE}/evidence?name=nobody-of-that-name")
    expect(page.locator("main")).to_contain_text("Nothing that is published meets")
    page.get_by_role("link", name="Remove all filters").click()
    assert page.locator(".entries li").count() > 0


def test_a_wrong_address_is_answered_with_what_is_wrong(page):
    answer = page.goto(f"{EXAMPLE}/evidence?kind=rumour&session=1")
    assert answer.status == 400
    expect(page.get_by_role("alert")).to_contain_text("“kind” is one of oral, written")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("/evidence?session=1")


def test_a_reader_of_what_was_withdrawn_is_told_why(page):
    answer = page.goto(GONE)
    assert answer.status == 410
    expect(page.get_by_role("heading", level=1)).to_have_text("No longer published")
    expect(page.locator(".tomb")).to_contain_text("It named a child.")


def test_a_reader_walks_from_question_to_question(page):
    page.goto(f"{EXAMPLE}/questions/27")
    page.get_by_role("link", name="Question 28").click()
    page.get_by_role("link", name="Question 27").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Question 27")


def test_a_witness_finds_what_they_said(page):
    page.goto(f"{EXAMPLE}/witnesses")
    page.get_by_role("link", name="Session 1", exact=True).click()
    span = page.locator(".side .span").first
    place = span.get_attribute("href").lstrip("#")
    span.click()
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()


def test_a_programmer_finds_the_same_as_data(page):
    page.goto(f"{EXAMPLE}/evidence?kind=oral")
    count = page.locator(".entries li").count()
    address = page.get_by_role("link", name="This page as data (JSON)").get_attribute("href")
    data = page.request.get(address).json()
    assert data["count"] == count == len(data["evidence"])


def test_somebody_who_prints_gets_the_words_and_not_the_controls(page):
    page.goto(f"{EXAMPLE}/evidence")
    page.emulate_media(media="print")
    expect(page.locator(".entries")).to_be_visible()
    for what in ("form", ".parts", ".site-head"):
        expect(page.locator(what)).to_be_hidden()
