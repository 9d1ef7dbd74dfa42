"""The verbs that pages, API and command line share. They open the database, ask the engine, and know no HTTP."""

from webapp.engine import compare as compare_texts
from webapp.services.files import read_file
from webapp.services.frozen import canonical_json
from webapp.services.model import Compared, Paste, Permalink, SeedReport
from webapp.services.options import parse_options
from webapp.services.seeds import sample_folders
from webapp.services.verbs import Services, open_services
from webapp.storage.records import ArticleCard, ArticlePage, CollectionCard, Version, VersionCard

__all__ = [
    "ArticleCard",
    "ArticlePage",
    "CollectionCard",
    "Compared",
    "Paste",
    "Permalink",
    "SeedReport",
    "Services",
    "Version",
    "VersionCard",
    "canonical_json",
    "compare_texts",
    "open_services",
    "parse_options",
    "read_file",
    "sample_folders",
]
