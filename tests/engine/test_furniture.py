"""What of a page is hidden as furniture, and that no story ever is."""

import pytest

from webapp.engine import Comparison, compare

STORIES = {
    "hy": ["Կկառուցվի գրադարան", "Խորհուրդը երեքշաբթի որոշեց, որ նոր գրադարանը կկառուցվի կայարանի մոտ։",
           "Աշխատանքները կսկսվեն հունիսին և կտևեն երկու տարի, ասաց քաղաքապետը։",
           "Հին շենքը կվաճառվի։", "Բնակիչները գոհ են։", "Ընթերցողները սպասում են։"],
    "th": ["เมืองจะสร้างห้องสมุดใหม่", "สภาเมืองตัดสินใจเมื่อวันอังคารว่าจะสร้างห้องสมุดใหม่ใกล้สถานีรถไฟ",
           "งานก่อสร้างจะเริ่มในเดือนมิถุนายนและใช้เวลาสองปี นายกเทศมนตรีกล่าว",
           "อาคารเก่าจะถูกขาย", "ชาวเมืองพอใจกับแผนนี้", "ผู้อ่านรอคอยมานานแล้ว"],
    "ur": ["شہر میں نئی لائبریری", "کونسل نے منگل کو فیصلہ کیا کہ نئی لائبریری اسٹیشن کے قریب بنائی جائے گی۔",
           "کام جون میں شروع ہوگا اور دو سال تک جاری رہے گا، میئر نے کہا۔",
           "پرانی عمارت فروخت کی جائے گی۔", "شہری خوش ہیں۔", "قارئین انتظار کر رہے ہیں۔"],
    "am": ["አዲስ ቤተ መጻሕፍት ሊገነባ ነው", "ምክር ቤቱ ማክሰኞ ዕለት አዲስ ቤተ መጻሕፍት በባቡር ጣቢያው አጠገብ እንዲገነባ ወሰነ።",
           "ሥራው በሰኔ ወር ተጀምሮ ሁለት ዓመት ይወስዳል ሲሉ ከንቲባው ተናግረዋል።",
           "አሮጌው ሕንፃ ይሸጣል።", "ነዋሪዎቹ ደስ ብሏቸዋል።", "አንባቢዎች እየጠበቁ ነው።"],
    "my": ["စာကြည့်တိုက်သစ် ဆောက်မည်", "မြို့တော်ကောင်စီသည် ဘူတာရုံအနီးတွင် စာကြည့်တိုက်သစ် ဆောက်ရန် အင်္ဂါနေ့က ဆုံးဖြတ်ခဲ့သည်။",
           "အလုပ်ကို ဇွန်လတွင် စတင်ပြီး နှစ်နှစ်ကြာမည်ဟု မြို့တော်ဝန်က ပြောသည်။",
           "အဆောက်အအုံဟောင်းကို ရောင်းမည်။", "မြို့ခံများ ကျေနပ်ကြသည်။", "စာဖတ်သူများ စောင့်နေကြသည်။"],
    "he": ["ספרייה חדשה תיבנה בעיר", "המועצה החליטה ביום שלישי שהספרייה החדשה תיבנה ליד תחנת הרכבת.",
           "העבודה תתחיל ביוני ותימשך שנתיים, אמר ראש העיר.",
           "הבניין הישן יימכר", "התושבים מרוצים", "הקוראים מחכים"],
    "en": ["Library to be built", "The council decided on Tuesday that the new library will stand near the station.",
           "Work will begin in June and take two years, the mayor said.",
           "Old house to be sold", "Readers pleased with the plan", "Books packed in boxes until June"],
}  # fmt: skip

# Lines of a story that look like those of a page.
LINES = {
    "speech opened by a dash": ["— On ne nous a rien demandé, dit Paul.", "– C’est trop loin pour moi, dit sa sœur."],
    "rows of a table": ["Harle 12 41", "Marlow 9 38", "Tura 7 22", "Vasin 3 17"],
    "a list without marks": ["Bring water", "Bring a torch", "Wear boots", "Leave the dog"],
    "a list with bullets": ["• two tents", "• forty blankets", "• a generator", "• tea for all"],
    "a list with dashes": ["- two tents", "- forty blankets", "- a generator", "- tea for all"],
    "verse": ["O ship of snow", "The wind is low", "We go, we go", "Where none may row"],
    "subheads": ["A long wait", "The islanders asked for a smaller boat.", "What comes next", "A vote is due in May."],
}
FERRY = [
    "Ferry drops winter service",
    "The ferry company that serves the outer islands will stop sailing in winter, its director said on Tuesday.",
    "The last boat of the season leaves Harle on 28 October with room for forty cars.",
    "The islanders have asked the government in the capital for help with a smaller boat.",
]


def hidden(result: Comparison) -> list[str]:
    """Return the text of each side that is furniture."""
    return [
        side.text[slice(*side.sentences[index])]
        for name, side in (("old", result.old), ("new", result.new))
        for pair in result.pairs
        if pair.scope == "furniture"
        for index in getattr(pair, name)
    ]


@pytest.mark.parametrize("space", ["\n", "\n\n"])
@pytest.mark.parametrize("code", STORIES)
def test_paragraphs_dropped_at_the_end_are_story_in_any_script(code: str, space: str) -> None:
    story = STORIES[code]
    assert hidden(compare(space.join(story), space.join(story[:3]))) == []
    assert hidden(compare(space.join(story[:3]), space.join(story))) == []


@pytest.mark.parametrize("place", [2, 3, 4])
@pytest.mark.parametrize("lines", LINES.values(), ids=LINES)
def test_lines_of_a_story_that_look_like_those_of_a_page_are_story(lines: list[str], place: int) -> None:
    longer = [*FERRY[:place], *lines, *FERRY[place:]]
    assert hidden(compare("\n".join(longer), "\n".join(FERRY))) == []
    assert hidden(compare("\n".join(FERRY), "\n".join(longer))) == []


@pytest.mark.parametrize(
    "menu",
    [["Home", "News", "Sport", "Weather"], ["Etusivu", "Uutiset", "Urheilu", "Sää"], ["홈", "뉴스", "경제", "날씨"]],
)
def test_a_menu_above_the_headline_is_furniture_in_any_language(menu: list[str]) -> None:
    assert hidden(compare("\n".join(FERRY), "\n".join([*menu, *FERRY]))) == menu
