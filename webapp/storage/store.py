"""The store: what a transaction can ask for and change."""

from sqlalchemy.orm import Session

from webapp.storage.announcements import Announcements
from webapp.storage.articles import Articles
from webapp.storage.captures import LastCaptures
from webapp.storage.collections import Collections
from webapp.storage.comparisons import Comparisons
from webapp.storage.holding import Holding
from webapp.storage.index.index import ArticleIndex
from webapp.storage.index.listing import Listing
from webapp.storage.lifetimes import Lifetimes
from webapp.storage.pairs import KeptPairs
from webapp.storage.requests import Requests
from webapp.storage.revisions import Revisions
from webapp.storage.texts import Texts
from webapp.storage.versions import Versions
from webapp.storage.watching.hosts import Hosts
from webapp.storage.watching.watches import Watches
from webapp.storage.watching.workers import Workers


class Store:
    """Access to all tables within one transaction."""

    def __init__(self, session: Session, lifetimes: Lifetimes) -> None:
        self.texts = Texts(session)
        self.articles = Articles(session)
        self.versions = Versions(session)
        self.collections = Collections(session)
        self.comparisons = Comparisons(session, lifetimes)
        self.holding = Holding(session, lifetimes)
        self.requests = Requests(session)
        self.last_captures = LastCaptures(session)
        self.watches = Watches(session)
        self.hosts = Hosts(session)
        self.workers = Workers(session)
        self.kept_pairs = KeptPairs(session)
        self.announcements = Announcements(session)
        self.revisions = Revisions(session)
        self.index = ArticleIndex(session)
        self.listing = Listing(session)
