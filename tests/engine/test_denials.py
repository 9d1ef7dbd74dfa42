"""A word of denial that was lost or gained is told, also where it is one sign inside a word."""

import pytest

from webapp.engine import compare

STORIES = {
    "fr": "{} Le maire l’a dit mardi à la presse sur le port, où il pleuvait.",
    "zh": "{}工程将在北部开始，市长星期二这样说。",
    "ja": "{}市長は火曜日に港で記者団にそう述べた。",
    "ko": "{} 시장은 화요일에 항구에서 기자들에게 그렇게 말했다.",
    "th": "{} นายกเทศมนตรีกล่าวกับผู้สื่อข่าวเมื่อวันอังคาร",
    "tr": "{} Belediye başkanı salı günü limanda gazetecilere böyle dedi.",
}


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("zh", "国会不会同意这一计划。", "国会会同意这一计划。"), ("zh", "他不同意这一计划。", "他同意这一计划。"),
        ("zh", "银行不应卖港口。", "银行应卖港口。"), ("ja", "議会は承認しない。", "議会は承認する。"),
        ("ja", "計画は不可能だ。", "計画は可能だ。"), ("ko", "그것은 불가능하다.", "그것은 가능하다."),
        ("fr", "Le pont n’est plus ouvert.", "Le pont est ouvert."), ("fr", "Il n'y a que lui.", "Il y a lui."),
        ("th", "สภาไม่เห็นด้วย", "สภาเห็นด้วย"), ("tr", "Banka satmayacak.", "Banka satacak."),
    ],
)  # fmt: skip
def test_a_denial_that_was_dropped_or_added_is_told(code: str, old: str, new: str) -> None:
    story = STORIES[code]
    for before, after in ((old, new), (new, old)):
        flags = {flag for change in compare(story.format(before), story.format(after)).changes for flag in change.flags}
        assert "negation" in flags


def test_a_name_that_opens_as_a_denial_does_denies_nothing() -> None:
    story = "Le maire de N’Djamena l’a dit mardi à la presse sur le port, où il pleuvait."
    changes = compare(story, story.replace("N’Djamena", "Moundou")).changes
    assert "negation" not in {flag for change in changes for flag in change.flags}


def test_a_sign_of_denial_inside_a_name_denies_nothing() -> None:
    story = "市长星期二说，不丹的代表来了。工程将在北部开始。"
    changes = compare(story, story.replace("不丹", "泰国")).changes
    assert "negation" not in {flag for change in changes for flag in change.flags}
