"""One value in every writing: the same value written otherwise is nothing hard, another value is told."""

import pytest

from webapp.engine import compare
from webapp.engine.model import HARD_FLAGS, Flag

STORIES = {
    "en": "The council met in May to talk about the port. {} was what the bank had asked for. The mayor has said so.",
    "de": "Der Rat der Stadt hat lange beraten. {} waren nach Angaben der Bank genug. Der Bürgermeister hat es gesagt.",
    "fr": "Le conseil de la ville a voté mardi. Il a fallu {} pour le port. Le maire de la ville l’a dit aux élus.",
    "es": "El consejo de la ciudad votó el martes. El banco pidió {} para el puerto. La alcaldesa lo dijo ayer.",
    "pt": "O conselho da cidade votou ontem. O banco pediu {} para o porto. A prefeita disse isso aos moradores.",
    "it": "Il consiglio della città ha votato ieri. La banca ha chiesto {} per il porto. La sindaca lo ha detto.",
    "nl": "De raad van de stad heeft gestemd. De bank vroeg om {} voor de haven. De burgemeester zei het gisteren.",
    "sv": "Rådet i staden har röstat om planen. Banken ville ha {} för hamnen. Borgmästaren sade det till oss i går.",
    "fi": "Neuvosto on äänestänyt, eikä se ole helppoa. Pankki pyysi {} satamasta. Pormestari sanoi sen eilen.",
    "pl": "Rada miasta głosowała we wtorek. Bank chciał {} za port. Burmistrz powiedział to wczoraj mieszkańcom.",
    "cs": "Rada města hlasovala v úterý. Banka chtěla {} za přístav. Starosta to včera řekl obyvatelům města.",
    "ru": "Совет города голосовал во вторник. Банк хотел получить {} за порт. Мэр сказал об этом жителям города.",
    "uk": "Рада міста голосувала у вівторок. Банк хотів отримати {} за порт. Мер сказав про це мешканцям міста.",
    "tr": "Belediye meclisi salı günü oy kullandı. Banka liman için {} istedi. Başkan bunu dün açıkladı.",
    "ar": "صوت مجلس المدينة يوم الثلاثاء. طلب البنك {} من أجل الميناء. قال رئيس البلدية ذلك للسكان أمس.",
    "fa": "شورای شهر روز سه‌شنبه رأی داد. بانک {} برای بندر خواست. شهردار این را دیروز به مردم گفت.",
    "he": "מועצת העיר הצביעה ביום שלישי. הבנק ביקש {} עבור הנמל. ראש העיר אמר את זה אתמול לתושבים.",
    "hi": "नगर परिषद ने मंगलवार को मतदान किया। बैंक ने बंदरगाह के लिए {} मांगे। महापौर ने यह कल कहा।",
    "bn": "নগর পরিষদ মঙ্গলবার ভোট দিয়েছে। ব্যাংক বন্দরের জন্য {} চেয়েছে। মেয়র গতকাল এ কথা বলেছেন।",
    "th": "สภาเมืองลงคะแนนเมื่อวันอังคาร ธนาคารขอ {} สำหรับท่าเรือ นายกเทศมนตรีกล่าวเมื่อวานนี้",
    "ja": "市議会は火曜日に採決した。銀行は港のために{}を求めた。市長は昨日そう述べた。",
    "zh": "市议会星期二进行了表决。银行为港口要求{}。市长昨天对居民这样说。",
    "ko": "시의회는 화요일에 표결했다. 은행은 항구를 위해 {} 요구했다. 시장은 어제 그렇게 말했다.",
    "id": "Dewan kota memberikan suara pada hari Selasa. Bank meminta {} untuk pelabuhan. Wali kota mengatakannya.",
    "vi": "Hội đồng thành phố đã bỏ phiếu hôm thứ ba. Ngân hàng đòi {} cho cảng. Thị trưởng đã nói như vậy.",
    "hu": "A városi tanács kedden szavazott. A bank {} kért a kikötőért. A polgármester ezt tegnap mondta el.",
    "el": "Το συμβούλιο της πόλης ψήφισε την Τρίτη. Η τράπεζα ζήτησε {} για το λιμάνι. Το είπε ο δήμαρχος χθες.",
}

SAME = [
    ("de", "38,5 Millionen Euro", "38,5 Mio. €"), ("en", "Three and a half hours", "3½ hours"),
    ("en", "Two and a half million euros", "€2.5 million"), ("ko", "이십일 명", "21명"),
    ("en", "€5 million", "5 million euros"), ("en", "EUR 5 million", "€5m"), ("en", "3 1/2 hours", "3½ hours"),
    ("en", "Half a million dollars", "$500,000"), ("en", "12,34,567 rupees", "1,234,567 rupees"),
    ("en", "50kg", "50 kg"), ("en", "5 kilometres", "5km"), ("en", "10-12 tonnes", "10 to 12 tonnes"),
    ("en", "Two hundred and five men", "205 men"), ("en", "A three-day trip", "A 3-day trip"),
    ("en", "7 a.m.", "7am"), ("de", "€5", "5 €"), ("de", "4.375 Euro", "4375 Euro"),
    ("de", "14.30 Uhr", "14 Uhr 30"), ("de", "eine halbe Million Euro", "500.000 Euro"),
    ("de", "der 5. Jänner 2024", "der 5. Januar 2024"), ("fr", "14h30", "14 h 30"),
    ("fr", "3,5 M€", "3,5 millions d’euros"), ("es", "el 5 de setiembre", "el 5 de septiembre"),
    ("es", "$5 millones", "5 millones de dólares"), ("pt", "1.500 euros", "€ 1500"), ("it", "5 euro", "€5"),
    ("nl", "€ 1.250", "1250 euro"), ("sv", "5 000 kronor", "5000 kr"), ("fi", "klo 14.30", "klo 14:30"),
    ("pl", "5 tys. zł", "5000 złotych"), ("cs", "1 500 Kč", "1500 korun"),
    ("ru", "5 млн рублей", "5 миллионов руб."), ("uk", "5 км", "5 кілометрів"), ("tr", "on iki saat", "12 saat"),
    ("ar", "٣٫٥ مليون دولار", "3.5 مليون دولار"), ("fa", "۳/۵ میلیون", "۳٫۵ میلیون"),
    ("he", "5 מיליון דולר", "5 מיליון $"), ("hi", "12,34,567 रुपये", "1,234,567 रुपये"),
    ("bn", "১,২০০ টাকা", "১২০০ টাকা"), ("th", "๑๒ ล้านบาท", "12 ล้านบาท"), ("th", "พ.ศ. 2567", "ค.ศ. 2024"),
    ("ja", "1億2000万円", "1.2億円"), ("ja", "十二人", "12人"), ("ja", "令和6年", "2024年"),
    ("ja", "午後6時30分", "18時30分"), ("zh", "三百五十万元", "350万元"), ("zh", "下午2点30分", "14点30分"),
    ("ko", "3억5000만원", "3억 5천만 원"), ("ko", "오후 6시", "18시"), ("id", "Rp3,5 miliar", "3,5 miliar rupiah"),
    ("vi", "1.500 đồng", "1500 đồng"), ("hu", "5 millió euró", "5 millió €"),
    ("el", "5 εκατ. ευρώ", "5 εκατομμύρια ευρώ"), ("en", "3rd place", "third place"),
    ("en", "Rs 500 crore", "500 crore rupees"), ("es", "medio millón de euros", "500.000 euros"),
    ("pt", "R$ 5 milhões", "5 milhões de reais"), ("sv", "en halv miljon kronor", "500 000 kronor"),
    ("ru", "полмиллиона рублей", "500 000 рублей"), ("tr", "yüzde 5", "%5"), ("zh", "百分之五", "5%"),
    ("zh", "2024年", "二〇二四年"), ("ko", "1만 2천 명", "1만2000명"),
    ("uk", "двадцять п’ять гривень", "25 гривень"), ("hi", "₹5 करोड़", "5 करोड़ रुपये"),
    ("en", "between 5 and 10 km", "5 to 10 km"), ("en", "between 5 and 6 billion euros", "€5-6 billion"),
    ("de", "zwischen 5 und 10 Kilometer", "5 bis 10 km"), ("fr", "entre 5 et 10 euros", "5 à 10 €"),
    ("ru", "между 5 и 10 км", "5–10 км"), ("fr", "moins 5 degrés", "−5 degrés"),
    ("en", "minus five degrees", "−5 degrees"), ("de", "minus 5 Grad", "−5 Grad"),
    ("en", "40C", "40 °C"), ("en", "120 m", "120 metres"), ("en", "$5 m", "$5 million"),
    ("en", "5m people", "5 million people"),
    ("en", "48 hours", "two days"), ("en", "two weeks", "14 days"), ("en", "90 minutes", "1½ hours"),
    ("de", "48 Stunden", "zwei Tage"), ("fr", "48 heures", "deux jours"), ("es", "dos semanas", "14 días"),
    ("pt", "48 horas", "dois dias"), ("it", "48 ore", "due giorni"), ("nl", "48 uur", "twee dagen"),
    ("sv", "48 timmar", "två dagar"), ("pl", "48 godzin", "2 dni"),
    ("ru", "48 часов", "2 дня"), ("uk", "48 годин", "2 дні"), ("tr", "48 saat", "2 gün"), ("ar", "72 ساعة", "3 أيام"),
    ("hi", "48 घंटे", "2 दिन"), ("id", "48 jam", "2 hari"), ("vi", "14 ngày", "2 tuần"), ("zh", "48小时", "2天"),
    ("el", "48 ώρες", "2 ημέρες"), ("fi", "14 päivää", "2 viikkoa"), ("bn", "৪৮ ঘণ্টা", "২ দিন"),
]  # fmt: skip

OTHER: list[tuple[str, str, str, Flag]] = [
    ("en", "4,375 men", "4.375 men", "number"), ("en", "€5 million", "$5 million", "number"),
    ("en", "5 million euros", "5 billion euros", "number"), ("en", "3½ hours", "3¼ hours", "number"),
    ("en", "50kg", "50lb", "number"), ("en", "Half a million euros", "A million euros", "number"),
    ("en", "12 dozen ships", "12 hundred ships", "number"), ("en", "12 people", "21 people", "number"),
    ("de", "4.375 Euro", "4,375 Euro", "number"), ("de", "14.30 Uhr", "14.50 Uhr", "number"),
    ("fr", "14h30", "15h30", "number"), ("fr", "3,5 M€", "3,5 Md€", "number"),
    ("fr", "1,5 million", "15 millions", "number"), ("es", "el 5 de setiembre", "el 5 de octubre", "date"),
    ("pt", "1.500 euros", "1,500 euros", "number"), ("it", "5 euro", "5 dollari", "number"),
    ("nl", "€ 1.250", "€ 1.520", "number"), ("sv", "5 kronor", "5 euro", "number"),
    ("fi", "klo 14.30", "klo 15.30", "number"), ("pl", "5 tys. zł", "5 mln zł", "number"),
    ("cs", "1 500 Kč", "1 500 eur", "number"), ("ru", "5 млн рублей", "5 млрд рублей", "number"),
    ("uk", "5 км", "5 кг", "number"), ("tr", "on iki saat", "on üç saat", "number"),
    ("ar", "١٢ مليون", "٢١ مليون", "number"), ("fa", "۳/۵ میلیون", "۵/۳ میلیون", "number"),
    ("he", "ב-12 דולר", "ב-21 דולר", "number"), ("hi", "12 लाख रुपये", "12 करोड़ रुपये", "number"),
    ("th", "๑๒ ล้านบาท", "๒๑ ล้านบาท", "number"), ("ja", "十二人", "二十一人", "number"),
    ("ja", "1億2000万円", "12億円", "number"), ("ja", "令和6年", "令和5年", "number"),
    ("zh", "三百五十万元", "三百五十亿元", "number"), ("ko", "3억5000만원", "3조5000만원", "number"),
    ("ko", "열두 명", "열세 명", "number"), ("id", "Rp3,5 miliar", "Rp3,5 juta", "number"),
    ("vi", "1.500 đồng", "1,500 đồng", "number"), ("hu", "5 millió euró", "5 milliárd euró", "number"),
    ("el", "5 ευρώ", "5 δολάρια", "number"), ("en", "C$5", "A$5", "number"), ("en", "20°C", "20°F", "number"),
    ("en", "SEK 500", "NOK 500", "number"), ("en", "10 to 12 days", "10 to 21 days", "number"),
    ("es", "medio millón de euros", "un millón de euros", "number"),
    ("sv", "en halv miljon", "en miljon", "number"), ("pt", "R$ 5 milhões", "US$ 5 milhões", "number"),
    ("ja", "午前9時", "午後9時", "number"), ("zh", "百分之五", "百分之六", "number"),
    ("ru", "двадцать пять", "двадцать шесть", "number"),
    ("en", "between 5 and 10 km", "5 and 10 km", "number"), ("en", "minus five degrees", "five degrees", "number"),
    ("ru", "минус 5 градусов", "5 градусов", "number"), ("en", "half the voters", "40 percent of the voters", "number"),
    ("en", "120 m", "120m", "number"), ("en", "below 5 metres", "above 5 metres", "number"),
    ("en", "40C", "40F", "number"),
    ("en", "48 hours", "three days", "number"), ("de", "48 Stunden", "drei Tage", "number"),
    ("ru", "48 часов", "3 дня", "number"), ("fr", "deux semaines", "15 jours", "number"),
    ("en", "Three and a half hours", "Four and a half hours", "number"),
    ("en", "Two thirds of them", "Two fifths of them", "number"), ("de", "ein Drittel", "ein Viertel", "number"),
    ("de", "dreimal", "viermal", "number"), ("hu", "harmada", "negyede", "number"),
    ("cs", "třetina", "čtvrtina", "number"), ("ko", "삼천 명", "삼만 명", "number"),
    ("ko", "스물한 명", "스물두 명", "number"), ("ko", "십이만 명", "십삼만 명", "number"),
    ("he", "בשבעה בתים", "בשמונה בתים", "number"), ("ar", "ثلث المال", "ربع المال", "number"),
    ("zh", "48小时", "3天", "number"), ("tr", "48 saat", "2 hafta", "number"),
]  # fmt: skip


def flags(code: str, old: str, new: str) -> set[Flag]:
    story = STORIES[code]
    return {flag for change in compare(story.format(old), story.format(new)).changes for flag in change.flags}


@pytest.mark.parametrize(("code", "old", "new"), SAME)
def test_one_value_in_two_writings_is_nothing_hard_and_no_other_wording(code: str, old: str, new: str) -> None:
    found = flags(code, old, new)
    assert found
    assert found.isdisjoint({*HARD_FLAGS, "wording"})


@pytest.mark.parametrize(("code", "old", "new", "flag"), OTHER)
def test_another_value_is_told(code: str, old: str, new: str, flag: Flag) -> None:
    assert flag in flags(code, old, new)


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("es", "entre 5 y 10 euros", "de 5 a 10 euros"),
        ("en", "half the voters", "50 percent of the voters"),
        ("en", "Oct. 3", "on October 3rd"),
    ],
)
def test_one_value_among_other_words_is_nothing_hard(code: str, old: str, new: str) -> None:
    assert flags(code, old, new).isdisjoint(HARD_FLAGS)


def test_a_year_behind_a_prefix_is_that_year() -> None:
    assert "number" not in flags("en", "mid-2021", "the middle of 2021")
    assert "number" in flags("en", "mid-2021", "the middle of 2022")
