"""What follows from the site's address: hosts, https, the content security policy, and a secret key of its own."""

import contextlib
import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True)
class Deployment:
    """The public address of the site, and all that is switched by it."""

    origin: str
    host: str
    https: bool

    @classmethod
    def at(cls, site_url: str) -> "Deployment":
        """Read an address such as https://localoffer.example.gov.uk; ImproperlyConfigured says what is wrong."""
        parts = urlsplit(site_url)
        host = f"[{parts.hostname}]" if parts.hostname and ":" in parts.hostname else parts.hostname or ""
        if parts.scheme not in ("http", "https") or not host:
            raise ImproperlyConfigured(
                f"SITE_URL must be a whole address such as https://example.org, not {site_url!r}"
            )
        if parts.scheme == "http" and host not in LOOPBACK:
            raise ImproperlyConfigured(
                f"SITE_URL {site_url!r} is plain http, which is allowed only on this machine itself. Use https."
            )
        return cls(f"{parts.scheme}://{parts.netloc}", host, parts.scheme == "https")

    @property
    def hosts(self) -> list[str]:
        """The Host headers that are answered: a site of this machine answers to all its own names."""
        return list(LOOPBACK) if self.host in LOOPBACK else [self.host]

    def public_content_security_policy(self) -> dict[str, Any]:
        """A strict policy: everything from this site alone, nothing inline. The admin's is set in `core.middleware`."""
        directives: dict[str, Any] = {
            "default-src": [SELF],
            "img-src": [SELF, "data:"],
            "object-src": [NONE],
            "base-uri": [NONE],
            "form-action": [SELF],
            "frame-ancestors": [NONE],
        }
        if self.https:
            directives["upgrade-insecure-requests"] = True
        return {"DIRECTIVES": directives}


def secret_key_kept_in(path: Path) -> str:
    """The key in this file, made on the first call; two processes starting at once agree on one."""
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False) as draft:
            draft.write(secrets.token_urlsafe(64))
        with contextlib.suppress(FileExistsError):
            os.link(draft.name, path)
        os.unlink(draft.name)
    return path.read_text()
