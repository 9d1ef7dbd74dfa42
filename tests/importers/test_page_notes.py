"""What pages say of their stories is told, and nothing is told of pages that say nothing of the kind."""

import json

import pytest

from tests.importers.news_pages import NEWS_PAGES
from webapp.importers.formats import read

BEFORE = "The council met on Monday in the old town hall, and nobody from the opposition came."
AFTER = "The mayor said that the bridge will be closed from June, and that nobody knows for how long."

NOTED = {
    "paywall note": ["asks its readers to subscribe"],
    "French, boxes to read also": ["leads to another story"],
    "French, consent above and a paywall below": ["asks its readers to subscribe"],
}
"""Of the invented pages, those that say something of their story."""


def warnings(*body: str, head: str = "", data: object = None) -> tuple[str, ...]:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>' if data else ""
    inner = "".join(body or (f"<p>{BEFORE}</p>", f"<p>{AFTER}</p>"))
    page = f"<!doctype html><html><head><title>A</title>{head}{script}</head><body>{inner}</body></html>"
    return read(page.encode(), "page.html").warnings


@pytest.mark.parametrize("page", NEWS_PAGES, ids=lambda page: page.name)
def test_no_invented_page_gets_a_wrong_note(page: object) -> None:
    for is_new in (False, True):
        said = read(page.capture(is_new=is_new), "page.html").warnings  # type: ignore[attr-defined]
        wanted = NOTED.get(page.name, [])  # type: ignore[attr-defined]
        assert len(said) == len(wanted)
        assert all(words in note for words, note in zip(wanted, said, strict=True))


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "NewsArticle", "isAccessibleForFree": False},
        {"@type": ["Article", "NewsArticle"], "isAccessibleForFree": "False"},
        {"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "isAccessibleForFree": "http://schema.org/False"}]},
        [{"@type": "BlogPosting", "hasPart": {"isAccessibleForFree": False, "cssSelector": ".paid"}}],
        {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "hasPart": [{"isAccessibleForFree": "false"}]}},
    ],
)
def test_a_story_that_is_not_free_is_told_by_its_data(data: object) -> None:
    (said,) = warnings(data=data)
    assert "not free to read" in said


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "NewsArticle", "isAccessibleForFree": True, "hasPart": {"isAccessibleForFree": True}},
        {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "isAccessibleForFree": False}]},
        {"@type": "NewsArticle", "isRelatedTo": {"@type": "NewsArticle", "isAccessibleForFree": False}},
        {"@type": "Event", "isAccessibleForFree": False},
        {"@type": "NewsArticle", "image": {"@type": "ImageGallery"}},
        [{"@type": "NewsArticle"}, {"@type": "ImageGallery"}],
        {"@type": "NewsArticle", "correction": "https://example.org/corrections"},
        "LiveBlogPosting",
        [1, None, ["LiveBlogPosting"]],
    ],
)
def test_data_of_something_else_say_nothing_of_the_story(data: object) -> None:
    assert warnings(data=data) == ()


@pytest.mark.parametrize("broken", ["{", '{"@type": "NewsArticle", "isAccessibleForFree": fals}', "[" * 100_000])
def test_broken_data_are_passed_over(broken: str) -> None:
    assert warnings(head=f'<script type="application/ld+json">{broken}</script>') == ()


def test_the_tier_of_a_story_is_told() -> None:
    tier = '<meta property="article:content_tier" content="{}">'
    assert "not free to read" in warnings(head=tier.format("locked"))[0]
    assert "counts how many" in warnings(head=tier.format("metered"))[0]
    assert warnings(head=tier.format("free")) == ()


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to continue reading",
        "Il vous reste 70 % de cet article à lire.",
        "Jetzt abonnieren und weiterlesen",
        "Suscríbete para seguir leyendo",
        "この記事は有料会員限定です。残り1200文字",
    ],
)
def test_a_block_that_asks_to_subscribe_is_told_in_its_words(line: str) -> None:
    (said,) = warnings(f"<p>{BEFORE}</p><div><h3>{line}</h3><p>1 € a month</p></div>")
    assert line in said


@pytest.mark.parametrize(
    "line",
    [
        "“Subscribe to continue reading” is what most readers see, the publisher told the council on Monday.",
        "Il vous reste deux jours pour voter, a rappelé le maire.",
        f"Subscribe to continue reading the bills, {BEFORE} {AFTER}",
    ],
)
def test_a_sentence_of_the_story_about_subscribing_is_none(line: str) -> None:
    assert warnings(f"<p>{BEFORE}</p><p>{line}</p><p>{AFTER}</p>") == ()


def test_a_live_blog_and_a_gallery_are_told_by_their_data() -> None:
    assert "live blog" in warnings(data={"@type": "LiveBlogPosting", "coverageStartTime": "2026-11-02T09:00:00Z"})[0]
    assert "gallery of pictures" in warnings(data={"@type": "https://schema.org/ImageGallery"})[0]


@pytest.mark.parametrize(
    "box",
    ["Read also: A whale in the port", "Lesen Sie auch", "Читайте также: Кит в порту", "اقرأ أيضا: حوت في الميناء"],
)
def test_a_box_between_paragraphs_is_told_and_one_below_the_story_is_not(box: str) -> None:
    inside = f"<p>{BEFORE}</p><aside><b>{box}</b></aside><p>{AFTER}</p>"
    (said,) = warnings(inside)
    assert box in said
    assert warnings(f"<p>{BEFORE}</p><p>{AFTER}</p><aside><b>{box}</b><a>A whale</a></aside>") == ()


def test_a_correction_in_the_data_is_told() -> None:
    for said in ("The year was wrong.", {"@type": "CorrectionComment", "text": "The year was wrong."}):
        assert warnings(data={"@type": "NewsArticle", "correction": said})[0].endswith("“The year was wrong.”")


def test_a_correction_that_stands_in_the_text_needs_no_note() -> None:
    assert warnings(f"<p>{BEFORE}</p><p>{AFTER}</p><p>Correction: An earlier version gave the wrong year.</p>") == ()
