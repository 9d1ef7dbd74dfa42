"""XML of any origin: recognised by its bytes, parsed within limits, and nothing is loaded or opened."""

import pytest

from webapp.errors import InvalidInput, TooLarge
from webapp.importers.formats import find_format, read
from webapp.importers.process.bounded import BoundedProcesses
from webapp.importers.process.reader import Reader

RSS = '<rss version="2.0"><channel><title>T</title><item><title>Café no</title></item></channel></rss>'
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>Café no</title></entry></feed>'
NITF = "<nitf><body><body.head><hedline><hl1>Café no</hl1></hedline></body.head></body></nitf>"
NEWSML = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta>'
    "<headline>Café no</headline></contentMeta></newsItem>"
)
XLIFF = (
    '<xliff version="1.2"><file source-language="en" target-language="fr"><body><trans-unit id="1">'
    "<source>Café no</source></trans-unit></body></file></xliff>"
)
TMX = '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Café no</seg></tuv></tu></body></tmx>'
KINDS = {"feed": RSS, "nitf": NITF, "newsml": NEWSML, "xliff": XLIFF, "tmx": TMX}


def module_of(data: bytes, name: str = "a.txt") -> str:
    return find_format(data, name).place.split(":")[0].rpartition(".")[2]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "around",
    [
        "{}",
        '\n  <?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><!-- made by <html> -->\n{}',
        '<!DOCTYPE a PUBLIC "-//A//B" "http://127.0.0.1:1/a.dtd">{}',
        "<!DOCTYPE a SYSTEM 'a.dtd' [<!ELEMENT a (b)>\n]>{}",
    ],
)
def test_a_file_is_recognised_by_its_outermost_element_whatever_its_name(kind: str, around: str) -> None:
    assert module_of(around.format(KINDS[kind]).encode(), "page.html") == kind


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1"])
def test_a_file_is_read_in_the_encoding_that_it_is_written_in(kind: str, encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>' if encoding != "utf-8" else ""
    data = (declared + KINDS[kind]).encode(encoding)
    assert module_of(data) == kind
    assert read(data, "a.xml").text == "Café no"


def test_a_wrong_label_is_not_believed() -> None:
    data = f'<?xml version="1.0" encoding="us-ascii"?>{RSS}'.encode()
    assert read(data, "a.xml").text == "Café no"


@pytest.mark.parametrize(
    ("text", "module"),
    [
        ("<rss is what many sites had.", "plain"),
        ("<feed> is an element of Atom.", "plain"),
        ("<nitf", "plain"),
        ("<html><body><rss version='2.0'></html>", "page"),
        ('<!doctype html><p>About <rss version="2.0">', "page"),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "page"),
        ('<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', "plain"),
        ("{ he said.", "plain"),
        ('{"uri": "a", "name": "no news"}', "plain"),
        ("", "plain"),
        ("<", "plain"),
    ],
)
def test_what_only_begins_like_one_is_not_taken_for_it(text: str, module: str) -> None:
    assert module_of(text.encode()) == module


BOMB = '<!DOCTYPE rss [<!ENTITY a "no"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + RSS.replace("Café no", "&b;")
OUTSIDE = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + RSS.replace("Café no", "&x;")
PARAMETER = '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1:1/x.dtd"> %x;]>' + RSS


@pytest.mark.parametrize("data", [BOMB, OUTSIDE, PARAMETER, BOMB.replace("<!ENTITY", "<!ENTITY\n")])
def test_a_file_that_declares_entities_is_refused(data: str) -> None:
    with pytest.raises(InvalidInput, match="declares entities of its own"):
        read(data.encode("utf-16"), "a.xml")


def test_an_entity_in_the_text_of_a_story_is_text() -> None:
    data = RSS.replace("Café no", '<![CDATA[<!ENTITY a "b">]]>')
    assert read(data.encode(), "a.xml").text == '<!ENTITY a "b">'


def test_a_file_of_too_many_tags_is_refused() -> None:
    with pytest.raises(TooLarge, match="1,000,000 tags"):
        read(RSS.replace("<item>", "<a/>" * 1_000_000 + "<item>").encode(), "a.xml")


@pytest.mark.parametrize("repeated", ["<![CDATA[", "<![CDATA[x]]", "&", "&a", "&lt;!--", "&lt;a ", "<b>"])
def test_a_mark_repeated_for_megabytes_is_read_or_refused_in_time(repeated: str) -> None:
    data = RSS.replace("</title></item>", f"</title><description>{repeated * 200_000}</description></item>")
    with Reader() as reader:
        try:
            assert reader.read(data.encode(), "a.xml").text.startswith("Café no")
        except InvalidInput as refusal:
            assert "within" not in refusal.message


def test_what_is_nested_too_deep_keeps_what_stands_before_it_or_is_refused() -> None:
    deep = "<description>" + "<b>" * 100_000 + "no" + "</b>" * 100_000 + "</description>"
    with Reader() as reader:
        try:
            assert (
                "not well-formed" in reader.read(RSS.replace("</item>", f"{deep}</item>").encode(), "a.xml").warnings[0]
            )
        except InvalidInput as refusal:
            assert "a.xml" in refusal.message


@pytest.mark.parametrize(
    "start", ["<!--", "<?a ", "<!DOCTYPE a [", "<!DOCTYPE " + "a " * 9, "<a " + 'b="c" ' * 9, "<a b='"]
)
def test_looking_for_the_outermost_element_takes_time_in_proportion(start: str) -> None:
    assert module_of((start * 1_000_000)[:5_000_000].encode()) in {"plain", "page"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cut", [0.3, 0.6, 0.9])
def test_a_file_cut_anywhere_is_read_with_a_warning_or_refused_clearly(kind: str, cut: float) -> None:
    data = KINDS[kind].encode()
    data = data[: int(len(data) * cut)]
    try:
        found = read(data, "a.xml")
    except InvalidInput as refusal:
        assert "a.xml" in refusal.message
    else:
        assert found.importer == "plain/1" or "not well-formed" in " ".join(found.warnings)


def test_a_large_feed_is_read_within_the_limits_of_a_process() -> None:
    entry = "<item><title>Story {}</title><description>" + "The mayor said no. " * 1_000 + "</description></item>"
    data = RSS.replace("<item>", "".join(map(entry.format, range(499))) + "<item>").encode()
    assert len(data) > 9_000_000
    processes = BoundedProcesses()
    try:
        assert len(processes.read(data, "a.xml").stories) == 500
    finally:
        processes.close()
