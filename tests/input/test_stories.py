"""A text that holds several stories is cut into them; a single story never is."""

from functools import cache
from pathlib import Path

import pytest

from tests.engine.shared import SAMPLES, read_sample
from tests.growth import assert_linear
from tests.importers.news_pages import NEWS_PAGES, NewsPage
from webapp.engine import compare
from webapp.importers.formats import read
from webapp.input.stories import stories_in

CASES = Path(__file__).parents[1] / "cases"


def prose(about: str, paragraphs: int = 3) -> str:
    """Return paragraphs of an invented story."""
    line = f"The council of Norrvik spoke about {about} for the better part of an hour, and it came to no end."
    return "\n\n".join([f"{line} It will meet again on Friday, its clerk said."] * paragraphs)


def test_the_archive_among_the_samples_holds_four_stories() -> None:
    stories = stories_in(read_sample("828cloud-archive"))
    assert [story.splitlines()[0].replace("\u00a0", " ") for story in stories] == [
        "UN Cites Possible Crimes vs. Humanity in China’s Xinjiang",
        "U.N. Expert Concludes ‘Forced Labour’ Has Taken Place in Xinjiang",
        "Top Rights Experts Urge Repeal of Hong Kong’s National Security Law",
        "China Seeks to Stop UN Rights Chief from Releasing Xinjiang Report",
    ]
    for wire in ("ctv-scrape", "back-translation"):
        result = compare(read_sample(wire), stories[3])
        assert (result.summary.furniture.new, result.shares_story) == (0, True)
        assert result.summary.kept > 0.8


ARCHIVES = {
    "a date below each headline": (
        "Bay Notes\nArchive for May 2026\n\n"
        "Ferry sold to a circus\nPosted on 3 May 2026 by Ann\n\n{}\n\nTags: ferry\n\n"
        "Mayor opens a drain\nPosted on 1 May 2026 by Lee\n\n{}\n\nTags: water, mayor\n\nOlder posts",
        ["Ferry sold to a circus", "Mayor opens a drain"],
    ),
    "a byline below each headline": (
        "Stadt sperrt die Brücke\nVon Jutta Brehm\n\n{}\n\nMuseum sucht Knöpfe\nVon Hans van der Laan\n\n{}\n\n"
        "Ziege gewählt\nVon Ida Moe\n\n{}",
        ["Stadt sperrt die Brücke", "Museum sucht Knöpfe", "Ziege gewählt"],
    ),
    "a date above each headline": (
        "Valley Diary\n\nMay 3, 2026\nGoat elected head of brigade\n{}\n\nMay 1, 2026\nCheese prices up again\n{}",
        ["May 3, 2026", "May 1, 2026"],
    ),
    "Chinese": (
        "老船厂改成图书馆了\n2026年5月3日\n{}\n\n江边小镇六月下雪了\n2026年5月1日\n{}",
        ["老船厂改成图书馆了", "江边小镇六月下雪了"],
    ),
    "teasers of other stories between": (
        "Ferry sold to a circus\n3 May 2026\n{}\n\nTram painted blue\n2 May 2026\nIt is blue now. Read on.\n\n"
        "Mayor opens a drain\n1 May 2026\n{}",
        ["Ferry sold to a circus", "Mayor opens a drain"],
    ),
}


@pytest.mark.parametrize(("text", "headlines"), ARCHIVES.values(), ids=ARCHIVES)
def test_an_archive_is_cut_at_its_headlines(text: str, headlines: list[str]) -> None:
    told = [prose(about) for about in ("bridges", "museums", "goats")[: text.count("{}")]]
    stories = stories_in(text.format(*told))
    assert [story.splitlines()[0] for story in stories] == headlines
    assert all(story.endswith(one) for story, one in zip(stories, told, strict=True))


SINGLE = {
    "subheads": f"Bridge closed\nBy Ann Holm\n{prose('it')}\n\nPrice\n\n{prose('us')}\n\nWho pays\n\n{prose('you')}",
    "places": "\n\n".join(f"The inn of {place}\nPrice: €30\n{prose(place)}" for place in ("Harle", "Tura")),
    "photographs": "\n\n".join(f"Photo: Ann Holm\n\nThe bridge of {town}\n\n{prose(town)}" for town in ("Lyon", "Ulm")),
    "questions": "\n\n".join(f"Why did you leave {place}?\n\n{prose(place)}" for place in ("Ghent", "Lyon", "Porto")),
    "a teaser below": f"Bridge closed\n3 May 2026\n{prose('it')}\n\nFerry sold\n2 May 2026\nA circus bought it.",
    "one line": "The mayor said no.",
    "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("text", SINGLE.values(), ids=SINGLE)
def test_a_single_story_stays_whole(text: str) -> None:
    assert stories_in(text) == [text]


@pytest.mark.parametrize("page", NEWS_PAGES, ids=lambda page: page.name)
def test_a_page_with_one_story_stays_whole(page: NewsPage) -> None:
    text = read(page.capture(is_new=True), "page.html").text
    assert stories_in(text) == [text]


@pytest.mark.parametrize(
    "line", ["Headline of it\nBy{0} Ann\nProse ends.\n", "{0} . . . . . x", "Headline {0}\n3 May 2026\n"]
)
def test_the_work_grows_with_the_text(line: str) -> None:
    letters = str.maketrans("0123456789", "abcdefghij")
    texts = cache(lambda size: "".join(line.format(str(number).translate(letters)) for number in range(size)))
    assert_linear(texts, stories_in, 1_000)


def test_no_other_sample_and_no_case_is_cut() -> None:
    files = [*CASES.glob("*.txt"), *(file for file in SAMPLES.glob("*.txt") if "archive" not in file.name)]
    texts = [file.read_bytes().decode() for file in files]
    assert [text for text in texts if stories_in(text) != [text]] == []
