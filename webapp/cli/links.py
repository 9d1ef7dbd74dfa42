"""The addresses of this server and of its links."""

from webapp.settings import Settings

HERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
"""Where this machine reaches what listens everywhere."""


def server_address(settings: Settings, port: int) -> str:
    host = HERE.get(settings.host, settings.host)
    return settings.public_url or f"http://{f'[{host}]' if ':' in host else host}:{port}"


def link_of(settings: Settings, public_id: str) -> str:
    return f"{server_address(settings, settings.port).rstrip('/')}/c/{public_id}"


def id_in(link: str) -> str:
    """Return the id in a link, whole or alone."""
    return link.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]
