"""The invented story through feeds and wires comes out as it went in."""

import json
from html import escape

import pytest
from lxml import etree, html

from tests.importers.page_files import story_body, written
from tests.importers.story import BLOCKS, HEADLINE, PLAIN
from webapp.importers.formats import read

BODY = story_body()
NITF_ELEMENTS = {"headline": "hl1", "subhead": "hl2", "note": "fn", "caption": "media-caption", "item": "li"}


def nitf_body() -> str:
    head, rest = "", ""
    for kind, text in BLOCKS:
        name = NITF_ELEMENTS.get(kind, "p")
        if kind == "headline":
            head = f"<hedline><hl1>{escape(text)}</hl1></hedline>"
        elif kind == "table":
            rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row.split("\t")) for row in text.split("\n"))
            rest += f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
        else:
            rest += f"<{name}>{escape(text)}</{name}>"
    return f"<body><body.head>{head}</body.head><body.content>{rest}</body.content></body>"


def xhtml_body() -> str:
    """Return the body of the page as a browser parses it, as XML."""
    return etree.tostring(html.fromstring(f"<div>{BODY}</div>"), encoding="unicode")


RSS = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>{}</item></channel></rss>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><entry>{}</entry></feed>'
NEWSML = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet>{}</contentSet></newsItem>'
NITF_SPACE = 'xmlns="http://iptc.org/std/NITF/2006-10-18/"'
FILES = {
    "RSS, CDATA": RSS.format(f"<content:encoded><![CDATA[{BODY}]]></content:encoded>"),
    "RSS, escaped": RSS.format(f"<description>{escape(BODY)}</description>"),
    "RSS, escaped twice": RSS.format(f"<description>{escape(escape(BODY))}</description>"),
    "RSS, title apart": RSS.format(f"<title>{HEADLINE}</title><description>{escape(BODY)}</description>"),
    "Atom, html": ATOM.format(f'<content type="html">{escape(BODY)}</content>'),
    "Atom, xhtml": ATOM.format(f'<content type="xhtml">{xhtml_body()}</content>'),
    "JSON Feed": json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"content_html": BODY}]}),
    "ninjs 1": json.dumps({"uri": "a", "urgency": 1, "headline": HEADLINE, "body_xhtml": BODY}),
    "ninjs 3": json.dumps({"uri": "a", "standard": {}, "bodies": [{"contentType": "text/html", "value": BODY}]}),
    "NITF": f"<nitf>{nitf_body()}</nitf>",
    "NewsML, NITF": NEWSML.format(f"<inlineXML><nitf {NITF_SPACE}>{nitf_body()}</nitf></inlineXML>"),
    "NewsML, html": NEWSML.format(f"<inlineData contenttype='text/html'>{escape(BODY)}</inlineData>"),
    "NewsML, xhtml": NEWSML.format(
        f"<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><body>{xhtml_body()}</body></html></inlineXML>"
    ),
}


@pytest.mark.parametrize("kind", FILES)
def test_the_story_comes_out_as_it_went_in(kind: str) -> None:
    found = read(FILES[kind].encode(), "a")
    assert found.importer != "plain/1"
    assert found.text == PLAIN


def test_the_story_in_a_translation_file_comes_out_as_it_went_in() -> None:
    units = "".join(
        f"<trans-unit id='{number}' xml:space='preserve'><source>{written(text)}</source></trans-unit>"
        for number, (_, text) in enumerate(BLOCKS)
    )
    data = f"<xliff version='1.2'><file source-language='en'><body>{units}</body></file></xliff>"
    assert read(data.encode(), "a.xlf").text == PLAIN
