"""Two captures of one page: menus, teasers, counters and comments changed, and one word of the story."""

from dataclasses import dataclass

import pytest

from tests.engine.test_furniture import FERRY, hidden
from webapp.engine import compare


@dataclass(frozen=True)
class Page:
    """A page line by line: what stands above its story, the story, and what stands below.

    A line `old => new` differs between the captures; a side that lacks it is `-`. `[old=>new]` is the story's edit.
    Lines of the story that begin with `~` are of the page.
    """

    above: str
    story: str
    below: str

    def capture(self, is_new: bool) -> str:
        lines = [line.strip().removeprefix("~ ") for line in f"{self.above}\n{self.story}\n{self.below}".splitlines()]
        kept = [line.split(" => ")[-1 if is_new else 0] for line in lines]
        text = "\n".join(line for line in kept if line not in ("", "-"))
        before, _, rest = text.partition("[")
        words, _, after = rest.partition("]")
        return before + words.split("=>")[is_new] + after

    def lines_of_story(self) -> list[str]:
        lines = [line.strip() for line in self.story.splitlines()]
        return [line for line in lines if line and not line.startswith("~") and "[" not in line]


PAGES = {
    "en, box and counters": Page(
        "Skip to content\nHome\nWorld\nSport\nWeather 12° => Weather 14°\nSign in",
        """Council votes to close the fish market
        By Ida Lunde
        ~ Updated 2 hours ago => Updated 9 minutes ago
        ~ 1,204 views => 2,377 views
        ~ Share this article
        The town council voted on Monday night to close the old fish market on the quay.
        Traders have until [March=>April] to leave the hall, a spokeswoman for the council said.
        ~ Advertisement
        The hall was built in 1911 and needs a new roof, the council's engineer said.
        ~ Read more: Ten fish you have never eaten => Read more: How to smoke an eel at home
        The market will move to the car park of the harbour until a new hall is built.""",
        """Most read
        Cat found in a church organ => Dog wins the harbour race
        Six ways to peel an onion => Storm of 90 km/h due on Friday
        Mayor of Tura opens a bridge => Mayor of Tura opens a bridge
        Comments (14) => Comments (17)
        olav77
        The fish market was the heart of this town.
        - => bente_b
        - => The council should be ashamed of itself.
        Cookies help us improve this site. Accept all
        © 2026 Lunde Media""",
    ),
    "en, teasers with prose": Page(
        "Breaking: trains stopped in the north => Breaking: trains run again in the north\nHome\nNews\nMoney\nArts",
        """Hospital to open its new wing in May
        The hospital in Marlow will open its new wing in May, a year later than planned.
        It has [forty=>fifty] beds and two theatres, the director of the hospital told reporters.
        Nurses said that the wing was needed, but that nobody had been hired for it yet.""",
        """Related stories
        Nurses march in Tura => Doctors march in Vasin
        Hundreds of nurses marched on Friday. => Dozens of doctors marched on Sunday.
        Bus fares to rise => School meals to be free
        A ticket will cost two euros. => All children will eat for nothing.
        Newsletter
        About us
        Contact us
        All rights reserved""",
    ),
    "en, list in the story": Page(
        "Home\nNews\nSport\nCulture\nLog in",
        """What to pack for the island ferry
        The ferry company published a list on Tuesday of what passengers need in winter.
        Warm coats
        Boots
        A torch
        Water for two days
        The list will be sent to all [passengers=>travellers] with their tickets, the company said.
        Last year forty people had to spend a night on board because of the storm.""",
        """Trending now
        The best soups for winter => The best cakes for spring
        Why gulls shout at dawn => Why seals sleep upright
        Privacy policy""",
    ),
    "de": Page(
        "Zum Inhalt springen\nStartseite\nPolitik\nSport\nWetter 12 Grad => Wetter 15 Grad\nAnmelden",
        """Gemeinderat schließt das alte Hallenbad
        Von Karla Dorn
        ~ Aktualisiert vor 3 Stunden => Aktualisiert vor 9 Minuten
        ~ 12 Kommentare => 19 Kommentare
        Der Gemeinderat hat am Montag beschlossen, das alte Hallenbad am Fluss zu schließen.
        Das Bad braucht ein neues Dach, das [drei=>vier] Millionen Euro kosten würde, sagte der Bürgermeister.
        ~ Anzeige
        Die Schwimmvereine müssen nun in die Nachbarstadt fahren und protestieren gegen den Beschluss.""",
        """Meistgelesen
        Katze überlebt Sturz vom Kirchturm => Hund fährt allein mit dem Bus
        Sechs Rezepte für Kürbis => So wird der Sommer am See
        Kommentare
        hans_im_pech
        Das Bad war der einzige Ort für die Jugend.
        - => elfi
        - => Man hätte das Dach längst reparieren können.
        Diese Seite verwendet Cookies.
        Impressum""",
    ),
    "fr": Page(
        "Accueil\nMonde\nSports\nCulture\nSe connecter",
        """Le vieux pont de Vasinhaven sera démoli
        Par Marie Roy
        ~ Publié il y a 2 heures => Publié il y a 12 minutes
        ~ Partager cet article
        Le conseil municipal a décidé lundi soir de démolir le vieux pont sur la rivière.
        Les travaux dureront [six=>huit] mois et coûteront deux millions d'euros, a déclaré le maire.
        – Personne ne nous a consultés, a protesté une riveraine.
        Un bac gratuit sera mis en service pendant la durée des travaux.""",
        """Les plus lus
        Un chat retrouvé dans un orgue => Un chien traverse le lac à la nage
        Six façons de cuire un hareng => Pourquoi le bac est toujours en retard
        Commentaires
        lulu75
        C'est une honte pour la ville.
        Mentions légales""",
    ),
    "es": Page(
        "Inicio\nMundo\nDeportes\nCultura\nIniciar sesión",
        """El ayuntamiento cierra el mercado viejo
        Ana Vega
        ~ Actualizado hace 3 horas => Actualizado hace 9 minutos
        El ayuntamiento decidió el lunes cerrar el mercado viejo del puerto.
        Los vendedores tienen hasta [marzo=>abril] para dejar el edificio, dijo una portavoz.
        ~ Publicidad
        El mercado se construyó en 1911 y necesita un techo nuevo.""",
        """Lo más leído
        Encuentran un gato en un órgano => Un perro gana la carrera del puerto
        Seis maneras de pelar una cebolla => Por qué el barco llega siempre tarde
        Política de privacidad""",
    ),
    "ru": Page(
        "Главная\nПолитика\nСпорт\nКультура\nПогода +3 => Погода +5",
        """Городской совет закроет старый рынок
        Анна Седова
        ~ Обновлено 3 часа назад => Обновлено 9 минут назад
        ~ 1204 просмотра => 2377 просмотров
        Городской совет в понедельник решил закрыть старый рынок на набережной.
        Торговцы должны уйти до [марта=>апреля], сообщила представитель совета.
        ~ Реклама
        Рынок построен в 1911 году, ему нужна новая крыша, сказал инженер.""",
        """Читайте также
        Кошку нашли в церковном органе => Собака выиграла гонку в порту
        Шесть способов почистить лук => Почему паром всегда опаздывает
        Комментарии
        Олег
        Рынок был сердцем города.
        - => Нина
        - => Совету должно быть стыдно.""",
    ),
    "ar": Page(
        "الرئيسية\nسياسة\nرياضة\nثقافة",
        """مجلس المدينة يغلق السوق القديم
        ~ آخر تحديث: قبل 3 ساعات => آخر تحديث: قبل 9 دقائق
        قرر مجلس المدينة يوم الاثنين إغلاق السوق القديم على الميناء.
        وأمام التجار مهلة حتى [مارس=>أبريل] لمغادرة المبنى، كما قالت متحدثة باسم المجلس.
        ~ إعلان
        وبني السوق عام 1911 ويحتاج إلى سقف جديد، بحسب مهندس المدينة.""",
        """الأكثر قراءة
        العثور على قطة في كنيسة => كلب يفوز بسباق الميناء
        ست طرق لتقشير البصل => لماذا تتأخر العبارة دائما
        التعليقات
        سامي
        كان السوق قلب المدينة.
        - => ليلى
        - => على المجلس أن يخجل من نفسه.
        جميع الحقوق محفوظة""",
    ),
    "hi": Page(
        "होम\nदेश\nखेल\nमनोरंजन",
        """नगर परिषद पुराना बाज़ार बंद करेगी
        ~ अपडेट: 3 घंटे पहले => अपडेट: 9 मिनट पहले
        नगर परिषद ने सोमवार को बंदरगाह का पुराना बाज़ार बंद करने का फैसला किया।
        व्यापारियों को [मार्च=>अप्रैल] तक भवन छोड़ना होगा, परिषद की प्रवक्ता ने कहा।
        ~ विज्ञापन
        बाज़ार 1911 में बना था और उसे नई छत की ज़रूरत है, इंजीनियर ने कहा।""",
        """ये भी पढ़ें
        चर्च में मिली बिल्ली => कुत्ते ने जीती दौड़
        प्याज छीलने के छह तरीके => नाव हमेशा देर से क्यों आती है
        हमारे बारे में""",
    ),
    "ja": Page(
        "ホーム\n政治\nスポーツ\n文化\nログイン",
        """市議会、古い市場の閉鎖を決定
        ~ 更新 3時間前 => 更新 9分前
        市議会は月曜日、港の古い市場を閉鎖することを決めた。
        業者は[3月=>4月]までに建物を出なければならないと、市の担当者は述べた。
        ~ 広告
        市場は1911年に建てられ、新しい屋根が必要だという。""",
        """関連記事
        教会で猫を発見 => 犬が港のレースで優勝
        玉ねぎの皮をむく六つの方法 => 渡し船はなぜいつも遅れるのか
        利用規約""",
    ),
    "zh": Page(
        "首页\n政治\n体育\n文化",
        """市议会决定关闭老市场
        ~ 更新于 3小时前 => 更新于 9分钟前
        市议会周一决定关闭码头的老市场。
        商户必须在[三月=>四月]之前搬离大楼，议会发言人说。
        ~ 广告
        市场建于1911年，需要新的屋顶，工程师说。""",
        """相关新闻
        教堂里发现一只猫 => 一只狗赢得港口比赛
        剥洋葱的六种方法 => 渡船为什么总是晚点
        版权所有""",
    ),
    "pl": Page(
        "Strona główna\nPolityka\nSport\nKultura\nZaloguj się",
        """Rada miasta zamyka stary targ rybny
        Anna Kowal
        ~ Aktualizacja: 3 godziny temu => Aktualizacja: 9 minut temu
        Rada miasta zdecydowała w poniedziałek o zamknięciu starego targu przy nabrzeżu.
        Handlarze mają czas do [marca=>kwietnia], powiedziała rzeczniczka rady.
        ~ Reklama
        Targ zbudowano w 1911 roku i potrzebuje on nowego dachu, powiedział inżynier.""",
        """Czytaj także
        Kot znaleziony w organach kościoła => Pies wygrał wyścig w porcie
        Sześć sposobów na obranie cebuli => Dlaczego prom zawsze się spóźnia
        Komentarze
        olaf
        Targ był sercem miasta.""",
    ),
}


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_what_changes_by_itself_between_two_captures_is_no_change_of_the_story(page: Page) -> None:
    result = compare(page.capture(is_new=False), page.capture(is_new=True))
    changes = [change for change in result.changes if change.scope == "story"]
    shown = [
        tuple(
            span and side.text[slice(*span)].strip()
            for span, side in ((change.old, result.old), (change.new, result.new))
        )
        for change in changes
    ]
    assert len(shown) == 1, shown


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_nothing_of_the_story_is_hidden_in_two_captures(page: Page) -> None:
    result = compare(page.capture(is_new=False), page.capture(is_new=True))
    furniture = " ".join(hidden(result))
    assert [line for line in page.lines_of_story() if line in furniture] == []


MENU = ["Skip to content", "Home", "News", "Sport", "Weather", "Log in"]
TAILS = (
    ["Most read", "Cat found in a church organ", "Six ways to peel an onion", "© 2026 Lunde Media"],
    ["Most read", "Dog wins the harbour race", "Storm of 90 km/h due on Friday", "© 2026 Lunde Media"],
)
LEAD = [
    "The mayor of Harle called the decision a disgrace for the islands.",
    "Nobody had told the school, its headmistress said.",
]
BOX = ["Related articles", "Eels return to the river", "Gulls bite tourists"]

# Lines put into the story of the ferry at a place: those of old and of new.
EDITS = {
    "paragraphs dropped behind an advertisement": (4, ["Advertisement", *LEAD], ["Advertisement"]),
    "paragraphs dropped above a subhead": (1, [*LEAD, "What comes next"], ["What comes next"]),
    "a subhead below a box": (3, [*BOX, "What comes next"], [*BOX, "What comes after"]),
    "a paragraph below a box": (4, [*BOX, "A vote is due on Monday."], [*BOX, "A vote is due on Friday."]),
    "a number in the deck": (1, ["3 islands cut off, 200 people stranded"], ["4 islands cut off, 200 people stranded"]),
    "figures that were updated": (2, ["Updated figures: 3 islands cut off"], ["Updated figures: 4 islands cut off"]),
    "the moment of an event": (4, ["The next boat", "3 May 2026, 20:00"], ["The next boat", "3 May 2026, 21:00"]),
    "a day above the story": (1, ["3 May 2026"], ["4 May 2026"]),
    "a byline": (1, ["By Ann Holm"], ["By Bo Ek"]),
    "a caption": (2, ["Photo: the quay on Monday"], ["Photo: the quay on Friday"]),
    "rows of a table": (4, ["Harle 12 41", "Marlow 9 38"], ["Harle 12 41", "Tura 7 22"]),
    "a list": (4, ["Who is hit:", "- the school", "- the mill"], ["Who is hit:", "- the school", "- the doctor"]),
    "answers above the headline": (0, ["Q: Will the boat sail?", "A: Yes"], ["Q: Will the boat sail?", "A: No"]),
}


@pytest.mark.parametrize("is_page", [False, True])
@pytest.mark.parametrize(("place", "old", "new"), EDITS.values(), ids=EDITS)
def test_an_edit_of_the_story_is_never_hidden(place: int, old: list[str], new: list[str], is_page: bool) -> None:
    old_text, new_text = (
        [*(MENU if is_page else ()), *FERRY[:place], *lines, *FERRY[place:], *(tail if is_page else ())]
        for lines, tail in zip((old, new), TAILS, strict=True)
    )
    result = compare("\n".join(old_text), "\n".join(new_text))
    changed = {*old} ^ {*new}
    assert [line for line in hidden(result) if line in changed] == []
    if is_page:
        assert {*TAILS[0][1:3], *TAILS[1][1:3]} <= {*hidden(result)}
