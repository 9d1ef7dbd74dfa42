"""The settings of fetching addresses, as a part of all settings (`webapp/settings.py`), which reads their values."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, Field, field_validator
from pydantic_settings import NoDecode

from webapp.fetching.model import MAX_BYTES, SECONDS, FetchRules
from webapp.start.fetching import check_contact, check_fetched
from webapp.start.webhooks import check_webhook_secret, check_webhook_url

MAX_SECONDS = 60
"""Each fetch holds a thread of the server."""

HIGHEST_LIMIT_BYTES = 100_000_000
"""The whole answer is in memory."""


class FetchSettings(BaseModel):
    """What may be fetched from other servers, and how much; what is sent to one."""

    fetch_addresses: bool = Field(default=True, description="Whether addresses of web pages can be fetched at all.")
    fetch_hosts: Annotated[tuple[str, ...], NoDecode, AfterValidator(check_fetched)] = Field(
        default=(),
        description="Hosts that may be fetched although they are inside the network or use another port than 80 and "
        "443, separated by spaces: cms.example or cms.example:8080.",
    )
    fetch_contact: Annotated[str, AfterValidator(check_contact)] = Field(
        default="",
        description="Mail or web address that servers are told with each request, for their administrators.",
    )
    fetch_seconds: float = Field(
        default=SECONDS,
        gt=0,
        le=MAX_SECONDS,
        description="Time for fetching one address, redirects included.",
    )
    max_fetch_bytes: int = Field(
        default=MAX_BYTES,
        ge=1,
        le=HIGHEST_LIMIT_BYTES,
        description="Maximum size of what is fetched from an address, unpacked.",
    )

    webhook_url: Annotated[str, AfterValidator(check_webhook_url)] = Field(
        default="",
        description="Address that each new version of an article is announced to. It needs STET_WEBHOOK_SECRET and "
        "STET_PUBLIC_URL. Empty: none.",
    )
    webhook_secret: Annotated[str, AfterValidator(check_webhook_secret)] = Field(
        default="",
        description="Key that signs what is announced: whsec_ and 24 to 64 random bytes in base64.",
    )

    @field_validator("fetch_hosts", mode="before")
    @classmethod
    def _split_hosts(cls, value: Any) -> Any:
        return tuple(value.split()) if isinstance(value, str) else value

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names of this server, which it never asks. `webapp.settings` knows them; here are none."""
        return ()

    @property
    def fetch_rules(self) -> FetchRules:
        """What the gate is told."""
        return FetchRules(
            is_on=self.fetch_addresses,
            hosts=self.fetch_hosts,
            own_hosts=self.hosts,
            seconds=self.fetch_seconds,
            max_bytes=self.max_fetch_bytes,
            contact=self.fetch_contact,
        )
