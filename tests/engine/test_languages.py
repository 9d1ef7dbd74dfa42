"""What the engine knows of single languages: tables that read, agree with themselves and serve their own texts only."""

import gzip
import json
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from tests.engine.literals import literals
from tests.engine.tokens import all_tokens
from webapp.engine.languages.common import possessives
from webapp.engine.languages.detect import detect_language
from webapp.engine.languages.function_words import fold
from webapp.engine.languages.language import Language
from webapp.engine.languages.load import known_languages
from webapp.engine.languages.lookups import canonical_spellings, canonical_suffixes, month_words, number_values
from webapp.engine.text.tokenise import tokeniser_for

DEV_DATA = Path(__file__).parents[3] / "shared" / "dev-data"
ENGINE = Path(__file__).parents[2] / "webapp" / "engine"
LANGUAGES = {language.code: language for language in known_languages()}
IN_ORDER = {"months", "month_abbreviations", "weekdays", "weekday_abbreviations", "halves_of_day"}
PHRASES = {
    "comment_headings", "notes", "number_bounds", "page_lines", "page_sentences", "percent", "source_openers",
    "speech_verbs", "stamps", "terminators",
}  # fmt: skip
PARTS_OF_WORDS = {
    "contractions", "name_endings", "negative_endings", "negative_prefixes", "ordinal_suffixes", "spelling_suffixes",
}  # fmt: skip
NEEDED = {
    "months", "month_abbreviations", "weekdays", "abbreviations", "number_words", "number_bounds",
    "scales", "units", "negations", "negative_prefixes", "hedges", "attributions", "sources", "degree_words",
    "opposites", "masculine", "feminine", "neutral", "titles", "terminators", "page_lines", "notes",
    "name_endings", "spelling",
}  # fmt: skip

NEWS = {
    "en": "The mayor said on Tuesday that the bridge would stay closed until the end of the year. Engineers had found "
    "cracks in two of its pillars. About 9,000 people cross it every day, and most of them must take a bus.",
    "de": "Die Bürgermeisterin teilte am Dienstag mit, dass die Brücke bis zum Jahresende gesperrt bleibt. Ingenieure "
    "hatten in zwei Pfeilern Risse gefunden. Rund 9000 Menschen fahren jeden Tag über die Brücke, und die meisten von "
    "ihnen müssen nun den Bus nehmen.",
    "fr": "La maire a déclaré mardi que le pont resterait fermé jusqu’à la fin de l’année. Des ingénieurs avaient "
    "trouvé des fissures dans deux de ses piliers. Quelque 9 000 personnes le traversent chaque jour, et la plupart "
    "d’entre elles devront désormais prendre le bus.",
    "es": "La alcaldesa dijo el martes que el puente seguirá cerrado hasta el final del año. Los ingenieros habían "
    "encontrado grietas en dos de sus pilares. Unas 9.000 personas lo cruzan cada día y la mayoría de ellas tendrá que "
    "tomar ahora el autobús.",
}
NEWS_OF_NEIGHBOURS = {
    "pt": "A prefeita disse na terça-feira que a ponte ficará fechada até o fim do ano. Os engenheiros haviam "
    "encontrado rachaduras em dois dos seus pilares. Cerca de 9.000 pessoas passam por ela todos os dias, e a "
    "maioria terá agora de usar o ônibus.",
    "it": "La sindaca ha detto martedì che il ponte resterà chiuso fino alla fine dell’anno. Gli ingegneri avevano "
    "trovato delle crepe in due dei suoi piloni. Circa 9.000 persone lo attraversano ogni giorno, e la maggior parte "
    "di loro dovrà ora prendere l’autobus.",
    "nl": "De burgemeester zei dinsdag dat de brug tot het einde van het jaar dicht blijft. Ingenieurs hadden scheuren "
    "gevonden in twee van de pijlers. Zo’n 9000 mensen steken er elke dag over, en de meesten van hen moeten nu de bus "
    "nemen.",
}


@pytest.fixture(params=sorted(LANGUAGES))
def language(request: pytest.FixtureRequest) -> Language:
    """Each language that has a table, one after the other."""
    return LANGUAGES[request.param]


# Names of the code that happen to be words of a table: operations, flags, regular expressions' groups, a locale of ICU.
NAMES_OF_THE_CODE = {
    "close", "day", "de", "dropped", "en", "es", "fr", "half", "han", "hour", "id", "kind", "letters", "mark", "minute",
    "month", "months", "old", "op", "quote", "second", "sense",
    "stop", "story", "und", "year",
}  # fmt: skip


def raw_table(language: Language) -> dict[str, Any]:
    file = resources.files("webapp.engine.languages") / f"{language.code}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def words_of(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(word for of in value.values() for word in (of if isinstance(of, list) else [of]))]
    return value if isinstance(value, list) else []


def stories(name: str) -> Iterator[dict[str, Any]]:
    path = DEV_DATA / name
    if not path.exists():
        pytest.skip(f"the development texts are not here: {name}")
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def test_german_english_spanish_and_french_have_all_that_the_flags_ask_for() -> None:
    for code in ("de", "en", "es", "fr"):
        assert set(raw_table(LANGUAGES[code])) >= NEEDED


def test_a_year_has_twelve_months_and_a_week_seven_days_or_eight_names(language: Language) -> None:
    assert len(language.months) == 12
    assert len(language.weekdays) == (8 if language.code == "de" else 7)  # Samstag is Sonnabend in the north


def test_every_word_is_in_lower_case(language: Language) -> None:
    table = raw_table(language)
    words = [word for key, value in table.items() if key != "name" for word in words_of(value)]
    assert [word for word in words if word != word.lower()] == []


def test_every_list_is_sorted_and_says_nothing_twice(language: Language) -> None:
    lists = {key: value for key, value in raw_table(language).items() if isinstance(value, list)}
    assert [key for key, words in lists.items() if len(words) != len(set(words))] == []
    assert [key for key, words in lists.items() if key not in IN_ORDER and words != sorted(words)] == []


def test_every_pair_stands_in_the_order_of_its_first_word(language: Language) -> None:
    tables = {key: list(value) for key, value in raw_table(language).items() if isinstance(value, dict)}
    assert [key for key, words in tables.items() if words != sorted(words)] == []


def test_a_word_to_look_up_is_one_word_of_the_text(language: Language) -> None:
    cutter = tokeniser_for(language)
    looked_up = {
        word
        for key, value in raw_table(language).items()
        if key not in {"name", *PHRASES, *PARTS_OF_WORDS}
        for word in words_of(value)
    }
    whole = {word for word in looked_up if fold(word) not in language.abbreviations}
    pieces = {word for word in whole if len(all_tokens(cutter, word)) != 1}
    assert [word for word in pieces if not word[0].isdecimal()] == []


def test_no_month_and_no_abbreviation_holds_a_space(language: Language) -> None:
    """Chunks between spaces are cut by themselves."""
    assert [word for word in month_words(language) | language.abbreviations if " " in word] == []


def test_a_possessive_ending_holds_an_apostrophe() -> None:
    """A word without one is looked up as it is."""
    assert all("'" in ending or "’" in ending for ending in possessives())


def test_what_holds_before_a_number_is_an_abbreviation(language: Language) -> None:
    assert language.abbreviations_before_number <= language.abbreviations
    assert language.abbreviations_before_word | language.abbreviations_after_number <= language.abbreviations
    assert language.abbreviations_before_word.isdisjoint(language.abbreviations_after_number)


def test_no_word_says_two_things_of_one_person(language: Language) -> None:
    assert not language.masculine & language.feminine
    assert not language.neutral & (language.masculine | language.feminine)


def test_every_number_word_stands_for_a_number(language: Language) -> None:
    assert all(Decimal(value) >= 0 for value in number_values(language).values())


@pytest.mark.parametrize(
    ("code", "word", "value"),
    [
        ("en", "twelve", "12"), ("en", "forty-seven", "47"), ("en", "thirty-first", "31"),
        ("en", "billion", "1000000000"), ("de", "billion", "1000000000000"),
        ("de", "zwölf", "12"), ("de", "siebenundvierzig", "47"), ("de", "dritten", "3"),
        ("fr", "quatre-vingt-dix-sept", "97"), ("fr", "vingt-et-un", "21"), ("fr", "moitié", "0.5"),
        ("es", "veintidós", "22"), ("es", "quinientas", "500"), ("es", "tercera", "3"),
    ],
)  # fmt: skip
def test_number_words_are_read(code: str, word: str, value: str) -> None:
    assert number_values(LANGUAGES[code])[word] == value


@pytest.mark.parametrize(("code", "word"), [("en", "one"), ("de", "ein"), ("fr", "un"), ("es", "una")])
def test_a_word_that_is_mostly_no_number_is_none(code: str, word: str) -> None:
    assert word not in number_values(LANGUAGES[code])


def test_no_spelling_is_both_a_variant_and_the_one_compared_by(language: Language) -> None:
    spellings = canonical_spellings(language)
    assert set(spellings) & set(spellings.values()) == set()


def test_no_suffix_rule_changes_the_spelling_that_is_compared_by(language: Language) -> None:
    kept = language.spelling_suffix_exceptions | set(canonical_spellings(language))
    endings = tuple(canonical_suffixes(language))
    canonical = {*canonical_spellings(language).values(), *canonical_suffixes(language).values()}
    assert [word for word in canonical - kept if endings and word.endswith(endings)] == []


def test_every_exception_is_one(language: Language) -> None:
    endings = tuple(canonical_suffixes(language))
    assert [word for word in language.spelling_suffix_exceptions if not word.endswith(endings)] == []


@pytest.mark.parametrize(
    ("code", "variant", "canonical"),
    [
        ("en", "labour", "labor"), ("en", "neighbourhoods", "neighborhoods"), ("en", "centre", "center"),
        ("en", "travelled", "traveled"), ("en", "fulfil", "fulfill"), ("en", "defence", "defense"),
        ("en", "programme", "program"), ("en", "grey", "gray"), ("en", "paediatric", "pediatric"),
        ("en", "sceptical", "skeptical"), ("en", "co-operation", "cooperation"), ("en", "judgement", "judgment"),
        ("de", "daß", "dass"), ("de", "ausschuß", "ausschuss"),
        ("fr", "événement", "évènement"), ("es", "período", "periodo"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_word_are_compared_as_one(code: str, variant: str, canonical: str) -> None:
    assert canonical_spellings(LANGUAGES[code])[variant] == canonical


@pytest.mark.parametrize("word", ["scoured", "hour", "four", "tigre", "filling", "controlled", "devour", "acre"])
def test_a_rule_of_thumb_for_spelling_joins_no_two_words(word: str) -> None:
    assert word not in canonical_spellings(LANGUAGES["en"])


@pytest.mark.parametrize("word", ["exercise", "raised", "promising", "prise", "adviser", "improvisation", "crises"])
def test_a_word_that_everybody_ends_alike_is_left_alone(word: str) -> None:
    assert word in LANGUAGES["en"].spelling_suffix_exceptions


@pytest.mark.parametrize("code", sorted(NEWS))
def test_three_sentences_of_news_tell_their_language(code: str) -> None:
    assert detect_language(NEWS[code]).code == code


@pytest.mark.parametrize("code", sorted(NEWS_OF_NEIGHBOURS))
def test_a_language_is_not_taken_for_its_neighbour(code: str) -> None:
    assert detect_language(NEWS_OF_NEIGHBOURS[code]).code == code


def test_a_language_without_a_table_is_named_and_known_by_its_function_words_alone() -> None:
    galician = detect_language(
        "A alcaldesa dixo onte que a ponte estará pechada ata o fin do ano. Os enxeñeiros atoparon fendas en dous dos "
        "seus piares, e a maioría dos veciños ten que coller agora o autobús, porque non hai outra estrada."
    )
    assert (galician.code, galician.has_table) == ("gl", False)


def test_portuguese_stories_are_known() -> None:
    found = [
        detect_language(" ".join(story["a"]), " ".join(story["b"])) for story in stories("sentence_alignment_pt.jsonl")
    ]
    assert {language.code for language in found} == {"pt"}


def test_every_english_story_is_known_as_english() -> None:
    found = [
        detect_language(" ".join(story["a"]), " ".join(story["b"])) for story in stories("simplified_news_en.jsonl")
    ]
    assert {language.code for language in found} == {"en"}


def test_revisions_in_seventeen_languages_are_known() -> None:
    expected = {"ar", "bg", "bn", "de", "el", "es", "fa", "fr", "hi", "it", "ja", "ko", "pl", "pt", "ru", "sw", "tr"}
    revisions = [story for story in stories("revisions.jsonl.gz") if story["lang"] in expected]
    found = {(story["lang"], detect_language(story["old"], story["new"]).code) for story in revisions}
    assert found == {(code, code) for code in expected}


def test_the_function_words_are_sorted_and_in_lower_case() -> None:
    lines = (resources.files("webapp.engine.languages") / "function_words.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.partition(": ") for line in lines if not line.startswith("#")]
    codes = [head.split()[0] for head, _, _ in entries]
    assert codes == sorted(set(codes))
    for head, _, listed in entries:
        for words in (part.split() for part in listed.split("|")):
            assert words == sorted(set(words)), head
            assert [word for word in words if word != word.lower()] == [], head


def test_every_table_has_function_words(language: Language) -> None:
    assert language.function_words


@cache
def table_words() -> frozenset[str]:
    """Return the words of all tables that have two letters or more, and the endings of every language."""
    tables = [raw_table(language) for language in LANGUAGES.values()]
    words = {word for table in tables for key, value in table.items() if key != "name" for word in words_of(value)}
    return frozenset(word for word in words if sum(map(str.isalpha, word)) > 1).union(possessives())


def words_in_code(source: str) -> set[str]:
    """Return the words of the tables that are a string of their own in a module."""
    return {literal.strip().lower() for literal in literals(source)} & table_words() - NAMES_OF_THE_CODE


@pytest.mark.parametrize(
    "module", sorted(ENGINE.rglob("*.py")), ids=lambda module: module.relative_to(ENGINE).as_posix()
)
def test_no_string_in_the_engines_code_is_a_word_of_the_tables(module: Path) -> None:
    assert words_in_code(module.read_text(encoding="utf-8")) == set()


def test_the_search_for_words_in_code_finds_them() -> None:
    found = words_in_code(
        """x = {"Told": word.removesuffix("n't")}\ny = f"{x}'s"\ndef f(a: "will") -> None:\n    "said" """
    )
    assert found == {"told", "n't", "'s"}
