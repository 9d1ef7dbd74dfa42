"""Where sentences end, in the habits of many languages. A bar stands where a reader would cut."""

import pytest
import regex

from webapp.engine.languages.detect import detect_language
from webapp.engine.languages.load import language_of
from webapp.engine.span import Span
from webapp.engine.text.stops import MARKS
from webapp.engine.text.tokenise import tokeniser_for

ENDS = [
    # Stops of all scripts.
    ("ur", "بارش ہوئی۔ | سڑک بند رہی۔"),
    ("ur", "بارش ہوئی اور سڑک بند رہی۔|لوگ گھر گئے۔"),
    ("ur", "پی۔ٹی۔آئی نے جلسہ کیا۔"),
    ("am", "ዝናብ ዘነበ። | መንገዱ ተዘጋ።"),
    ("am", "ዝናብ ዘነበ፡፡ | መንገዱ ተዘጋ፡፡"),
    ("am", "ማን መጣ፧|ሁሉም መጡ።"),
    ("hy", "Անձրև եկավ։ | Ճանապարհը փակ է։"),
    ("hy", "Անձրև եկավ: | Ճանապարհը փակ է:"),
    ("my", "မိုးရွာသည်။ | လမ်းပိတ်ထားသည်။"),
    ("my", "မိုးရွာသည်၊ လမ်းပိတ်ထားသည်။"),
    ("bo", "ཆར་པ་བབས། | ལམ་ཀ་བཀག"),
    ("bo", "ཆར་པ་བབས༎ | ལམ་ཀ་བཀག༎"),
    ("km", "ភ្លៀងធ្លាក់។ | ផ្លូវបិទ។"),
    ("el", "Ποιος ήρθε; | Κανείς δεν ξέρει."),
    ("el", "Ποιος ήρθε\u037e | Κανείς δεν ξέρει."),
    ("el", "Ήρθαν ο κ. Παππάς και η κα. Λάμπρου. | Μίλησαν π.χ. για τον δρόμο."),
    ("ka", "წვიმა მოვიდა. | გზა დაიკეტა."),
    ("ka", "მოვიდა პროფ. ნინო ლომიძე. | ისაუბრა გზაზე."),
    ("hi", "बारिश हुई।|सड़क बंद रही।"),
    ("hi", "डॉ. मेहता और पं. जोशी आए। | सभा शुरू हुई।"),
    ("bn", "ড. করিম এলেন। | সভা শুরু হলো।"),
    ("ar", "وصل د. سامي إلى القاهرة. | من استقبله؟ | لا أحد."),
    ("fa", "باران آمد. | چه کسی آنجا بود؟ | هیچ کس."),
    ("sa", "वर्षति देवः॥१॥|मार्गः रुद्धः॥२॥"),
    # Chinese and Japanese.
    ("zh", "下雨了！|路封了。|谁来了？"),
    ("zh", "你看过《走吧！妹妹》吗？|没有。"),
    ("zh", "“我们走吧！”他说。|没有人回答。"),
    ("zh", "他笑了（真的！）然后走了。|天黑了。"),
    ("ja", "雨が降った。|道は閉鎖された。"),
    ("ja", "市長は「橋を直します。」と述べた。|住民は喜んだ。"),
    # Closing marks, openers.
    ("de", "„Nein!“ | Sie schwieg. | »Doch.« | Er ging."),
    ("fr", "« Jamais ! » | Elle rit. | Puis « Non. » | Il part."),
    ("es", "Llegó tarde. | ¿Quién abrió? | ¡Nadie!"),
    ("af", "Dit reën. | ’n Man kom aan. | 'n Hond blaf."),
    ("nl", "Het regende. | ’s Avonds werd het droog. | 't Was laat."),
    ("ha", "An yi ruwa. | ‘Yan sanda sun zo."),
    ("haw", "Ua ua mai. | ʻO ke ala ua pani ʻia."),
    ("en", "It cost a lot. | $5 million was lost. | #Harbour was read by many."),
    ("en", "He left (at noon). | She stayed. | [She was ill.] | “So what?” | Nobody knew."),
    # Speech tags.
    ("en", "“Open the gate!” Marlow cried. | It stayed shut."),
    ("en", "“Is it over?” Ann Holm asked the crowd. | Nobody knew."),
    ("en", "“It is over!” | He said nothing more. | “Good.” | Marlow left."),
    ("en", '"Stop!" the driver shouted. | The bus stopped.'),
    ("de", "„Komm!“, rief Anna. | „Wohin?“ fragte Paul. | Keiner ging."),
    ("sv", "”Kom!” ropade Karin. | Ingen kom."),
    ("hi", "“रुको!” राम चिल्लाया। | कोई नहीं रुका।"),
    # Numbers, notes, dots.
    ("de", "Der Anteil stieg pro Jahr12. | Danach fiel er."),
    ("de", "Die Rate lag bei 0,4 %13. | Der Trend hält an."),
    ("de", "Am 3. Oktober kam der 2. Zug. | Das Gleis 9. | Es kamen 14. | Die anderen fehlten."),
    ("en", "The toll rose.[4] | Nobody spoke.² | It fell.12 | Rain came."),
    ("en", "The vote was lost.[citation needed] | A new one follows."),
    ("en", "“W... We cannot,” she said. | “No… no,” he said."),
    ("en", "... And then it rained. | It rained . . . for days."),
    ("en", "The mill is shut.|It will be sold.|Nobody minds."),
    # Abbreviations.
    ("en", "The fair opens at 9 a.m. Saturday and ends at 5 p.m. | The gates stay open."),
    ("en", "At 6 p.m. Mr. Ek left the U.S. | He flew to St. Gallen with Sen. Dole et al. [2019] on board."),
    ("en", "The tank holds 40 gal. of oil, i.e. Marlow, Ek & Co. Ltd. pays for it. | See p. 5, No. 7 and Fig. 2."),
    ("nl", "Mevr. Smit sprak o.a. met dhr. Bos, a.j.b. voor 9 uur. | Het kost 4 mln. euro i.p.v. 3. | Dat is veel."),
    ("pl", "Pożar przy ul. Polnej i al. Wolności gasił m.in. asp. Kowal. | Straty to ok. 2 mln. | Nikt nie zginął."),
    ("ru", "В доме им. Седова на ул. Мира, д. 9 нет газа. | Врачи приехали в 7 ч. | Утром дали свет."),
    ("ru", "Ущерб составил 5 млн руб. | Жители, т. е. Иванов и др., уехали в г. Тура."),
    ("uk", "На вул. Садовій загинули двоє. | Збитки — 3 млн грн. | Мер м. Тура мовчить."),
    ("cs", "Na nám. Míru hovořil např. MUDr. Novák. | Škoda je 5 mil. Kč. | Ul. Polní je zavřená."),
    ("sk", "Na ul. Poľnej horel dom č. 5. | Prišiel napr. Ing. Kováč."),
    ("hr", "U ul. Ivana Gundulića br. 5 gorjelo je npr. Krovište. | Nitko nije ozlijeđen."),
    ("it", "Il sig. Rossi abita in p.za Dante. | La dott.ssa Bini, l'on. Neri ecc. tacciono."),
    ("es", "El Sr. Vega vive en la Avda. Colón, núm. 5. | La Dra. Ruiz y Ud. Pagan EE. UU. por p. ej. Marlow."),
    ("pt", "O Sr. Costa mora na Av. Central, n.º 5. | A Dra. Lima chegou."),
    ("fr", "M. Petit et Mme. Roy vivent bd. Voltaire, c.-à-d. Paris. | Le Dr. Blanc aussi."),
    ("sv", "Bl.a. Karin Ek och t.ex. Bo Holm kom kl. 9. | Ca. 40 stod i kö."),
    ("da", "F.eks. Bo Holm og hr. Ek kom kl. 9. | De talte bl.a. Tysk."),
    ("fi", "Esim. Turku ja mm. Oulu kasvavat. | Hinta on 5 milj. euroa. | Se nousi."),
    ("tr", "Dr. Kaya ve Prof. Demir Mah. Muhtarı ile örn. İzmir'de konuştu. | Yol kapalı."),
    ("hu", "Dr. Nagy és ifj. Kovács pl. Szegedre ment. | Az út lezárva."),
    ("ro", "Str. Lungă nr. 5 a ars. | Dl. Popa și dna. Ionescu, de ex. Maria, au plecat."),
    ("id", "Kebakaran di Jl. Mawar No. 5 dipadamkan Ir. Budi dkk. | Tidak ada korban."),
    ("vi", "TS. Nguyễn Văn An ở TP. Huế. | Đường đóng."),
]  # fmt: skip

# Sentences of texts too short to tell their language.
UNDECIDED = [
    "Mr. dr. P. van Dam sprak o.a. met mevr. Vos. | Het kostte 5 mln. euro i.p.v. 4.",
    "Przy ul. Wąskiej zginął pies. | Wójt milczy.",
    "Свет погас на ул. Новой, д. 3. | Врачи были в 6 ч. | Ночью тихо.",
    "Prof. Holm met Dr. Ek. | Rain fell.",
]


def cut(text: str, code: str) -> list[str]:
    language = language_of(code) if code else detect_language(text)
    return [text[slice(*span)] for span in tokeniser_for(language).sentences(text, Span(0, len(text)))]


def parts(marked: str) -> tuple[str, list[str]]:
    """Return a text without its bars, and its sentences."""
    text = marked.replace(" | ", " ").replace("|", "")
    return text, [sentence.strip() for sentence in marked.split("|")]


def test_the_marks_that_end_a_sentence_are_those_of_unicode() -> None:
    marks = {chr(code) for code in range(0x10000) if regex.match(r"\p{Sentence_Terminal}", chr(code))}
    assert marks ^ set(MARKS) == set("၊…\u037e།༎")


@pytest.mark.parametrize(("code", "marked"), ENDS)
def test_a_sentence_ends_where_a_reader_of_the_language_would_cut(code: str, marked: str) -> None:
    text, expected = parts(marked)
    assert cut(text, code) == expected


@pytest.mark.parametrize("marked", UNDECIDED)
def test_abbreviations_are_known_in_texts_too_short_to_tell_their_language(marked: str) -> None:
    text, expected = parts(marked)
    assert cut(text, "") == expected
