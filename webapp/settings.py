"""All settings. The only module that reads their values from the environment (`STET_…`), and not on import.

Each has a type, a default and a description. An invalid value stops the start with the name of the setting and what was
expected.
"""

from pathlib import Path
from typing import Annotated, Any

from platformdirs import user_data_path
from pydantic import AfterValidator, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from webapp.errors import BadSetting
from webapp.fetching.settings import FetchSettings
from webapp.input.limits import CHANGES_ONLY_WORDS, DEFAULT_LIMITS
from webapp.start.addresses import check_listening, check_origins, check_public_url
from webapp.start.environment import PREFIX
from webapp.start.hosts import answered_hosts, check_hosts, check_proxy
from webapp.start.secret_key import MIN_KEY_CHARS, check_key, kept_key, read_key
from webapp.storage.settings import MAX_AT_ONCE, DatabaseSettings

HIGHEST_TEXT_LIMIT = 1_000_000_000
"""More than any machine can compare. The size of a form with several such texts still fits an ordinary integer."""


MAX_HOLD_HOURS = 24 * 365


class Settings(FetchSettings, DatabaseSettings, BaseSettings):
    """The settings of one program run. Passed down from `app.py` and `cli`, never imported as a value."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    data_dir: Path = Field(
        default_factory=lambda: user_data_path("stet"),
        description="Folder of the SQLite database and the generated secret key.",
    )
    database_url: str = Field(
        default="",
        description="SQLAlchemy address of the database; postgresql:// needs the extra `postgres`. Empty: SQLite in "
        "one file in the data folder.",
    )
    secret_key: str = Field(
        default="",
        description=f"Key that signs form tokens, at least {MIN_KEY_CHARS} characters. Empty: generated once into the "
        "data folder.",
    )
    secret_key_file: Path | None = Field(default=None, description="File that contains the secret key.")
    host: Annotated[str, AfterValidator(check_listening)] = Field(
        default="127.0.0.1", description="Address that `stet serve` listens on."
    )
    port: int = Field(
        default=8000, ge=0, le=65535, description="Port that `stet serve` listens on; 0 picks a free one."
    )
    public_url: str = Field(
        default="",
        description="URL at which readers reach this server, for links. Empty: that of the request.",
    )
    allowed_hosts: Annotated[tuple[str, ...], NoDecode, AfterValidator(check_hosts)] = Field(
        default=(),
        description="Further host names that the server answers to, separated by spaces. It always answers to this "
        "machine's own and those of STET_HOST and STET_PUBLIC_URL.",
    )
    frame_ancestors: Annotated[tuple[str, ...], NoDecode, AfterValidator(check_origins)] = Field(
        default=(),
        description="Origins that may embed a comparison in a frame, separated by spaces. Empty: this origin only.",
    )
    secure_cookies: bool = Field(default=False, description="Send cookies over HTTPS only. Set this behind TLS.")
    max_text_bytes: int = Field(
        default=DEFAULT_LIMITS.max_text_bytes,
        ge=1,
        le=HIGHEST_TEXT_LIMIT,
        description="Maximum length of one text, in bytes of UTF-8.",
    )
    max_text_words: int = Field(
        default=DEFAULT_LIMITS.max_text_words, ge=1, description="Maximum length of one text, in words."
    )
    max_upload_bytes: int = Field(
        default=DEFAULT_LIMITS.max_upload_bytes,
        ge=1,
        le=HIGHEST_TEXT_LIMIT,
        description="Maximum size of one file, in bytes.",
    )
    keep_received: bool = Field(
        default=True,
        description="Whether files and fetched pages are kept as they came, compressed, beside their texts.",
    )
    hold_hours: int = Field(
        default=24,
        ge=1,
        le=MAX_HOLD_HOURS,
        description="Hours for which a text that is compared without being kept is held for the browser that sent it.",
    )
    trusted_proxy: Annotated[str, AfterValidator(check_proxy)] = Field(
        default="",
        description="IP address of the reverse proxy. X-Forwarded-For and X-Forwarded-Proto are read from this address "
        "only. Empty: never.",
    )
    imports_per_minute: int = Field(
        default=30, ge=0, description="New texts accepted from one address per minute. 0: no limit."
    )
    comparisons_per_minute: int = Field(
        default=60, ge=0, description="Comparisons computed for one address per minute. 0: no limit."
    )
    comparisons_at_once: int = Field(
        default=2,
        ge=1,
        le=MAX_AT_ONCE,
        description="Comparisons and exports computed at the same time. One address gets at most half.",
    )
    comparisons_waiting: int = Field(
        default=4,
        ge=0,
        le=MAX_AT_ONCE,
        description="Comparisons and exports that may wait for a place, ten seconds at most. Any more are refused.",
    )

    changes_only_words: int = Field(
        default=CHANGES_ONLY_WORDS,
        ge=0,
        description="Words of both texts together above which a comparison opens in the view Changes only.",
    )

    @field_validator("allowed_hosts", "frame_ancestors", mode="before")
    @classmethod
    def _split(cls, value: Any) -> Any:
        return tuple(value.split()) if isinstance(value, str) else value

    @field_validator("public_url")
    @classmethod
    def _check_public_url(cls, address: str) -> str:
        return check_public_url(address) if address else ""

    @field_validator("secret_key")
    @classmethod
    def _check_key(cls, key: str) -> str:
        return check_key(key) if key else ""

    @field_validator("secret_key_file")
    @classmethod
    def _check_key_file(cls, file: Path | None) -> Path | None:
        if file:
            read_key(file)
        return file

    @property
    def resolved_database_url(self) -> str:
        """The address of the database, by default the SQLite file in the data folder."""
        return self.database_url or f"sqlite:///{self.data_dir / 'stet.sqlite3'}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The distinct host names that the server answers to, in the form of `host_of`. It fetches none of them."""
        return answered_hosts(self.host, self.public_url, self.allowed_hosts)

    def whole_address(self, asked_at: str, path: str) -> str:
        """Return a full URL for `path`: on the public URL if set, else on `asked_at`, the URL of the request."""
        return (self.public_url or asked_at).rstrip("/") + path


def load_settings(**overrides: Any) -> Settings:
    """Read the settings from the environment; `overrides` win.

    Errors: BadSetting names the first invalid setting and what was expected, or which one it needs beside it.
    """
    try:
        return _checked(Settings(**overrides))
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise BadSetting(f"{name} cannot be used: {first['msg'].removeprefix('Value error, ')}.") from error


def _checked(settings: Settings) -> Settings:
    """Return settings that belong together. Errors: BadSetting."""
    needed = {"STET_WEBHOOK_SECRET": settings.webhook_secret, "STET_PUBLIC_URL": settings.public_url}
    missing = [name for name, value in needed.items() if not value]
    if settings.webhook_url and missing:
        raise BadSetting(f"STET_WEBHOOK_URL cannot be used: it needs {' and '.join(missing)} too.")
    return settings


def secret_key(settings: Settings) -> str:
    """Return the key that signs form tokens. If none is set, it is generated once and stored in the data folder.

    Errors: BadSetting if the folder cannot be used.
    """
    if settings.secret_key_file:
        return read_key(settings.secret_key_file)
    return settings.secret_key or kept_key(settings.data_dir)
