"""The names of the views and lenses, as their tabs have them."""

from collections.abc import Mapping

VIEW_NAMES: Mapping[str, str] = {
    "inline": "Inline",
    "side": "Side by side",
    "changes": "Changes only",
    "clean-new": "Clean",
}
LENS_NAMES: Mapping[str, str] = {
    "all": "Everything",
    "meaning": "Meaning",
    "quotations": "Quotations",
    "facts": "Numbers, names",
    "translation": "Translation",
}
