"""An invented story with all that a news text has, for each format to carry.

`~` stands for a no-break space, `|` for a soft hyphen; both are in the texts as the characters themselves.
"""

HEADLINE = "Harbour bridge to close for two years, council says"
STANDFIRST = "Ferries are to run every ten minutes; shopkeepers speak of “a slow goodbye”"
BYLINE = "By Ada Lindqvist and José Müller-Ōta"
DATELINE = (
    "KESTREL BAY, Nov.~12 — The harbour bridge will close on 1~March and stay closed for two years, the city council"
)
DATELINE += " decided on Tuesday by 31 votes to 24."
QUOTED = "“We have looked at every other way,” said Mayor Ingrid Okafor. “There is none that is safe.”"
NOTED = "Some 48,000 people cross the bridge each day, according to the long-term traffic count of 2023."
BOX = "“Nobody asked us, and nobody will pay us.”"
BOXED = (
    "Shopkeepers on the north bank were less pleased. “Nobody asked us,” said Tomás Reyes, who sells bicycles there."
)
SUBHEAD = "What it will cost"
ITEMS = ["€12.4~million for the ferries", "€61~million for the bridge itself", "nothing, so far, for the shops"]
TABLE = [["Year", "Crossings", "Share"], ["2019", "52,300", "100%"], ["2023", "48,000", "91.8%"]]
CAPTION = "The bridge in 1931, a year before it opened. Photo: City Archive"
NOTE = "Counted on weekdays, from 6~a.m. to 10~p.m."
CORRECTION = "Correction: An earlier version of this story gave the wrong number of votes."

FILLERS = [
    "The bridge, which opened in 1932, carries trams, cars and a water main. Engineers found cracks in 14 of its 60"
    " hangers last spring; they do not expect a collapse, but they would not rule it out either.",
    "“It isn’t a question of money,” the mayor said. “It’s a question of steel.”",
    "The opposition did not agree. Its leader, Piet van der Meer, called the plan “half-baked”, and asked why the"
    " council had not published the engineers’ re|port.",
    "A spokes|woman for the port said it would be published “in full” by Friday, Nov.~15.",
    "Most of the ferries will come from Norrvik, where they have been out of service since 2021.",
    "Each takes 250 passengers and 40 bicycles; dogs travel free.",
    "At present the crossing takes four minutes on foot. By ferry it will take eleven, waiting included.",
    "Not everyone minds. “I’ve wanted to slow down for years,” said Hana Suzuki, 71, who walks across every morning.",
    "The council will meet again on 3~December. Until then, objections can be sent to the town hall.",
    "The last time that the bridge was closed, in 1974, it stayed closed for nine days.",
]


def characters(text: str) -> str:
    return text.replace("~", "\u00a0").replace("|", "\u00ad")


# Kinds and texts in reading order. A box hangs on the paragraph after it, the note on the one that is called "noted".
BLOCKS: list[tuple[str, str]] = [
    (kind, characters(text))
    for kind, text in [
        ("headline", HEADLINE),
        ("paragraph", STANDFIRST),
        ("paragraph", BYLINE),
        ("paragraph", DATELINE),
        ("paragraph", QUOTED),
        ("paragraph", FILLERS[0]),
        ("noted", NOTED),
        ("paragraph", FILLERS[1]),
        ("paragraph", FILLERS[2]),
        ("paragraph", FILLERS[3]),
        ("box", BOX),
        ("boxed", BOXED),
        ("paragraph", CAPTION),
        ("subhead", SUBHEAD),
        *(("item", item) for item in ITEMS),
        ("paragraph", FILLERS[4]),
        ("paragraph", FILLERS[5]),
        ("table", "\n".join("\t".join(row) for row in TABLE)),
        *(("paragraph", filler) for filler in FILLERS[6:]),
        ("paragraph", CORRECTION),
        ("note", NOTE),
    ]
]

PLAIN = "\n\n".join(text for _, text in BLOCKS)
"""The story as a text."""
