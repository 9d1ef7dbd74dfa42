"""Every setting, and the only reader of the environment. Each has a name `STET_…`, a type, a default and a help text.

A bad value stops the start with the setting's name and what was expected. `STET_SECRET_KEY_FILE` may name a file that
holds the key. Nothing is read on import.
"""

import secrets
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from webapp.errors import BadSetting, InvalidInput

PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: str) -> Path:
    """Return the folder `templates`, `static` or `seeds`: inside the package in a wheel, beside it in a checkout."""
    packed = PACKAGE / name
    return packed if packed.is_dir() else PACKAGE.parent / name


class Settings(BaseSettings):
    """The settings of one running program. Handed down from `app.py` and `cli.py`; never imported as a value."""

    model_config = SettingsConfigDict(env_prefix="STET_", frozen=True, extra="ignore")

    data_dir: Path = Field(
        default_factory=lambda: user_data_path("stet"),
        description="Folder of the embedded database and of the generated secret key.",
    )
    database_url: str = Field(
        default="",
        description="SQLAlchemy address of the database. Empty: SQLite in one file in the data folder.",
    )
    secret_key: str = Field(
        default="",
        description="Key that signs form tokens, at least 32 characters. Empty: made once and kept in the data folder.",
    )
    secret_key_file: Path | None = Field(default=None, description="File that holds the secret key.")
    host: str = Field(default="127.0.0.1", description="Address that `stet serve` binds to.")
    port: int = Field(default=8000, ge=0, le=65535, description="Port that `stet serve` binds to; 0 takes a free one.")
    public_url: str = Field(
        default="",
        description="Address under which readers reach this server, for links. Empty: that of the request.",
    )
    frame_ancestors: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="Origins that may frame an embed, separated by spaces. Empty: this origin only.",
    )
    secure_cookies: bool = Field(default=False, description="Send cookies over HTTPS only. Set it behind TLS.")
    max_text_bytes: int = Field(default=2_000_000, ge=1, description="Longest text of one side, in bytes of UTF-8.")
    max_text_words: int = Field(default=300_000, ge=1, description="Longest text of one side, in words.")

    changes_only_words: int = Field(
        default=20_000,
        ge=0,
        description="Length of both texts together, in words, from which a comparison opens with its changes only.",
    )

    @field_validator("frame_ancestors", mode="before")
    @classmethod
    def _split_origins(cls, value: Any) -> Any:
        return tuple(value.split()) if isinstance(value, str) else value

    @field_validator("frame_ancestors")
    @classmethod
    def _check_origins(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        for origin in origins:
            scheme, _, host = origin.partition("://")
            if scheme not in {"http", "https"} or not host or set(host) & set("/;,'\"* "):
                raise ValueError(f"{origin!r} is no origin such as https://intranet.example:8443")
        return origins

    @property
    def resolved_database_url(self) -> str:
        """The database's address, with the embedded default filled in."""
        return self.database_url or f"sqlite:///{self.data_dir / 'stet.sqlite3'}"

    def whole_address(self, asked_at: str, path: str) -> str:
        """Put an address before a path: this server's own, else that at which it was asked.

        Errors: InvalidInput where there is neither, since a request may name a host that cannot be.
        """
        root = self.public_url or asked_at
        if not urlsplit(root).netloc:
            raise InvalidInput(
                "This request does not say at which address this server is reached, so no link can be made. "
                "Whoever runs it can say so: STET_PUBLIC_URL."
            )
        return root.rstrip("/") + path


def load_settings(**overrides: Any) -> Settings:
    """Read the settings from the environment, `overrides` first.

    Errors: BadSetting names the first setting that is wrong and what was expected.
    """
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors()[0]
        name = "STET_" + str(first["loc"][0]).upper()
        raise BadSetting(f"{name} cannot be used: {first['msg'].removeprefix('Value error, ')}.") from error


def secret_key(settings: Settings) -> str:
    """Return the key that signs form tokens; made once and kept in the data folder where none is given.

    Errors: BadSetting where the given key is shorter than 32 characters.
    """
    if settings.secret_key_file:
        return _checked_key(settings.secret_key_file.read_text(encoding="utf-8").strip())
    if settings.secret_key:
        return _checked_key(settings.secret_key)
    kept = settings.data_dir / "secret-key"
    if not kept.exists():
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        kept.touch(mode=0o600)
        kept.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return kept.read_text(encoding="utf-8")


def _checked_key(key: str) -> str:
    if len(key) < 32:
        raise BadSetting("STET_SECRET_KEY cannot be used: it needs at least 32 characters.")
    return key
