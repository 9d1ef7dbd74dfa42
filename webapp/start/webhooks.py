"""Checks the settings of the webhook, by the rules of Standard Webhooks (standardwebhooks.com)."""

import base64
import re

SECRET_PREFIX = "whsec_"
SECRET_BYTES = range(24, 65)
_ADDRESS = re.compile(r"https?://[!-~]+")


def check_webhook_url(address: str) -> str:
    """Return an address to send to; "" for none. Errors: ValueError says what was expected."""
    if address and not _ADDRESS.fullmatch(address):
        raise ValueError(f"{address!r} is not an address such as https://hooks.newsroom.example/stet")
    return address


def check_webhook_secret(secret: str) -> str:
    """Return a secret; "" for none. Errors: ValueError says what was expected, and not the secret."""
    if secret:
        secret_bytes(secret)
    return secret


def secret_bytes(secret: str) -> bytes:
    """Return what a secret stands for. Errors: ValueError."""
    try:
        data = base64.b64decode(secret.removeprefix(SECRET_PREFIX), validate=True)
    except ValueError:
        data = b""
    if not secret.startswith(SECRET_PREFIX) or len(data) not in SECRET_BYTES:
        raise ValueError(
            f"it is not {SECRET_PREFIX} with {SECRET_BYTES.start} to {SECRET_BYTES.stop - 1} random bytes in base64 "
            "behind it"
        )
    return data
