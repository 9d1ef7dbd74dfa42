"""Collections from folders: texts, and an about.toml that describes them. Loading a folder twice changes nothing."""

import datetime
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from webapp.engine.text.tokenise import count_words
from webapp.errors import InvalidInput
from webapp.input.files import read_file
from webapp.input.limits import MAX_LINE_CHARS, MAX_NOTE_CHARS
from webapp.input.texts import is_storable
from webapp.resources import resource_folder
from webapp.services.model import SeedReport
from webapp.settings import Settings
from webapp.storage.records import CollectionFile, Description
from webapp.storage.store import Store

ABOUT = "about.toml"


def _storable(value: str) -> str:
    if not is_storable(value):
        raise ValueError("a NUL cannot be stored")
    return value


Line = Annotated[str, AfterValidator(_storable), Field(max_length=MAX_LINE_CHARS)]
Title = Annotated[Line, Field(min_length=1)]
Note = Annotated[str, AfterValidator(_storable), Field(max_length=MAX_NOTE_CHARS)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Collection(_Strict):
    slug: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=MAX_LINE_CHARS)
    title: Title
    base: str


class _Article(_Strict):
    file: Title
    title: Title
    outlet: Line = ""
    byline: Line = ""
    date: datetime.date | None = None
    language: Line = ""
    note: Note = ""

    def description(self) -> Description:
        return Description(self.title, self.outlet, self.byline, self.language, self.date, self.note)


class _About(_Strict):
    collection: _Collection
    article: list[_Article] = Field(min_length=1)

    @model_validator(mode="after")
    def _check_files(self) -> Self:
        stems = [Path(article.file).stem for article in self.article]
        if len(set(stems)) < len(stems):
            raise ValueError("two articles have the same file")
        if self.collection.base not in stems:
            raise ValueError(f"base is {self.collection.base!r}, which is the file of no article")
        return self


@dataclass(frozen=True, slots=True)
class SeedArticle:
    """An article as its folder has it. `is_base`: the others of the collection are compared with it."""

    file: str
    is_base: bool
    description: Description
    text: str
    importer: str
    raw_sha256: str


@dataclass(frozen=True, slots=True)
class Seed:
    """A collection as its folder has it, read and checked."""

    slug: str
    title: str
    articles: tuple[SeedArticle, ...]


def sample_folders() -> Sequence[Path]:
    """Return the folders of the collections that Stet brings along."""
    return sorted(about.parent for about in resource_folder("seeds").glob(f"*/{ABOUT}"))


def read_seed(folder: Path, settings: Settings) -> Seed:
    """Read a collection's folder. Errors: InvalidInput and TooLarge name the file and what is wrong with it."""
    about = _read_about(folder / ABOUT)
    base = about.collection.base
    articles = tuple(_read_article(folder, article, base, settings) for article in about.article)
    return Seed(about.collection.slug, about.collection.title, articles)


def load_seed(store: Store, seed: Seed) -> SeedReport:
    """Bring the stored collection in step with its folder; a file whose text changed becomes a new version."""
    collection_id = store.collections.ensure(seed.slug, seed.title)
    texts = {article.text: store.texts.stored_form(article.text) for article in seed.articles}
    checksums = store.texts.add({text: count_words(text) for text in texts.values()})
    news = [_load_article(store, collection_id, article, checksums[texts[article.text]]) for article in seed.articles]
    return SeedReport(seed.slug, added=news.count(True), unchanged=news.count(False))


def _load_article(store: Store, collection_id: int, article: SeedArticle, text_sha256: str) -> bool:
    """Return whether this made a new version."""
    source = CollectionFile(collection_id, article.file)
    article_id = store.articles.find_by_file(source)
    if article_id is None:
        article_id = store.articles.add(article.description, "seed", source)
    else:
        store.articles.describe(article_id, article.description)
    if article.is_base:
        store.collections.set_base(collection_id, article_id)
    capture = {"importer": article.importer, "raw_sha256": article.raw_sha256}
    return store.versions.add(article_id, text_sha256, capture, "seed").is_new


def _read_about(path: Path) -> _About:
    try:
        return _About.model_validate(tomllib.loads(_read_bytes(path).decode()))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidInput(f"{path} is not TOML: {error}.") from error
    except ValidationError as error:
        raise InvalidInput(f"{path} cannot be used: {_tell(error)}.") from error


def _tell(error: ValidationError) -> str:
    """Return the first complaint and its place, such as `article 2 title`; articles are counted from 1."""
    first = error.errors()[0]
    place = " ".join(str(part + 1) if isinstance(part, int) else part for part in first["loc"])
    what = first["msg"].removeprefix("Value error, ")
    return f"{place}: {what}" if place else what


def _read_article(folder: Path, article: _Article, base: str, settings: Settings) -> SeedArticle:
    path = folder / article.file
    if path.resolve().parent != folder.resolve():
        raise InvalidInput(f"{folder / ABOUT} cannot be used: {article.file!r} is not a file of its own folder.")
    data = _read_bytes(path)
    imported = read_file(data, str(path), settings)
    return SeedArticle(
        file=article.file,
        is_base=path.stem == base,
        description=article.description(),
        text=imported.text,
        importer=imported.importer,
        raw_sha256=sha256(data).hexdigest(),
    )


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(f"{path} cannot be read: {error.strerror}.") from error
