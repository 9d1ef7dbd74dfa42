"""Keys to compare by: two tokens are equal when their keys are. The text itself is never altered.

By default a key is the token's characters without the white space inside it (`Aug. 31` over a line break is the same
date). Each name in `Options.ignore` folds one more difference away.
"""

import unicodedata
from functools import cache

from webapp.engine.model import Ignorable, Options

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´＇", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‹›", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "\u00ad": None,
        "\u200b": None,
        "\u2060": None,
        "\ufeff": None,
    }
)


def fold_typography(text: str) -> str:
    """Fold what only a typesetter tells apart: quotation marks, dashes, ligatures, widths, soft hyphens."""
    return unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY)).translate(_TYPOGRAPHY)


def token_key(text: str, ignore: frozenset[Ignorable]) -> str:
    """Return the key of a token's text. Equal keys mean: equal for this reader."""
    key = "".join(text.split()) if "spacing" in ignore else text
    if "typography" in ignore:
        key = fold_typography(key)
        key = "-" if key and not key.strip("-") else key
    return key.casefold() if "case" in ignore else key


@cache
def loose_ignore() -> frozenset[Ignorable]:
    """What never counts when asking which sentence became which; what counts as a change is the reader's choice."""
    return Options().ignore | {"case", "typography"}


def stem(key: str) -> str:
    """Return the part of a loose key that inflection seldom touches: its first six letters, possessive taken off.

    A prefix, not a stemmer, since it must work for any script and needs no table. Six: at five `inter…` and `contr…`
    join unlike words, at seven `publish` and `published` part.
    """
    return key.removesuffix("'s")[:6]
