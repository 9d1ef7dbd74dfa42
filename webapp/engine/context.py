"""What every stage of one comparison is handed beside the texts."""

from dataclasses import dataclass

from webapp.engine.languages.language import Language
from webapp.engine.options import Limits, Options


@dataclass(frozen=True, slots=True)
class Context:
    """The language of both texts, the reader's options, and the limits on the work."""

    language: Language
    options: Options
    limits: Limits
