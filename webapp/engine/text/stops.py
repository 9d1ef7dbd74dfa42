"""The marks that end a sentence and those that close behind them, in any script: one list for all stages.

He left. She stayed.       a space follows the stop
他走了。她留下了。            none needs to: the mark ends nothing but sentences
»Was?« (Nein.)             marks that close belong to the sentence they close

Compiled with `regex.V1`, whose classes can be subtracted.
"""

# Marks that end a sentence where no space follows, too: they are written for nothing else. Two Ethiopic word marks
# stand for the full stop, as many type it.
CLOSE_STOPS = r"(?:[。！？｡．।॥።፧፨။។៕༎︒︕︖꯫᱾]|፡፡)"

# The marks that Unicode says end a sentence (property Sentence_Terminal, of the Basic Multilingual Plane), but for the
# small section of Burmese, which is its comma; and dots, the question mark of Greek, the shads of Tibetan.
MARKS = (
    "…\u037e།༎።!.?։؝؞؟۔܀܁܂߹࠷࠹࠽࠾।॥။፧፨᙮᜵᜶។៕᠃᠉᥄᥅᪨᪩᪪᪫᭎᭏᭚᭛᭞᭟᭽᭾᭿᰻᰼᱾᱿․‼‽⁇⁈⁉⳹⳺⳻⸮⸼⹓⹔⹠⹡。꓿꘎꘏꛳꛷꡶꡷꣎꣏꤯꧈꧉꩝꩞꩟꫰꫱꯫︒︕︖﹒﹖﹗！．？｡"
)

# Where a sentence may end. Armenian has its full stop typed as a colon, Greek its question mark as a semicolon.
ANY_STOP = f"[{MARKS}፡:;]"

# What ends a sentence.
STOPS = rf"(?:[{MARKS}]|፡፡|(?<=\p{{Armenian}}):(?!\S)|(?<=\p{{Greek}});)"

# Marks that close a quotation or a bracket; of straight marks and of those of some languages only the place tells.
CLOSERS = r"[\p{Pe}\p{Pf}\p{Pi}\"'“„‟״׳＂＇]"

# Marks of a note behind a stop: ended.[3] The, ended.² The.
NOTES = r"(?:\[[\p{L}\p{N} ]{1,16}\]|[¹²³⁰⁴-⁹†‡])"
