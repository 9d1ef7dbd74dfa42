"""URLs of this server and of its links."""

from webapp.settings import Settings

HERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
"""For a server that listens on every interface: the address at which this machine reaches it."""


def server_address(settings: Settings, port: int) -> str:
    host = HERE.get(settings.host, settings.host)
    return settings.public_url or f"http://{f'[{host}]' if ':' in host else host}:{port}"


def link_of(settings: Settings, public_id: str) -> str:
    return f"{server_address(settings, settings.port).rstrip('/')}/c/{public_id}"


def id_in(link: str) -> str:
    """Return the id in a link's URL; a bare id is returned unchanged."""
    return link.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]
