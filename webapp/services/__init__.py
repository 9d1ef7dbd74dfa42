"""The verbs that pages, API and command line share. They use the database and the engine, and no HTTP."""

from webapp.fetching.written import is_address
from webapp.finding.passages import PassagePart
from webapp.importers.imported import Imported
from webapp.input.texts import check_collection
from webapp.services.clients import Shares, client_of, half
from webapp.services.finding import Found, Selection
from webapp.services.frozen import public_json
from webapp.services.guard import Guard
from webapp.services.history.additions import captured_in
from webapp.services.history.captures import Captured
from webapp.services.history.changes import ChangeList, StoryChange
from webapp.services.history.timeline import TimeLine
from webapp.services.library import parse_day
from webapp.services.looks import TextPreview
from webapp.services.model import Check, Compared, Paste, Permalink, SeedReport, Shared, Today, Verification
from webapp.services.opening import open_database
from webapp.services.parts import warnings_apart
from webapp.services.rates import Clock, Rate
from webapp.services.relatives import Relative
from webapp.services.seeds import sample_folders
from webapp.services.sources import describe_origin
from webapp.services.terms import new_delete_key, parse_terms
from webapp.services.turns import Turns
from webapp.services.verbs import Services, open_services
from webapp.services.watching.times import MAX_MINUTES, MIN_MINUTES, OFFERED_MINUTES
from webapp.services.watching.watches import Due
from webapp.services.watching.workers import SEEN_EVERY
from webapp.storage.columns import MAX_ID
from webapp.storage.comparisons import PUBLIC_ID
from webapp.storage.records import (
    ArticleCard,
    ArticlePage,
    CollectionCard,
    CollectionName,
    Request,
    Terms,
    Version,
    VersionCard,
)
from webapp.storage.revisions import WHOLE_LIBRARY, Area
from webapp.storage.watching.records import Watch
from webapp.storage.watching.watches import WatchedArticle

__all__ = [
    "MAX_ID",
    "MAX_MINUTES",
    "MIN_MINUTES",
    "OFFERED_MINUTES",
    "PUBLIC_ID",
    "WHOLE_LIBRARY",
    "Area",
    "SEEN_EVERY",
    "ArticleCard",
    "ArticlePage",
    "Captured",
    "ChangeList",
    "Check",
    "Clock",
    "CollectionCard",
    "CollectionName",
    "Compared",
    "Due",
    "Found",
    "Guard",
    "Imported",
    "TextPreview",
    "PassagePart",
    "Paste",
    "Permalink",
    "Rate",
    "Relative",
    "Request",
    "SeedReport",
    "Selection",
    "Services",
    "Shared",
    "Shares",
    "StoryChange",
    "Terms",
    "TimeLine",
    "Today",
    "Turns",
    "Verification",
    "Version",
    "VersionCard",
    "Watch",
    "WatchedArticle",
    "captured_in",
    "check_collection",
    "client_of",
    "describe_origin",
    "half",
    "is_address",
    "new_delete_key",
    "open_database",
    "open_services",
    "parse_day",
    "parse_terms",
    "public_json",
    "sample_folders",
    "warnings_apart",
]
