"""Headers by the kind of page: the public site runs nothing inline and keeps nothing; editors' pages are their own.

And what editors write is written as a whole.
"""

import logging
from collections.abc import Callable
from typing import Any

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.db import IntegrityError, OperationalError, connection, transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from local_offer.core.busy import another_came_first, busy_page, will_pass

logger = logging.getLogger(__name__)
EDITORS = ("/admin/", "/documents/")
PAGES = ("/admin/pages/", "/admin/bulk/")
# How often a press is tried when others come first, and the number of the lock by which they take turns.
TRIES, TURN = 8, 20_251_124
PERMISSIONS = "camera=(), microphone=(), geolocation=(self)"
# Wagtail's admin still has scripts and styles inside its pages.
EDITORS_POLICY: dict[str, Any] = {
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}


class PageHeaders(CSPMiddleware):
    """A strict policy for the public; the admin's own for editors; a preview may stand in the admin's frame."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(EDITORS):
            parts.replace = EDITORS_POLICY
        elif getattr(request, "is_preview", False) or getattr(request, "is_dummy", False):
            parts.replace = {"frame-ancestors": [SELF]}
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        return super().process_response(request, response)


class WholePresses:
    """What an editor's press of a button writes is one transaction: all of it is kept, or it can be pressed again.

    Wagtail makes a page, its version and what is published of it one after the other. It stands last, so that all
    other middleware has had its say. Previews write nothing, and need not wait for a turn.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """The view's answer, or None to let the view do as it likes."""
        if request.method != "POST" or not request.path.startswith(EDITORS) or "/preview/" in request.path:
            return None
        for tried in range(TRIES):
            try:
                with transaction.atomic():
                    if tried or request.path.startswith(PAGES):
                        take_turn()
                    return view(request, *args, **kwargs)
            except (IntegrityError, OperationalError) as trouble:
                if another_came_first(trouble) and tried < TRIES - 1:
                    rewind(request)
                elif will_pass(trouble):
                    logger.warning("A press in the admin had no turn: the editor is asked to press again.")
                    return busy_page(request)
                else:
                    raise
        return None


def take_turn() -> None:
    """One comes after the other: whoever was beaten before, and changes of pages, which are numbered along their tree.

    With SQLite everything does; with PostgreSQL it is a lock that goes with the transaction.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


def rewind(request: HttpRequest) -> None:
    """Let the files that were sent be read from their beginning again."""
    for _, files in request.FILES.lists():
        for file in files:
            file.seek(0)
