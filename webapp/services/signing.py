"""Signs what is announced, as Standard Webhooks says (standardwebhooks.com, specification 1.0): HMAC with SHA-256."""

import base64
import hmac
from collections.abc import Mapping
from datetime import datetime

from webapp.start.webhooks import secret_bytes


def signed_headers(secret: str, name: str, moment: datetime, body: bytes) -> Mapping[str, str]:
    """Return the headers with which a receiver can tell who sent a body, when, and whether it came before.

    name    of the message: the same for each attempt to deliver it
    moment  of this attempt
    """
    seconds = str(int(moment.timestamp()))
    code = hmac.digest(secret_bytes(secret), f"{name}.{seconds}.".encode() + body, "sha256")
    return {
        "webhook-id": name,
        "webhook-timestamp": seconds,
        "webhook-signature": f"v1,{base64.b64encode(code).decode()}",
    }
