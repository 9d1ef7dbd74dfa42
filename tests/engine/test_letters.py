"""One word in many skins: encodings, invisible characters, letters that are the same in use."""

import tomllib
import unicodedata

import pytest

from tests.engine.language_figures import TEXTS
from webapp.engine import compare
from webapp.engine.model import SURFACE_FLAGS, Flag

CODES = sorted(path.stem for path in TEXTS.glob("*.toml"))


def flags(old: str, new: str) -> set[Flag]:
    return {flag for change in compare(old, new).changes for flag in change.flags}


def words_changed(old: str, new: str) -> list[tuple[str, str]]:
    """Return the words of each change on both sides."""
    changes = compare(old, new).changes
    return [(old[slice(*it.old or (0, 0))], new[slice(*it.new or (0, 0))]) for it in changes]


@pytest.mark.parametrize("code", CODES)
def test_a_text_in_decomposed_letters_is_the_same_text(code: str) -> None:
    text = tomllib.loads((TEXTS / f"{code}.toml").read_text(encoding="utf-8"))["text"]
    decomposed = unicodedata.normalize("NFD", text)
    result = compare(text, decomposed)
    assert result.changes == ()
    assert len(result.old.sentences) == len(result.new.sentences)


@pytest.mark.parametrize("code", ["cs", "el", "ga", "hu", "ja", "ko", "tr", "vi"])
def test_an_edit_of_decomposed_letters_has_the_same_flags(code: str) -> None:
    table = tomllib.loads((TEXTS / f"{code}.toml").read_text(encoding="utf-8"))
    for edit in table["edits"]:
        old, new = table["text"], table["text"].replace(edit["old"], edit["new"])
        assert flags(*(unicodedata.normalize("NFD", text) for text in (old, new))) == flags(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The com\u00admis\u00adsion of Vasin\u00adhaven met.", "The commission of Vasinhaven met."),
        ("The \u200bcommission\u2060 met\ufeff.", "The commission met."),
        ("\u200fשלום עולם\u200e.", "שלום עולם."),
        ("The ﬁre oﬃcer ﬁled a report.", "The fire officer filed a report."),
        ("ﻗﺎﻝ ﺍﻟﻮﺯﻳﺮ ﺫﻟﻚ.", "قال الوزير ذلك."),
    ],
)
def test_what_nobody_sees_is_no_difference(old: str, new: str) -> None:
    assert words_changed(old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ministrul şi oraşul ţării au tăcut.", "Ministrul și orașul țării au tăcut."),
        ("وزیر گفت که کتاب ها گران است.", "وزير گفت كه كتاب ها گران است."),
        ("قال الوزير ذلك أمس.", "قــال الوزيــر ذلك أمس."),
        ("او می‌گوید کتاب‌ها گران است.", "او میگوید کتابها گران است."),
        ("The Hawaiʻi council met.", "The Hawai‘i council met."),
        ("Bugun Oʻzbekistonda yigʻilish boʻldi.", "Bugun O`zbekistonda yig'ilish bo’ldi."),
        ("בית־ספר של צה״ל נסגר.", 'בית-ספר של צה"ל נסגר.'),
        ("അവൻ പറഞ്ഞു.", "അവന്\u200d പറഞ്ഞു."),
        ("ارتفعت الأسعار بنسبة ٥٪ هذا العام.", "ارتفعت الأسعار بنسبة 5% هذا العام."),
    ],
)
def test_letters_that_are_the_same_in_use_are_typography(old: str, new: str) -> None:
    assert flags(old, new) == {"typography"}


@pytest.mark.parametrize("name", ["Hòa", "Tòa", "Thủy", "Mỹ Lõa"])
def test_a_tone_mark_on_the_other_vowel_is_a_difference_of_the_surface(name: str) -> None:
    moved = {"òa": "oà", "ủy": "uỷ", "õa": "oã"}
    other = next(name.replace(*pair) for pair in moved.items() if pair[0] in name)
    assert flags(f"Ông {name} không nói gì.", f"Ông {other} không nói gì.") <= {"typography", "spelling"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Lech Wałęsa met Željko Šarić in Łódź.", "Lech Walesa met Zeljko Saric in Lodz."),
        ("Thomas Müller met Jörg Schröder in Zürich.", "Thomas Mueller met Joerg Schroeder in Zuerich."),
        ("El alcalde José Núñez no pagó la cuenta.", "El alcalde Jose Nunez no pago la cuenta."),
        ("Он ещё не пришёл, сказал Королёв.", "Он еще не пришел, сказал Королев."),
        ("הַשַּׂר לֹא אָמַר כִּי הַגֶּשֶׁר נָפַל.", "השר לא אמר כי הגשר נפל."),
        ("لَمْ يَقُلِ الوَزِيرُ إِنَّ المَدْرَسَةَ سَتُغْلَق.", "لم يقل الوزير إن المدرسة ستغلق."),
        ("Smith-Jones and O'Brien met in Hawaiʻi.", "Smith Jones and OBrien met in Hawaii."),
        ("He met us on Monday in the hall.", "He met us onMonday in the hall."),
        ("Every driver must fasten the seatbelt.", "Every driver must fasten the seat belt."),
        ("Nobody in Vasinhaven came without him on Monday.", "No body in Vasin haven came with out him on Mon day."),
        ("The bank bought the har-\nbour in May.", "The bank bought the harbour in May."),
        ("Der Minister sagte, niemand habe keine Schuld.", "Der Minister sagte, nie mand habe kei ne Schuld."),
        ("The e-mail list of the no-deal plan is anti-war.", "The email list of the no deal plan is antiwar."),
        ("کتاب‌ها گم شده‌اند.", "کتاب ها گم شده اند."),
    ],
)
def test_a_word_respelt_joined_or_torn_is_spelling(old: str, new: str) -> None:
    assert flags(old, new) == flags(new, old) == {"spelling"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("DIŞİŞLERİ BAKANI AÇIKLADI", "Dışişleri Bakanı Açıkladı"),
        ("Ο Πρωθυπουργός δεν ήρθε ποτέ στην Αθήνα.", "Ο ΠΡΩΘΥΠΟΥΡΓΟΣ ΔΕΝ ΗΡΘΕ ΠΟΤΕ ΣΤΗΝ ΑΘΗΝΑ."),
        ("L'État paiera à Besançon.", "L'ETAT PAIERA A BESANCON."),
    ],
)
def test_capitals_that_leave_accents_out_are_case(old: str, new: str) -> None:
    assert flags(old, new) == {"case"}


@pytest.mark.parametrize(
    ("old", "new", "flag"),
    [
        ("He was not able to say this.", "He was notable to say this.", "negation"),
        ("He often met them there.", "He of ten met them there.", "number"),
        ("In 12 5 cases were found.", "In 125 cases were found.", "number"),
        ("Ông Hùng nói rằng bảy người đã đến.", "Ông Hưng nói rằng bảy người đã đến.", "name"),
        ("Ông Hùng nói rằng bảy người đã đến.", "Ông Hùng nói rằng bay người đã đến.", "number"),
        (
            "Der Minister forderte das Projekt in der Stadt.",
            "Der Minister förderte das Projekt in der Stadt.",
            "wording",
        ),
        ("Der Minister sagte, er konnte kommen.", "Der Minister sagte, er könnte kommen.", "hedge"),
        ("They said he'll go to the hall.", "They said hell go to the hall.", "hedge"),
        ("They were in the hall, he said.", "They we're in the hall, he said.", "wording"),
    ],
)
def test_spelling_hides_no_change_of_meaning(old: str, new: str, flag: Flag) -> None:
    assert flag in flags(old, new)


def test_a_letter_with_a_mark_of_its_own_is_another_letter() -> None:
    assert "spelling" not in flags("Мой брат пришёл домой.", "Мои брат пришёл домой.")


def test_a_torn_word_beside_other_words_is_its_own_change() -> None:
    changed = words_changed("The old har- bour of Lyon was sold.", "The old harbour in Lyon was sold.")
    assert changed == [("har- bour", "harbour"), ("of", "in")]


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("EU:n komissio päätti asiasta.", "YK:n komissio päätti asiasta.", "EU:n"),
        ("Sedan kom USA:s president.", "Sedan kom FN:s president.", "USA:s"),
        ("She writes C++ at night.", "She writes Java at night.", "C++"),
        ("They met at 7a.m. in Rome.", "They met at 9a.m. in Rome.", "7a.m."),
        ("Նա գալի՞ս է։", "Նա տեսնո՞ւմ է։", "գալի՞ս"),
        ("Bugun O‘zbekistonda yig‘ilish bo‘ldi.", "Bugun Qozog‘istonda yig‘ilish bo‘ldi.", "O‘zbekistonda"),
        ('דובר צה"ל אמר זאת.', "דובר הכנסת אמר זאת.", 'צה"ל'),
        ("Der Kanton zahlt 35'000'000 Franken.", "Der Kanton zahlt 35'500'000 Franken.", "35'000'000"),
        ("הוא חזר ב-14 במאי.", "הוא חזר ב-16 במאי.", "ב-14"),
    ],
)
def test_a_word_with_a_sign_in_it_is_replaced_whole(old: str, new: str, word: str) -> None:
    assert [change[0] for change in words_changed(old, new)] == [word]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Влада Србије није прихватила захтев. Министар Његош Марковић је рекао да ће чекати.",
            "Vlada Srbije nije prihvatila zahtev. Ministar Njegoš Marković je rekao da će čekati.",
        ),
        (
            "Бугун Ўзбекистонда йиғилиш бўлиб ўтди. Вазир шаҳарга келди ва бу ҳақда гапирди.",
            "Bugun Oʻzbekistonda yigʻilish boʻlib oʻtdi. Vazir shaharga keldi va bu haqda gapirdi.",
        ),
        (
            "Бұл заң бойынша халық үшін жаңа мектептер салынады және олар келесі жылы ашылады деді ол.",
            "Būl zañ boiynşa halyq üşın jaña mektepter salynady jäne olar kelesı jyly aşylady dedı ol.",
        ),
        ("卫生部长宣布将建造医院。反对党不同意。", "衛生部長宣布將建造醫院。反對黨不同意。"),
    ],
)
def test_one_text_in_two_scripts_is_spelling(old: str, new: str) -> None:
    assert flags(old, new) == flags(new, old) == {"spelling"}


def test_an_edit_in_the_other_script_is_found() -> None:
    old = "Влада Србије није прихватила захтев. Министар Марковић је рекао да ће чекати."
    new = "Vlada Srbije je prihvatila zahtev. Ministar Jovanović je rekao da će čekati."
    assert {"negation", "name"} <= flags(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "A François Mitterrand és Dvořák nevű férfi Győrbe ment.",
            "A Francois Mitterrand es Dvorak nevu ferfi Gyorbe ment.",
        ),
        (
            "Prezydent Wałęsa spotkał się z ministrem w Gdańsku, ale nie mówił o pieniądzach.",
            "Prezydent Walesa spotkal sie z ministrem w Gdansku, ale nie mowil o pieniadzach.",
        ),
        (
            "O presidente não disse que irá à reunião de São Paulo na terça-feira.",
            "O presidente nao disse que ira a reuniao de Sao Paulo na terca-feira.",
        ),
        (
            "Le préfet n'a pas reçu la lettre de Besançon, a dit la mairie après la réunion.",
            "Le prefet n'a pas recu la lettre de Besancon, a dit la mairie apres la reunion.",
        ),
        (
            "Başbakan Şimşek, İstanbul'da görüştüğü bakanın gelmediğini söyledi.",
            "Basbakan Simsek, Istanbul'da gorustugu bakanin gelmedigini soyledi.",
        ),
        ("Președintele Băsescu a spus că nu va veni la Iași.", "Presedintele Basescu a spus ca nu va veni la Iasi."),
        ("Ministr Dvořák řekl, že nepřijde v úterý do Plzně.", "Ministr Dvorak rekl, ze neprijde v utery do Plzne."),
        (
            "Bürgermeister Größl sagte, er könne nicht über die Brücke gehen.",
            "Buergermeister Groessl sagte, er koenne nicht ueber die Bruecke gehen.",
        ),
        ("Statsminister Støre møtte Åse Sørensen i Tromsø.", "Statsminister Stoere moette Aase Soerensen i Tromsoe."),
        ("Ο Μητσοτάκης δεν είπε τίποτα στην Αθήνα.", "Ο Μητσοτακης δεν ειπε τιποτα στην Αθηνα."),
        ("قال محمّد إنّ الأمير لَم يصل إلى القاهرة.", "قال محمد إن الأمير لم يصل إلى القاهرة."),
        (
            "Ал-Хорезмий ҳеч қачон бу ерда бўлмаган, деди вазир.",
            "Al-Xorezmiy hech qachon bu yerda boʻlmagan, dedi vazir.",
        ),
        ("总统没有宣布战争结束，他说医生在学校里工作。", "總統沒有宣布戰爭結束，他說醫生在學校裡工作。"),
        ("Ministrul Ţiriac şi-a dat demisia marţi.", "Ministrul Țiriac și-a dat demisia marți."),
        ("وزیر می‌خواهد به خانه‌های مردم برود و نمی‌رود.", "وزیر میخواهد به خانههای مردم برود و نمیرود."),
        ("وزیر می‌خواهد به خانه‌های مردم برود و نمی‌رود.", "وزیر می خواهد به خانه های مردم برود و نمی رود."),
        ("علي ذهب إلى المدرسة في القاهرة.", "علی ذهب إلى المدرسة فی القاهرة."),
        ("وزیراعظم نے کہا کہ وہ نہیں جائیں گے۔", "وزيراعظم نے كہا كہ وہ نہيں جائيں گے۔"),
        (
            "Xalq oʻz gʻalabasini nishonladi, deya maʼlum qildi Oʻktam.",
            "Xalq o'z g'alabasini nishonladi, deya ma'lum qildi O'ktam.",
        ),
        ("ראש הממשלה לא הגיע לבית־הספר בתל־אביב.", "ראש הממשלה לא הגיע לבית-הספר בתל-אביב."),
        (
            "Chính phủ đã hủy bỏ kế hoạch ở Khánh Hòa và Thanh Hóa.",
            "Chính phủ đã huỷ bỏ kế hoạch ở Khánh Hoà và Thanh Hoá.",
        ),
        ("പ്രധാനമന്ത്രി നരേന്ദ്രൻ പറഞ്ഞു, അവർ വന്നില്ല.", "പ്രധാനമന്ത്രി നരേന്ദ്രന്\u200d പറഞ്ഞു, അവര്\u200d വന്നില്ല."),
        ("Ця п'ята сім'я не приїхала.", "Ця п’ята сімʼя не приїхала."),
        ("Prezident Ilham Əliyev gəlmədi.", "Prezident Ilham Ǝliyev gǝlmǝdi."),
        ("দিল্লির উৎসব হঠাৎ বন্ধ।", "দিল্লির উত্\u200dসব হঠাত্\u200d বন্ধ।"),
        ("Цена составила 5 000 рублей.", "Цена составила 5\u00a0000 рублей."),
        ("وصل ١٢ وزيرا يوم ٣ مايو.", "وصل 12 وزيرا يوم 3 مايو."),
        ("मंत्री ने ५०० लोगों से कहा।", "मंत्री ने 500 लोगों से कहा।"),
        ("ΟΙ ΠΟΛΙΤΕΣ ΔΕΝ ΨΗΦΙΣΑΝ ΣΤΗ ΘΕΣΣΑΛΟΝΙΚΗ", "Οι πολίτες δεν ψήφισαν στη Θεσσαλονίκη"),
        ("ISTANBUL'DA KIRK KİŞİ TUTUKLANDI", "İstanbul'da kırk kişi tutuklandı"),
        ("İZMİR VALİSİ İSTİFA ETTİ", "İzmir Valisi İstifa Etti"),
        ("MAIRE DE NÎMES RÉÉLU", "Maire de Nîmes réélu"),
        ("STRASSENBAHN IN GIESSEN STEHT STILL", "Straßenbahn in Gießen steht still"),
        ("მთავარი ამბავი დღეს", "ᲛᲗᲐᲕᲐᲠᲘ ᲐᲛᲑᲐᲕᲘ ᲓᲦᲔᲡ"),
        ("Le porte-parole a dit que le week-end sera long.", "Le porte parole a dit que le weekend sera long."),
        ("Die Bürger-\nmeisterin sagte nichts zum Haus-\nhalt.", "Die Bürgermeisterin sagte nichts zum Haushalt."),
        ("El ayun- tamiento no pagó la cuen- ta.", "El ayuntamiento no pagó la cuenta."),
        ("The prime minister saidthat theplan would fail.", "The prime minister said that the plan would fail."),
        ("Der Bundes tag hat am Diens tag abge stimmt.", "Der Bundestag hat am Dienstag abgestimmt."),
        ("They met in the air port of Reyk javik on Wednes day.", "They met in the airport of Reykjavik on Wednesday."),
        ("Министр не при- ехал на встре- чу в Мос- кву.", "Министр не приехал на встречу в Москву."),
        ("He gave twenty five euros to the start up.", "He gave twenty-five euros to the start-up."),
        ("She is a well known vice president.", "She is a well-known vice-president."),
        (
            "The decision-makers co-operate with the multi-national.",
            "The decision makers cooperate with the multinational.",
        ),
    ],
)
def test_the_same_words_in_other_skins_change_the_surface_alone(old: str, new: str) -> None:
    assert (flags(old, new) | flags(new, old)) <= set(SURFACE_FLAGS)
