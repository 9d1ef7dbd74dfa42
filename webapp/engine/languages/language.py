"""What the engine knows of one language, as the tables in this folder say it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One table. Every field may be empty; words are in lower case; months, weekdays, halves of the day in their order.

    Compared by identity: each table is read once, and a Language is the key of many look-ups.
    """

    code: str
    name: str = ""
    months: tuple[str, ...] = ()
    month_forms: frozenset[tuple[str, str]] = frozenset()
    month_abbreviations: frozenset[str] = frozenset()
    date_connectors: frozenset[str] = frozenset()
    ordinal_suffixes: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    nouns_are_capitalised: bool = False
    marks_are_letters: bool = False
    calendar_is_capitalised: bool = True
    day_comes_first: bool = False
    abbreviations: frozenset[str] = frozenset()
    abbreviations_before_number: frozenset[str] = frozenset()
    abbreviations_before_word: frozenset[str] = frozenset()
    abbreviations_after_number: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    weekdays: tuple[str, ...] = ()
    weekday_forms: frozenset[tuple[str, str]] = frozenset()
    weekday_abbreviations: frozenset[str] = frozenset()
    decimal_sign: str = ""
    number_words: frozenset[tuple[str, str]] = frozenset()
    number_connectors: frozenset[str] = frozenset()
    half_words: frozenset[str] = frozenset()
    one_words: frozenset[str] = frozenset()
    range_words: frozenset[str] = frozenset()
    range_pairs: frozenset[tuple[str, str]] = frozenset()
    minus_words: frozenset[str] = frozenset()
    number_prefixes: frozenset[str] = frozenset()
    numerals: frozenset[tuple[str, str]] = frozenset()
    eras: frozenset[tuple[str, str]] = frozenset()
    scales: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    scale_values: frozenset[tuple[str, str]] = frozenset()
    halves_of_day: tuple[str, ...] = ()
    clock_words: frozenset[str] = frozenset()
    hour_marks: frozenset[str] = frozenset()
    minute_marks: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    unit_signs: frozenset[tuple[str, str]] = frozenset()
    durations: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    currencies: frozenset[tuple[str, str]] = frozenset()
    percent: frozenset[str] = frozenset()
    number_bounds: frozenset[tuple[str, str]] = frozenset()
    negations: frozenset[str] = frozenset()
    negative_prefixes: frozenset[str] = frozenset()
    negative_endings: frozenset[str] = frozenset()
    negative_openings: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()
    attributions: frozenset[str] = frozenset()
    speech_verbs: frozenset[str] = frozenset()
    attribution_forms: frozenset[tuple[str, str]] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    source_openers: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    degree_words: frozenset[str] = frozenset()
    opposites: frozenset[tuple[str, str]] = frozenset()
    contrary_forms: frozenset[tuple[str, str]] = frozenset()
    contraries: frozenset[tuple[str, str]] = frozenset()
    turns: frozenset[tuple[str, str]] = frozenset()
    passive_auxiliaries: frozenset[str] = frozenset()
    agent_markers: frozenset[str] = frozenset()
    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    terminators: frozenset[str] = frozenset()
    stamps: frozenset[str] = frozenset()
    comment_headings: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    page_lines: frozenset[str] = frozenset()
    page_sentences: frozenset[str] = frozenset()
    contractions: frozenset[tuple[str, str]] = frozenset()
    name_prefixes: frozenset[tuple[str, str]] = frozenset()
    name_endings: frozenset[tuple[str, tuple[str, ...]]] = frozenset()
    spelling: frozenset[tuple[str, str]] = frozenset()
    spelling_suffixes: frozenset[tuple[str, str]] = frozenset()
    spelling_suffix_exceptions: frozenset[str] = frozenset()

    @property
    def has_table(self) -> bool:
        """Whether more is known of the language than its function words."""
        return bool(self.months)

    @property
    def knows_senses(self) -> bool:
        """Whether the words that turn the sense are known."""
        return bool(self.turns)


NO_LANGUAGE = Language(code="und")
