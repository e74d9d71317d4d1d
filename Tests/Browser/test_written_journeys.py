"""Journeys over written submissions and calls for evidence."""

from playwright.sync_api import expect

from places import EXAMPLE


def test_a_reader_goes_from_a_recommendation_to_written_words_and_back(page):
    page.goto(f"{EXAMPLE}/recommendations/4")
    evidence = page.locator(".evidence > li", has_text="written evidence CTI0016")
    words = evidence.locator("blockquote").inner_text().strip("“”")
    evidence.locator(".source a").click()
    assert page.url.endswith("/submissions/CTI0016#para-7")
    paragraph = page.locator("#para-7")
    expect(paragraph).to_be_in_viewport()
    expect(paragraph).to_contain_text(words)
    paragraph.get_by_role("link", name="Recommendation 4", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Recommendation 4")


def test_a_reader_finds_a_submission_by_filter_and_shares_the_address(page, open_page):
    page.goto(f"{EXAMPLE}/submissions")
    page.get_by_role("link", name="Search them by name, day or call").click()
    page.get_by_label("Name of a witness or submitter").fill("early help")
    page.get_by_label("In answer to the call").select_option(value="thresholds")
    page.get_by_role("button", name="Show").click()
    other = open_page()
    other.goto(page.url)
    other.get_by_role("link", name="CTI0011").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("Written evidence submitted by")


def test_a_reader_of_a_call_learns_when_it_was_open_and_what_came_in(page):
    page.goto(EXAMPLE)
    page.get_by_role("navigation", name="This inquiry").get_by_role("link", name="Calls").click()
    page.locator("main").get_by_role(
        "link", name="Thresholds for children's social care"
    ).click()
    expect(page.locator("main .by")).to_have_text("Closed on 2 February 2018")
    expect(page.get_by_role("heading", name="What we ask")).to_be_visible()
    page.get_by_role("link", name="CTI0012").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Written evidence submitted by Name withheld"
    )


def test_a_withheld_name_and_omissions_are_explained(page):
    page.goto(f"{EXAMPLE}/submissions/CTI0012")
    expect(page.locator(".notice")).to_contain_text("decided not to print the name")
    for reference in ("CTI0008", "CTI0025"):
        page.goto(f"{EXAMPLE}/submissions/{reference}")
        expect(page.locator(".notice", has_text="With omissions")).to_have_count(1)
        expect(page.locator(".passages")).to_contain_text("[***]")


def test_what_is_not_published_looks_like_what_never_was(page):
    never = page.goto("/inquiries/never-was").body()
    for reference in ("CTI0007", "CTI0013", "CTI0999"):
        answer = page.goto(f"{EXAMPLE}/submissions/{reference}")
        assert answer.status == 404
        assert answer.body() == never
